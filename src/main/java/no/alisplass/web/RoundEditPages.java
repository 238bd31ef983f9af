package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Changing what of a round may still be changed. */
@Path("/koordinator/runder/{round}/endre")
@Blocking
public class RoundEditPages {
    private final Rounds rounds;
    private final RoundDesk desk;
    private final PlanFields plan;
    private final Posted posted;
    private final Flash flash;

    @Inject
    RoundEditPages(Rounds rounds, RoundDesk desk, PlanFields plan, Posted posted, Flash flash) {
        this.rounds = rounds;
        this.desk = desk;
        this.plan = plan;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param draft whether everything may be changed, not only title and deadline */
    record Edit(RoundFrame frame, Form form, PlanFields.Choices choices, boolean draft) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response edit(RoundId round) {
        Round before = desk.round(round);
        Form form = Form.empty()
                .with("title", before.title())
                .with("halfYears", before.first())
                .with("count", before.halfYears().size())
                .with("policyId", before.policyId())
                .with("objective", before.objective())
                .with("lotterySeed", before.lotterySeed())
                .with("deadline", before.deadline())
                .with("version", before.version());
        return Pages.show(editPage(before, form));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response change(RoundId round) {
        Round before = desk.round(round);
        Form form = posted.form();
        RoundPlan.Change change;
        if (before.state() == RoundState.DRAFT) {
            PlanFields.Fields fields = PlanFields.read(form);
            change = new RoundPlan.Change(
                    fields.title(),
                    fields.halfYears(),
                    fields.policyId(),
                    null,
                    fields.objective(),
                    fields.seed(),
                    fields.deadline());
        } else {
            change = new RoundPlan.Change(
                    form.required("title", 200), null, null, null, null, null, PlanFields.deadline(form));
        }
        if (form.faulty()
                || form.take(rounds.change(round, change, RoundPages.version(form)))
                        .isEmpty()) {
            return Pages.faulty(editPage(before, form));
        }
        flash.tell("round-changed", before.title());
        return Pages.seeOther(RoundFrame.base(round.value()));
    }

    private Edit editPage(Round round, Form form) {
        return new Edit(RoundFrame.of(round, ""), form, plan.choices(round.first()), round.state() == RoundState.DRAFT);
    }
}
