package no.alisplass.refill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.alisplass.json.CanonicalJson;
import no.alisplass.json.StrictJson;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.check.ExportedRefill;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.refill.run.Refill;
import no.alisplass.refill.run.Refill.Refilled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refills that can be followed by eye. */
class RefillTest {
    private RefillProblem problem;

    private RefillOutcome refill(RefillProblem of) {
        problem = of;
        Refilled refilled = Refill.run(of);
        assertThat(RefillChecker.check(of, refilled.outcome(), refilled.certificate()))
                .isEmpty();
        return refilled.outcome();
    }

    private List<String> has(RefillOutcome outcome) {
        return outcome.doctors().stream().map(this::has).toList();
    }

    private String has(RefillResult result) {
        if (result.option() == null) {
            return result.kind().toString();
        }
        RefillDoctor doctor = problem.doctors()
                .get(problem.doctors().stream().map(RefillDoctor::id).toList().indexOf(result.doctor()));
        return result.kind() + " "
                + doctor.options().get(result.option()).stays().stream()
                        .map(stay ->
                                stay.position() + (stay.halfYear().toString().endsWith("H") ? "-H" : ""))
                        .reduce((one, other) -> one + "+" + other)
                        .orElseThrow();
    }

    private static List<String> told(RefillOutcome outcome) {
        return outcome.chains().stream()
                .map(chain -> chain.moves().stream()
                                .map(move -> move.doctor() + " " + name(move.from()) + ">" + name(move.to()))
                                .reduce((one, other) -> one + ", " + other)
                                .orElseThrow()
                        + (chain.ring() ? ", ring" : "")
                        + (chain.leftFree() == null ? "" : ", free " + name(chain.leftFree())))
                .toList();
    }

    private static String name(ResourceId seat) {
        return seat == null ? "" : seat.seat().orElseThrow().position().value();
    }

    @Nested
    class Chains {
        @Test
        void a_free_seat_goes_to_a_holder_and_the_one_that_is_left_to_one_who_waits() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .upgradable(null, "oye", "lunge", "oye")
                    .waits(null, "lunge", "oye")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("UPGRADED lunge", "PLACED oye");
            assertThat(told(outcome)).containsExactly("d001 oye>lunge, d002 >oye");
            assertThat(outcome.doctors().get(1).missed())
                    .containsExactly(new Missed(
                            Ward.seat("lunge"),
                            0,
                            Missed.Why.AHEAD,
                            2,
                            2,
                            List.of(problem.doctors().get(0).id()),
                            null));
        }

        @Test
        void two_who_want_each_others_seats_change_though_nothing_is_free() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .upgradable(null, "oye", "lunge", "oye")
                    .upgradable(null, "lunge", "oye", "lunge")
                    .upgrades());
            assertThat(told(outcome)).containsExactly("d001 oye>lunge, d002 lunge>oye, ring");
        }

        @Test
        void a_seat_that_nobody_wants_is_left_free() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .upgradable(null, "oye", "lunge", "oye")
                    .waits(null, "lunge")
                    .upgrades());
            assertThat(told(outcome)).containsExactly("d001 oye>lunge, free oye");
            assertThat(outcome.free()).hasSize(1);
        }
    }

    @Nested
    class WhoTakesPart {
        @Test
        void a_holder_comes_first_for_the_own_seat_whoever_stands_ahead() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .waits(null, "oye")
                    .firm(null, "lunge", "lunge")
                    .upgradable(null, "oye", "lunge", "oye")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("WAITS", "KEPT lunge", "KEPT oye");
            assertThat(outcome.doctors().get(0).missed()).isEmpty();
        }

        @Test
        void after_the_upgrade_stop_only_those_who_wait_get_anything() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .upgradable(null, "oye", "lunge", "oye")
                    .waits(null, "lunge")
                    .problem(RefillMode.WAITING_ONLY, Cases.ROUND));
            assertThat(has(outcome)).containsExactly("KEPT oye", "PLACED lunge");
        }

        @Test
        void nobody_who_is_out_or_settled_by_hand() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 2)
                    .seats("oye", 1)
                    .out("lunge")
                    .byHand("oye")
                    .byHand()
                    .waits(null, "oye", "lunge")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("OUT", "KEPT oye", "OUT", "PLACED lunge");
        }

        /** The exact pass would give the first of them oye, and lunge to the other. */
        @Test
        void what_is_equally_good_is_taken_as_it_is_listed() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .waits(null, "lunge", "=oye")
                    .waits(null, "lunge")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("PLACED lunge", "WAITS");
        }
    }

    @Nested
    class Limits {
        @Test
        void an_area_lets_in_as_many_as_it_can_spare_and_the_next_when_one_ends_without() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .limit("a01", "V", 1)
                    .waits(null, "lunge")
                    .waits("a01", "lunge")
                    .waits("a01", "lunge", "oye")
                    .waits("a01", "oye")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("PLACED lunge", "WAITS", "PLACED oye", "WAITS");
            assertThat(outcome.doctors().get(3).missed())
                    .extracting(Missed::why)
                    .containsExactly(Missed.Why.AHEAD);
        }

        @Test
        void a_seat_may_go_to_someone_behind_or_stay_free_but_for_the_limit_and_it_is_said() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .seats("onh", 1)
                    .limit("a01", "V", 1)
                    .firm("a01", "onh", "onh")
                    .waits("a01", "lunge", "oye")
                    .waits(null, "lunge")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("KEPT onh", "WAITS", "PLACED lunge");
            assertThat(outcome.doctors().get(1).missed())
                    .extracting(Missed::why)
                    .containsExactly(Missed.Why.LIMIT, Missed.Why.LIMIT);
        }

        /** d001 has the autumn as long as d003 does not fall back on it, which letting in d002 for the spring would bring about. */
        private static Ward oneTooMany() {
            return new Ward()
                    .seats("lunge-H", 1)
                    .seats("oye", 1)
                    .seats("onh", 1)
                    .seats("geriatri", 1)
                    .limit("a01", "V", 1)
                    .limit("a01", "H", 1)
                    .waits("a01", "lunge-H", "oye")
                    .waits("a01", "onh")
                    .upgradable(null, "lunge-H", "onh", "lunge-H");
        }

        @Test
        void whoever_would_make_it_one_too_many_is_left_out() {
            RefillOutcome outcome = refill(oneTooMany().upgrades());
            assertThat(has(outcome)).containsExactly("PLACED lunge-H", "WAITS", "UPGRADED onh");
            assertThat(outcome.doctors().get(1).missed())
                    .extracting(Missed::why)
                    .containsExactly(Missed.Why.LEFT_OUT);
            assertThat(Refill.run(problem).certificate().lettings())
                    .extracting(letting -> letting.doctor() + " " + letting.limit() + " " + letting.in())
                    .containsExactly(
                            "d001 away:a01:2028-H true", "d001 away:a01:2028-V true", "d002 away:a01:2028-V false");
        }

        @Test
        void and_the_next_in_the_line_is_let_in_before_anyone_behind_gets_the_seat() {
            RefillOutcome outcome = refill(oneTooMany()
                    .waits("a01", "geriatri")
                    .waits(null, "geriatri")
                    .upgrades());
            assertThat(has(outcome))
                    .containsExactly("PLACED lunge-H", "WAITS", "UPGRADED onh", "PLACED geriatri", "WAITS");
            assertThat(outcome.doctors().get(4).missed())
                    .extracting(Missed::why)
                    .containsExactly(Missed.Why.AHEAD);
            assertThat(Refill.run(problem).certificate().limits())
                    .extracting(limit -> limit.letIn() + " in, " + limit.leftOut() + " out, " + limit.after())
                    .containsExactly("2 in, 1 out, 1", "1 in, 0 out, 1");
        }
    }

    @Nested
    class Wholes {
        @Test
        void are_given_after_single_stays_on_what_is_free_and_a_conflict_is_told() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .seats("onh-H", 1)
                    .waits(null, "lunge+onh-H", "oye+onh-H")
                    .waits(null, "lunge")
                    .waits(null, "oye+onh-H")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("PLACED oye+onh-H", "PLACED lunge", "WAITS");
            assertThat(outcome.conflicts())
                    .containsExactly(new BundleConflict(
                            problem.doctors().get(0).id(),
                            0,
                            List.of(new BundleConflict.Taken(
                                    Ward.seat("lunge"),
                                    List.of(problem.doctors().get(1).id())))));
        }

        @Test
        void complete_what_the_doctor_has_and_never_make_anyone_let_go() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .seats("onh-H", 1)
                    .upgradable(null, "oye", "lunge+onh-H", "oye+onh-H", "oye")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("UPGRADED oye+onh-H");
            assertThat(told(outcome)).containsExactly("d001 >onh");
        }

        @Test
        void once_held_stay_as_they_are() {
            RefillOutcome outcome = refill(new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .seats("onh-H", 1)
                    .upgradable(null, "oye+onh-H", "lunge", "lunge+onh-H", "oye+onh-H")
                    .upgrades());
            assertThat(has(outcome)).containsExactly("KEPT oye+onh-H");
        }
    }

    /** Long lists are what {@code OptionBuilder} makes: every admissible stay. By the time of this thread alone, and tried again, where the machine is busy. */
    @Tag("as-in-service")
    @ParameterizedTest
    @CsvSource({"10, 5", "30, 8"})
    void three_thousand_doctors_and_six_hundred_seats_take_under_two_seconds_with_proof_check_and_files(
            int wishes, int limit) {
        RefillProblem large = Cases.country(2, 3000, 300, 60, limit, wishes, 10);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 5 && best.toMillis() >= 2000; i++) {
            long start = clock.getCurrentThreadCpuTime();
            Refilled refilled = Refill.run(large);
            assertThat(RefillChecker.check(large, refilled.outcome(), refilled.certificate()))
                    .isEmpty();
            Map<String, String> files = ExportedRefill.files(large, refilled.outcome(), refilled.certificate(), null);
            best = Duration.ofNanos(Math.min(best.toNanos(), clock.getCurrentThreadCpuTime() - start));
            assertThat(files.get(ExportedRefill.CERTIFICATE)).hasSizeLessThan(1_000_000);
            assertThat(files.values().stream().mapToInt(String::length).sum()).isLessThan(40_000_000);
        }
        assertThat(best).isLessThan(Duration.ofSeconds(2));
    }

    /** What is stored and exported is these bytes, and old ones are read. */
    @Test
    void its_files_are_those_that_are_kept() throws IOException {
        Path folder = Path.of("src", "test", "resources", "refill", "small");
        RefillProblem kept =
                StrictJson.read(Files.readAllBytes(folder.resolve("refill-problem.json")), RefillProblem.class);
        Refilled refilled = Refill.run(kept);
        assertThat(CanonicalJson.write(kept)).isEqualTo(Files.readString(folder.resolve("refill-problem.json")));
        assertThat(CanonicalJson.write(refilled.outcome()))
                .isEqualTo(Files.readString(folder.resolve("refill-outcome.json")));
        assertThat(CanonicalJson.write(refilled.certificate()))
                .isEqualTo(Files.readString(folder.resolve("refill-certificate.json")));
        assertThat(kept.hash()).isEqualTo(refilled.outcome().problemHash());
    }
}
