package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a hospital offers positions. */
@Path("/koordinator/tilbud")
@Blocking
public class OfferSettingsPages {
    static final String BASE = "/koordinator/tilbud/";

    private final HospitalOffers settings;
    private final HospitalAccess access;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OfferSettingsPages(HospitalOffers settings, HospitalAccess access, FormRequest posted, Flash flash) {
        this.settings = settings;
        this.access = access;
        this.posted = posted;
        this.flash = flash;
    }

    record Edit(
            List<Link> hospitals,
            String hospital,
            String action,
            String chances,
            List<Choice> answeredBy,
            List<Choice> leaveAndLocum,
            Form form)
            implements TemplateInstance {}

    record None() implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response first() {
        return HospitalPick.first(access.hospitals(), BASE).orElseGet(() -> Pages.show(new None()));
    }

    @GET
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response edit(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Versioned<OfferSettings> stands = settings.of(hospital);
        OfferSettings how = stands.value();
        Form form = Form.empty()
                .with("answeredBy", how.answeredBy().name())
                .with("leaveAndLocum", how.leaveAndLocum().name())
                .with("leaderDecides", how.leaderDecides() ? "ja" : "")
                .with("firstDays", how.firstDays())
                .with("laterDays", how.laterDays())
                .with("upgradeStopMonths", how.upgradeStopMonths())
                .with("lateStopWeeks", how.lateStopWeeks())
                .with("rounds", how.rounds())
                .with("version", stands.version());
        return Pages.show(page(hospital, form));
    }

    @POST
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Form form = posted.form();
        AnsweredBy answeredBy = form.chosen("answeredBy", AnsweredBy::valueOf).orElse(null);
        LeaveAndLocum leaveAndLocum =
                form.chosen("leaveAndLocum", LeaveAndLocum::valueOf).orElse(null);
        int firstDays = number(form, "firstDays", 1, OfferSettings.MAX_DAYS);
        int laterDays = number(form, "laterDays", 1, OfferSettings.MAX_DAYS);
        int upgradeStop = number(form, "upgradeStopMonths", 0, OfferSettings.MAX_UPGRADE_STOP_MONTHS);
        int lateStop = number(form, "lateStopWeeks", 0, OfferSettings.MAX_LATE_STOP_WEEKS);
        int rounds = number(form, "rounds", 1, OfferSettings.MAX_ROUNDS);
        if (form.faulty()) {
            return Pages.faulty(page(hospital, form));
        }
        OfferSettings wanted = new OfferSettings(
                hospital,
                answeredBy,
                leaveAndLocum,
                form.has("leaderDecides", "ja"),
                firstDays,
                laterDays,
                upgradeStop,
                lateStop,
                rounds);
        Result<Versioned<OfferSettings>> outcome = settings.put(wanted, form.version());
        if (outcome instanceof Result.Refused<Versioned<OfferSettings>> refused
                && refused.kind() == Result.Kind.CONFLICT) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-offer.offer-settings-stale"));
            return Pages.show(
                    page(hospital, form.having("version", settings.of(hospital).version())),
                    Response.Status.CONFLICT.getStatusCode());
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(page(hospital, form));
        }
        flash.tell("offer-settings-saved");
        return Pages.seeOther(BASE + hospital);
    }

    private static int number(Form form, String name, int least, int most) {
        if (form.value(name).isBlank()) {
            form.refuse(Finding.of(name, null, "web.missing"));
            return least;
        }
        return form.number(name, least, most).orElse(least);
    }

    private Edit page(HospitalId hospital, Form form) {
        HospitalPick pick = HospitalPick.of(access.hospitals(), hospital.value(), each -> BASE + each);
        return new Edit(
                pick.links(),
                pick.name(),
                BASE + hospital,
                "/koordinator/utsikter/" + hospital,
                choices(AnsweredBy.values()),
                choices(LeaveAndLocum.values()),
                form);
    }

    private static List<Choice> choices(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(each -> new Choice(each.name(), OfferWords.capital(Texts.told(each))))
                .toList();
    }
}
