package no.alisplass.scenario;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DoctorId;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.SmallRounds;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    private static final Policy OTHER = Policies.builtIn().get("ahus-2023", 1).orElseThrow();

    private final Scenarios scenarios = new Scenarios(Policies.builtIn());
    private final Frozen frozen = new Frozen();

    private static List<String> names(Snapshot snapshot, List<Difference.Change> changes) {
        return changes.stream()
                .map(change -> snapshot.roster().entry(change.doctor()).name())
                .toList();
    }

    @Nested
    class Placements_first {
        @Test
        void places_one_more_at_the_price_of_a_first_wish() {
            frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
            frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
            frozen.doctor(2, "Per").months(44).wants("geriatri").only();
            Snapshot snapshot = frozen.freeze();
            Difference difference = scenarios.placementsFirst(snapshot).difference();
            assertThat(difference.now()).isEqualTo(new Difference.Count(1, 1, 1));
            assertThat(difference.then()).isEqualTo(new Difference.Count(2, 0, 1));
            assertThat(names(snapshot, difference.gains())).containsExactly("Per");
            assertThat(names(snapshot, difference.losses())).containsExactly("Kari");
        }

        @Test
        void changes_nothing_where_there_is_room_for_all() {
            frozen.seats("geriatri", SPRING, 2);
            frozen.doctor(1, "Kari");
            frozen.doctor(2, "Per");
            Difference difference = scenarios.placementsFirst(frozen.freeze()).difference();
            assertThat(difference.gains()).isEmpty();
            assertThat(difference.losses()).isEmpty();
        }
    }

    @Nested
    class What_was_asked_before {
        @Test
        void is_told_the_same_and_never_for_a_round_that_has_changed_since() {
            frozen.seats("geriatri", SPRING, 1);
            frozen.doctor(1, "Kari");
            frozen.doctor(2, "Per");
            Snapshot before = frozen.freeze();
            assertThat(scenarios.placementsFirst(before)).isEqualTo(scenarios.placementsFirst(before));
            assertThat(scenarios.placementsFirst(before).difference().now()).isEqualTo(new Difference.Count(1, 1, 1));
            frozen.seats("lunge", SPRING, 1);
            assertThat(scenarios
                            .placementsFirst(frozen.freeze())
                            .difference()
                            .now()
                            .placed())
                    .isEqualTo(2);
        }

        @Test
        void is_forgotten_in_time_and_worked_out_anew() {
            frozen.seats("geriatri", SPRING, 1);
            frozen.doctor(1, "Kari");
            AllocationProblem first = frozen.freeze().problem();
            Proposal told = scenarios.solve(first);
            for (int number = 2; number < 50; number++) {
                frozen.doctor(number, "Lege " + number);
                scenarios.solve(frozen.freeze().problem());
            }
            assertThat(scenarios.solve(first)).isEqualTo(told);
        }
    }

    @Nested
    class Another_policy {
        @Test
        void puts_seniority_before_affiliation() {
            frozen.seats("geriatri", SPRING, 1);
            frozen.doctor(1, "Kari").months(36);
            frozen.doctor(2, "Per").months(44).affiliation(Affiliation.OWN_LIST);
            Snapshot snapshot = frozen.freeze();
            PolicyDifference difference = scenarios.underPolicy(snapshot, OTHER);
            assertThat(names(snapshot, difference.difference().gains())).containsExactly("Per");
            assertThat(names(snapshot, difference.difference().losses())).containsExactly("Kari");
            assertThat(difference.noLongerEligible()).isEmpty();
        }

        @Test
        void the_same_policy_changes_nothing() {
            frozen.seats("geriatri", SPRING, 1);
            frozen.doctor(1, "Kari").months(36);
            frozen.doctor(2, "Per").months(44).affiliation(Affiliation.OWN_LIST);
            Difference difference =
                    scenarios.underPolicy(frozen.freeze(), Frozen.policy()).difference();
            assertThat(difference.problemHash()).isEqualTo(difference.changedHash());
            assertThat(difference.gains()).isEmpty();
        }
    }

    @Nested
    class A_dilemma {
        @Test
        void names_who_would_step_back_and_who_gets_in() {
            frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
            frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
            frozen.doctor(2, "Per").months(44).wants("geriatri").only();
            Snapshot snapshot = frozen.freeze();
            Dilemmas dilemmas = scenarios.dilemmas(snapshot.problem());
            assertThat(dilemmas.complete()).isTrue();
            assertThat(dilemmas.list()).hasSize(1);
            Dilemmas.Dilemma dilemma = dilemmas.list().get(0);
            assertThat(snapshot.roster().entry(dilemma.doctor()).name()).isEqualTo("Kari");
            assertThat(dilemma.instead().stays().get(0).position().value()).isEqualTo("lunge-1");
            assertThat(names(snapshot, dilemma.placed())).containsExactly("Per");
        }

        @Test
        void is_none_where_stepping_back_only_takes_from_another() {
            frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
            frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
            frozen.doctor(2, "Mari").months(50).wants("lunge").only();
            frozen.doctor(3, "Per").months(44).wants("geriatri").only();
            assertThat(scenarios.dilemmas(frozen.freeze().problem()).list()).isEmpty();
        }

        @Test
        void is_true_in_random_rounds_by_trying_every_outcome() {
            int found = 0;
            for (long seed = 0; seed < 1_200; seed++) {
                AllocationProblem problem = SmallRounds.random(seed);
                List<Integer> before = ExhaustiveReference.tiers(problem);
                for (Dilemmas.Dilemma dilemma : scenarios.dilemmas(problem).list()) {
                    found++;
                    List<Integer> after = ExhaustiveReference.tiers(pinned(problem, dilemma));
                    for (int d = 0; d < before.size(); d++) {
                        DoctorId id = problem.doctors().get(d).id();
                        if (!id.equals(dilemma.doctor())) {
                            boolean gains = dilemma.placed().stream()
                                            .anyMatch(change -> change.doctor().equals(id))
                                    || dilemma.better().stream()
                                            .anyMatch(change -> change.doctor().equals(id));
                            assertThat(Integer.compare(after.get(d), before.get(d)))
                                    .as("round %d, %s", seed, id)
                                    .isEqualTo(gains ? -1 : 0);
                        }
                    }
                }
            }
            assertThat(found).isGreaterThan(5);
        }

        private static AllocationProblem pinned(AllocationProblem problem, Dilemmas.Dilemma dilemma) {
            List<Doctor> doctors = new ArrayList<>(problem.doctors());
            doctors.replaceAll(doctor -> doctor.id().equals(dilemma.doctor())
                    ? new Doctor(doctor.id(), List.<Option>of(dilemma.instead()), true)
                    : doctor);
            return new AllocationProblem(problem.objective(), doctors, problem.resources());
        }
    }
}
