package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Agreement;
import no.alisplass.catchment.Agreements;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Slug;
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

/** Which municipalities and districts the hospital has an agreement on training with. */
@Path("/koordinator/avtaler")
@Blocking
public class AgreementPages {
    private final Agreements agreements;
    private final HospitalAccess access;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    AgreementPages(Agreements agreements, HospitalAccess access, FormRequest posted, Flash flash, Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /** An area with what is known of it, and how that is today. */
    @TemplateData
    public record Row(String name, String href, Agreement agreement, Agreement.State state, boolean registered) {
        public String getStateKey() {
            return "agreement-state-" + state;
        }

        public String getBadge() {
            return switch (state) {
                case HOLDS -> "success";
                case NOT_BEGUN -> "info";
                case ENDED -> "warning";
                case NONE -> "neutral";
            };
        }
    }

    record All(List<Link> hospitals, String hospital, List<Row> rows, long holding, long registered)
            implements TemplateInstance {}

    record Edit(Form form, String area, String hospital, String action, List<Link> trail) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all(@QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String hospital) {
        HospitalPick pick =
                HospitalPick.of(access.hospitals(), hospital, each -> "/koordinator/avtaler?sykehus=" + each);
        List<Row> rows = pick.shown().stream()
                .flatMap(each -> agreements.all(each.id()).stream())
                .map(this::row)
                .toList();
        return Pages.show(new All(
                pick.links(),
                pick.name(),
                rows,
                rows.stream()
                        .filter(each -> each.state() == Agreement.State.HOLDS)
                        .count(),
                rows.stream().filter(Row::registered).count()));
    }

    @GET
    @Path("{hospital}/{area}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response edit(HospitalId hospital, AreaCode area) {
        Agreements.OfArea known = known(hospital, area);
        Versioned<Agreement> stands = known.agreement();
        Form form = Form.empty()
                .with("signedOn", stands.value().signedOn())
                .with("from", stands.value().from())
                .with("to", stands.value().to())
                .with("reference", stands.value().reference())
                .with("registeredSince", stands.value().registeredSince())
                .with("version", stands.version());
        return Pages.show(edit(known, form));
    }

    @POST
    @Path("{hospital}/{area}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(HospitalId hospital, AreaCode area) {
        Agreements.OfArea known = known(hospital, area);
        Form form = posted.form();
        LocalDate signed = form.date("signedOn").orElse(null);
        LocalDate from = form.date("from").orElse(null);
        LocalDate to = form.date("to").orElse(null);
        String reference = form.text("reference", Agreement.MAX_REFERENCE);
        LocalDate registered = form.date("registeredSince").orElse(null);
        if (form.faulty()) {
            return Pages.faulty(edit(known, form));
        }
        Agreement agreement =
                new Agreement(hospital, area, signed, from, to, reference.isEmpty() ? null : reference, registered);
        Result<Agreements.OfArea> outcome = agreements.put(agreement, form.version());
        if (outcome instanceof Result.Refused<Agreements.OfArea> refused && refused.kind() == Result.Kind.CONFLICT) {
            Versioned<Agreement> now = known(hospital, area).agreement();
            form.refuse(Finding.of(
                    Form.WHOLE,
                    null,
                    "web-coordinator.agreement-stale",
                    known.area().name()));
            return Pages.show(
                    edit(known, form.having("version", now.version())), Response.Status.CONFLICT.getStatusCode());
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(edit(known, form));
        }
        flash.tell("agreement-saved", known.area().name());
        return Pages.seeOther("/koordinator/avtaler?sykehus=" + hospital);
    }

    private Agreements.OfArea known(HospitalId hospital, AreaCode area) {
        return Pages.of(agreements.read(Pages.of(access.known(hospital)), area));
    }

    private Edit edit(Agreements.OfArea known, Form form) {
        HospitalId hospital = known.agreement().value().hospital();
        String name = access.hospitals().stream()
                .filter(each -> each.id().equals(hospital))
                .map(Hospital::name)
                .findFirst()
                .orElseGet(hospital::value);
        return new Edit(
                form,
                known.area().name(),
                name,
                address(known),
                List.of(Link.to(Texts.of("agreements-title"), "/koordinator/avtaler?sykehus=" + hospital)));
    }

    private Row row(Agreements.OfArea known) {
        LocalDate today = LocalDate.now(clock);
        Agreement agreement = known.agreement().value();
        return new Row(
                known.area().name(), address(known), agreement, agreement.on(today), agreement.registered(today));
    }

    private static String address(Agreements.OfArea known) {
        return "/koordinator/avtaler/" + known.agreement().value().hospital() + "/"
                + known.area().code();
    }
}
