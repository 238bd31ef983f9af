package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Placed;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.snapshot.LeftOut;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What an approved round gave the municipality's own doctors, and why; nobody else's are on the page. */
@Path("/kommune/runder/{round}")
@Blocking
public class OutcomePages {
    private final Own own;
    private final Runs runs;

    @Inject
    OutcomePages(Own own, Runs runs) {
        this.own = own;
        this.runs = runs;
    }

    /** @param run null while nothing is approved */
    record Outcome(Round round, List<Link> trail, String area, Run run, List<DoctorOutcome> doctors, int placed)
            implements TemplateInstance {}

    /**
     * @param stays where and when, one text each; none for who waits
     * @param wish how high among the doctor's own wishes, 1 the best; 0 for none
     * @param reasons why it came out so
     * @param leftOut what could not be offered, and why
     */
    @TemplateData
    public record DoctorOutcome(
            String name,
            String hpr,
            Integer priority,
            String kind,
            List<String> stays,
            int wish,
            List<String> reasons,
            List<String> leftOut) {}

    @GET
    @Path("utfall")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response outcome(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Optional<Run> approved = runs.latestProposal(id).filter(run -> run.state() == RunState.APPROVED);
        if (approved.isEmpty()) {
            return Pages.show(new Outcome(round, own.trail(round), own.areaName(), null, List.of(), 0));
        }
        Allocation allocation = Pages.of(runs.allocation(id, approved.get().number()));
        Hospital hospital = own.hospital(round);
        List<DoctorOutcome> doctors = new ArrayList<>();
        allocation.doctors().stream()
                .filter(placed -> placed.doctor().facts().area().equals(own.area()))
                .sorted(Comparator.comparing(
                        placed -> placed.doctor().ownPriority(), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(placed -> doctors.add(outcome(placed, hospital)));
        allocation.notEligible().stream()
                .filter(one -> one.facts().area().equals(own.area()))
                .forEach(one -> doctors.add(new DoctorOutcome(
                        one.name(),
                        one.facts().hpr().digits(),
                        null,
                        "outside",
                        List.of(),
                        0,
                        one.reasons().stream().map(Texts::of).toList(),
                        List.of())));
        int placed = (int)
                doctors.stream().filter(each -> each.kind().equals("placed")).count();
        return Pages.show(new Outcome(round, own.trail(round), own.areaName(), approved.get(), doctors, placed));
    }

    private static DoctorOutcome outcome(Placed placed, Hospital hospital) {
        List<String> reasons = new ArrayList<>();
        if (placed.placed()) {
            int wish = placed.option().tier() + 1;
            reasons.add(wish == 1 ? Texts.of("reason-first") : Texts.of("reason-later", wish));
        } else {
            reasons.add(Texts.of("reason-" + placed.waiting().name()));
        }
        return new DoctorOutcome(
                placed.doctor().name(),
                placed.doctor().facts().hpr().digits(),
                placed.doctor().ownPriority(),
                placed.placed() ? "placed" : "waits",
                placed.stays().stream().map(stay -> told(stay, hospital)).toList(),
                placed.placed() ? placed.option().tier() + 1 : 0,
                reasons,
                leftOut(placed.doctor().leftOut()));
    }

    private static String told(Stay stay, Hospital hospital) {
        return departments(stay, hospital) + ", " + Formats.halvaarMedDatoer(stay.halfYear());
    }

    private static String departments(Stay stay, Hospital hospital) {
        return stay.legs().stream()
                .map(leg -> leg.months() == 6
                        ? Own.name(hospital, leg.department())
                        : Texts.of("stay-months", Own.name(hospital, leg.department()), leg.months()))
                .collect(Collectors.joining(", "));
    }

    /** Each rule once, with the half-years it left something out of. */
    private static List<String> leftOut(List<LeftOut> all) {
        Map<LeftOut.Reason, List<LeftOut>> byReason = new LinkedHashMap<>();
        all.forEach(each -> byReason.computeIfAbsent(each.reason(), none -> new ArrayList<>())
                .add(each));
        return byReason.entrySet().stream()
                .map(each -> Texts.of(
                        "left-out-" + each.getKey().name(), each.getValue().size()))
                .toList();
    }
}
