package no.alisplass.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.forecast.Hospitals;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import org.junit.jupiter.api.Test;

/** A round of a forecast gives what a run of the same problem gives. */
class FirstRoundTest {
    private static final AllocationSolver SOLVER = new AllocationSolver();

    @Property(tries = 1_000)
    void a_round_gives_what_a_run_of_the_same_problem_gives(@ForAll long seed) {
        ForecastInput input = input(new Random(seed));
        World world = new World(input);
        List<Replication.Given> given = Replication.firstRound(world, seed, 0);

        AllocationProblem problem = problem(input, world, given, seed);
        List<Placement> placements = SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false)
                .proposal()
                .placements();

        for (int d = 0; d < given.size(); d++) {
            List<Option> options = problem.doctors().get(d).options();
            Option got = given.get(d).option();
            Integer chosen = placements.get(d).option();
            Option expected = chosen == null ? null : options.get(chosen);
            assertThat(got == null ? -1 : got.tier()).isEqualTo(expected == null ? -1 : expected.tier());
            // Of equally good ones either will do: a run takes one by its seed.
            if (got != null
                    && options.stream()
                                    .filter(each -> each.tier() == got.tier())
                                    .count()
                            == 1) {
                assertThat(got).isEqualTo(expected);
            }
        }
    }

    /** The first takes either of two seats; many want the third; the last wants just the one the first was given, and gets it. */
    @Test
    void a_seat_that_its_holder_can_do_without_is_not_gone() {
        List<QueuedDoctor> queue = new ArrayList<>();
        queue.add(Hospitals.doctor(1, "3202", 59, only("avd00", "avd01")));
        for (int hpr = 2; hpr <= 20; hpr++) {
            queue.add(Hospitals.doctor(hpr, "3202", 58, only("avd02")));
        }
        queue.add(Hospitals.doctor(21, "3202", 30, only("avd00")));
        queue.add(Hospitals.doctor(22, "3202", 29, only("avd01")));
        ForecastInput input = new ForecastInput(
                queue,
                List.of(Hospitals.area("3202")),
                Assumptions.nothing(),
                Hospitals.plan(3, 1, 1, 1),
                Hospitals.policy());

        Map<Integer, Option> given = new HashMap<>();
        Replication.firstRound(new World(input), 1, 0)
                .forEach(each -> given.put(each.hpr().value(), each.option()));

        assertThat(department(given.get(21))).isEqualTo("avd00");
        assertThat(department(given.get(1))).isEqualTo("avd01");
        assertThat(given.get(22)).isNull();
    }

    private static String department(Option option) {
        return option.stays().get(0).legs().get(0).department().value();
    }

    /** Equally good, and no other. */
    private static Wishes only(String... departments) {
        Set<DepartmentId> alike = Stream.of(departments).map(DepartmentId::new).collect(Collectors.toSet());
        return new Wishes(List.of(alike), true, Set.of(), null, Set.of(), WishWeight.DEPARTMENT);
    }

    /** All of the round's doctors in the order of the policy's real ranking, none left out, and all that is offered. */
    private static AllocationProblem problem(
            ForecastInput input, World world, List<Replication.Given> given, long seed) {
        RoundShape shape = world.round(0);
        Map<HprNumber, Person> people = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        Replication.candidatesOfFirstRound(world, seed, 0).forEach((candidate, person) -> {
            people.put(person.hpr, person);
            candidates.add(candidate);
        });
        LocalDate first = input.plan().first().start();
        List<Ranked> ranked = input.policy()
                .rank(candidates, first, Replication.lotterySeed(seed, 0, 0))
                .ranked();
        assertThat(given.stream().map(Replication.Given::hpr))
                .containsExactlyElementsOf(
                        ranked.stream().map(each -> each.candidate().hpr()).toList());
        List<Doctor> doctors = new ArrayList<>();
        for (Ranked each : ranked) {
            Person person = people.get(each.candidate().hpr());
            boolean refused = world.entry(person.queued).readiness().leave() == LeaveStatus.REFUSED;
            doctors.add(new Doctor(
                    DoctorId.ofPosition(each.position()),
                    shape.offers(world, person, refused).options(),
                    false));
        }
        return new AllocationProblem(input.policy().objective(), doctors, shape.resources);
    }

    private static ForecastInput input(Random random) {
        List<Policy> policies = Policies.builtIn().all();
        Policy policy = policies.get(random.nextInt(policies.size()));
        // Before the old scheme ends, so that some need two parts.
        HalfYear first = HalfYear.parse(random.nextBoolean() ? "2025-V" : "2028-V");
        int departments = 1 + random.nextInt(4);
        List<PlannedPosition> positions = new ArrayList<>();
        for (int d = 0; d < departments; d++) {
            positions.add(Hospitals.position("avd0" + d, first, random.nextInt(3)));
        }
        Plan plan = new Plan(Hospitals.HOSPITAL, first, 2, 1 + random.nextInt(2), positions);
        List<PlannedArea> areas = List.of(
                Hospitals.area("3201", random.nextBoolean() ? 1 : null, 0),
                Hospitals.area("3202"),
                Hospitals.area("3203", 2, 0));
        List<QueuedDoctor> queue = new ArrayList<>();
        // Many for few seats now and then: a forecast then puts only the first of them before the search.
        int doctors = 1 + random.nextInt(random.nextInt(8) == 0 ? 50 : 14);
        for (int d = 0; d < doctors; d++) {
            boolean old = random.nextInt(4) == 0;
            queue.add(Hospitals.doctor(
                    1 + d,
                    String.valueOf(3201 + random.nextInt(3)),
                    18 + random.nextInt(6) * 6,
                    10 * random.nextInt(4),
                    wishes(random, departments, first),
                    old ? Scheme.OLD : Scheme.NEW,
                    old ? 12 : 6));
        }
        return new ForecastInput(queue, areas, Assumptions.nothing(), plan, policy);
    }

    private static Wishes wishes(Random random, int departments, HalfYear first) {
        Wishes some = Hospitals.wishes(random, departments);
        return new Wishes(
                some.ranked(),
                some.onlyRanked(),
                random.nextInt(4) == 0 && !some.onlyRanked() && some.ranked().size() < departments
                        ? Set.of(new DepartmentId("avd0" + (departments - 1)))
                        : Set.of(),
                random.nextInt(4) == 0 ? first.next() : null,
                random.nextInt(5) == 0 ? Set.of(first) : Set.of(),
                random.nextBoolean() ? WishWeight.START : WishWeight.DEPARTMENT,
                random.nextInt(5) == 0);
    }
}
