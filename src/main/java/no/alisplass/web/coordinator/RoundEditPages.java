package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Changing what of a round may still be changed. */
@Path("/koordinator/runder/{round}/endre")
@Blocking
public class RoundEditPages {
    private final Rounds rounds;
    private final CoordinatorQueries desk;
    private final PlanFields plan;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RoundEditPages(Rounds rounds, CoordinatorQueries desk, PlanFields plan, FormRequest posted, Flash flash) {
        this.rounds = rounds;
        this.desk = desk;
        this.plan = plan;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param draft whether everything may be changed, not only title and deadline */
    record Edit(RoundHeader frame, Form form, PlanFields.Choices choices, boolean draft) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response edit(RoundId round) {
        Round before = desk.round(round);
        Form form = Form.empty()
                .with("title", before.title())
                .with("halfYears", before.first())
                .with("count", before.halfYears().size())
                .with("policyId", before.policyId())
                .with("objective", before.objective())
                .with("deadline", before.deadline())
                .with("version", before.version());
        return Pages.show(editPage(before, form));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(RoundId round) {
        Round before = desk.round(round);
        Form form = posted.form();
        RoundPlan.Change change;
        if (before.state() == RoundState.DRAFT) {
            PlanFields.Fields fields = plan.read(form, before.deadline());
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
                    form.required("title", 200), null, null, null, null, null, plan.deadline(form, before.deadline()));
        }
        if (form.faulty()) {
            return Pages.faulty(editPage(before, form));
        }
        Result<RoundChange> outcome = rounds.change(round, change, form.version());
        if (outcome instanceof Result.Refused<RoundChange> refused) {
            boolean stale =
                    refused.findings().stream().anyMatch(each -> each.code().equals("round.changed-meanwhile"));
            if (stale) {
                Round now = desk.round(round);
                form.refuse(
                        Finding.of(Form.WHOLE, null, "web-coordinator.round-edit-stale", now.title(), now.deadline()));
                return Pages.show(
                        editPage(now, form.having("version", now.version())), Response.Status.CONFLICT.getStatusCode());
            }
            form.take(outcome);
            return Pages.faulty(editPage(before, form));
        }
        flash.tell("round-changed", Pages.of(outcome).round().title());
        return Pages.seeOther(RoundHeader.base(round.value()));
    }

    private Edit editPage(Round round, Form form) {
        return new Edit(
                RoundHeader.of(round, ""),
                form,
                plan.choices(round.first(), round.policyId()),
                round.state() == RoundState.DRAFT);
    }
}
