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
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.Verdict;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One run: how far it has come, what it proposes, and what is known of the proposal. */
@Path("/koordinator/runder/{round}/kjoringer/{number}")
@Blocking
public class ProposalPages {
    private final Runs runs;
    private final OtherProposals others;
    private final Capacity capacity;
    private final CoordinatorQueries desk;
    private final Users users;
    private final Flash flash;

    @Inject
    ProposalPages(
            Runs runs, OtherProposals others, Capacity capacity, CoordinatorQueries desk, Users users, Flash flash) {
        this.runs = runs;
        this.others = others;
        this.capacity = capacity;
        this.desk = desk;
        this.users = users;
        this.flash = flash;
    }

    /** @param href of the run's page */
    record Progress(int number, String href, String stateKey, int settled, int total) {}

    record Running(RoundHeader frame, RunPages.RunRow run, Progress progress) implements TemplateInstance {}

    record Part(Progress progress) implements TemplateInstance {}

    record Ended(RoundHeader frame, RunPages.RunRow run, boolean canStart) implements TemplateInstance {}

    /**
     * @param outdated what has changed so that the proposal no longer fits; none when it does
     * @param also doctors of the proposal who are in another round's proposal too
     * @param previous the number of the proposal before this one; 0 for none
     */
    record Show(
            RoundHeader frame,
            RunPages.RunRow run,
            Known verdict,
            ProposalView proposal,
            boolean canApprove,
            boolean canStart,
            List<String> outdated,
            int previous,
            List<ViolationView> violations,
            List<String> also,
            String approvedBy,
            String approvedAt)
            implements TemplateInstance {}

    /** What is known of the proposal, in plain words, and what it can be recomputed from. */
    record Known(
            String kind,
            String title,
            String text,
            int passedOver,
            String problemHash,
            String proposalHash,
            long seed,
            String policy,
            String solver) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PROPOSAL)
    @Operation(hidden = true)
    public Response show(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Run run = Pages.of(runs.find(round, number));
        RoundHeader frame = RoundHeader.of(known, "/kjoringer");
        RunPages.RunRow row = RunPages.row(known, run);
        if (!run.state().ended()) {
            return Pages.show(new Running(frame, row, progress(known, run)));
        }
        if (!run.state().hasProposal()) {
            return Pages.show(new Ended(frame, row, runs.canStart(known)));
        }
        Allocation allocation = Pages.of(runs.allocation(round, number));
        AllocationProblem problem = allocation.snapshot().problem();
        Names names = desk.names(known.hospital());
        boolean open = run.state() == RunState.DONE && known.state() == RoundState.CLOSED;
        List<String> outdated = open ? outdated(run) : List.of();
        return Pages.show(new Show(
                frame,
                row,
                known(allocation),
                ProposalView.of(allocation, problem, known, names, capacity.positions(known.hospital())),
                open && Approval.refused(allocation).isEmpty() && outdated.isEmpty(),
                runs.canStart(known),
                outdated,
                previous(run),
                ViolationView.all(allocation.verdict().violations(), names),
                AlsoProposed.all(allocation, others.besides(known), names),
                run.approvedBy() == null ? null : users.nameOf(run.approvedBy()),
                Moments.text(run.approvedAt())));
    }

    /** What has changed since the run was frozen. */
    private List<String> outdated(Run run) {
        return Pages.of(runs.changesSince(run.round(), run.number())).stream()
                .map(Texts::of)
                .toList();
    }

    private int previous(Run run) {
        return runs.of(run.round()).stream()
                .filter(each -> each.number() < run.number() && each.proposalHash() != null)
                .mapToInt(Run::number)
                .max()
                .orElse(0);
    }

    private static Known known(Allocation allocation) {
        Run run = allocation.run();
        Verdict verdict = allocation.verdict();
        String kind =
                switch (verdict.kind()) {
                    case REFUSED -> "danger";
                    case PARTLY -> "warning";
                    case EMPTY -> "info";
                    case PROVEN -> verdict.violations().isEmpty() ? "success" : "warning";
                };
        return new Known(
                kind,
                Texts.of("verdict-" + verdict.kind()),
                verdict.text().stream().map(Texts::of).collect(Collectors.joining(" ")),
                verdict.passedOver(),
                run.problemHash(),
                run.proposalHash(),
                run.seed(),
                run.policyId() + " " + run.policyVersion(),
                run.solverVersion());
    }

    private static Progress progress(Round round, Run run) {
        return new Progress(
                run.number(),
                RunPages.base(round) + "/" + run.number(),
                "run-state-" + run.state(),
                run.settled(),
                run.total());
    }

    /** What htmx fetches while a run goes on; when it has ended, the whole page is loaded anew. */
    @GET
    @Path("framdrift")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
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
    @Path("avbryt")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response cancel(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        flash.tell(runs.cancel(round, number) instanceof Result.Done<Run> ? "run-cancelled" : "run-was-over", number);
        return Pages.seeOther(RunPages.base(known) + "/" + number);
    }
}
