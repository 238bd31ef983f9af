package no.alisplass.web.coordinator.vacancy;

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
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.settings.HospitalVacancies;
import no.alisplass.vacancy.settings.VacancySettings;
import no.alisplass.web.offer.VacancyForm;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A vacancy that the coordinator reports for a department, and how the hospital fills vacancies. */
@Path(VacancyPages.BASE + "/{hospital}")
@Blocking
public class VacancyReportPages {
    private final HospitalAccess access;
    private final HospitalVacancies settings;
    private final VacancyForm reports;
    private final Directory directory;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    VacancyReportPages(
            HospitalAccess access,
            HospitalVacancies settings,
            VacancyForm reports,
            Directory directory,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.access = access;
        this.settings = settings;
        this.reports = reports;
        this.directory = directory;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    record Report(List<Link> trail, String action, String back, List<Choice> departments, Form form)
            implements TemplateInstance {}

    record Settings(List<Link> trail, String hospital, String action, Form form) implements TemplateInstance {}

    @GET
    @Path("nytt")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response report(HospitalId hospital) {
        Pages.of(access.known(hospital));
        return Pages.show(report(hospital, VacancyForm.empty()));
    }

    @POST
    @Path("nytt")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response reported(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Form form = posted.form();
        Optional<VacancyWay.Reported> reported = reports.report(hospital, form, Acting.as(Actor.COORDINATOR, caller));
        if (reported.isEmpty()) {
            return Pages.faulty(report(hospital, form));
        }
        reports.tell(reported.get(), directory.names(hospital));
        return Pages.seeOther(VacancyPages.at(reported.get().vacancy().value()));
    }

    private Report report(HospitalId hospital, Form form) {
        String base = VacancyPages.base(hospital);
        List<Choice> departments = directory.names(hospital).departments().stream()
                .map(each -> new Choice(each.id().value(), each.name()))
                .toList();
        return new Report(trail(hospital), base + "/nytt", base, departments, form);
    }

    @GET
    @Path("innstillinger")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response settings(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Versioned<VacancySettings> stands = settings.of(hospital);
        return Pages.show(settings(
                hospital,
                Form.empty()
                        .with("nominateDays", stands.value().nominateDays())
                        .with("releaseWeeks", stands.value().releaseWeeks())
                        .with("version", stands.version())));
    }

    @POST
    @Path("innstillinger")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Form form = posted.form();
        Optional<Integer> days = form.number("nominateDays", 1, VacancySettings.MAX_DAYS);
        Optional<Integer> weeks = form.number("releaseWeeks", 1, VacancySettings.MAX_WEEKS);
        missing(form, "nominateDays", days);
        missing(form, "releaseWeeks", weeks);
        if (form.faulty()) {
            return Pages.faulty(settings(hospital, form));
        }
        Result<Versioned<VacancySettings>> outcome =
                settings.put(new VacancySettings(hospital, days.orElseThrow(), weeks.orElseThrow()), form.version());
        if (outcome instanceof Result.Refused<Versioned<VacancySettings>> refused
                && refused.kind() == Result.Kind.CONFLICT) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-offer.offer-settings-stale"));
            return Pages.show(
                    settings(
                            hospital,
                            form.having("version", settings.of(hospital).version())),
                    Response.Status.CONFLICT.getStatusCode());
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(settings(hospital, form));
        }
        flash.tell("vacancy-settings-saved");
        return Pages.seeOther(VacancyPages.base(hospital));
    }

    private static void missing(Form form, String name, Optional<Integer> number) {
        if (number.isEmpty() && form.findings(name).isEmpty()) {
            form.refuse(Finding.of(name, null, "web.missing"));
        }
    }

    private Settings settings(HospitalId hospital, Form form) {
        return new Settings(
                trail(hospital),
                directory.names(hospital).hospital(),
                VacancyPages.base(hospital) + "/innstillinger",
                form);
    }

    private static List<Link> trail(HospitalId hospital) {
        return List.of(Link.to(Texts.of("vacancies-title"), VacancyPages.base(hospital)));
    }
}
