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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.access.RoundAccess;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What if the departments had other numbers of seats? Asks by GET, for nothing is changed. */
@Path("/planlegger/hva-om")
@Blocking
public class WhatIfPages {
    private static final String GAINS = "vinner";
    private static final String LOSSES = "taper";
    private static final int SHOWN_ROUNDS = 20;

    private final Rounds rounds;
    private final RoundAccess access;
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final Directory directory;

    @Inject
    WhatIfPages(Rounds rounds, RoundAccess access, FrozenRounds frozen, Scenarios scenarios, Directory directory) {
        this.rounds = rounds;
        this.access = access;
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.directory = directory;
    }

    record Choose(List<Link> rounds) implements TemplateInstance {}

    /** @param now what the frozen round has */
    record Cell(String name, String id, String label, String value, int now, boolean changed) {}

    record Row(String department, List<Cell> cells) {}

    /** Before, after, and by how much. */
    record Count(String name, int now, int then, String change) {}

    record Person(String doctor, String now, OwnWishes.Badge wishNow, String then, OwnWishes.Badge wishThen) {}

    /** @param href of the list's pages, up to their number */
    record People(Cut<Person> people, String href) {}

    /** @param setAside doctors whose outcome is settled by hand in a way that does not fit; empty for none */
    record Result(List<Count> counts, People gains, People losses, String setAside, String certainty) {}

    record Ask(
            String roundTitle,
            String id,
            List<String> halfYears,
            List<Row> rows,
            Form form,
            Result result,
            int doctors,
            String hash,
            boolean unchanged)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response choose() {
        return Pages.show(new Choose(
                access.page(null, EnumSet.of(RoundState.CLOSED, RoundState.APPROVED), 0, SHOWN_ROUNDS).rounds().stream()
                        .map(round -> Link.to(round.title(), "/planlegger/hva-om/" + round.id()))
                        .toList()));
    }

    @GET
    @Path("{round}")
    @RolesAllowed(Roles.PLANNER)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response ask(
            RoundId round,
            @QueryParam(GAINS) @DefaultValue("1") @Min(1) @Max(10_000) int gains,
            @QueryParam(LOSSES) @DefaultValue("1") @Min(1) @Max(10_000) int losses,
            @Context UriInfo address) {
        Round known = Pages.of(rounds.read(round));
        Names names = directory.names(known.hospital());
        FrozenRounds.Asked asked = Pages.of(frozen.asked(round));
        Snapshot snapshot = asked.snapshot();
        List<SeatChange> now = scenarios.seats(snapshot);
        Form form = Form.of(address.getQueryParameters());
        List<SeatChange> changes = new ArrayList<>();
        for (SeatChange each : now) {
            Optional<Integer> wanted = form.number(field(each), 0, Capacity.MAX_SEATS);
            wanted.filter(seats -> seats != each.seats())
                    .ifPresent(seats -> changes.add(new SeatChange(each.department(), each.halfYear(), seats)));
        }
        Result result = null;
        if (!form.faulty() && !changes.isEmpty()) {
            result = form.take(scenarios.withSeats(snapshot, changes))
                    .map(difference -> result(
                            difference,
                            asked.setAside(),
                            people(difference.gains(), gains, snapshot.roster(), names, href(address, GAINS)),
                            people(difference.losses(), losses, snapshot.roster(), names, href(address, LOSSES))))
                    .orElse(null);
        }
        Ask page = new Ask(
                known.title(),
                round.value(),
                known.halfYears().stream().map(Formats::halfYear).toList(),
                rows(known, names, now, form),
                form,
                result,
                snapshot.problem().doctors().size(),
                snapshot.problemHash(),
                changes.isEmpty() && !address.getQueryParameters().isEmpty());
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    private static String field(SeatChange change) {
        return "plasser_" + change.department() + "_" + change.halfYear();
    }

    private static List<Row> rows(Round round, Names names, List<SeatChange> now, Form form) {
        List<Row> rows = new ArrayList<>();
        for (Department department : names.departments()) {
            List<Cell> cells = new ArrayList<>();
            for (HalfYear halfYear : round.halfYears()) {
                Optional<SeatChange> found = now.stream()
                        .filter(each -> each.department().equals(department.id())
                                && each.halfYear().equals(halfYear))
                        .findFirst();
                cells.add(found.map(each -> cell(each, department, form)).orElse(null));
            }
            if (cells.stream().anyMatch(java.util.Objects::nonNull)) {
                rows.add(new Row(department.name(), cells));
            }
        }
        return rows;
    }

    private static Cell cell(SeatChange seats, Department department, Form form) {
        String name = field(seats);
        String typed = form.value(name).strip();
        String value = typed.isEmpty() ? Integer.toString(seats.seats()) : typed;
        return new Cell(
                name,
                Formats.fieldId(name),
                Texts.of("what-if-seats-in", department.name(), seats.halfYear()),
                value,
                seats.seats(),
                !value.equals(Integer.toString(seats.seats())));
    }

    private static Result result(Difference difference, List<DoctorId> already, People gains, People losses) {
        return new Result(
                List.of(
                        count(
                                "what-if-placed",
                                difference.now().placed(),
                                difference.then().placed()),
                        count(
                                "what-if-waiting",
                                difference.now().waiting(),
                                difference.then().waiting()),
                        count(
                                "what-if-best",
                                difference.now().bestTier(),
                                difference.then().bestTier())),
                gains,
                losses,
                Stream.concat(already.stream(), difference.setAside().stream())
                        .map(DoctorId::value)
                        .collect(Collectors.joining(", ")),
                Texts.of("what-if-certainty-" + difference.certainty()));
    }

    private static Count count(String key, int now, int then) {
        String change = then == now ? "–" : (then > now ? "+" : "−") + Math.abs(then - now);
        return new Count(Texts.of(key), now, then, change);
    }

    /** The page as it was asked for, but for the page of one of its lists, whose number comes last. */
    private static String href(UriInfo address, String list) {
        String query =
                address.getRequestUriBuilder().replaceQueryParam(list).build().getRawQuery();
        return "?" + (query == null || query.isEmpty() ? "" : query + "&") + list + "=";
    }

    private static People people(List<Difference.Change> changes, int page, Roster roster, Names names, String href) {
        return new People(
                Cut.of(changes, page)
                        .map(each -> new Person(
                                each.doctor().value(),
                                option(each.now(), names),
                                OwnWishes.badge(roster.entry(each.doctor()).wishes(), each.now()),
                                option(each.then(), names),
                                OwnWishes.badge(roster.entry(each.doctor()).wishes(), each.then()))),
                href);
    }

    private static String option(no.alisplass.problem.Option option, Names names) {
        return option == null ? Texts.of("what-if-waits") : names.stays(option.stays());
    }
}
