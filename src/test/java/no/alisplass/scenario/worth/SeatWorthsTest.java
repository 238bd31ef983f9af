package no.alisplass.scenario.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import no.alisplass.Results;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.SmallRounds;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.Worked;
import no.alisplass.scenario.worth.SeatWorth.Reading;
import no.alisplass.search.Rerun;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;

class SeatWorthsTest {
    private static final AllocationSolver SOLVER = new AllocationSolver();
    private static final Logger SOLVER_LOG = Logger.getLogger("ai.timefold");
    private static final Map<Reading, Integer> SEEN = new EnumMap<>(Reading.class);

    static {
        SOLVER_LOG.setLevel(Level.WARNING);
    }

    @AfterContainer
    static void every_reading_was_met() {
        assertThat(SEEN).containsKeys(Reading.values());
    }

    /** Two runs by the solver, which share nothing with the trials but the pass. */
    @Property(tries = 1_000)
    void is_the_difference_of_two_runs(@ForAll long seed) {
        AllocationProblem problem = SmallRounds.dense(SmallRounds.random(seed));
        SeatTrials trials = new SeatTrials(problem, id -> problem.doctors().stream()
                .filter(doctor -> doctor.id().equals(id))
                .map(doctor -> new Doctor(id, doctor.options(), false))
                .findFirst()
                .orElseThrow());
        List<Integer> now = tiers(problem);
        SeatWorths worths = new SeatWorths(trials, worked(problem));
        for (SeatWorth worth : Results.done(worths.of(trials.places().now()))) {
            SEEN.merge(worth.reading(), 1, Integer::sum);
            List<Integer> more = tiers(with(problem, worth, 1));
            assertThat(worth.placed())
                    .as("round %d, %s", seed, worth)
                    .isEqualTo(placed(problem, more) - placed(problem, now));
            assertThat(worth.more().gains()).hasSize(count(more, now));
            assertThat(worth.more().losses()).hasSize(count(now, more));
            boolean changes = !more.equals(now);
            switch (worth.reading()) {
                case NOTHING ->
                    assertThat(changes || worth.prices().doctors() > 0).isFalse();
                case OTHER_PRICES -> assertThat(changes).isFalse();
                case AGREES ->
                    assertThat(worth.placed()).isEqualTo(worth.prices().expected());
                case GOES_TO_PLACED -> {
                    assertThat(worth.prices().expected() - worth.placed()).isEqualTo(1);
                    assertThat(worth.more().gains()).allMatch(change -> change.now() != null);
                }
                case SEVERAL -> {
                    assertThat(worth.placed()).isNotEqualTo(worth.prices().expected());
                    assertThat(worth.placed() != 0
                                    || worth.more().gains().stream().anyMatch(change -> change.now() == null))
                            .isTrue();
                }
            }
            if (changes && problem.objective() == Objective.WISHES_FIRST) {
                int first = 0;
                while (more.get(first).equals(now.get(first))) {
                    first++;
                }
                assertThat(first)
                        .as("nobody is affected ahead of the first whose proof rests on it")
                        .isGreaterThanOrEqualTo(place(problem, worth));
            }
            if (worth.less() != null && worth.less().setAside().isEmpty()) {
                List<Integer> less = tiers(with(problem, worth, -1));
                assertThat(worth.less().then().placed()).isEqualTo(placed(problem, less));
                assertThat(worth.less().losses()).hasSize(count(now, less));
            }
        }
    }

    private static int place(AllocationProblem problem, SeatWorth worth) {
        return problem.doctors().stream()
                .map(Doctor::id)
                .toList()
                .indexOf(worth.prices().first());
    }

    private static Worked worked(AllocationProblem problem) {
        return Worked.of(problem, new Rerun(problem).outcome(), CanonicalJson.hash(problem));
    }

    private static AllocationProblem with(AllocationProblem problem, SeatWorth worth, int more) {
        List<Resource> resources = new ArrayList<>();
        ResourceId seat = ResourceId.seat(
                new PositionId(worth.department().value().replace("department", "position")), worth.halfYear());
        for (Resource resource : problem.resources()) {
            resources.add(resource.id().equals(seat) ? new Resource(seat, resource.capacity() + more) : resource);
        }
        return new AllocationProblem(problem.objective(), problem.doctors(), resources);
    }

    private static List<Integer> tiers(AllocationProblem problem) {
        return Outcome.tiers(
                problem,
                SOLVER.solve(problem, 7, SolveListener.SILENT, () -> false).proposal());
    }

    private static int placed(AllocationProblem problem, List<Integer> tiers) {
        int placed = 0;
        for (int d = 0; d < tiers.size(); d++) {
            placed += tiers.get(d) < problem.doctors().get(d).tiers() ? 1 : 0;
        }
        return placed;
    }

    /** How many are better off in the one than in the other. */
    private static int count(List<Integer> better, List<Integer> worse) {
        int count = 0;
        for (int d = 0; d < better.size(); d++) {
            count += better.get(d) < worse.get(d) ? 1 : 0;
        }
        return count;
    }
}
