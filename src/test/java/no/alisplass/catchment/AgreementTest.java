package no.alisplass.catchment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private static Agreement agreement(String signed, String from, String to, String reference, String registered) {
        return new Agreement(
                new HospitalId("ahus"),
                new AreaCode("3205"),
                day(signed),
                day(from),
                day(to),
                reference,
                day(registered));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-30, NOT_BEGUN",
        "2023-07-01, HOLDS",
        "2026-06-30, HOLDS",
        "2026-07-01, ENDED",
    })
    void it_holds_from_its_first_day_to_its_last(String day, Agreement.State state) {
        assertThat(agreement("2023-06-05", "2023-07-01", "2026-06-30", null, null)
                        .on(LocalDate.parse(day)))
                .isEqualTo(state);
    }

    @Test
    void without_a_last_day_it_does_not_end_and_without_an_agreement_there_is_none() {
        assertThat(agreement("2023-06-05", "2023-07-01", null, null, null).on(LocalDate.of(2090, 1, 1)))
                .isEqualTo(Agreement.State.HOLDS);
        assertThat(agreement(null, null, null, null, "2020-01-01").on(TODAY)).isEqualTo(Agreement.State.NONE);
    }

    @Test
    void an_area_is_registered_from_its_day_on() {
        Agreement known = agreement(null, null, null, null, "2027-01-10");
        assertThat(known.registered(TODAY)).isTrue();
        assertThat(known.registered(TODAY.minusDays(1))).isFalse();
        assertThat(agreement(null, null, null, null, null).registered(TODAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11, 2027-02-01, , catchment.signed-later",
        "2026-01-11, , , catchment.agreement-without-begin",
        ", 2026-02-01, , catchment.agreement-unsigned",
        ", , 2026-02-01, catchment.agreement-unsigned",
        "2026-01-01, 2026-02-01, 2026-01-31, catchment.ends-before-it-begins",
    })
    void what_does_not_fit_together_is_refused(String signed, String from, String to, String code) {
        assertThat(AgreementRules.check(agreement(signed, from, to, null, null), TODAY))
                .extracting(Finding::code)
                .containsExactly(code);
    }

    @Test
    void nothing_known_and_all_known_are_both_right() {
        assertThat(AgreementRules.check(agreement(null, null, null, " ", null), TODAY))
                .isEmpty();
        assertThat(AgreementRules.check(
                        agreement("2027-01-10", "2027-01-10", "2027-01-10", "23/1", "2028-01-01"), TODAY))
                .isEmpty();
        assertThat(AgreementRules.check(agreement("2027-01-10", "2027-02-01", null, "x".repeat(201), null), TODAY))
                .extracting(Finding::field)
                .containsExactly("reference");
    }
}
