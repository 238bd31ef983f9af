package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.PositionPart;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The earmarked positions: departments down, half-years across, the seats edited where they stand. */
@Path("/koordinator/stillinger")
@Blocking
public class PositionPages {
    private static final String HALF_YEAR = "[0-9]{4}-[VH]";
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int SHOWN = 4;
    private static final int MOST_SEATS = 50;

    private final Capacity capacity;
    private final Posted posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    PositionPages(Capacity capacity, Posted posted, Flash flash, Clock clock) {
        this.capacity = capacity;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    record Column(String code, String text) {}

    record Row(String name, String id, List<Cell> cells) {}

    /**
     * How many seats a position has in a half-year.
     *
     * @param value what stands in the field
     * @param version of the number it was made from; -1 for one never set
     * @param theirs what someone else has set meanwhile; null when nobody has
     * @param fault what is wrong with the value; null for nothing
     */
    record Cell(
            String action,
            String id,
            String label,
            String value,
            long version,
            Integer theirs,
            String fault,
            boolean saved) {}

    record Grid(
            List<Choice> hospitals,
            String hospital,
            String hospitalName,
            List<Column> columns,
            List<Row> rows,
            List<Integer> sums,
            String earlier,
            String later)
            implements TemplateInstance {}

    record Seat(Cell cell) implements TemplateInstance {}

    record New(Form form, String action, List<Choice> departments) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response grid(
            @QueryParam("sykehus") @Pattern(regexp = SLUG) @Size(max = 60) String hospital,
            @QueryParam("fra") @Pattern(regexp = HALF_YEAR) @Size(max = 6) String from) {
        HalfYear first = from == null ? HalfYear.startingOnOrAfter(LocalDate.now(clock)) : HalfYear.parse(from);
        List<Hospital> hospitals = capacity.hospitals();
        Optional<Hospital> shown = hospitals.stream()
                .filter(each -> hospital == null || each.id().value().equals(hospital))
                .findFirst();
        List<HalfYear> halfYears =
                Stream.iterate(first, HalfYear::next).limit(SHOWN).toList();
        List<Row> rows = shown.map(each -> rows(each, halfYears)).orElse(List.of());
        return Pages.show(new Grid(
                hospitals.stream()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList(),
                shown.map(each -> each.id().value()).orElse(null),
                shown.map(Hospital::name).orElse(null),
                halfYears.stream()
                        .map(each -> new Column(each.toString(), Formats.halvaar(each)))
                        .toList(),
                rows,
                IntStream.range(0, halfYears.size())
                        .mapToObj(at -> rows.stream()
                                .mapToInt(row ->
                                        Integer.parseInt(row.cells().get(at).value()))
                                .sum())
                        .toList(),
                address(shown, first.plus(-SHOWN)),
                address(shown, first.plus(SHOWN))));
    }

    private static String address(Optional<Hospital> hospital, HalfYear from) {
        return "/koordinator/stillinger?fra=" + from
                + hospital.map(each -> "&sykehus=" + each.id()).orElse("");
    }

    private List<Row> rows(Hospital hospital, List<HalfYear> halfYears) {
        Names names = new Names(hospital, java.util.Map.of());
        List<Versioned<Seats>> seats =
                Pages.of(capacity.seats(hospital.id(), halfYears.get(0), halfYears.get(halfYears.size() - 1)));
        List<DepartmentId> order =
                names.departments().stream().map(department -> department.id()).toList();
        return capacity.positions(hospital.id()).stream()
                .sorted(Comparator.comparingInt(
                        position -> order.indexOf(position.parts().get(0).department())))
                .map(position -> row(hospital.id(), names, position, halfYears, seats))
                .toList();
    }

    private static Row row(
            HospitalId hospital,
            Names names,
            Position position,
            List<HalfYear> halfYears,
            List<Versioned<Seats>> seats) {
        String name = names.position(position);
        List<Cell> cells = new ArrayList<>();
        for (HalfYear halfYear : halfYears) {
            Versioned<Seats> found = seats.stream()
                    .filter(each -> each.value().position().id().equals(position.id())
                            && each.value().halfYear().equals(halfYear))
                    .findFirst()
                    .orElseThrow();
            cells.add(cell(
                    hospital,
                    name,
                    position.id(),
                    halfYear,
                    Integer.toString(found.value().count()),
                    found.version(),
                    null,
                    null,
                    false));
        }
        return new Row(name, position.id().value(), cells);
    }

    private static Cell cell(
            HospitalId hospital,
            String name,
            PositionId position,
            HalfYear halfYear,
            String value,
            long version,
            Integer theirs,
            String fault,
            boolean saved) {
        return new Cell(
                "/koordinator/stillinger/" + hospital + "/" + position + "/" + halfYear,
                "plasser-" + position + "-" + halfYear,
                Texts.of("positions-seats-in", name, halfYear),
                value,
                version,
                theirs,
                fault,
                saved);
    }

    @POST
    @Path("{hospital}/{position}/{halfYear}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response seats(
            HospitalId hospital,
            PositionId position,
            @Pattern(regexp = HALF_YEAR) @Size(max = 6) String halfYear,
            @Context HttpServerRequest request) {
        HalfYear in = HalfYear.parse(halfYear);
        Form form = posted.form();
        Optional<Integer> wanted = form.number("seats", 0, MOST_SEATS);
        if (wanted.isEmpty() && !form.faulty()) {
            form.required("seats", 3);
        }
        Long seen = "-1".equals(form.value("version")) ? null : RoundPages.version(form);
        Hospital known = Pages.of(capacity.read(hospital)).value();
        Names names = new Names(known, java.util.Map.of());
        if (form.faulty()) {
            Cell cell = answer(names, hospital, position, in, form, null, seen == null ? -1 : seen);
            return request(request, new Seat(cell), true, hospital, in);
        }
        Outcome<Versioned<Seats>> outcome = capacity.putSeats(hospital, position, in, wanted.get(), seen);
        if (outcome instanceof Outcome.Refused<Versioned<Seats>> refused && refused.kind() == Outcome.Kind.CONFLICT) {
            Versioned<Seats> now = Pages.of(capacity.seats(hospital, in, in)).stream()
                    .filter(each -> each.value().position().id().equals(position))
                    .findFirst()
                    .orElseThrow();
            Cell cell = answer(names, hospital, position, in, form, now.value().count(), now.version());
            return request(request, new Seat(cell), true, hospital, in);
        }
        Versioned<Seats> done = Pages.of(outcome);
        Cell cell = cell(
                hospital,
                names.position(done.value().position()),
                position,
                in,
                Integer.toString(done.value().count()),
                done.version(),
                null,
                null,
                true);
        return request(request, new Seat(cell), false, hospital, in);
    }

    /** The cell with what was typed, and, when someone else was first, what they set. */
    private Cell answer(
            Names names,
            HospitalId hospital,
            PositionId position,
            HalfYear halfYear,
            Form form,
            Integer theirs,
            long version) {
        String name = capacity.positions(hospital).stream()
                .filter(each -> each.id().equals(position))
                .findFirst()
                .map(names::position)
                .orElse(position.value());
        String fault =
                form.findings().isEmpty() ? null : Texts.of(form.findings().get(0));
        return cell(hospital, name, position, halfYear, form.value("seats"), version, theirs, fault, false);
    }

    private Response request(
            HttpServerRequest request, Seat part, boolean faulty, HospitalId hospital, HalfYear halfYear) {
        if (no.alisplass.web.Page.partOnly(request)) {
            return faulty ? Pages.faulty(part) : Pages.show(part);
        }
        if (faulty) {
            flash.tell("positions-not-saved", part.cell().label());
        } else {
            flash.tell("positions-saved", part.cell().label(), part.cell().value());
        }
        return Pages.seeOther("/koordinator/stillinger?fra=" + halfYear + "&sykehus=" + hospital);
    }

    @GET
    @Path("{hospital}/ny")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response plan(HospitalId hospital) {
        return Pages.show(newPage(hospital, Form.empty()));
    }

    @POST
    @Path("{hospital}/ny")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response create(HospitalId hospital) {
        Form form = posted.form();
        form.required("parts[0].department", 60);
        List<DepartmentId> departments = new ArrayList<>();
        form.choice("parts[0].department", DepartmentId::new).ifPresent(departments::add);
        form.choice("parts[1].department", DepartmentId::new).ifPresent(departments::add);
        int months = departments.size() == 1 ? 6 : 3;
        if (form.faulty()
                || form.take(capacity.putPosition(
                                hospital,
                                freeId(hospital, departments),
                                departments.stream()
                                        .map(each -> new PositionPart(each, months))
                                        .toList(),
                                null))
                        .isEmpty()) {
            return Pages.faulty(newPage(hospital, form));
        }
        flash.tell("positions-made");
        return Pages.seeOther("/koordinator/stillinger?sykehus=" + hospital);
    }

    private New newPage(HospitalId hospital, Form form) {
        Hospital known = Pages.of(capacity.read(hospital)).value();
        return new New(
                form,
                "/koordinator/stillinger/" + hospital + "/ny",
                known.departments()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList());
    }

    private PositionId freeId(HospitalId hospital, List<DepartmentId> departments) {
        List<PositionId> taken =
                capacity.positions(hospital).stream().map(Position::id).toList();
        String stem = departments.get(0).value();
        return IntStream.range(1, 1000)
                .mapToObj(number -> new PositionId(stem + "-" + number))
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
