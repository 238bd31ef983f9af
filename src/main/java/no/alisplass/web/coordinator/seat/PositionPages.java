package no.alisplass.web.coordinator.seat;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Slug;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The earmarked positions: departments down, half-years across. */
@Path("/koordinator/stillinger")
@Blocking
public class PositionPages {
    static final String HALF_YEAR = "[0-9]{4}-[VH]";
    private static final int SHOWN = 4;

    private final Capacity capacity;
    private final HospitalAccess access;
    private final Clock clock;

    @Inject
    PositionPages(Capacity capacity, HospitalAccess access, Clock clock) {
        this.capacity = capacity;
        this.access = access;
        this.clock = clock;
    }

    record Column(String code, String text) {}

    record Row(String name, String id, List<SeatCell> cells) {}

    record Grid(
            List<Link> hospitals,
            String hospital,
            String hospitalName,
            List<Column> columns,
            List<Row> rows,
            List<Column> sums,
            String earlier,
            String later)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response grid(
            @QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String hospital,
            @QueryParam("fra") @Pattern(regexp = HALF_YEAR) @Size(max = 6) String from) {
        HalfYear first = from == null ? HalfYear.startingOnOrAfter(LocalDate.now(clock)) : HalfYear.parse(from);
        HospitalPick pick =
                HospitalPick.of(access.hospitals(), hospital, each -> "/koordinator/stillinger?sykehus=" + each);
        Optional<Hospital> shown = pick.shown();
        List<HalfYear> halfYears =
                Stream.iterate(first, HalfYear::next).limit(SHOWN).toList();
        List<Row> rows = shown.map(each -> rows(each, halfYears)).orElse(List.of());
        return Pages.show(new Grid(
                pick.links(),
                shown.map(each -> each.id().value()).orElse(null),
                pick.name(),
                halfYears.stream()
                        .map(each -> new Column(each.toString(), Formats.halfYear(each)))
                        .toList(),
                rows,
                IntStream.range(0, halfYears.size())
                        .mapToObj(at -> new Column(
                                halfYears.get(at).toString(),
                                Integer.toString(rows.stream()
                                        .mapToInt(row -> Integer.parseInt(
                                                row.cells().get(at).value()))
                                        .sum())))
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
        List<SeatCell> cells = new ArrayList<>();
        for (HalfYear halfYear : halfYears) {
            Versioned<Seats> found = seats.stream()
                    .filter(each -> each.value().position().id().equals(position.id())
                            && each.value().halfYear().equals(halfYear))
                    .findFirst()
                    .orElseThrow();
            cells.add(SeatCell.of(hospital, names, found));
        }
        return new Row(names.position(position), position.id().value(), cells);
    }
}
