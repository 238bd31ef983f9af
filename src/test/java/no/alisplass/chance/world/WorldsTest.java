package no.alisplass.chance.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import org.junit.jupiter.api.Test;

class WorldsTest {
    private static final Logger SOLVER_LOG = Logger.getLogger("ai.timefold");
    private static final AllocationSolver SOLVER = new AllocationSolver();
    private static final List<String> DEPARTMENTS = List.of("lunge", "geriatri", "akuttpsykiatri");
    private static final int DRAWS = 20;

    static {
        SOLVER_LOG.setLevel(Level.WARNING);
    }

    /** The area 3205 has sent its list; whether those of 3240 and 3222 are in as well is for each case to say. */
    private static Snapshot round(long seed, boolean ties, Set<String> areas, String called) {
        Random random = new Random(seed);
        Frozen round = new Frozen();
        for (String department : DEPARTMENTS) {
            round.seats(department, Frozen.SPRING, random.nextInt(3));
            round.seats(department, Frozen.AUTUMN, random.nextInt(2));
        }
        if (random.nextBoolean()) {
            round.limit("3205", 1 + random.nextInt(2));
        }
        int doctors = 3 + random.nextInt(9);
        for (int d = 0; d < doctors; d++) {
            String area = List.of("3205", "3240", "3222").get(random.nextInt(3));
            int months = ties ? 30 + random.nextInt(2) : 30 + d;
            int done = ties ? 60 : 40 + (d * 7) % 30;
            int left = random.nextInt(4) == 0 ? 12 : 6;
            String first = DEPARTMENTS.get(random.nextInt(3));
            String second = DEPARTMENTS.get(random.nextInt(3));
            boolean only = random.nextBoolean();
            if (areas.contains(area)) {
                Frozen.Applicant doctor = round.doctor(8_000_000 + d, called + d)
                        .area(area)
                        .months(months)
                        .progress(done, GroupSupervision.BEGUN)
                        .monthsLeft(left);
                if (first.equals(second)) {
                    doctor.wants(first);
                } else {
                    doctor.wants(first, second);
                }
                if (only) {
                    doctor.only();
                }
            }
        }
        return round.freeze();
    }

    private static Snapshot whole(long seed, boolean ties) {
        return round(seed, ties, Set.of("3205", "3240", "3222"), "Lege ");
    }

    private static Odds odds(Map<Guess, Snapshot> rounds) {
        return new Worlds(Frozen.policy(), rounds).odds("frø", DRAWS);
    }

    @Property(tries = 300)
    void with_every_list_in_and_no_lot_in_play_each_chance_is_none_or_all_and_the_runs_own(@ForAll long seed) {
        Snapshot round = whole(seed, false);
        Odds odds = odds(Map.of(Guess.NONE, round));
        Map<HprNumber, Set<DepartmentId>> run = run(round);
        assertThat(odds.lots()).isFalse();
        assertThat(odds.doctors().keySet()).isEqualTo(run.keySet());
        odds.doctors().forEach((hpr, doctor) -> {
            for (String department : DEPARTMENTS) {
                DepartmentId id = new DepartmentId(department);
                assertThat(doctor.had(Guess.NONE, id)).isEqualTo(run.get(hpr).contains(id) ? DRAWS : 0);
            }
            assertThat(doctor.placed(Guess.NONE)).isEqualTo(run.get(hpr).isEmpty() ? 0 : DRAWS);
        });
    }

    /** Departments by doctor, by the solver, which shares nothing with the draws but the pass. */
    private static Map<HprNumber, Set<DepartmentId>> run(Snapshot round) {
        AllocationProblem problem = round.problem();
        List<Placement> placements = SOLVER.solve(problem, 0, SolveListener.SILENT, () -> false)
                .proposal()
                .placements();
        Map<HprNumber, Set<DepartmentId>> got = new HashMap<>();
        for (int d = 0; d < placements.size(); d++) {
            Set<DepartmentId> departments = new HashSet<>();
            if (placements.get(d).option() != null) {
                Option option =
                        problem.doctors().get(d).options().get(placements.get(d).option());
                option.stays().forEach(stay -> stay.legs().forEach(leg -> departments.add(leg.department())));
            }
            got.put(round.roster().entries().get(d).facts().hpr(), departments);
        }
        return got;
    }

    @Property(tries = 200)
    void what_a_guess_gave_is_what_comes_of_it_when_it_comes_true(@ForAll long seed) {
        boolean ties = seed % 2 == 0;
        Snapshot sent = round(seed, ties, Set.of("3205"), "Lege ");
        Snapshot some = round(seed, ties, Set.of("3205", "3240"), "Lege ");
        Snapshot all = whole(seed, ties);
        Odds missing = odds(Map.of(Guess.NONE, sent, Guess.AS_LAST, some, Guess.AS_REGISTERED, all));
        for (Map.Entry<Guess, Snapshot> came : Map.of(Guess.NONE, sent, Guess.AS_LAST, some, Guess.AS_REGISTERED, all)
                .entrySet()) {
            Odds then = odds(Map.of(Guess.NONE, came.getValue()));
            then.doctors().forEach((hpr, doctor) -> {
                Odds.OfDoctor before = missing.doctors().get(hpr);
                assertThat(doctor.placed(Guess.NONE)).isEqualTo(before.placed(came.getKey()));
                for (DepartmentId department : doctor.could()) {
                    assertThat(doctor.had(Guess.NONE, department)).isEqualTo(before.had(came.getKey(), department));
                }
            });
        }
        missing.doctors().forEach((hpr, doctor) -> assertThat(doctor.guessed())
                .isEqualTo(!doctor.area().value().equals("3205")));
    }

    @Property(tries = 200)
    void what_others_are_called_makes_no_difference(@ForAll long seed) {
        Set<String> areas = Set.of("3205", "3240", "3222");
        assertThat(odds(Map.of(Guess.NONE, round(seed, true, areas, "Lege "))))
                .isEqualTo(odds(Map.of(Guess.NONE, round(seed, true, areas, "Aaa "))));
    }

    @Property(tries = 200)
    void no_more_is_had_than_there_is(@ForAll long seed) {
        Snapshot round = whole(seed, true);
        Odds odds = odds(Map.of(Guess.NONE, round));
        Map<DepartmentId, Integer> seats = new HashMap<>();
        round.roster().offering().stays().forEach(stay -> stay.stay()
                .legs()
                .forEach(leg -> seats.merge(leg.department(), stay.seats(), Integer::sum)));
        seats.forEach((department, there) -> assertThat(odds.doctors().values().stream()
                        .mapToInt(doctor -> doctor.had(Guess.NONE, department))
                        .sum())
                .isLessThanOrEqualTo(there * DRAWS));
        odds.doctors().values().forEach(doctor -> {
            assertThat(doctor.placed(Guess.NONE)).isBetween(0, DRAWS);
            doctor.had().values().forEach(had -> assertThat(new TreeSet<>(doctor.could()))
                    .containsAll(had.keySet()));
        });
    }

    @Test
    void two_who_are_equal_have_the_one_seat_about_every_other_time() {
        Frozen round = new Frozen().seats("lunge", Frozen.SPRING, 1);
        round.doctor(8_000_001, "Anne").wants("lunge");
        round.doctor(8_000_002, "Bo").wants("lunge").area("3240");
        Odds odds = new Worlds(Frozen.policy(), Map.of(Guess.NONE, round.freeze())).odds("frø", 200);
        int anne = odds.doctors().get(new HprNumber(8_000_001)).had(Guess.NONE, new DepartmentId("lunge"));
        assertThat(odds.lots()).isTrue();
        assertThat(anne).isBetween(80, 120);
        assertThat(odds.doctors().get(new HprNumber(8_000_002)).placed(Guess.NONE))
                .isEqualTo(200 - anne);
    }
}
