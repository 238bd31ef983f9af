package no.alisplass.web.municipality.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.register.AffiliationLink;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.WhatChanged;
import no.alisplass.web.municipality.DoctorChoices;
import org.junit.jupiter.api.Test;

class DoctorInWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final AreaCode AREA = new AreaCode("9411");
    private static final DoctorInWords WORDS = new DoctorInWords(new DepartmentWords(Map.of()), TODAY);

    private static AffiliationLink link(Affiliation kind, String from, String to) {
        return new AffiliationLink(AREA, kind, day(from), day(to));
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    @Test
    void what_the_facts_tell_is_no_former_affiliation_and_all_else_is() {
        AffiliationLink first = link(Affiliation.LOCUM, "2024-01-01", "2024-12-31");
        AffiliationLink last = link(Affiliation.PERMANENT, "2025-01-01", null);
        List<AffiliationLink> both = List.of(first, last);
        assertThat(DoctorInWords.former(both, new Employment(Affiliation.PERMANENT, day("2025-01-01"), null)))
                .containsExactly(first);
        assertThat(DoctorInWords.former(both, new Employment(Affiliation.PERMANENT, null, null)))
                .as("a first day that the chain has worked out")
                .containsExactly(first);
        assertThat(DoctorInWords.former(both, new Employment(null, null, null)))
                .as("told that there is none any more")
                .isEqualTo(both);
        assertThat(DoctorInWords.former(List.of(first), new Employment(Affiliation.PERMANENT, day("2028-01-01"), null)))
                .as("what the facts tell never came to be")
                .containsExactly(first);
        assertThat(DoctorInWords.former(List.of(), new Employment(null, null, null)))
                .isEmpty();
    }

    @Test
    void what_has_not_begun_does_not_go_on() {
        DoctorFacts facts = RegisterForm.facts(DoctorChoices.blank(), List.of());
        TimeLine line = TimeLine.of(
                facts,
                List.of(
                        link(Affiliation.LOCUM, "2026-01-01", "2027-12-31"),
                        link(Affiliation.OWN_LIST, "2027-06-01", null),
                        link(Affiliation.PERMANENT, "2028-01-01", null)),
                WORDS,
                TODAY);
        assertThat(line.rows()).extracting(TimeLine.Row::until).containsExactly("31.12.2027", "Pågår", "Ikke begynt");
    }

    @Test
    void days_are_told_as_far_as_they_are_known() {
        assertThat(DoctorInWords.days(new DateRange(day("2024-03-01"), day("2025-08-31"))))
                .isEqualTo("01.03.2024–31.08.2025");
        assertThat(DoctorInWords.days(new DateRange(day("2024-03-01"), null))).isEqualTo("fra 01.03.2024");
        assertThat(DoctorInWords.days(new DateRange(null, day("2025-08-31")))).isEqualTo("til 31.08.2025");
    }

    @Test
    void what_was_changed_is_told_in_the_order_of_the_form() {
        List<Difference> stored = Stream.of("confirmedOn", "email", "leave", "name", "objectives", "onCall", "scheme")
                .map(field -> new Difference(field, null, value(field)))
                .toList();
        ChangeInWords told =
                ChangeInWords.of(new DoctorChange(2, Instant.EPOCH, "nora", AREA, WhatChanged.CHANGED, stored), WORDS);
        assertThat(told.fields())
                .extracting(ChangeInWords.Field::label)
                .containsExactly(
                        "Navn",
                        "E-post",
                        "Ordning",
                        "Fullførte læringsmål",
                        "Tjeneste med vakt",
                        "Permisjon",
                        "Bekreftet");
    }

    private static TextNode value(String field) {
        return TextNode.valueOf(
                switch (field) {
                    case "leave" -> "APPLIED";
                    case "onCall" -> "NEVER";
                    case "scheme" -> "NEW";
                    case "confirmedOn" -> "2027-06-01";
                    default -> "1";
                });
    }
}
