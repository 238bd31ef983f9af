package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.allocation.outcome.ApprovedOutcomes;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.web.municipality.OutcomesInWords.OwnOutcome;
import no.alisplass.web.offer.OfferOutcomes;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What an approved round gave the municipality's own doctors, and why; nobody else's are on the page. */
@Path("/kommune/runder/{round}")
@Blocking
public class OutcomePages {
    private static final int MAX_SHOWN = 25;
    private static final int MIN_SHOWN = 3;
    /** Each doctor's reasons are found by trying the round anew, which takes the longer the more doctors are in it. */
    private static final int MAX_TRIED = 10_000;

    /** More are not shown on one page even for printing. */
    private static final int MAX_AT_ONCE = 100;

    private static final int MAX_CONTRARIES = 5;

    private final OwnMunicipality own;
    private final ApprovedOutcomes outcomes;
    private final OutcomesInWords words;
    private final OfferOutcomes became;
    private final Snapshots snapshots;
    private final Caller caller;

    @Inject
    OutcomePages(
            OwnMunicipality own,
            ApprovedOutcomes outcomes,
            OutcomesInWords words,
            OfferOutcomes became,
            Snapshots snapshots,
            Caller caller) {
        this.own = own;
        this.outcomes = outcomes;
        this.words = words;
        this.became = became;
        this.snapshots = snapshots;
        this.caller = caller;
    }

    /**
     * @param run null while nothing is approved
     * @param doctors those of the page; {@code placed} and {@code total} count all the area's
     * @param printable whether all fit on one page
     * @param contraries where the municipality's own order is another than the criteria's
     */
    record Outcome(
            Round round,
            List<Link> trail,
            String area,
            Run run,
            List<OwnOutcome> doctors,
            int placed,
            int total,
            int page,
            int pages,
            boolean printable,
            List<String> contraries)
            implements TemplateInstance {}

    @GET
    @Path("utfall")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OUTCOME)
    @Operation(hidden = true)
    public Response outcome(
            @PathParam("round") RoundId id,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page,
            @QueryParam("alle") @Size(max = 2) String all) {
        Round round = own.round(id);
        Optional<ApprovedOutcomes.WithProof> approved = outcomes.withProof(id, own.area());
        if (approved.isEmpty()) {
            return Pages.show(
                    new Outcome(round, own.trail(round), own.areaName(), null, List.of(), 0, 0, 1, 1, true, List.of()));
        }
        ApprovedOutcomes.OfArea found = approved.get().own();
        SolvedRun solved = approved.get().run();
        Hospital hospital = own.hospital(round);
        Roster roster = solved.snapshot().roster();
        List<RosterEntry> entries = found.doctors().stream()
                .map(DoctorOutcome::doctor)
                .sorted(Comparator.comparing(RosterEntry::ownPriority, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<IneligibleDoctor> outside = found.notEligible();
        int total = entries.size() + outside.size();
        int inRound = Math.max(1, roster.entries().size());
        int some = Math.max(MIN_SHOWN, Math.min(MAX_SHOWN, MAX_TRIED / inRound));
        boolean printable = total <= MAX_AT_ONCE;
        int shown = all != null && printable ? MAX_AT_ONCE : some;
        int pages = Math.max(1, (total + shown - 1) / shown);
        int at = Math.min(page, pages);
        List<OwnOutcome> doctors =
                new ArrayList<>(words.told(solved, hospital, slice(entries, (at - 1) * shown, shown), became(id)));
        slice(outside, (at - 1) * shown - entries.size(), shown)
                .forEach(one -> doctors.add(words.outside(solved, hospital, one)));
        return Pages.show(new Outcome(
                round,
                own.trail(round),
                own.areaName(),
                found.run(),
                doctors,
                found.placed(),
                total,
                at,
                pages,
                printable,
                contraries(roster, found)));
    }

    private Map<HprNumber, List<OfferOutcomes.Became>> became(RoundId round) {
        return became.of(
                round,
                Acting.as(Actor.AREA, caller),
                offer -> offer.state().isTold() ? "/kommune/tilbud/" + offer.id() : null);
    }

    /** Where a doctor waits whom the municipality has before one who is placed: its own order is no criterion. */
    private List<String> contraries(Roster roster, ApprovedOutcomes.OfArea found) {
        Set<HprNumber> placed = found.doctors().stream()
                .filter(DoctorOutcome::placed)
                .map(each -> each.doctor().facts().hpr())
                .collect(Collectors.toSet());
        return Snapshots.contraries(roster, snapshots.ranking(roster)).stream()
                .filter(each -> each.area().equals(own.area()))
                .map(Snapshots.Contrary::contradiction)
                .filter(each -> !placed.contains(each.first().hpr())
                        && placed.contains(each.second().hpr()))
                .limit(MAX_CONTRARIES)
                .map(each -> Texts.of(
                        "outcome-contrary",
                        name(roster, each.first().hpr()),
                        name(roster, each.second().hpr()),
                        Texts.of(each.decision().criterion().text())))
                .toList();
    }

    private static String name(Roster roster, HprNumber hpr) {
        return roster.entry(hpr).orElseThrow().name();
    }

    /** So many from a place on, which may lie before the list's first or after its last. */
    private static <T> List<T> slice(List<T> list, int from, int count) {
        int first = Math.min(Math.max(0, from), list.size());
        return list.subList(first, Math.min(Math.max(first, from + count), list.size()));
    }
}
