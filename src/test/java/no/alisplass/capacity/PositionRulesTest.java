package no.alisplass.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionRulesTest {
    private static final Hospital AHUS = new Hospital(
            new HospitalId("ahus"),
            "983971636",
            "Ahus",
            List.of(new Division(
                    "Medisin",
                    Service.SOMATIC,
                    List.of(
                            new Department(new DepartmentId("geriatri"), "Geriatri", true),
                            new Department(new DepartmentId("lunge"), "Lunge", true)))));

    @Nested
    class A_position_lasts_six_months_in_one_or_two_departments {
        @Test
        void six_months_in_one() {
            assertThat(PositionRules.check(parts("geriatri:6"))).isEmpty();
        }

        @Test
        void three_in_each_of_two() {
            assertThat(PositionRules.check(parts("geriatri:3,lunge:3"))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "geriatri:5 | capacity.position-months",
                    "geriatri:7 | capacity.position-months",
                    "geriatri:12 | capacity.position-months",
                    "geriatri:3 | capacity.position-months",
                    "geriatri:4,lunge:2 | capacity.part-too-short",
                    "geriatri:2,lunge:4 | capacity.part-too-short",
                    "geriatri:0,lunge:6 | capacity.part-too-short",
                    "geriatri:3,geriatri:3 | capacity.position-same-department",
                    "geriatri:6,lunge:6 | capacity.position-months"
                })
        void all_else_is_refused(String parts, String code) {
            assertThat(codes(PositionRules.check(parts(parts)))).containsExactly(code);
        }

        @Test
        void all_faults_are_told_at_once() {
            assertThat(codes(PositionRules.check(parts("geriatri:1,geriatri:1,lunge:2"))))
                    .containsExactly(
                            "capacity.position-parts",
                            "capacity.part-too-short",
                            "capacity.part-too-short",
                            "capacity.part-too-short",
                            "capacity.position-months",
                            "capacity.position-same-department");
            assertThat(codes(PositionRules.check(List.of())))
                    .containsExactly("capacity.position-parts", "capacity.position-months");
        }

        @Test
        void a_position_that_breaks_a_rule_cannot_exist() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Position(new PositionId("p1"), parts("geriatri:4,lunge:2")))
                    .withMessageContaining("p1");
        }
    }

    @Nested
    class Its_departments_are_the_hospitals_own {
        @Test
        void own_ones() {
            assertThat(PositionRules.check(AHUS, parts("geriatri:3,lunge:3"))).isEmpty();
        }

        @Test
        void another_is_refused_where_it_stands() {
            List<Finding> findings = PositionRules.check(AHUS, parts("geriatri:3,hud:3"));
            assertThat(codes(findings)).containsExactly("capacity.department-unknown");
            assertThat(findings.get(0).field()).isEqualTo("parts[1].department");
            assertThat(findings.get(0).message().arguments())
                    .containsExactly(
                            new DepartmentId("hud"),
                            "Ahus",
                            List.of(new DepartmentId("geriatri"), new DepartmentId("lunge")));
        }
    }

    static List<PositionPart> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(part -> part.split(":"))
                .map(part -> new PositionPart(new DepartmentId(part[0]), Integer.parseInt(part[1])))
                .toList();
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
