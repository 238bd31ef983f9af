package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Folding;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds a doctor of a round by name or HPR number. Posted, so that neither comes to stand in an address. */
@Path("/koordinator/runder/{round}/finn-lege")
@Blocking
public class DoctorSearchPages {
    private static final int SHOWN = 50;

    private final CoordinatorQueries desk;
    private final FrozenRounds frozen;
    private final Runs runs;

    @Inject
    FormRequest posted;

    @Inject
    DoctorSearchPages(CoordinatorQueries desk, FrozenRounds frozen, Runs runs) {
        this.frozen = frozen;
        this.desk = desk;
        this.runs = runs;
    }

    /** @param position in the ranking; 0 for who cannot take part. {@code href} leads to everything about the doctor, null without a run */
    record Hit(String name, String hpr, String area, int position, String href) {}

    /** @param hits the first of {@code total} */
    record Found(RoundHeader frame, Form form, List<Hit> hits, int total) implements TemplateInstance {}

    /** Where one lands who logs in again after searching. */
    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response again(RoundId round) {
        return Pages.seeOther(RoundHeader.base(round.value()) + "/rangering");
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.SEARCH)
    @Operation(hidden = true)
    public Response find(RoundId round) {
        Round known = desk.round(round);
        RoundHeader frame = RoundHeader.of(known, "/finn-lege");
        Form form = posted.form();
        String sought = form.required("lege", 100);
        if (form.faulty()) {
            return Pages.faulty(new Found(frame, form, List.of(), 0));
        }
        Names names = desk.names(known.hospital());
        Roster roster = Pages.of(frozen.ranked(round));
        Optional<Run> run = runs.latestProposal(round);
        List<Hit> hits = Stream.concat(
                        roster.entries().stream()
                                .filter(each -> matches(sought, each.name(), each.facts()))
                                .map(each -> hit(each, names, run.map(one -> address(frame, one, each)))),
                        roster.notEligible().stream()
                                .filter(each -> matches(sought, each.name(), each.facts()))
                                .map(each -> hit(each.name(), each.facts(), names, 0, null)))
                .toList();
        return Pages.show(new Found(frame, form, hits.stream().limit(SHOWN).toList(), hits.size()));
    }

    /** Each word stands somewhere in the name, however it is spelt; or the number is theirs, however it is written. */
    private static boolean matches(String sought, String name, Candidate facts) {
        return HprNumber.read(sought).map(facts.hpr()::equals).orElseGet(() -> Folding.finds(sought, name));
    }

    private static Hit hit(RosterEntry entry, Names names, Optional<String> href) {
        return hit(entry.name(), entry.facts(), names, entry.position(), href.orElse(null));
    }

    private static Hit hit(String name, Candidate facts, Names names, int position, String href) {
        return new Hit(name, number(facts), names.area(facts.area()), position, href);
    }

    private static String number(Candidate facts) {
        return Integer.toString(facts.hpr().value());
    }

    private static String address(RoundHeader frame, Run run, RosterEntry entry) {
        return frame.base() + "/kjoringer/" + run.number() + "/lege/"
                + entry.doctor().value();
    }
}
