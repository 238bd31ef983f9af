package no.alisplass.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacancyRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    private static final Hospital AHUS = new Hospital(
            new HospitalId("ahus"),
            "983971636",
            "Ahus",
            List.of(new Division(
                    "Medisin",
                    Service.SOMATIC,
                    List.of(new Department(new DepartmentId("geriatri"), "Geriatri", true)))));

    @Nested
    class Its_dates {
        @ParameterizedTest
        @CsvSource({
            "2027-02-01, 2027-07-31",
            "2027-02-01, 2027-02-01",
            "2026-11-01, 2027-01-10",
            "2027-01-10, 2029-01-10"
        })
        void run_forward_are_not_over_and_span_at_most_two_years(LocalDate from, LocalDate to) {
            assertThat(check("geriatri", from, to)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2027-02-02, 2027-02-01, capacity.vacancy-ends-before-it-begins",
            "2027-12-31, 2027-02-01, capacity.vacancy-ends-before-it-begins",
            "2027-01-10, 2029-01-11, capacity.vacancy-too-long",
            "2026-11-01, 2027-01-09, capacity.vacancy-is-over"
        })
        void are_refused_otherwise(LocalDate from, LocalDate to, String code) {
            assertThat(check("geriatri", from, to)).containsExactly(code);
        }

        @Test
        void an_unknown_department_is_told_with_the_rest() {
            assertThat(check("hud", LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 2)))
                    .containsExactly(
                            "capacity.department-unknown",
                            "capacity.vacancy-ends-before-it-begins",
                            "capacity.vacancy-is-over");
        }
    }

    @Nested
    class A_span_of_half_years {
        @ParameterizedTest
        @CsvSource({"2027-V, 2027-V, 1", "2027-V, 2028-H, 4", "2027-H, 2033-V, 12"})
        void holds_both_ends(String from, String to, int count) {
            Result<List<HalfYear>> span = HalfYears.between(HalfYear.parse(from), HalfYear.parse(to));
            List<HalfYear> halfYears = ((Result.Done<List<HalfYear>>) span).value();
            assertThat(halfYears)
                    .hasSize(count)
                    .startsWith(HalfYear.parse(from))
                    .endsWith(HalfYear.parse(to));
        }

        @ParameterizedTest
        @CsvSource({"2027-H, 2027-V", "2028-V, 2027-V", "2027-V, 2033-V"})
        void backwards_or_over_six_years_is_refused(String from, String to) {
            assertThat(HalfYears.between(HalfYear.parse(from), HalfYear.parse(to)))
                    .isInstanceOf(Result.Refused.class);
        }
    }

    private static List<String> check(String department, LocalDate from, LocalDate to) {
        return PositionRulesTest.codes(VacancyRules.check(AHUS, new DepartmentId(department), from, to, TODAY));
    }
}
