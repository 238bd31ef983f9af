package no.alisplass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import no.alisplass.domain.AreaCode;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.forecast.given.Assumption;
import org.junit.jupiter.api.Test;

class ForecastWordsTest {
    private final ForecastWords words = new ForecastWords(Locale.forLanguageTag("nb"));

    @Test
    void new_doctors_of_one_area_are_told_as_its_own() {
        assertThat(words.name(newDoctors(new AreaCode("3205")), area -> "Lillestrøm"))
                .isEqualTo("Nye leger som ønsker plass, i Lillestrøm");
        assertThat(words.name(newDoctors(null), area -> "Lillestrøm"))
                .isEqualTo("Nye leger som ønsker plass, i hele området");
    }

    private static Assumed newDoctors(AreaCode area) {
        return new Assumed(Assumption.NEW_DOCTORS.word(), area, 1, 2, 3, "Vår egen", false);
    }
}
