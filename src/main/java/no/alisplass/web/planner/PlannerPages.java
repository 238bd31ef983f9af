package no.alisplass.web.planner;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Csv;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a planner begins: the seats there will be. */
@Path("/planlegger")
@Blocking
public class PlannerPages {
    private static final int AHEAD = 4;

    private final Capacity capacity;
    private final HospitalAccess access;
    private final Clock clock;

    @Inject
    PlannerPages(Capacity capacity, HospitalAccess access, Clock clock) {
        this.capacity = capacity;
        this.access = access;
        this.clock = clock;
    }

    /** @param seats null while there are none */
    record Start(Chart seats) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start() {
        Chart chart = seats();
        return Pages.show(new Start(chart.series().isEmpty() ? null : chart));
    }

    @GET
    @Path("plasser.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response seatsCsv() {
        return Csv.of(seats());
    }

    /** Seats in each of the coming half-years, by position. */
    private Chart seats() {
        HalfYear first = HalfYear.startingOnOrAfter(LocalDate.now(clock));
        List<HalfYear> coming =
                Stream.iterate(first, HalfYear::next).limit(AHEAD).toList();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Hospital hospital : access.hospitals()) {
            for (Seats seats : capacity.seats(hospital.id(), coming)) {
                String name = String.join(
                        " + ",
                        seats.position().parts().stream()
                                .map(part -> hospital.departmentName(part.department()))
                                .toList());
                counts.computeIfAbsent(name, unseen -> new int[AHEAD])[first.until(seats.halfYear())] += seats.count();
            }
        }
        List<Chart.Series> series = new ArrayList<>();
        counts.forEach((name, each) -> series.add(
                new Chart.Series(name, java.util.Arrays.stream(each).boxed().toList())));
        return new Chart(
                "plasser",
                Texts.of("planner-seats-title"),
                Texts.of("half-year"),
                coming.stream().map(Formats::halfYear).toList(),
                series,
                true,
                false);
    }
}
