package no.alisplass.web.planner;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who gains and who loses by other numbers of seats: for coordinators, who know the doctors anyway. */
@Path("/planlegger/hva-om/{round}/hvem")
@Blocking
public class WhatIfWhoPages {
    private static final String GAINS = "vinner";
    private static final String LOSSES = "taper";

    private final WhatIfDesk desk;
    private final Scenarios scenarios;

    @Inject
    WhatIfWhoPages(WhatIfDesk desk, Scenarios scenarios) {
        this.desk = desk;
        this.scenarios = scenarios;
    }

    record Person(String doctor, String now, OwnWishes.Badge wishNow, String then, OwnWishes.Badge wishThen) {}

    /** @param href of the list's pages, up to their number */
    record People(Cut<Person> people, String href) {}

    /** @param setAside whose outcome is settled by hand in a way that does not fit; empty for none */
    record Who(String roundTitle, String back, People gains, People losses, String setAside)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response who(
            RoundId round,
            @QueryParam(GAINS) @DefaultValue("1") @Min(1) @Max(10_000) int gains,
            @QueryParam(LOSSES) @DefaultValue("1") @Min(1) @Max(10_000) int losses,
            @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        List<SeatChange> changes = desk.form(asked, address).changes();
        Difference difference = Pages.of(scenarios.withSeats(asked.snapshot(), changes));
        Roster roster = asked.snapshot().roster();
        String here = "/planlegger/hva-om/" + round;
        String query = SeatForm.query(changes);
        String pages = here + "/hvem" + (query.isEmpty() ? "?" : query + "&");
        return Pages.show(new Who(
                asked.round().title(),
                here + query,
                people(difference.gains(), gains, roster, asked.names(), pages + GAINS + "="),
                people(difference.losses(), losses, roster, asked.names(), pages + LOSSES + "="),
                WhatIfDesk.setAside(asked, difference.setAside()).stream()
                        .map(each -> roster.entry(each).name())
                        .collect(Collectors.joining(", "))));
    }

    private static People people(List<Difference.Change> changes, int page, Roster roster, Names names, String href) {
        return new People(
                Cut.of(changes, page).map(each -> {
                    RosterEntry entry = roster.entry(each.doctor());
                    return new Person(
                            entry.name(),
                            option(each.now(), names),
                            OwnWishes.badge(entry.wishes(), each.now()),
                            option(each.then(), names),
                            OwnWishes.badge(entry.wishes(), each.then()));
                }),
                href);
    }

    private static String option(no.alisplass.problem.Option option, Names names) {
        return option == null ? Texts.of("what-if-waits") : names.stays(option.stays());
    }
}
