package no.alisplass.policy;

import static no.alisplass.policy.Given.SEED;
import static no.alisplass.policy.Given.START;
import static no.alisplass.policy.Given.ahus2020;
import static no.alisplass.policy.Given.ahus2020With;
import static no.alisplass.policy.Given.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {
    private static List<String> reasons(Policy policy, Given.Doctor doctor) {
        Ranking ranking = policy.rank(List.of(doctor.get()), START, SEED);
        assertThat(ranking.ranked().size() + ranking.notEligible().size()).isEqualTo(1);
        return ranking.notEligible().stream()
                .flatMap(one -> one.reasons().stream())
                .map(Finding::code)
                .toList();
    }

    @Nested
    class An_affiliation {
        @Test
        void is_needed() {
            assertThat(reasons(ahus2020(), doctor(1).affiliation(null, null, null)))
                    .containsExactly("policy.affiliation-missing");
        }

        @ParameterizedTest
        @EnumSource(Affiliation.class)
        void of_any_kind_will_do(Affiliation affiliation) {
            assertThat(reasons(ahus2020(), doctor(1).affiliation(affiliation, "2020-01-01", "2030-01-01")))
                    .isEmpty();
        }

        @Test
        void is_not_needed_where_the_policy_does_not_ask_for_it_and_then_comes_last() {
            Policy open = ahus2020With("  affiliation: true", "  affiliation: false");
            Given.Doctor none = doctor(1).affiliation(null, null, null).counted("59");
            Given.Doctor locum = doctor(2).affiliation(Affiliation.LOCUM, "2027-01-01", "2027-04-01");
            assertThat(reasons(open, none)).isEmpty();
            Decision decision = Given.decide(open, none, locum);
            assertThat(decision.ahead().value()).isEqualTo(2);
            assertThat(decision.valueBehind().text().code()).isEqualTo("policy.value-affiliation-none");
        }

        @ParameterizedTest
        @CsvSource({
            "2027-03-01, 2027-03-01,",
            "1990-01-01, 2027-03-01,",
            "2027-03-01, ,",
            ", 2027-03-01,",
            ", ,",
            "2027-03-02, , policy.affiliation-not-begun",
            "2030-01-01, 2031-01-01, policy.affiliation-not-begun",
            "2020-01-01, 2027-02-28, policy.affiliation-ended",
            ", 2020-02-28, policy.affiliation-ended"
        })
        void must_hold_on_the_day_the_service_starts(String from, String to, String reason) {
            assertThat(reasons(ahus2020(), doctor(1).affiliation(Affiliation.PERMANENT, from, to)))
                    .isEqualTo(reason == null ? List.of() : List.of(reason));
        }

        @Test
        void may_have_ended_where_the_policy_does_not_mind() {
            Policy mild = ahus2020With("affiliation-in-force: true", "affiliation-in-force: false");
            assertThat(reasons(mild, doctor(1).affiliation(Affiliation.PERMANENT, "2030-01-01", "2020-01-01")))
                    .isEmpty();
        }
    }

    @Nested
    class The_area {
        @ParameterizedTest
        @EnumSource(Service.class)
        void is_covered_by_one_service_alone(Service service) {
            assertThat(reasons(ahus2020(), doctor(1).covered(service))).isEmpty();
        }

        @Test
        void must_be_covered_by_one_at_least() {
            assertThat(reasons(ahus2020(), doctor(1).covered())).containsExactly("policy.area-not-covered");
        }

        @Test
        void need_not_be_covered_where_the_policy_does_not_ask_for_it() {
            assertThat(reasons(
                            ahus2020With("area-covered: true", "area-covered: false"),
                            doctor(1).covered()))
                    .isEmpty();
        }
    }

    @Nested
    class Institutional_service {
        @ParameterizedTest
        @CsvSource({"0.1", "3", "6", "12"})
        void left_to_do_is_enough_however_little(String months) {
            assertThat(reasons(ahus2020(), doctor(1).left(months))).isEmpty();
        }

        @Test
        void must_be_left_to_do() {
            assertThat(reasons(ahus2020(), doctor(1).left("0"))).containsExactly("policy.institution-months-none-left");
        }

        @Test
        void need_not_be_left_where_the_policy_does_not_ask_for_it() {
            Policy mild = ahus2020With("institution-months-left: true", "institution-months-left: false");
            assertThat(reasons(mild, doctor(1).left("0"))).isEmpty();
        }
    }

    @Nested
    class What_an_area_has_agreed {
        private static Policy asking(String agreement, String registration) {
            return Given.with(
                    "ahus-2020-v2.yaml",
                    "institution-months-left: true",
                    "institution-months-left: true\n  agreement: " + agreement + "\n  registration: " + registration);
        }

        @ParameterizedTest
        @CsvSource({
            "2027-03-01, , 2027-03-01,",
            "2027-09-01, , 2027-09-01,",
            "2020-01-01, 2027-03-01, 2020-01-01,",
            ", , 2027-03-01, policy.agreement-none",
            "2027-09-02, , 2027-03-01, policy.agreement-not-begun",
            "2020-01-01, 2027-02-28, 2027-03-01, policy.agreement-ended",
            "2020-01-01, , , policy.registration-none",
            "2020-01-01, , 2027-09-02, policy.registration-later"
        })
        void must_hold_on_a_day_a_service_could_start_where_it_is_required(
                String from, String to, String registered, String reason) {
            Given.Doctor doctor = doctor(1).starts().agreed(from, to, registered);
            assertThat(reasons(asking("require", "require"), doctor))
                    .isEqualTo(reason == null ? List.of() : List.of(reason));
            assertThat(reasons(asking("warn", "warn"), doctor)).isEmpty();
            assertThat(reasons(asking("ignore", "ignore"), doctor)).isEmpty();
        }

        /** A service starts on one day, on which all of it must hold. */
        @Test
        void must_hold_on_the_same_day_where_both_are_required() {
            Given.Doctor doctor = doctor(1).starts().agreed("2020-01-01", "2027-08-31", "2027-09-01");
            assertThat(reasons(asking("require", "require"), doctor))
                    .containsExactly("policy.agreement-ended", "policy.registration-later");
            assertThat(reasons(asking("require", "warn"), doctor)).isEmpty();
            assertThat(reasons(asking("warn", "require"), doctor)).isEmpty();
        }

        @Test
        void is_only_told_where_the_policy_warns() {
            Given.Doctor doctor = doctor(1).starts().agreed("2020-01-01", "2027-08-31", null);
            assertThat(remarks(asking("warn", "ignore"), doctor))
                    .containsExactly("Området 3205 har avtale med ahus om opplæring av leger bare til 31. august 2027."
                            + " Tjenesten kan starte 1. september 2027, og da gjelder den ikke.");
            assertThat(remarks(asking("ignore", "warn"), doctor))
                    .containsExactly("Området 3205 står ikke som registrert utdanningsvirksomhet 1. mars 2027,"
                            + " da tjenesten kan starte.");
            assertThat(remarks(asking("require", "ignore"), doctor)).isEmpty();
            assertThat(remarks(asking("ignore", "ignore"), doctor)).isEmpty();
        }

        @Test
        void is_told_of_an_area_whether_it_is_warned_of_or_required() {
            Agreed nothing = new Agreed(new HospitalId("ahus"), null, null, null);
            assertThat(asking("warn", "require").eligibility().missing(new AreaCode("3205"), nothing, List.of(START)))
                    .extracting(Finding::code)
                    .containsExactly("policy.registration-none", "policy.agreement-none");
            assertThat(Policies.builtIn()
                            .get("ahus-2020", 2)
                            .orElseThrow()
                            .eligibility()
                            .missing(new AreaCode("3205"), nothing, List.of(START)))
                    .isEmpty();
        }

        private static List<String> remarks(Policy policy, Given.Doctor doctor) {
            return policy.rank(List.of(doctor.get()), START, SEED).ranked().get(0).remarks().stream()
                    .map(remark -> Messages.text(remark, Messages.BOKMAL))
                    .toList();
        }
    }

    @Nested
    class A_scheme_that_ends {
        private static Policy until(String day) {
            return Given.with(
                    "ahus-2020-v2.yaml",
                    "last-application: 2026-12-31",
                    "last-application: " + day + "\n    after-last-application: not-eligible");
        }

        @ParameterizedTest
        @CsvSource({
            "2027-08-31, 6, true",
            "2027-08-30, 6, false",
            "2027-09-03, 6.1, true",
            "2027-09-02, 6.1, false",
            "2028-02-29, 12, true",
            "2028-02-28, 12, false",
            "2026-12-31, 0.1, false"
        })
        void takes_no_one_who_cannot_be_done_by_the_last_day_to_apply(String day, String left, boolean inTime) {
            assertThat(reasons(until(day), doctor(1).old(left).starts()))
                    .isEqualTo(inTime ? List.of() : List.of("policy.scheme-ends"));
        }

        @Test
        void is_told_of_a_list_by_the_day_its_policy_asks_on() {
            LocalDate autumn = LocalDate.of(2027, 9, 1);
            Policy policy = until("2027-08-31");
            assertThat(policy.schemeEnds(Scheme.OLD, Months.of(6), START, START))
                    .isEmpty();
            assertThat(policy.schemeEnds(Scheme.OLD, Months.of(6), START, autumn))
                    .get()
                    .extracting(Finding::code)
                    .isEqualTo("policy.scheme-ends");
            assertThat(policy.schemeEnds(Scheme.NEW, Months.of(6), START, autumn))
                    .isEmpty();
            assertThat(policy.schemeEnds(Scheme.OLD, Months.of(0), START, autumn))
                    .isEmpty();
        }

        @Test
        void counts_from_the_first_day_the_doctor_could_begin() {
            assertThat(reasons(until("2027-08-31"), doctor(1).old("6").starts("2027-H")))
                    .containsExactly("policy.scheme-ends");
            assertThat(reasons(until("2028-02-29"), doctor(1).old("6").starts("2027-H")))
                    .isEmpty();
        }

        @Test
        void says_nothing_of_the_other_scheme_nor_of_who_has_nothing_left() {
            assertThat(reasons(until("2026-12-31"), doctor(1).left("6").starts()))
                    .isEmpty();
            assertThat(reasons(until("2026-12-31"), doctor(1).old("0").starts()))
                    .containsExactly("policy.institution-months-none-left");
        }

        @Test
        void takes_everyone_under_the_policies_that_do_not_ask() {
            for (int version : List.of(1, 2)) {
                Policy policy = Policies.builtIn().get("ahus-2020", version).orElseThrow();
                assertThat(reasons(policy, doctor(1).old("12").starts())).isEmpty();
                assertThat(policy.furtherRules()).isEmpty();
            }
        }

        @Test
        void tells_the_day_the_end_and_what_conversion_would_mean() {
            Finding reason = until("2026-12-31")
                    .rank(List.of(doctor(1).old("12").starts().get()), START, SEED)
                    .notEligible()
                    .get(0)
                    .reasons()
                    .get(0);
            assertThat(Messages.text(reason, Messages.BOKMAL))
                    .isEqualTo(
                            "Legen følger gammel ordning, og der må godkjenning søkes senest 31. desember 2026, når alt er gjort."
                                    + " Begynner tjenesten 1. mars 2027, er den tidligst ferdig 29. februar 2028, og det er for sent."
                                    + " Ny ordning krever 6 måneder institusjonstjeneste i stedet for 12. Går legen over til den,"
                                    + " rett ordning og gjenstående måneder på listen.");
            assertThat(List.of(
                            Messages.text(reason, Locale.forLanguageTag("nn-NO")),
                            Messages.text(reason, Locale.ENGLISH)))
                    .allSatisfy(text -> assertThat(text).contains("2026", "29", "2028", " 6 ", " 12"));
        }
    }

    @Test
    void every_reason_is_given_at_once() {
        Policy strict = ahus2020With("when-early: rank-last", "when-early: not-eligible");
        assertThat(reasons(
                        strict,
                        doctor(1)
                                .affiliation(Affiliation.LOCUM, "2027-03-02", "2027-02-28")
                                .covered()
                                .left("0")
                                .counted("1")))
                .containsExactly(
                        "policy.affiliation-not-begun",
                        "policy.affiliation-ended",
                        "policy.area-not-covered",
                        "policy.institution-months-none-left",
                        "policy.too-early");
    }
}
