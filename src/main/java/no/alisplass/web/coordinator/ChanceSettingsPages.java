package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.chance.settings.ChanceSettings;
import no.alisplass.chance.settings.HospitalChances;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether municipalities see what chances their doctors have before the deadline. */
@Path("/koordinator/utsikter/{hospital}")
@Blocking
public class ChanceSettingsPages {
    private static final String BASE = "/koordinator/utsikter/";

    private final HospitalChances settings;
    private final HospitalAccess access;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ChanceSettingsPages(HospitalChances settings, HospitalAccess access, FormRequest posted, Flash flash) {
        this.settings = settings;
        this.access = access;
        this.posted = posted;
        this.flash = flash;
    }

    record Edit(List<Link> trail, List<Link> hospitals, String hospital, String action, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response edit(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Versioned<ChanceSettings> stands = settings.of(hospital);
        return Pages.show(page(
                hospital,
                Form.empty().with("shown", stands.value().shown() ? "ja" : "").with("version", stands.version())));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Form form = posted.form();
        boolean shown = form.has("shown", "ja");
        Result<Versioned<ChanceSettings>> outcome = settings.put(new ChanceSettings(hospital, shown), form.version());
        if (outcome instanceof Result.Refused<Versioned<ChanceSettings>> refused
                && refused.kind() == Result.Kind.CONFLICT) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-offer.offer-settings-stale"));
            return Pages.show(
                    page(hospital, form.having("version", settings.of(hospital).version())),
                    Response.Status.CONFLICT.getStatusCode());
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(page(hospital, form));
        }
        flash.tell(shown ? "chance-settings-on" : "chance-settings-off");
        return Pages.seeOther(BASE + hospital);
    }

    private Edit page(HospitalId hospital, Form form) {
        HospitalPick pick = HospitalPick.of(access.hospitals(), hospital.value(), each -> BASE + each);
        return new Edit(
                List.of(Link.to(Texts.of("offer-settings"), "/koordinator/tilbud/" + hospital)),
                pick.links(),
                pick.name(),
                BASE + hospital,
                form);
    }
}
