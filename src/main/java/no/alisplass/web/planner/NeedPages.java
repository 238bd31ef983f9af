package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Slug;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.register.AreaNeed;
import no.alisplass.register.RegisterLists;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Csv;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How many wait, where, and from when they want to serve; nobody by name. */
@Path("/planlegger/behov")
@Blocking
public class NeedPages {
    /** Half-years told one by one; before them is now, behind them later. */
    private static final int AHEAD = 4;

    private final RegisterLists lists;
    private final HospitalAccess access;
    private final Clock clock;

    @Inject
    NeedPages(RegisterLists lists, HospitalAccess access, Clock clock) {
        this.lists = lists;
        this.access = access;
        this.clock = clock;
    }

    /** @param from how many want to serve now, from each half-year, and later */
    @TemplateData
    public record Row(String area, long waiting, long interrupted, List<Long> from) {}

    /** @param chart null while nobody waits */
    record Need(
            List<Link> hospitals, String hospital, List<String> times, List<Row> rows, Row sum, Chart chart, String csv)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response need(@QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String id) {
        HospitalPick pick = pick(id);
        Optional<Hospital> shown = pick.shown();
        List<Row> rows = shown.map(this::rows).orElseGet(List::of);
        Row sum = sum(rows);
        return Pages.show(new Need(
                pick.links(),
                pick.name(),
                times(),
                rows,
                sum,
                sum.waiting() == 0 ? null : chart(sum),
                shown.map(each -> "/planlegger/behov/behov.csv?sykehus=" + each.id())
                        .orElse(null)));
    }

    @GET
    @Path("behov.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response csv(@QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String id) {
        List<List<?>> table = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of(Texts.of("need-area"), Texts.of("need-waiting"), Texts.of("need-interrupted")));
        head.addAll(times());
        table.add(head);
        for (Row row : pick(id).shown().map(this::rows).orElseGet(List::of)) {
            List<Object> cells = new ArrayList<>(List.of(row.area(), row.waiting(), row.interrupted()));
            cells.addAll(row.from());
            table.add(cells);
        }
        return Csv.of(Texts.of("need-file"), table);
    }

    private HospitalPick pick(String id) {
        return HospitalPick.of(access.hospitals(), id, each -> "/planlegger/behov?sykehus=" + each);
    }

    private List<HalfYear> coming() {
        return Stream.iterate(HalfYear.startingOnOrAfter(LocalDate.now(clock)), HalfYear::next)
                .limit(AHEAD)
                .toList();
    }

    private List<String> times() {
        List<String> times = new ArrayList<>(List.of(Texts.of("need-now")));
        coming().forEach(each -> times.add(Formats.halfYear(each)));
        times.add(Texts.of("need-later"));
        return times;
    }

    private List<Row> rows(Hospital hospital) {
        HalfYear first = coming().get(0);
        Map<Area, long[]> counts = new LinkedHashMap<>();
        for (AreaNeed need : Pages.of(lists.needs(hospital.id()))) {
            long[] row = counts.computeIfAbsent(need.area(), none -> new long[AHEAD + 4]);
            row[0] += need.doctors();
            row[1] += need.interrupted();
            row[2 + column(need.from(), first)] += need.doctors();
        }
        return counts.entrySet().stream()
                .map(each -> row(each.getKey().name(), each.getValue()))
                .toList();
    }

    /** 0 is now, then one for each half-year, then later. */
    private static int column(HalfYear from, HalfYear first) {
        if (from == null || from.compareTo(first) < 0) {
            return 0;
        }
        return 1 + Math.min(AHEAD, first.until(from));
    }

    private static Row row(String area, long[] counts) {
        return new Row(
                area,
                counts[0],
                counts[1],
                Arrays.stream(counts).skip(2).boxed().toList());
    }

    private static Row sum(List<Row> rows) {
        long[] sums = new long[AHEAD + 4];
        for (Row row : rows) {
            sums[0] += row.waiting();
            sums[1] += row.interrupted();
            for (int at = 0; at < row.from().size(); at++) {
                sums[2 + at] += row.from().get(at);
            }
        }
        return row(Texts.of("need-sum"), sums);
    }

    private Chart chart(Row sum) {
        return new Chart(
                "behov",
                Texts.of("need-chart"),
                Texts.of("need-from"),
                times(),
                List.of(new Chart.Series(Texts.of("need-waiting"), sum.from())),
                false,
                false);
    }
}
