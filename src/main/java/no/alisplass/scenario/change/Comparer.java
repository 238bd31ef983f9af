package no.alisplass.scenario.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/** Works a frozen round out as it is and on the terms of any of several questions, and puts them side by side. Reads and writes nothing of a round. */
@ApplicationScoped
public class Comparer {
    /** How many scenarios are put beside the round at once. */
    public static final int MOST = 8;

    private final Policies policies;
    private final Scenarios scenarios;

    public Comparer(Policies policies, Scenarios scenarios) {
        this.policies = policies;
        this.scenarios = scenarios;
    }

    /** Refused for a question that makes no sense of this round, naming what of it, and for too many. */
    public Result<Comparison> compare(Snapshot base, List<Question> questions) {
        if (questions.size() > MOST) {
            return Result.invalid(
                    Finding.of("scenarios", questions.size(), "scenario.compare-too-many", questions.size(), MOST));
        }
        List<CaseWork> works = new ArrayList<>();
        List<Finding> faults = new ArrayList<>();
        List<Question> all = new ArrayList<>(questions);
        all.add(0, Question.NOTHING);
        for (Question question : all) {
            Result<Changes.Changed> changed = Changes.in(base, policy(base), question, policies);
            if (changed instanceof Result.Done<Changes.Changed> done) {
                works.add(new CaseWork(question, done.value(), scenarios::work));
            } else {
                faults.addAll(((Result.Refused<Changes.Changed>) changed).findings());
            }
        }
        return faults.isEmpty() ? Result.done(sideBySide(works)) : Result.invalid(faults);
    }

    /** What of a question makes no sense of this round; nothing is worked out. */
    public Result<Question> check(Snapshot base, Question question) {
        return Changes.in(base, policy(base), question, policies).map(fits -> question);
    }

    private static Comparison sideBySide(List<CaseWork> works) {
        List<Comparison.Moves> moves = new ArrayList<>();
        for (int from = 0; from < works.size(); from++) {
            for (int to = from + 1; to < works.size(); to++) {
                moves.add(works.get(from).to(works.get(to), from, to));
            }
        }
        return new Comparison(
                works.stream()
                        .map(work -> new Comparison.Case(work.question, work.outcome(), work.changed.assumed()))
                        .toList(),
                moves);
    }

    private Policy policy(Snapshot snapshot) {
        Roster roster = snapshot.roster();
        return policies.get(roster.policyId(), roster.policyVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "The policy " + roster.policyId() + " version " + roster.policyVersion() + " is not loaded"));
    }
}
