package no.alisplass.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HospitalRulesTest {
    @Nested
    class An_organisation_number_has_nine_digits_and_a_check_digit {
        @ParameterizedTest
        @ValueSource(strings = {"983971636", "974760673", "971526920", "958935420"})
        void real_ones(String number) {
            assertThat(HospitalRules.isOrganisationNumber(number)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"983971635", "983971637", "983971663", "98397163", "9839716360", "98397163X", ""})
        void a_slip_is_seen(String number) {
            assertThat(HospitalRules.isOrganisationNumber(number)).isFalse();
        }

        @Test
        void none_is_none() {
            assertThat(HospitalRules.isOrganisationNumber(null)).isFalse();
        }

        @Test
        void every_wrong_last_digit_is_refused() {
            for (int digit = 0; digit < 10; digit++) {
                assertThat(HospitalRules.isOrganisationNumber("98397163" + digit))
                        .isEqualTo(digit == 6);
            }
        }
    }

    @Nested
    class A_document_names_each_thing_once {
        @Test
        void a_sound_one() {
            assertThat(HospitalRules.check(hospital(division("Medisin", "geriatri", "lunge"))))
                    .isEmpty();
        }

        @Test
        void a_hospital_without_divisions_is_refused() {
            assertThat(codes(hospital())).containsExactly("capacity.no-divisions");
        }

        @Test
        void a_division_without_departments_is_refused() {
            assertThat(codes(hospital(division("Medisin")))).containsExactly("capacity.division-empty");
        }

        @Test
        void a_division_twice_and_a_department_twice_are_told_together() {
            List<Finding> findings =
                    HospitalRules.check(hospital(division("Medisin", "geriatri"), division("Medisin", "geriatri")));
            assertThat(findings)
                    .extracting(Finding::field, Finding::code)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("divisions[1].name", "capacity.division-twice"),
                            org.assertj.core.groups.Tuple.tuple(
                                    "divisions[1].departments[0].id", "capacity.department-twice"));
        }

        @Test
        void blank_names_are_refused() {
            assertThat(codes(hospital(division(" ", "geriatri")))).containsExactly("capacity.name-missing");
        }
    }

    private static List<String> codes(Hospital hospital) {
        return PositionRulesTest.codes(HospitalRules.check(hospital));
    }

    private static Hospital hospital(Division... divisions) {
        return new Hospital(new HospitalId("ahus"), "983971636", "Ahus", List.of(divisions));
    }

    private static Division division(String name, String... departments) {
        List<Department> list = java.util.Arrays.stream(departments)
                .map(id -> new Department(new DepartmentId(id), "Avdeling " + id, true))
                .toList();
        return new Division(name, Service.SOMATIC, list);
    }
}
