package no.alisplass.refill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.refill.run.Refill;
import no.alisplass.refill.run.Refill.Refilled;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;
import no.alisplass.search.PriorityPass;
import org.junit.jupiter.api.Test;

/** What holds of every refill. */
class RefillLawsTest {
    private static List<Integer> after(RefillProblem problem) {
        return Refill.run(problem).outcome().doctors().stream()
                .map(RefillResult::option)
                .toList();
    }

    private static Option option(RefillProblem problem, int doctor, Integer option) {
        return option == null ? null : problem.doctors().get(doctor).options().get(option);
    }

    private static int tier(Option option) {
        return option == null ? Integer.MAX_VALUE : option.tier();
    }

    @Property(tries = 20_000)
    void it_is_the_best_stable_outcome(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 1, 0, seed % 3 == 0, false);
        int[] best = new StableReference(problem).best();
        List<Integer> after = after(problem);
        for (int d = 0; d < best.length; d++) {
            ResourceId expected =
                    best[d] < 0 ? null : problem.resources().get(best[d]).id();
            Option got = option(problem, d, after.get(d));
            assertThat(got == null ? null : got.uses().get(0)).isEqualTo(expected);
        }
    }

    @Property(tries = 1500)
    void with_nothing_held_it_gives_what_the_exact_pass_of_the_round_gives(@ForAll long seed) {
        RefillProblem any = Cases.small(seed, 1 + (int) Math.floorMod(seed, 2L), 0, false, false);
        RefillProblem problem = new RefillProblem(
                Cases.ROUND,
                RefillMode.UPGRADES,
                any.doctors().stream()
                        .map(doctor -> RefillDoctor.waiting(doctor.id(), doctor.options()))
                        .toList(),
                any.resources());
        IndexedProblem round = new IndexedProblem(new AllocationProblem(
                Objective.WISHES_FIRST,
                problem.doctors().stream()
                        .map(doctor -> new Doctor(doctor.id(), doctor.options(), false))
                        .toList(),
                problem.resources()));
        Holdings board = new Holdings(round);
        PriorityPass pass = new PriorityPass(round, board, new Random(1));
        while (!pass.done()) {
            pass.settleNext();
        }
        List<Integer> after = after(problem);
        for (int d = 0; d < round.doctors; d++) {
            int got = board.choice[d] == Holdings.NONE ? -1 : board.choice[d] - round.firstOption[d];
            assertThat(after.get(d)).isEqualTo(got < 0 ? null : Integer.valueOf(got));
        }
    }

    /** Every order of all or some of the wishes, asked for instead of the true ones, gives nothing that is truly better; also with areas' limits. */
    @Property(tries = 2000)
    void nobody_gains_by_saying_other_wishes(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 1, (int) Math.floorMod(seed, 3L), false, false);
        int liar = new Random(seed).nextInt(problem.doctors().size());
        RefillDoctor doctor = problem.doctors().get(liar);
        if (doctor.part() != RefillPart.WAITS && doctor.part() != RefillPart.UPGRADABLE) {
            return;
        }
        int honest = tier(option(problem, liar, after(problem).get(liar)));
        Option held = doctor.heldOption();
        List<Option> others = new ArrayList<>(doctor.options());
        others.remove(held);
        for (List<Option> said : orders(others)) {
            List<Option> options = new ArrayList<>();
            said.forEach(option -> options.add(new Option(options.size(), option.stays(), option.uses())));
            if (held != null) {
                options.add(new Option(options.size(), held.stays(), held.uses()));
            }
            List<RefillDoctor> doctors = new ArrayList<>(problem.doctors());
            doctors.set(
                    liar,
                    new RefillDoctor(doctor.id(), doctor.part(), held == null ? null : options.size() - 1, options));
            RefillProblem lied = new RefillProblem(Cases.ROUND, problem.mode(), doctors, problem.resources());
            Option got = option(lied, liar, after(lied).get(liar));
            int truly = got == null
                    ? Integer.MAX_VALUE
                    : doctor.options().stream()
                            .filter(option -> option.uses().equals(got.uses()))
                            .findFirst()
                            .orElseThrow()
                            .tier();
            assertThat(truly).isGreaterThanOrEqualTo(honest);
        }
    }

    private static List<List<Option>> orders(List<Option> of) {
        List<List<Option>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < of.size(); i++) {
            Option first = of.get(i);
            List<Option> rest = new ArrayList<>(of);
            rest.remove(i);
            for (List<Option> then : orders(rest)) {
                List<Option> order = new ArrayList<>(List.of(first));
                order.addAll(then);
                all.add(order);
            }
        }
        return all;
    }

    /** With everything at once: limits, wholes, ties, two half-years. */
    @Property(tries = 1200)
    void nobody_has_less_and_what_is_held_is_held_once(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 2, 2, true, true);
        Refilled refilled = Refill.run(problem);
        List<Integer> after = after(problem);
        for (int d = 0; d < after.size(); d++) {
            RefillDoctor doctor = problem.doctors().get(d);
            if (doctor.held() != null) {
                assertThat(after.get(d)).isNotNull();
                boolean moved = !after.get(d).equals(doctor.held());
                assertThat(moved && tier(option(problem, d, after.get(d))) >= tier(doctor.heldOption()))
                        .isFalse();
                assertThat(moved
                                && (doctor.part() != RefillPart.UPGRADABLE
                                        || problem.mode() == RefillMode.WAITING_ONLY))
                        .isFalse();
            }
        }
        for (Resource resource : problem.resources()) {
            long before = count(
                    problem, problem.doctors().stream().map(RefillDoctor::held).toList(), resource.id());
            assertThat(count(problem, after, resource.id())).isLessThanOrEqualTo(Math.max(before, resource.capacity()));
        }
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
        assertThat(Refill.run(problem)).isEqualTo(refilled);
    }

    private static long count(RefillProblem problem, List<Integer> options, ResourceId resource) {
        long count = 0;
        for (int d = 0; d < options.size(); d++) {
            Option option = option(problem, d, options.get(d));
            count += option != null && option.uses().contains(resource) ? 1 : 0;
        }
        return count;
    }

    /** Invariants ii and iv, where no limit and no whole excuses anything, by tiers: also where options are equally good. */
    @Property(tries = 2000)
    void nobody_is_passed_over_and_no_seat_is_left_free_that_someone_wants(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 2, 0, true, false);
        List<Integer> after = after(problem);
        Set<ResourceId> free = new HashSet<>();
        problem.resources().stream()
                .filter(resource -> count(problem, after, resource.id()) < resource.capacity())
                .forEach(resource -> free.add(resource.id()));
        for (int d = 0; d < after.size(); d++) {
            RefillDoctor doctor = problem.doctors().get(d);
            boolean asks = doctor.part() == RefillPart.WAITS
                    || doctor.part() == RefillPart.UPGRADABLE && problem.mode() == RefillMode.UPGRADES;
            for (Option wish : asks ? doctor.options() : List.<Option>of()) {
                if (wish.tier() >= tier(option(problem, d, after.get(d)))) {
                    continue;
                }
                ResourceId seat = wish.uses().get(0);
                assertThat(free).doesNotContain(seat);
                for (int behind = d + 1; behind < after.size(); behind++) {
                    Option got = option(problem, behind, after.get(behind));
                    boolean gotNow = got != null
                            && got.uses().contains(seat)
                            && !got.equals(problem.doctors().get(behind).heldOption());
                    assertThat(gotNow).isFalse();
                }
            }
        }
    }

    @Property(tries = 1500)
    void limits_and_wholes_are_as_the_rule_reads(@ForAll long seed) {
        int areas = 1 + (int) Math.floorMod(seed, 2L);
        RefillProblem problem = seed % 3 == 0
                ? Cases.of(seed, new Cases.Shape(12, 3, 2, areas, seed % 5 == 0, seed % 7 == 0, 6, 50))
                : Cases.small(seed, 2, areas, seed % 5 == 0, seed % 7 > 0);
        assertThat(after(problem)).isEqualTo(new SlowRefill(problem).outcome());
    }

    /** Cases made so that some are left out; of what is met at random next to none are. */
    @Test
    void who_is_left_out_is_as_the_rule_reads() {
        int leftOut = 0;
        for (long seed = 0; seed < 2000; seed++) {
            RefillProblem problem = Cases.crowded(seed);
            Refilled refilled = Refill.run(problem);
            SlowRefill slow = new SlowRefill(problem);
            assertThat(after(problem)).as("seed " + seed).isEqualTo(slow.outcome());
            assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                    .isEmpty();
            assertThat(refilled.certificate().lettings().stream().anyMatch(letting -> !letting.in()))
                    .isEqualTo(slow.anyLeftOut());
            leftOut += slow.anyLeftOut() ? 1 : 0;
        }
        assertThat(leftOut).isGreaterThan(100);
    }

    @Property(tries = 1500)
    void in_one_half_year_it_does_not_matter_how_many_are_let_in_at_a_time(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 1, 2, false, false);
        List<Integer> after = after(problem);
        assertThat(after).isEqualTo(new SlowRefill(problem).outcomeOneAtATime());
        assertThat(Refill.run(problem).certificate().limits()).allMatch(limit -> limit.leftOut() == 0);
    }

    @Property(tries = 1000)
    void the_order_of_what_there_is_does_not_matter(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 1, 2, true, false);
        List<Resource> resources = new ArrayList<>(problem.resources());
        Collections.shuffle(resources, new Random(seed));
        RefillProblem other = new RefillProblem(Cases.ROUND, problem.mode(), problem.doctors(), resources);
        assertThat(after(other)).isEqualTo(after(problem));
    }
}
