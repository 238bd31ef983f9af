package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.policy.Policies;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.Rounds;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Planning a round. */
@Path("/koordinator/ny-runde")
@Blocking
public class RoundPlanPages {
    private final Rounds rounds;
    private final HospitalAccess access;
    private final Policies policies;
    private final PlanFields plan;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    RoundPlanPages(
            Rounds rounds,
            HospitalAccess access,
            Policies policies,
            PlanFields plan,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.rounds = rounds;
        this.access = access;
        this.policies = policies;
        this.plan = plan;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /** @param suggestions names and deadlines by half-year, as JSON; they follow the half-year until someone types others */
    record New(Form form, PlanFields.Choices choices, String suggestions) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response plan() {
        LocalDate today = LocalDate.now(clock);
        HalfYear earliest =
                HalfYear.startingOnOrAfter(today.plusMonths(plan.lead().callMonths()));
        Optional<Hospital> hospital = access.hospitals().stream().findFirst();
        HalfYear first =
                hospital.map(each -> plan.firstWithout(each.id(), earliest)).orElse(earliest);
        PlanFields.Suggestion suggestion =
                plan.suggestion(hospital.map(Hospital::name).orElse(""), first);
        Form form = Form.empty()
                .with("halfYears", first)
                .with("count", 1)
                .with("deadline", suggestion.deadline())
                .with("objective", Objective.WISHES_FIRST);
        policies.offered().stream().findFirst().ifPresent(policy -> form.with("policyId", policy.id()));
        hospital.ifPresent(each -> form.with("hospital", each.id())
                .with("title", suggestion.titles().get(0)));
        return Pages.show(page(form, first));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response create() {
        Form form = posted.form();
        PlanFields.Fields fields = plan.read(form, null);
        Optional<HospitalId> hospital = form.chosen("hospital", HospitalId::new);
        hospital.filter(each -> !access.reaches(each))
                .ifPresent(each ->
                        form.refuse(Finding.of("hospital", each.value(), "round.hospital-unknown", each.value())));
        Optional<RoundChange> made = form.faulty()
                ? Optional.empty()
                : form.take(rounds.create(new RoundPlan(
                        null,
                        hospital.orElseThrow(),
                        fields.title(),
                        fields.halfYears(),
                        fields.policyId(),
                        null,
                        fields.objective(),
                        fields.seed(),
                        fields.deadline())));
        if (made.isEmpty()) {
            return Pages.faulty(page(form, HalfYear.startingOnOrAfter(LocalDate.now(clock))));
        }
        flash.tell("round-planned", made.get().round().title());
        return Pages.seeOther(RoundHeader.base(made.get().round().id().value()));
    }

    private New page(Form form, HalfYear around) {
        PlanFields.Choices choices = plan.choices(around, null);
        String hospital =
                access.hospitals().stream().findFirst().map(Hospital::name).orElse("");
        return new New(form, choices, plan.suggestions(hospital, choices.starts()));
    }
}
