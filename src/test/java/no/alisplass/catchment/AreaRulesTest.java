package no.alisplass.catchment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaRulesTest {
    private static final AreaCode ALNA = new AreaCode("030112");
    private static final HospitalId AHUS = new HospitalId("ahus");

    @Nested
    class The_kind_fits_the_code {
        @ParameterizedTest
        @CsvSource({"3222, MUNICIPALITY", "0301, MUNICIPALITY", "030112, DISTRICT"})
        void as_the_standards_have_it(String code, AreaKind kind) {
            assertThat(AreaRules.check("", new Area(new AreaCode(code), "Navn", kind)))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "3222, DISTRICT, catchment.kind-misfits-code",
            "030112, MUNICIPALITY, catchment.kind-misfits-code",
            "460101, DISTRICT, catchment.district-outside-oslo"
        })
        void else_it_is_refused(String code, AreaKind kind, String finding) {
            assertThat(codes(AreaRules.check("", new Area(new AreaCode(code), "Navn", kind))))
                    .containsExactly(finding);
        }

        @Test
        void a_name_is_needed() {
            assertThat(codes(AreaRules.check("", new Area(ALNA, " ", AreaKind.DISTRICT))))
                    .containsExactly("catchment.name-missing");
        }
    }

    @Nested
    class Memberships_are_told_once {
        @Test
        void one_after_the_other() {
            assertThat(memberships("- 2011-01-01 2025-12-31", "PSYCHIATRY 2026-01-01 -"))
                    .isEmpty();
        }

        @Test
        void one_beside_the_other_for_another_service() {
            assertThat(memberships("SOMATIC 2011-01-01 -", "PSYCHIATRY 2011-01-01 -"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "- 2011-01-01 2026-01-01, PSYCHIATRY 2026-01-01 -",
            "- 2011-01-01 -, PSYCHIATRY 2026-01-01 -",
            "SOMATIC 2011-01-01 -, SOMATIC 2031-01-01 -",
            "SOMATIC 2020-01-01 2020-01-31, - 2020-01-31 2020-02-01"
        })
        void an_overlap_is_refused_whichever_comes_first(String one, String other) {
            assertThat(memberships(one, other)).containsExactly("catchment.memberships-overlap");
            assertThat(memberships(other, one)).containsExactly("catchment.memberships-overlap");
        }

        @Test
        void a_period_that_ends_before_it_begins_is_refused() {
            assertThat(memberships("- 2026-01-02 2026-01-01")).containsExactly("catchment.ends-before-it-begins");
        }

        @Test
        void another_hospital_may_have_the_same_time_but_must_exist() {
            LocalDate from = LocalDate.of(2011, 1, 1);
            List<Membership> both = List.of(
                    new Membership(AHUS, null, from, null), new Membership(new HospitalId("ous"), null, from, null));
            assertThat(AreaRules.checkMemberships("", ALNA, both, id -> true)).isEmpty();
            assertThat(codes(AreaRules.checkMemberships("", ALNA, both, AHUS::equals)))
                    .containsExactly("catchment.hospital-unknown");
        }
    }

    @Nested
    class Shortages_are_told_once {
        @Test
        void one_after_the_other() {
            assertThat(shortages("2024-01-01 2024-12-31", "2025-01-01 -")).isEmpty();
        }

        @Test
        void an_overlap_is_refused() {
            assertThat(shortages("2024-01-01 2025-01-01", "2025-01-01 -"))
                    .containsExactly("catchment.shortages-overlap");
            assertThat(shortages("2024-01-01 -", "2030-01-01 -")).containsExactly("catchment.shortages-overlap");
        }

        @Test
        void a_source_is_needed() {
            Shortage unsourced = new Shortage(LocalDate.of(2024, 1, 1), null, " ");
            assertThat(codes(AreaRules.checkShortages("", ALNA, List.of(unsourced))))
                    .containsExactly("catchment.shortage-source-missing");
        }
    }

    @Nested
    class Alna_is_served_for_both_until_2026_and_psychiatry_from_then {
        private final AreaRecord alna = new AreaRecord(
                new Area(ALNA, "Alna", AreaKind.DISTRICT),
                List.of(membership("- 2011-01-01 2025-12-31"), membership("PSYCHIATRY 2026-01-01 -")),
                List.of(shortage("2026-01-01 2026-06-30")));

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2010-12-31 |",
                    "2011-01-01 | SOMATIC PSYCHIATRY",
                    "2025-12-31 | SOMATIC PSYCHIATRY",
                    "2026-01-01 | PSYCHIATRY",
                    "2099-01-01 | PSYCHIATRY"
                })
        void on_the_day(LocalDate day, String services) {
            Set<Service> expected = services == null
                    ? Set.of()
                    : Set.copyOf(Arrays.stream(services.split(" "))
                            .map(Service::valueOf)
                            .toList());
            assertThat(alna.covered(AHUS, day)).isEqualTo(expected);
        }

        @Test
        void not_by_another_hospital() {
            assertThat(alna.covered(new HospitalId("ous"), LocalDate.of(2020, 1, 1)))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-06-30, true", "2026-07-01, false"})
        void short_of_specialists_on_the_days_of_the_period(LocalDate day, boolean expected) {
            assertThat(alna.shortOfSpecialists(day)).isEqualTo(expected);
        }
    }

    @Test
    void a_whole_list_tells_the_place_of_every_fault() {
        AreaRecord area = new AreaRecord(
                new Area(ALNA, "Alna", AreaKind.MUNICIPALITY),
                List.of(membership("- 2026-01-02 2026-01-01")),
                List.of());
        assertThat(AreaRules.checkAll(List.of(area, area), id -> true))
                .extracting(Finding::field)
                .containsExactly(
                        "areas[0].kind",
                        "areas[0].memberships[0].to",
                        "areas[1].code",
                        "areas[1].kind",
                        "areas[1].memberships[0].to");
    }

    private static List<String> memberships(String... texts) {
        List<Membership> list =
                Arrays.stream(texts).map(AreaRulesTest::membership).toList();
        return codes(AreaRules.checkMemberships("", ALNA, list, id -> true));
    }

    private static List<String> shortages(String... texts) {
        return codes(AreaRules.checkShortages(
                "", ALNA, Arrays.stream(texts).map(AreaRulesTest::shortage).toList()));
    }

    private static Membership membership(String text) {
        String[] parts = text.split(" ");
        return new Membership(
                AHUS,
                parts[0].equals("-") ? null : Service.valueOf(parts[0]),
                LocalDate.parse(parts[1]),
                end(parts[2]));
    }

    private static Shortage shortage(String text) {
        String[] parts = text.split(" ");
        return new Shortage(LocalDate.parse(parts[0]), end(parts[1]), "Oppdiktet");
    }

    private static LocalDate end(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
