package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.LikelyStart;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** When those who wait in the areas a hospital serves are likely to begin, by the forecast it has shared last. */
@Path("/koordinator/prognose")
@Blocking
public class CatchmentLikelyPages {
    static final String BASE = "/koordinator/prognose/";

    /** Who is likely to begin first; who is not likely to within the plan comes last. */
    private static final Comparator<Jobs.Waiting> SOONEST = Comparator.comparing(
                    (Jobs.Waiting each) -> each.row().low(), Comparator.nullsLast(Comparator.<HalfYear>naturalOrder()))
            .thenComparing(each -> each.row().middle(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.row().high(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Jobs jobs;
    private final HospitalAccess access;
    private final CoordinatorQueries queries;

    @Inject
    CatchmentLikelyPages(Jobs jobs, HospitalAccess access, CoordinatorQueries queries) {
        this.jobs = jobs;
        this.access = access;
        this.queries = queries;
    }

    @TemplateData
    public record Row(String name, String hpr, String area, LikelyStart likely) {}

    /** @param untold how many wait now of whom the forecast says nothing */
    @TemplateData
    public record Shared(
            String title, int untold, List<Choice> areas, String chosen, Cut<Row> doctors, List<AssumedLine> assumed) {}

    /** @param shared null where the hospital shares no forecast */
    record Likely(List<Link> hospitals, List<Link> trail, String address, String href, Shared shared)
            implements TemplateInstance {}

    @GET
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.FORECAST)
    @Operation(hidden = true)
    public Response likely(
            HospitalId hospital,
            @QueryParam("omraade") @Pattern(regexp = "|[0-9]{4}|[0-9]{6}") @Size(max = 6) String area,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Optional<Jobs.OfHospital> forecast = Pages.of(access.known(hospital).then(jobs::ofHospital));
        String chosen = area == null || area.isEmpty() ? null : area;
        String address = BASE + hospital;
        return Pages.show(new Likely(
                HospitalPick.of(access.hospitals(), hospital.value(), each -> BASE + each)
                        .links(),
                List.of(Link.to(Texts.of("waiting-title"), "/koordinator/leger/" + hospital)),
                address,
                address + "?" + (chosen == null ? "" : "omraade=" + chosen + "&") + "side=",
                forecast.map(each -> shared(each, chosen, side)).orElse(null)));
    }

    private Shared shared(Jobs.OfHospital forecast, String chosen, int side) {
        Names names = queries.names(forecast.job().hospital());
        List<Jobs.Waiting> shown = forecast.doctors().stream()
                .filter(each -> chosen == null || each.doctor().area().value().equals(chosen))
                .sorted(SOONEST)
                .toList();
        return new Shared(
                Texts.of(
                        "likely-of",
                        names.hospital(),
                        forecast.job().title(),
                        Formats.longDate(forecast.job().askedAt())),
                forecast.untold(),
                queries.areas(
                        names,
                        forecast.doctors().stream()
                                .map(each -> each.doctor().area())
                                .toList()),
                chosen,
                Cut.of(shown, side)
                        .map(each -> new Row(
                                each.doctor().name(),
                                each.doctor().hpr().digits(),
                                names.area(each.doctor().area()),
                                LikelyStart.of(each.row(), forecast.last()))),
                forecast.assumed().stream()
                        .map(each -> AssumedLine.of(each, names::area))
                        .toList());
    }
}
