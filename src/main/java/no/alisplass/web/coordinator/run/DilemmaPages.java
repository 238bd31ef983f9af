package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Dilemmas;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whom it could be worth talking with: one doctor's step back that lets in somebody who waits, and nobody does worse. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/dilemmaer")
@Blocking
public class DilemmaPages {
    private final Runs runs;
    private final Scenarios scenarios;
    private final CoordinatorQueries desk;

    @Inject
    DilemmaPages(Runs runs, Scenarios scenarios, CoordinatorQueries desk) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.desk = desk;
    }

    /** Someone who would get something else. @param nowWish null for one who waits */
    record Step(
            int position,
            String doctor,
            String name,
            String now,
            OwnWishes.Badge nowWish,
            String then,
            OwnWishes.Badge thenWish) {}

    /** @param asked who would take something less wished */
    record Dilemma(Step asked, List<Step> placed, List<Step> better) {}

    record Waiting(RoundHeader frame, int number) implements TemplateInstance {}

    /** @param complete whether everything within the bounds was tried */
    record Found(String run, List<Dilemma> dilemmas, boolean complete, boolean canPin, String pins)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response page(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Pages.of(runs.find(round, number));
        return Pages.show(new Waiting(RoundHeader.of(known, "/kjoringer"), number));
    }

    /** The list itself: each step is worked out by a run, which takes its time, so the page is shown first. */
    @GET
    @Path("liste")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response found(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Snapshot snapshot = Pages.of(runs.snapshot(round, number));
        Names names = desk.names(known.hospital());
        Dilemmas dilemmas = scenarios.dilemmas(snapshot.problem());
        Roster roster = snapshot.roster();
        return Pages.show(new Found(
                RunPages.base(known) + "/" + number,
                dilemmas.list().stream()
                        .map(each -> new Dilemma(
                                step(new Difference.Change(each.doctor(), each.now(), each.instead()), roster, names),
                                each.placed().stream()
                                        .map(one -> step(one, roster, names))
                                        .toList(),
                                each.better().stream()
                                        .map(one -> step(one, roster, names))
                                        .toList()))
                        .toList(),
                dilemmas.complete(),
                known.state() == no.alisplass.round.RoundState.CLOSED,
                RoundHeader.base(round.value()) + "/handsatt"));
    }

    private static Step step(Difference.Change change, Roster roster, Names names) {
        RosterEntry entry = roster.entry(change.doctor());
        return new Step(
                entry.position(),
                entry.doctor().value(),
                entry.name(),
                names.option(change.now()),
                OwnWishes.badge(entry.wishes(), change.now()),
                names.option(change.then()),
                OwnWishes.badge(entry.wishes(), change.then()));
    }
}
