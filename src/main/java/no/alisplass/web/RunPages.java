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
import java.util.List;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runs of the allocation: started, followed, read, approved by a named human. */
@Path("/koordinator/runder/{round}/kjoringer")
@Blocking
public class RunPages {
    private static final long SEED = 0;

    private final Runs runs;
    private final Approval approval;
    private final Capacity capacity;
    private final RoundDesk desk;
    private final Caller caller;
    private final Posted posted;
    private final Flash flash;

    @Inject
    RunPages(
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

    /** @param proof the key of what is known of the proposal's proof */
    record RunRow(
            int number,
            String href,
            String stateKey,
            String badge,
            String started,
            String startedBy,
            String proofKey,
            boolean hasProposal) {}

    record History(RoundFrame frame, List<RunRow> runs, boolean canStart, Form form, int proposals)
            implements TemplateInstance {}

    /** @param href of the run's page */
    record Progress(int number, String href, String stateKey, int settled, int total) {}

    record Running(RoundFrame frame, RunRow run, Progress progress) implements TemplateInstance {}

    record Part(Progress progress) implements TemplateInstance {}

    record Ended(RoundFrame frame, RunRow run, boolean canStart) implements TemplateInstance {}

    /**
     * @param outdated why the proposal no longer fits what it was made from; null when it does
     * @param previous the number of the proposal before this one; 0 for none
     */
    record Show(
            RoundFrame frame,
            RunRow run,
            Verdict verdict,
            ProposalView proposal,
            boolean canApprove,
            boolean canStart,
            String outdated,
            int previous,
            List<PinEffects.Breach> breaches,
            String approvedBy,
            String approvedAt)
            implements TemplateInstance {}

    /** What is known of the proposal, in plain words, and what it can be recomputed from. */
    record Verdict(
            String kind,
            String title,
            String text,
            String problemHash,
            String proposalHash,
            long seed,
            String policy,
            String solver) {}

    record Approve(RoundFrame frame, int number, String action, String name, ProposalView proposal, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response history(RoundId round) {
        return Pages.show(historyPage(desk.round(round), Form.empty()));
    }

    private History historyPage(Round round, Form form) {
        List<RunRow> rows =
                runs.of(round.id()).stream().map(run -> row(round, run)).toList();
        return new History(RoundFrame.of(round, "/kjoringer"), rows, canStart(round), form, (int)
                rows.stream().filter(RunRow::hasProposal).count());
    }

    private boolean canStart(Round round) {
        return round.state() == RoundState.CLOSED
                && runs.of(round.id()).stream().allMatch(run -> run.state().ended());
    }

    private static String base(Round round) {
        return RoundFrame.base(round.id().value()) + "/kjoringer";
    }

    static RunRow row(Round round, Run run) {
        boolean proposal = run.proposalHash() != null;
        String proof = !proposal
                ? "proof-none"
                : !Boolean.TRUE.equals(run.checked())
                        ? "proof-refused"
                        : Boolean.TRUE.equals(run.proven()) ? "proof-proven" : "proof-partly";
        String badge =
                switch (run.state()) {
                    case QUEUED, RUNNING -> "info";
                    case DONE -> "neutral";
                    case APPROVED -> "success";
                    case CANCELLED -> "warning";
                    case FAILED, INTERRUPTED -> "danger";
                };
        return new RunRow(
                run.number(),
                base(round) + "/" + run.number(),
                "run-state-" + run.state(),
                badge,
                Moments.text(run.requestedAt()),
                run.startedBy(),
                proof,
                proposal);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response start(RoundId round) {
        Round known = desk.round(round);
        Form form = Form.empty();
        return form.take(runs.start(round, SEED))
                .map(run -> Pages.seeOther(base(known) + "/" + run.number()))
                .orElseGet(() -> Pages.faulty(historyPage(known, form)));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response show(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Run run = Pages.of(runs.find(round, number));
        RoundFrame frame = RoundFrame.of(known, "/kjoringer");
        RunRow row = row(known, run);
        if (!run.state().ended()) {
            return Pages.show(new Running(frame, row, progress(known, run)));
        }
        if (run.state() != RunState.DONE && run.state() != RunState.APPROVED) {
            return Pages.show(new Ended(frame, row, canStart(known)));
        }
        Allocation allocation = Pages.of(runs.allocation(round, number));
        Snapshot snapshot = Pages.of(runs.snapshot(round, number));
        Names names = desk.names(known.hospital());
        String outdated = run.state() == RunState.DONE && known.state() == RoundState.CLOSED ? outdated(run) : null;
        return Pages.show(new Show(
                frame,
                row,
                verdict(run),
                ProposalView.of(allocation, snapshot.problem(), known, names, capacity.positions(known.hospital())),
                run.state() == RunState.DONE
                        && known.state() == RoundState.CLOSED
                        && Boolean.TRUE.equals(run.checked())
                        && outdated == null,
                canStart(known),
                outdated,
                previous(run),
                PinEffects.of(allocation, snapshot.problem(), names),
                run.approvedBy(),
                Moments.text(run.approvedAt())));
    }

    /** The page's text for lists, positions or pins that changed since the run was frozen. */
    private String outdated(Run run) {
        return runs.freeze(run.round()) instanceof Outcome.Done<Snapshot> now
                        && now.value().problemHash().equals(run.problemHash())
                ? null
                : Texts.of(Finding.of("problemHash", null, "allocation.run-outdated", run.number()));
    }

    private int previous(Run run) {
        return runs.of(run.round()).stream()
                .filter(each -> each.number() < run.number() && each.proposalHash() != null)
                .mapToInt(Run::number)
                .max()
                .orElse(0);
    }

    private static Verdict verdict(Run run) {
        boolean checked = Boolean.TRUE.equals(run.checked());
        boolean proven = Boolean.TRUE.equals(run.proven());
        String key = !checked ? "verdict-refused" : proven ? "verdict-proven" : "verdict-partly";
        return new Verdict(
                !checked ? "danger" : proven ? "success" : "warning",
                Texts.of(key),
                Texts.of(key + "-help", run.total()),
                run.problemHash(),
                run.proposalHash(),
                run.seed(),
                run.policyId() + " " + run.policyVersion(),
                run.solverVersion());
    }

    private static Progress progress(Round round, Run run) {
        return new Progress(
                run.number(), base(round) + "/" + run.number(), "run-state-" + run.state(), run.settled(), run.total());
    }

    /** What htmx fetches while a run goes on; when it has ended, the whole page is loaded anew. */
    @GET
    @Path("{number}/framdrift")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response progress(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Run run = Pages.of(runs.find(round, number));
        Response part = Pages.show(new Part(progress(known, run)));
        return run.state().ended()
                ? Response.fromResponse(part).header("HX-Refresh", "true").build()
                : part;
    }

    @POST
    @Path("{number}/avbryt")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response cancel(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        flash.tell(runs.cancel(round, number) instanceof Outcome.Done<Run> ? "run-cancelled" : "run-was-over", number);
        return Pages.seeOther(base(known) + "/" + number);
    }

    @GET
    @Path("{number}/godkjenn")
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
                base(known) + "/" + number + "/godkjenn",
                caller.displayName(),
                ProposalView.of(
                        allocation,
                        Pages.of(runs.snapshot(round, number)).problem(),
                        known,
                        desk.names(known.hospital()),
                        capacity.positions(known.hospital())),
                form);
    }

    @POST
    @Path("{number}/godkjenn")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response approve(RoundId round, @Min(1) @Max(100_000) int number) {
        Form form = posted.form();
        String typed = form.required("navn", 200);
        if (!typed.isEmpty() && !typed.equals(caller.displayName())) {
            form.refuse(Finding.of("navn", typed, "web-koordinator.approve-name", typed, caller.displayName()));
        }
        if (form.faulty() || form.take(approval.approve(round, number)).isEmpty()) {
            return Pages.faulty(approvePage(round, number, form));
        }
        flash.tell("run-approved", number);
        return Pages.seeOther(RoundFrame.base(round.value()) + "/kjoringer/" + number);
    }
}
