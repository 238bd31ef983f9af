package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.RegisterLists;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.LikelyStart;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** When the area's own doctors are likely to begin, by the forecasts that hospitals have shared. */
@Path(OwnRegister.BASE + "/prognose")
@Blocking
public class LikelyPages {
    private final OwnRegister own;
    private final Jobs jobs;
    private final RegisterLists register;
    private final Capacity capacity;

    @Inject
    LikelyPages(OwnRegister own, Jobs jobs, RegisterLists register, Capacity capacity) {
        this.own = own;
        this.jobs = jobs;
        this.register = register;
        this.capacity = capacity;
    }

    @TemplateData
    public record Row(String name, String href, LikelyStart likely) {}

    @TemplateData
    public record Shared(String title, List<Row> doctors, List<AssumedLine> assumed) {}

    record Likely(List<Link> trail, List<Shared> shared) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OWN_FORECAST)
    @Operation(hidden = true)
    public Response likely() {
        return Pages.show(new Likely(
                OwnRegister.trail(),
                jobs.ofArea(own.area()).stream().map(this::shared).toList()));
    }

    private Shared shared(Jobs.OfArea forecast) {
        Map<HprNumber, String> names =
                register.names(forecast.doctors().stream().map(DoctorRow::hpr).toList(), own.area());
        String hospital = capacity.hospital(forecast.job().hospital())
                .map(Hospital::name)
                .orElse(forecast.job().hospital().value());
        return new Shared(
                Texts.of(
                        "likely-of",
                        hospital,
                        forecast.job().title(),
                        Formats.longDate(forecast.job().askedAt())),
                forecast.doctors().stream()
                        .map(row -> new Row(
                                names.get(row.hpr()),
                                OwnRegister.address(row.hpr()),
                                LikelyStart.of(row, forecast.last())))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList(),
                forecast.assumed().stream()
                        .map(each -> AssumedLine.of(each, area -> Texts.of("likely-own-area")))
                        .toList());
    }
}
