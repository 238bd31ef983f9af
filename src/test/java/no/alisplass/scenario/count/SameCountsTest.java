package no.alisplass.scenario.count;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.Results;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.PolicyDifference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Comparison;
import no.alisplass.scenario.change.Outcome;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;

/** The same terms, asked about where numbers are stepped, where differences are told, and as a question of several things: the same is said. */
class SameCountsTest {
    private static final List<String> DEPARTMENTS = List.of("geriatri", "lunge", "onh");
    private static final List<HalfYear> HALF_YEARS = List.of(SPRING, AUTUMN);
    private static final List<String> AREAS = List.of("3205", "3209", "3222");

    private static final Policy OTHER = Policies.builtIn().get("ahus-2023", 1).orElseThrow();

    private final Scenarios scenarios = new Scenarios(Policies.builtIn());
    private final Comparer comparer = new Comparer(Policies.builtIn(), scenarios);
    private final SeatSteps steps = new SeatSteps(scenarios, comparer);

    /** @param pinned whether some are settled by hand */
    private static Snapshot round(Random random, boolean pinned) {
        Frozen frozen = new Frozen();
        frozen.objective(random.nextBoolean() ? Objective.WISHES_FIRST : Objective.PLACEMENTS_FIRST);
        for (String department : DEPARTMENTS) {
            HALF_YEARS.forEach(halfYear -> frozen.seats(department, halfYear, (pinned ? 1 : 0) + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            frozen.limit("3205", 1 + random.nextInt(2));
        }
        int doctors = 1 + random.nextInt(9);
        for (int one = 1; one <= doctors; one++) {
            Frozen.Applicant doctor = frozen.doctor(one, "Lege " + one)
                    .months(10 + random.nextInt(50))
                    .area(AREAS.get(random.nextInt(AREAS.size())))
                    .affiliation(Affiliation.values()[random.nextInt(Affiliation.values().length)]);
            List<String> wishes = new ArrayList<>(DEPARTMENTS);
            java.util.Collections.shuffle(wishes, random);
            int wished = random.nextInt(wishes.size() + 1);
            doctor.wants(wishes.subList(0, wished).toArray(new String[0]));
            if (random.nextInt(3) == 0) {
                doctor.monthsLeft(12);
            }
            if (random.nextInt(4) == 0) {
                doctor.refuses(wishes.get(wishes.size() - 1));
            }
        }
        if (pinned) {
            frozen.doctor(20, "Satt").pinned(SPRING, "geriatri");
        }
        return frozen.freeze();
    }

    private List<SeatChange> asked(Random random, Snapshot snapshot) {
        return steps.places(snapshot).stream()
                .filter(place -> random.nextBoolean())
                .map(place -> new SeatChange(
                        new DepartmentId(place.department().value()), place.halfYear(), random.nextInt(4)))
                .toList();
    }

    @Property(tries = 300)
    void the_same_is_said_of_the_same_seats_wherever_they_are_asked_about(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = round(random, random.nextBoolean());
        List<SeatChange> seats = asked(random, snapshot);
        SeatStep step = Results.done(steps.step(snapshot, 2, seats));
        Comparison question = Results.done(comparer.compare(snapshot, 2, List.of(Question.ofSeats(seats))));
        Outcome now = question.cases().get(0).outcome();
        Outcome then = question.cases().get(1).outcome();
        assertThat(step.problemHash()).isEqualTo(now.hash()).isEqualTo(snapshot.problemHash());
        assertThat(step.changedHash()).isEqualTo(then.hash());
        assertThat(step.seats()).isEqualTo(new Both(now.seats(), then.seats()));
        assertThat(step.placed()).isEqualTo(new Both(now.placed(), then.placed()));
        assertThat(step.waiting()).isEqualTo(new Both(now.waiting(), then.waiting()));
        assertThat(step.best()).isEqualTo(new Both(now.best(), then.best()));
        assertThat(step.setAside()).isEqualTo(then.setAside());
        assertThat(now.setAside()).isEqualTo(2);
        Comparison.Moves moves = question.move(0, 1);
        assertThat(step.moved().gains()).isEqualTo(moves.gains().size());
        assertThat(step.moved().losses()).isEqualTo(moves.losses().size());
        assertThat(step.moved().letIn() - step.moved().out())
                .isEqualTo(step.placed().change());
        for (AreaAndCriteria one : List.of(new AreaAndCriteria(now, true), new AreaAndCriteria(then, false))) {
            one.isTold(step);
        }
        for (Outcome.Unused unused : then.unused()) {
            SeatStep.Unused told = step.unused().stream()
                    .filter(each -> each.departments().equals(unused.departments())
                            && each.halfYear().equals(unused.halfYear()))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.seats().then()).isEqualTo(unused.seats());
            assertThat(told.limited()).isEqualTo(kept(unused, Outcome.Cause.LIMIT));
            assertThat(told.paired()).isEqualTo(kept(unused, Outcome.Cause.OTHER_PART));
            assertThat(told.open()).isEqualTo(kept(unused, Outcome.Cause.OPEN));
        }
        assertThat(step.unused().stream().mapToInt(each -> each.seats().now()).sum())
                .isEqualTo(now.unused().stream().mapToInt(Outcome.Unused::seats).sum());
        assertThat(step.unused().stream().mapToInt(each -> each.seats().then()).sum())
                .isEqualTo(
                        then.unused().stream().mapToInt(Outcome.Unused::seats).sum());
    }

    private static int kept(Outcome.Unused unused, Outcome.Cause cause) {
        return unused.why().stream()
                .filter(why -> why.cause() == cause)
                .mapToInt(why -> why.doctors() + why.placed())
                .sum();
    }

    private record AreaAndCriteria(Outcome outcome, boolean now) {
        private int of(Both both) {
            return now ? both.now() : both.then();
        }

        private void isTold(SeatStep step) {
            for (Outcome.AreaCount area : outcome.areas()) {
                assertThat(step.byArea().stream()
                                .filter(each -> each.area().equals(area.area()))
                                .mapToInt(each -> of(each.waiting()))
                                .sum())
                        .isEqualTo(area.waiting());
            }
            outcome.criteria().stream()
                    .filter(each -> each.criterion() != CriterionCode.SENIORITY)
                    .forEach(count -> assertThat(step.byCriterion().stream()
                                    .filter(each -> each.criterion() == count.criterion()
                                            && each.value().equals(count.value()))
                                    .mapToInt(each -> of(each.waiting()))
                                    .sum())
                            .isEqualTo(count.waiting()));
        }
    }

    @Property(tries = 300)
    void and_what_differences_tell_doctor_by_doctor_comes_to_the_same_numbers(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = round(random, false);
        List<SeatChange> seats = asked(random, snapshot);
        SeatStep step = Results.done(steps.step(snapshot, 0, seats));
        Difference difference = Results.done(scenarios.withSeats(snapshot, seats));
        assertThat(step.placed())
                .isEqualTo(new Both(difference.now().placed(), difference.then().placed()));
        assertThat(step.moved().gains()).isEqualTo(difference.gains().size());
        assertThat(step.moved().losses()).isEqualTo(difference.losses().size());
    }

    @Property(tries = 300)
    void another_objective_and_other_seats_tell_the_round_as_it_is_alike(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = round(random, random.nextBoolean());
        SeatStep asIs = Results.done(steps.step(snapshot, 2, List.of()));
        Compared compared = scenarios.placementsFirst(snapshot);
        SeatStep step = steps.counted(snapshot, 2, compared);
        boolean now = snapshot.problem().objective() == Objective.WISHES_FIRST;
        assertThat(now ? step.problemHash() : step.changedHash()).isEqualTo(snapshot.problemHash());
        assertThat(side(step, now)).isEqualTo(side(asIs, true));
        is_told_doctor_by_doctor(step, compared.difference());
        assertThat(step.setAside()).isEqualTo(2);
    }

    @Property(tries = 300)
    void and_so_does_another_policy(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = round(random, random.nextBoolean());
        SeatStep asIs = Results.done(steps.step(snapshot, 0, List.of()));
        PolicyDifference other = scenarios.underPolicy(snapshot, OTHER);
        SeatStep step = steps.counted(snapshot, 0, other.compared());
        assertThat(step.problemHash()).isEqualTo(snapshot.problemHash());
        assertThat(side(step, true)).isEqualTo(side(asIs, true));
        is_told_doctor_by_doctor(step, other.difference());
        SeatStep own = steps.counted(
                snapshot, 0, scenarios.underPolicy(snapshot, Frozen.policy()).compared());
        assertThat(own).isEqualTo(asIs);
    }

    private static void is_told_doctor_by_doctor(SeatStep step, Difference difference) {
        assertThat(step.placed())
                .isEqualTo(new Both(difference.now().placed(), difference.then().placed()));
        assertThat(step.waiting())
                .isEqualTo(
                        new Both(difference.now().waiting(), difference.then().waiting()));
        assertThat(step.best())
                .isEqualTo(
                        new Both(difference.now().bestTier(), difference.then().bestTier()));
        assertThat(step.moved().gains()).isEqualTo(difference.gains().size());
        assertThat(step.moved().losses()).isEqualTo(difference.losses().size());
        assertThat(step.byArea().stream()
                        .mapToInt(each -> each.waiting().then())
                        .sum())
                .isEqualTo(step.waiting().then());
        assertThat(step.wishes().ranks().stream().mapToInt(Both::then).sum()
                        + step.wishes().later().then()
                        + step.wishes().notAmong().then()
                        + step.wishes().without().then())
                .isEqualTo(step.placed().then());
    }

    /** All that is counted of one of the two outcomes; what is nothing of it is left out. */
    private static List<Object> side(SeatStep step, boolean now) {
        ToIntFunction<Both> of = both -> now ? both.now() : both.then();
        List<Object> all = new ArrayList<>();
        Stream.of(step.seats(), step.placed(), step.waiting(), step.best())
                .forEach(both -> all.add(of.applyAsInt(both)));
        step.wishes().ranks().forEach(both -> all.add(of.applyAsInt(both)));
        Stream.of(step.wishes().later(), step.wishes().notAmong(), step.wishes().without())
                .forEach(both -> all.add(of.applyAsInt(both)));
        step.byCriterion().stream()
                .filter(each -> of.applyAsInt(each.waiting()) > 0)
                .forEach(each -> all.add(List.of(each.criterion(), each.value(), of.applyAsInt(each.waiting()))));
        step.byArea().stream()
                .filter(each -> of.applyAsInt(each.waiting()) > 0)
                .forEach(each -> all.add(List.of(each.area(), of.applyAsInt(each.waiting()))));
        step.unused().stream()
                .filter(each -> of.applyAsInt(each.seats()) > 0)
                .forEach(each -> all.add(List.of(each.departments(), each.halfYear(), of.applyAsInt(each.seats()))));
        return all;
    }

    @Property(tries = 100)
    void the_best_is_of_what_there_is_and_not_of_places_without_seats(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = round(random, random.nextBoolean());
        List<SeatChange> empty = steps.places(snapshot).stream()
                .filter(place -> place.seats() == 0)
                .map(place -> new SeatChange(place.department(), place.halfYear(), 1))
                .toList();
        assertThat(Results.done(steps.step(snapshot, 0, empty)).best().now())
                .isEqualTo(
                        Results.done(steps.step(snapshot, 0, List.of())).best().now());
    }
}
