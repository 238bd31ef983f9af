package no.alisplass.register.begun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hprNumber | 01019012345 | waitlist.identity-number",
                "hprNumber | 1019012345 | waitlist.identity-number",
                "name | Kari 010190 12345 | waitlist.identity-number",
                "stays[0].elsewhere | Molde 01019012345 | waitlist.identity-number",
                "note | Gravid til mai | waitlist.health-words",
                "affiliation | 01019012345 | waitlist.identity-number"
            })
    void what_must_never_be_kept_is_refused_at_its_field_and_an_identity_number_not_repeated(
            String field, String typed, String code) {
        List<Finding> faults = TypedRules.faults(Map.of(field, List.of(typed)));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo(field);
        assertThat(faults.get(0).code()).isEqualTo(code);
        assertThat(faults.toString()).doesNotContain("12345");
    }

    @Test
    void what_cannot_be_kept_as_text_is_told() {
        assertThat(TypedRules.faults(Map.of("name", List.of("Ka\u0000ri")))).hasSize(1);
        assertThat(TypedRules.faults(Map.of("note", List.of("x".repeat(2001))))).hasSize(1);
    }

    @Test
    void what_is_only_half_typed_or_wrong_is_kept() {
        assertThat(TypedRules.faults(Map.of(
                        "name", List.of("K"),
                        "hprNumber", List.of("91x"),
                        "affiliationFrom", List.of("31.2.20"),
                        "stays[0].elsewhere", List.of("Helse Bergen"),
                        "wishes.blocked", List.of("2027-V", "2027-H"))))
                .isEmpty();
    }

    @Test
    void no_more_is_kept_than_a_form_can_hold() {
        Map<String, List<String>> many = new TreeMap<>();
        for (int at = 0; at <= TypedRules.MOST_FIELDS; at++) {
            many.put("periods[" + at + "].from", List.of("1"));
        }
        Map<String, List<String>> long_ = new TreeMap<>();
        for (int at = 0; at < 60; at++) {
            long_.put("stays[" + at + "].elsewhere", List.of("x".repeat(1900)));
        }
        for (Map<String, List<String>> typed : List.of(
                many,
                long_,
                Map.of("<script>", List.of("1")),
                Map.of("name", List.of("Kari", "Ola")),
                Map.of("wishes.blocked", Collections.nCopies(41, "2027-V")))) {
            assertThat(TypedRules.faults(typed)).extracting(Finding::code).containsExactly("register.begun-too-much");
        }
    }
}
