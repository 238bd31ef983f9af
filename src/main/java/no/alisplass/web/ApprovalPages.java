package no.alisplass.web;

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
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A named human approves a proposal. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/godkjenn")
@Blocking
public class ApprovalPages {
    private final Runs runs;
    private final Approval approval;
    private final Capacity capacity;
    private final RoundDesk desk;
    private final Caller caller;
    private final Posted posted;
    private final Flash flash;

    @Inject
    ApprovalPages(
            Runs runs,
            Approval approval,
            Capacity capacity,
            RoundDesk desk,
            Caller caller,
            Posted posted,
            Flash flash) {
        this.runs = runs;
        this.approval = approval;
        this.capacity = capacity;
        this.desk = desk;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    record Approve(RoundFrame frame, int number, String action, String name, ProposalView proposal, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response confirm(RoundId round, @Min(1) @Max(100_000) int number) {
        return Pages.show(approvePage(round, number, Form.empty()));
    }

    private Approve approvePage(RoundId round, int number, Form form) {
        Round known = desk.round(round);
        Allocation allocation = Pages.of(runs.allocation(round, number));
        return new Approve(
                RoundFrame.of(known, "/kjoringer"),
                number,
                RunPages.base(known) + "/" + number + "/godkjenn",
                caller.displayName(),
                ProposalView.of(
                        allocation,
                        allocation.snapshot().problem(),
                        known,
                        desk.names(known.hospital()),
                        capacity.positions(known.hospital())),
                form);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response approve(RoundId round, @Min(1) @Max(100_000) int number) {
        Form form = posted.form();
        String typed = form.required("navn", 200);
        if (!typed.isEmpty() && !typed.equals(Text.line(caller.displayName()))) {
            form.refuse(Finding.of("navn", typed, "web-koordinator.approve-name", typed, caller.displayName()));
        }
        if (form.faulty() || form.take(approval.approve(round, number)).isEmpty()) {
            return Pages.faulty(approvePage(round, number, form));
        }
        flash.tell("run-approved", number);
        return Pages.seeOther(RoundFrame.base(round.value()) + "/kjoringer/" + number);
    }
}
