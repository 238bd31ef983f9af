package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Placed;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whose outcome differs between two runs of a round. */
@Path("/koordinator/runder/{round}/kjoringer/forskjell")
@Blocking
public class RunDiffPages {
    private final Runs runs;
    private final RoundDesk desk;

    @Inject
    RunDiffPages(Runs runs, RoundDesk desk) {
        this.runs = runs;
        this.desk = desk;
    }

    /** @param directionKey whether the later outcome is better for the doctor, worse, as good, or not to be compared */
    record Change(
            int position,
            String name,
            String area,
            String before,
            Integer wishBefore,
            String after,
            Integer wishAfter,
            String directionKey,
            String style) {}

    record Diff(RoundFrame frame, int from, int to, List<Change> changes, int better, int worse)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response diff(
            RoundId round,
            @QueryParam("fra") @DefaultValue("1") @Min(1) @Max(100_000) int from,
            @QueryParam("til") @DefaultValue("1") @Min(1) @Max(100_000) int to) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        Map<HprNumber, Placed> before = byNumber(Pages.of(runs.allocation(round, from)));
        Map<HprNumber, Placed> after = byNumber(Pages.of(runs.allocation(round, to)));
        List<Change> changes = new ArrayList<>();
        after.forEach((hpr, now) -> {
            Placed then = before.get(hpr);
            if (then == null || !then.stays().equals(now.stays())) {
                changes.add(change(then, now, names));
            }
        });
        before.forEach((hpr, then) -> {
            if (!after.containsKey(hpr)) {
                changes.add(change(then, null, names));
            }
        });
        return Pages.show(new Diff(
                RoundFrame.of(known, "/kjoringer"),
                from,
                to,
                changes,
                count(changes, "diff-better"),
                count(changes, "diff-worse")));
    }

    private static int count(List<Change> changes, String key) {
        return (int)
                changes.stream().filter(each -> each.directionKey().equals(key)).count();
    }

    private static Map<HprNumber, Placed> byNumber(Allocation allocation) {
        return allocation.doctors().stream()
                .collect(Collectors.toMap(
                        each -> each.doctor().facts().hpr(),
                        Function.identity(),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    private static Change change(Placed then, Placed now, Names names) {
        Placed known = now == null ? then : now;
        String key = key(then, now);
        return new Change(
                known.doctor().position(),
                known.doctor().name(),
                names.area(known.doctor().facts().area()),
                text(then, names),
                then == null ? null : then.wish(),
                text(now, names),
                now == null ? null : now.wish(),
                key,
                key.equals("diff-better") ? "better" : key.equals("diff-worse") ? "worse" : "subtle");
    }

    private static String text(Placed placed, Names names) {
        return placed == null ? Texts.of("diff-not-in") : names.option(placed.option());
    }

    /** Wishes that have changed between the runs cannot be compared; a pinned doctor keeps the rank the wish had. */
    private static String key(Placed then, Placed now) {
        if (then == null || now == null) {
            return "diff-other";
        }
        if (then.placed() != now.placed()) {
            return now.placed() ? "diff-better" : "diff-worse";
        }
        if (!then.pinned() && !now.pinned() && then.tiers() != now.tiers()) {
            return "diff-other";
        }
        int order = Integer.compare(now.wish(), then.wish());
        return order < 0 ? "diff-better" : order > 0 ? "diff-worse" : "diff-same";
    }
}
