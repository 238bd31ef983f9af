package no.alisplass.scenario.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Comparison;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Snapshot;

/** Kept scenarios worked out anew on what stands now, beside the round as it is. */
@ApplicationScoped
public class SideBySide {
    private final Comparer comparer;

    public SideBySide(Comparer comparer) {
        this.comparer = comparer;
    }

    /**
     * Scenarios beside the round.
     *
     * @param comparison the round first, then those shown, in their order
     * @param misfits those that make no sense of the round as it stands now
     */
    public record Shown(Comparison comparison, List<Kept> shown, List<Misfit> misfits) {
        public Shown {
            shown = List.copyOf(shown);
            misfits = List.copyOf(misfits);
        }
    }

    /** @param changedSince whether the round is another than the one it was written for; what is told is of the round as it is now */
    public record Kept(KeptScenario scenario, boolean changedSince) {}

    public record Misfit(KeptScenario scenario, List<Finding> findings) {
        public Misfit {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Refused for more than can stand side by side, and for one that is chosen twice.
     *
     * @param setAside how many are settled by hand in a way that does not fit in the round as it is
     */
    public Result<Shown> of(Snapshot snapshot, int setAside, List<KeptScenario> asked) {
        if (asked.size() > Comparer.MOST) {
            return Result.invalid(
                    Finding.of("kept", asked.size(), "scenario.compare-too-many", asked.size(), Comparer.MOST));
        }
        List<Finding> twice = new ArrayList<>();
        Set<Long> chosen = new HashSet<>();
        for (int at = 0; at < asked.size(); at++) {
            KeptScenario each = asked.get(at);
            if (!chosen.add(each.id())) {
                twice.add(Finding.of("kept[" + at + "]", each.id(), "scenario.compare-twice", each.name()));
            }
        }
        if (!twice.isEmpty()) {
            return Result.invalid(twice);
        }
        FrozenBase now = FrozenBase.of(snapshot);
        List<Kept> shown = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        for (KeptScenario each : asked) {
            Result<Question> fits =
                    each.question().namesDoctors() && !each.base().peopleHash().equals(now.peopleHash())
                            ? Result.invalid(Finding.of("leftOut", null, "scenario.doctors-of-before"))
                            : comparer.check(snapshot, each.question());
            if (fits instanceof Result.Refused<Question> refused) {
                misfits.add(new Misfit(each, refused.findings()));
            } else {
                shown.add(new Kept(each, isOther(each, now)));
            }
        }
        return comparer.compare(
                        snapshot,
                        setAside,
                        shown.stream().map(each -> each.scenario().question()).toList())
                .map(comparison -> new Shown(comparison, shown, misfits));
    }

    /** Whether the round is another than the one a scenario was written for. */
    public static boolean isOther(KeptScenario scenario, FrozenBase now) {
        return !scenario.base().problemHash().equals(now.problemHash());
    }
}
