package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.Verdict;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The runs of a round, and the start of another. */
@Path("/koordinator/runder/{round}/kjoringer")
@Blocking
public class RunPages {
    private static final long SEED = 0;
    private static final int PAGE = 50;

    private final Runs runs;
    private final CoordinatorQueries desk;

    @Inject
    RunPages(Runs runs, CoordinatorQueries desk) {
        this.runs = runs;
        this.desk = desk;
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

    /** @param runs those of the page; {@code proposals} are the numbers of all that have one, the newest first */
    record History(
            RoundHeader frame,
            List<RunRow> runs,
            boolean canStart,
            Form form,
            List<Integer> proposals,
            int page,
            int pages)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response history(RoundId round, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        return Pages.show(historyPage(desk.round(round), page, Form.empty()));
    }

    private History historyPage(Round round, int page, Form form) {
        List<RunRow> rows =
                runs.of(round.id()).stream().map(run -> row(round, run)).toList();
        int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        int at = Math.min(page, pages);
        return new History(
                RoundHeader.of(round, "/kjoringer"),
                rows.subList((at - 1) * PAGE, Math.min(at * PAGE, rows.size())),
                runs.canStart(round),
                form,
                rows.stream().filter(RunRow::hasProposal).map(RunRow::number).toList(),
                at,
                pages);
    }

    static String base(Round round) {
        return RoundHeader.base(round.id().value()) + "/kjoringer";
    }

    static RunRow row(Round round, Run run) {
        Verdict.Kind known = Verdict.Kind.of(run);
        String badge =
                switch (run.state()) {
                    case QUEUED, RUNNING -> "info";
                    case DONE -> "neutral";
                    case APPROVED -> "success";
                    case SUPERSEDED -> "warning";
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
                known == null ? "proof-none" : "proof-" + known.name().toLowerCase(Locale.ROOT),
                known != null);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start(RoundId round) {
        Round known = desk.round(round);
        Form form = Form.empty();
        return form.take(runs.start(round, SEED))
                .map(run -> Pages.seeOther(base(known) + "/" + run.number()))
                .orElseGet(() -> Pages.faulty(historyPage(known, 1, form)));
    }
}
