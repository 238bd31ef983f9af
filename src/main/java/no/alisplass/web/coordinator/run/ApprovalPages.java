package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A named human approves a proposal. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/godkjenn")
@Blocking
public class ApprovalPages {
    private final Runs runs;
    private final OtherProposals others;
    private final Approval approval;
    private final Capacity capacity;
    private final CoordinatorQueries desk;
    private final Waitlists waitlists;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ApprovalPages(
            Runs runs,
            OtherProposals others,
            Approval approval,
            Capacity capacity,
            CoordinatorQueries desk,
            Waitlists waitlists,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.runs = runs;
        this.others = others;
        this.approval = approval;
        this.capacity = capacity;
        this.desk = desk;
        this.waitlists = waitlists;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * What stands behind the signature besides the proposal itself.
     *
     * @param byHand doctors whose outcome is settled by hand
     * @param breached doctors ahead who would rather have had what was given by hand
     * @param silent municipalities that sent no list, by name
     * @param outside doctors on the lists who could not take part
     */
    record Summary(int byHand, int breached, int silentCount, String silent, int outside) {}

    record Approve(
            RoundHeader frame,
            int number,
            String action,
            String name,
            ProposalView proposal,
            List<String> also,
            Summary summary,
            boolean outdated,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PROPOSAL)
    @Operation(hidden = true)
    public Response confirm(RoundId round, @Min(1) @Max(100_000) int number) {
        if (isApproved(round, number)) {
            return already(round, number);
        }
        return Pages.show(approvePage(round, number, Form.empty()));
    }

    private Approve approvePage(RoundId round, int number, Form form) {
        Round known = desk.round(round);
        Allocation allocation = Pages.of(runs.allocation(round, number));
        Names names = desk.names(known.hospital());
        List<String> silent = Pages.of(waitlists.status(round)).stream()
                .filter(each -> !each.hasAnswered())
                .map(each -> each.area().name())
                .sorted()
                .toList();
        Summary summary = new Summary(
                allocation.verdict().byHand(),
                allocation.verdict().passedOver(),
                silent.size(),
                String.join(", ", silent),
                allocation.snapshot().roster().notEligible().size());
        boolean outdated = !Pages.of(runs.changesSince(round, number)).isEmpty();
        return new Approve(
                RoundHeader.of(known, "/kjoringer"),
                number,
                RunPages.base(known) + "/" + number + "/godkjenn",
                caller.displayName(),
                ProposalView.of(
                        allocation,
                        allocation.snapshot().problem(),
                        known,
                        names,
                        capacity.positions(known.hospital())),
                AlsoProposed.all(allocation, others.besides(known), names),
                summary,
                outdated,
                form);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PROPOSAL)
    @Operation(hidden = true)
    public Response approve(RoundId round, @Min(1) @Max(100_000) int number) {
        if (isApproved(round, number)) {
            return already(round, number);
        }
        Form form = posted.form();
        String typed = form.required("navn", 200);
        if (!typed.isEmpty() && !typed.equals(Text.line(caller.displayName()))) {
            form.refuse(Finding.of("navn", typed, "web-coordinator.approve-name", typed, caller.displayName()));
        }
        if (form.faulty() || form.take(approval.approve(round, number)).isEmpty()) {
            if (isApproved(round, number)) {
                return already(round, number);
            }
            return Pages.faulty(approvePage(round, number, form));
        }
        flash.tell("run-approved", number);
        return Pages.seeOther(RoundHeader.base(round.value()) + "/kjoringer/" + number);
    }

    private boolean isApproved(RoundId round, int number) {
        return Pages.of(runs.find(round, number)).state() == RunState.APPROVED;
    }

    /** Another click, or someone else's, has approved it: asking again is the same as asking once. */
    private Response already(RoundId round, int number) {
        flash.tell("run-approved-already", number);
        return Pages.seeOther(RoundHeader.base(round.value()) + "/kjoringer/" + number);
    }
}
