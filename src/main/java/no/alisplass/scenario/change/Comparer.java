package no.alisplass.scenario.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/** Works a frozen round out as it is and on the terms of any of several questions, and puts them side by side. Reads and writes nothing of a round. */
@ApplicationScoped
public class Comparer {
    /** How many scenarios are put beside the round at once. */
    public static final int MOST = 8;

    /** How many possibilities all scenarios of one question may have: what keeps it within seconds, and within the memory of a small machine. */
    static final long MOST_WORK = 300_000;

    private static final String KEPT = "kept";

    private final Policies policies;
    private final Scenarios scenarios;

    public Comparer(Policies policies, Scenarios scenarios) {
        this.policies = policies;
        this.scenarios = scenarios;
    }

    /**
     * Refused for a question that makes no sense of this round, naming what of it, and for more than can be worked out at once.
     *
     * @param setAside how many are settled by hand in a way that does not fit in the round as it is
     */
    public Result<Comparison> compare(Snapshot base, int setAside, List<Question> questions) {
        if (questions.size() > MOST) {
            return Result.invalid(
                    Finding.of(KEPT, questions.size(), "scenario.compare-too-many", questions.size(), MOST));
        }
        List<Changes.Changed> changed = new ArrayList<>();
        List<Finding> faults = new ArrayList<>();
        for (Question question : questions) {
            Result<Changes.Changed> put = Changes.in(base, policy(base), question, policies);
            if (put instanceof Result.Done<Changes.Changed> done) {
                changed.add(done.value());
            } else {
                faults.addAll(((Result.Refused<Changes.Changed>) put).findings());
            }
        }
        if (faults.isEmpty()) {
            tooMuch(base, questions, changed).ifPresent(faults::add);
        }
        return faults.isEmpty()
                ? Result.done(sideBySide(works(base, setAside, questions, changed)))
                : Result.invalid(faults);
    }

    /** What of a question makes no sense of this round, or makes it more than can be worked out; nothing is worked out. */
    public Result<Question> check(Snapshot base, Question question) {
        return Changes.in(base, policy(base), question, policies)
                .then(changed -> tooMuch(base, List.of(question), List.of(changed))
                        .<Result<Question>>map(Result::invalid)
                        .orElseGet(() -> Result.done(question)));
    }

    /** The round as it is can always be asked about, however large it is, and not much more than it. */
    private Optional<Finding> tooMuch(Snapshot base, List<Question> questions, List<Changes.Changed> changed) {
        long size = changed.stream().mapToLong(each -> each.world().size()).sum();
        long most = Math.max(MOST_WORK, questions.size() * 2L * new World(base, policy(base)).size());
        if (size <= most) {
            return Optional.empty();
        }
        return Optional.of(
                questions.size() > 1
                        ? Finding.of(KEPT, size, "scenario.compare-too-much", size, most)
                        : Finding.of(
                                questions.get(0).more().isEmpty() ? "added" : "more",
                                size,
                                "scenario.question-too-much",
                                size,
                                most));
    }

    private List<CaseWork> works(Snapshot base, int setAside, List<Question> questions, List<Changes.Changed> changed) {
        List<CaseWork> works = new ArrayList<>();
        works.add(CaseWork.of(
                Question.NOTHING,
                new Changes.Changed(new World(base, policy(base)), List.of(), 0, 0),
                setAside,
                scenarios::work));
        for (int i = 0; i < questions.size(); i++) {
            works.add(CaseWork.of(questions.get(i), changed.get(i), setAside, scenarios::work));
        }
        return works;
    }

    /**
     * Two outcomes of a round's doctors that no question makes, another objective or another order, counted as those of questions are and by the round's
     * own criteria. Who is left out of one waits there.
     *
     * @param compared made of the snapshot
     */
    public Comparison counted(Snapshot base, int setAside, Compared compared) {
        return sideBySide(List.of(
                CaseWork.of(base, policy(base), setAside, compared.problem(), compared.now()),
                CaseWork.of(base, policy(base), setAside, compared.changed(), compared.then())));
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
