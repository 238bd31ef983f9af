package no.alisplass.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Messages;
import no.alisplass.policy.LeadTimes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundRulesTest {
    @Nested
    class The_life_of_a_round {
        @ParameterizedTest
        @CsvSource({"OPEN, DRAFT, OPEN", "CLOSE, OPEN, CLOSED", "REOPEN, CLOSED, OPEN", "APPROVE, CLOSED, APPROVED"})
        void goes_these_ways(RoundStep step, RoundState from, RoundState to) {
            assertThat(step.refuses(round(from))).isEmpty();
            assertThat(step.to()).isEqualTo(to);
        }

        @Test
        void and_no_other_each_refusal_saying_what_to_do() {
            int refused = 0;
            for (RoundStep step : RoundStep.values()) {
                for (RoundState state : RoundState.values()) {
                    var refusal = step.refuses(round(state));
                    if (refusal.isPresent()) {
                        refused++;
                        assertThat(Messages.text(refusal.get(), Messages.BOKMAL))
                                .isNotEqualTo(refusal.get().code())
                                .contains("ahus-2027-v");
                    }
                }
            }
            assertThat(refused).isEqualTo(15);
        }
    }

    @Nested
    class Half_years {
        @ParameterizedTest
        @ValueSource(strings = {"2027-V", "2027-V 2027-H", "2027-H 2028-V 2028-H", "2027-V 2027-H 2028-V 2028-H"})
        void one_to_four_in_a_row(String halfYears) {
            assertThat(check(halfYears, "2027-02-28")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2027-V 2027-H 2028-V 2028-H 2029-V, round.half-years-count",
            "2027-V 2028-V, round.half-years-gap",
            "2027-V 2027-V, round.half-years-gap",
            "2027-H 2027-V, round.half-years-gap"
        })
        void more_or_with_a_gap_are_refused(String halfYears, String code) {
            assertThat(check(halfYears, "2026-12-15")).containsExactly(code);
        }

        @Test
        void the_last_there_is_may_stand_alone_and_nothing_follows_it() {
            assertThat(check("2100-H", "2100-02-28")).isEmpty();
            assertThat(check("2100-H 2100-V", "2100-02-28")).containsExactly("round.half-years-gap");
        }

        @Test
        void none_is_refused() {
            assertThat(RoundRules.check("Tittel", List.of(), LocalDate.of(2026, 1, 1)))
                    .extracting(Finding::code)
                    .containsExactly("round.half-years-count");
        }
    }

    @Nested
    class The_deadline {
        @Test
        void is_before_the_start() {
            assertThat(check("2027-V", "2027-02-28")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2027-03-01", "2027-03-02", "2028-01-01"})
        void on_the_start_or_later_is_refused(String deadline) {
            assertThat(check("2027-V", deadline)).containsExactly("round.deadline-after-start");
        }
    }

    @Nested
    class The_lottery_seed {
        @ParameterizedTest
        @ValueSource(strings = {"abcd", "ahus-2027.v_1", "", "med mellomrom"})
        void is_never_typed(String seed) {
            assertThat(RoundRules.typed(seed).map(Finding::code)).contains("round.seed-typed");
            assertThat(RoundRules.typed(null)).isEmpty();
        }

        @Test
        void that_is_drawn_has_the_form_and_is_another_each_time() {
            LotterySeeds seeds = new RandomLotterySeeds();
            RoundId round = new RoundId("uten-fast-froe");
            String one = seeds.draw(round);
            assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(seeds.draw(round));
        }
    }

    @Nested
    class The_call_goes_out_six_months_before_the_start {
        @ParameterizedTest
        @CsvSource({"2026-08-31, 0", "2026-09-01, 0", "2026-09-02, 1", "2027-02-28, 1"})
        void later_is_warned_of(LocalDate today, int warnings) {
            Round round = round(RoundState.DRAFT, "2027-02-28");
            List<String> codes = codes(RoundRules.warnings(round, today, 4, LeadTimes.UNSAID));
            assertThat(codes).hasSize(warnings);
            assertThat(codes).allMatch("round.called-late"::equals);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-04-01, 2026-06-01,",
            "2026-04-02, 2026-06-01, round.called-late-by-rules",
            "2026-04-01, 2026-06-02, round.deadline-late"
        })
        void or_as_long_before_as_the_policy_says(LocalDate today, String deadline, String code) {
            assertThat(codes(RoundRules.warnings(round(RoundState.DRAFT, deadline), today, 1, new LeadTimes(11, 9))))
                    .isEqualTo(code == null ? List.of() : List.of(code));
        }

        @ParameterizedTest
        @CsvSource({"2026-08-15, 0", "2026-08-16, 1"})
        void a_deadline_that_has_passed_is_warned_of(LocalDate today, int warnings) {
            List<String> codes =
                    codes(RoundRules.warnings(round(RoundState.DRAFT, "2026-08-15"), today, 1, LeadTimes.UNSAID));
            assertThat(codes).hasSize(warnings).allMatch("round.deadline-passed"::equals);
        }

        @Test
        void no_seats_at_all_is_warned_of() {
            assertThat(codes(RoundRules.warnings(
                            round(RoundState.DRAFT, "2026-08-15"), LocalDate.of(2026, 8, 1), 0, LeadTimes.UNSAID)))
                    .containsExactly("round.no-seats");
        }
    }

    @Nested
    class What_may_still_change {
        private final Round other = new Round(
                new RoundId("ahus-2027-v"),
                new HospitalId("ahus"),
                "Ny tittel",
                List.of(HalfYear.parse("2027-H")),
                "ahus-2023",
                2,
                Objective.PLACEMENTS_FIRST,
                "another-seed",
                LocalDate.of(2026, 12, 20),
                RoundState.DRAFT,
                0);

        @Test
        void all_of_a_draft() {
            assertThat(RoundRules.checkChange(round(RoundState.DRAFT), other)).isEmpty();
        }

        @Test
        void title_and_deadline_of_an_open_one() {
            assertThat(RoundRules.checkChange(round(RoundState.OPEN), other))
                    .extracting(Finding::field)
                    .containsExactly("halfYears", "policyId", "policyVersion", "objective");
        }

        @ParameterizedTest
        @EnumSource(
                value = RoundState.class,
                names = {"CLOSED", "APPROVED"})
        void nothing_of_a_closed_one(RoundState state) {
            assertThat(RoundRules.checkChange(round(state), other))
                    .extracting(Finding::field)
                    .containsExactly("title", "deadline", "halfYears", "policyId", "policyVersion", "objective");
            assertThat(RoundRules.checkChange(round(state), round(state))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-V, 2027-V, true",
        "2027-V 2027-H, 2027-H 2028-V, true",
        "2027-V 2027-H 2028-V, 2027-H, true",
        "2027-V, 2027-H, false",
        "2028-V, 2027-V 2027-H, false"
    })
    void rounds_overlap_when_a_half_year_is_in_both(String one, String other, boolean expected) {
        assertThat(over(one).overlaps(over(other))).isEqualTo(expected);
        assertThat(over(other).overlaps(over(one))).isEqualTo(expected);
    }

    private static List<String> check(String halfYears, String deadline) {
        return codes(RoundRules.check("Tittel", parse(halfYears), LocalDate.parse(deadline)));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static List<HalfYear> parse(String halfYears) {
        return Arrays.stream(halfYears.split(" ")).map(HalfYear::parse).toList();
    }

    private static Round round(RoundState state) {
        return round(state, "2026-12-15");
    }

    private static Round over(String halfYears) {
        return round(RoundState.DRAFT, "2026-12-15", halfYears);
    }

    private static Round round(RoundState state, String deadline) {
        return round(state, deadline, "2027-V");
    }

    private static Round round(RoundState state, String deadline, String halfYears) {
        return new Round(
                new RoundId("ahus-2027-v"),
                new HospitalId("ahus"),
                "Ahus vår 2027 (ahus-2027-v)",
                parse(halfYears),
                "ahus-2020",
                1,
                Objective.WISHES_FIRST,
                "a-seed",
                LocalDate.parse(deadline),
                state,
                0);
    }
}
