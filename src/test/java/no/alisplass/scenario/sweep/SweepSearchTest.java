package no.alisplass.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.Results;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.SmallRounds;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.sweep.Sweep.Mode;
import no.alisplass.scenario.sweep.Sweep.Row;
import org.junit.jupiter.api.Test;

class SweepSearchTest {
    private static SeatTrials trials(AllocationProblem problem) {
        return new SeatTrials(problem, id -> {
            throw new AssertionError("Nothing is settled by hand.");
        });
    }

    private static AllocationProblem unpinned(long seed) {
        AllocationProblem problem = SmallRounds.random(seed);
        return new AllocationProblem(
                problem.objective(),
                problem.doctors().stream()
                        .map(doctor -> new Doctor(doctor.id(), doctor.options(), false))
                        .toList(),
                problem.resources());
    }

    private static List<SeatRange> ranges(SeatTrials trials, int to) {
        return trials.places().now().stream()
                .limit(3)
                .map(place -> new SeatRange(place.department(), place.halfYear(), 0, to))
                .toList();
    }

    @Test
    void every_row_is_what_trying_every_outcome_gives() {
        for (long seed = 0; seed < 60; seed++) {
            AllocationProblem problem = unpinned(seed);
            SeatTrials trials = trials(problem);
            List<SeatRange> ranges = ranges(trials, 2);
            Sweep sweep = Results.done(SweepSearch.of(trials, ranges, Mode.ALL));
            assertThat(sweep.rows())
                    .hasSize(ranges.stream().mapToInt(range -> 3).reduce(1, (a, b) -> a * b));
            for (Row row : sweep.rows()) {
                List<SeatChange> changes = new ArrayList<>();
                for (int i = 0; i < ranges.size(); i++) {
                    changes.add(ranges.get(i).with(row.seats().get(i)));
                }
                AllocationProblem changed = Results.done(trials.places().apply(changes));
                List<Integer> tiers = ExhaustiveReference.tiers(changed);
                int placed = 0;
                for (int d = 0; d < tiers.size(); d++) {
                    placed += tiers.get(d) < changed.doctors().get(d).tiers() ? 1 : 0;
                }
                assertThat(row.placed()).as("round %d, %s", seed, row).isEqualTo(placed);
                assertThat(row.placed() + row.waiting()).isEqualTo(tiers.size());
                assertThat(row.settled()).isTrue();
                assertThat(row.seatsInAll()).isEqualTo(seats(trials, changed));
            }
        }
    }

    private static int seats(SeatTrials trials, AllocationProblem changed) {
        Set<String> first = trials.places().now().stream()
                .map(place -> trials.places().first(place).value())
                .collect(Collectors.toSet());
        return changed.resources().stream()
                .filter(resource -> first.contains(resource.id().value()))
                .mapToInt(Resource::capacity)
                .sum();
    }

    @Test
    void the_frontier_has_no_row_that_another_beats_with_as_few_seats() {
        for (long seed = 100; seed < 160; seed++) {
            SeatTrials trials = trials(unpinned(seed));
            Sweep sweep = Results.done(SweepSearch.of(trials, ranges(trials, 3), Mode.ALL));
            List<Row> frontier =
                    sweep.frontier().stream().map(sweep.rows()::get).toList();
            for (Row row : sweep.rows()) {
                assertThat(frontier)
                        .anyMatch(best -> best.seatsInAll() <= row.seatsInAll() && best.placed() >= row.placed());
            }
            for (int i = 1; i < frontier.size(); i++) {
                assertThat(frontier.get(i).seatsInAll())
                        .isGreaterThan(frontier.get(i - 1).seatsInAll());
                assertThat(frontier.get(i).placed())
                        .isGreaterThan(frontier.get(i - 1).placed());
            }
        }
    }

    @Test
    void what_is_unknown_named_twice_backwards_or_too_much_is_refused() {
        SeatTrials trials = trials(unpinned(3));
        SeatRange known = ranges(trials, 3).get(0);
        SeatRange unknown = new SeatRange(new DepartmentId("hud"), HalfYear.parse("2027-V"), 0, 1);
        SeatRange backwards = new SeatRange(known.department(), known.halfYear(), 3, 1);
        assertThat(Results.codes(SweepSearch.of(trials, List.of(unknown), Mode.ALL)))
                .containsExactly("scenario.no-such-seat");
        assertThat(Results.codes(SweepSearch.of(trials, List.of(known, known), Mode.ALL)))
                .containsExactly("scenario.seat-twice");
        assertThat(Results.codes(SweepSearch.of(trials, List.of(backwards), Mode.ONE_AT_A_TIME)))
                .containsExactly("scenario.range-backwards");
        SeatRange large = new SeatRange(known.department(), known.halfYear(), 0, 100_000_000);
        assertThat(Results.codes(SweepSearch.of(trials, List.of(large), Mode.ALL)))
                .containsExactly("scenario.sweep-too-much");
    }
}
