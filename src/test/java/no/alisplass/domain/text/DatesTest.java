package no.alisplass.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.3.27",
                "01.03.27",
                "1.3.2027",
                "01.03.2027",
                "1/3-2027",
                "1/3-27",
                "1/3/2027",
                "01-03-2027",
                "1.3-2027",
                "1. 3. 2027",
                "1.3 2027",
                "1 3 2027",
                "2027-03-01",
                "2027-3-1",
                "2027/03/01",
                "2027.03.01",
                "1. mars 2027",
                "1.mars 2027",
                "1 mars 2027",
                "1. Mars 27",
                "1. mar. 2027",
                "1st March 2027",
                "March 1, 2027",
                "1-Mar-2027",
                "01.03.2027 00:00",
                "01.03.2027 00:00:00",
                "2027-03-01 00:00:00.000",
                "\u00a001.03.2027\u00a0",
                "\u200b1.\u00a0mars\u202f2027",
                "01\u201303\u20132027",
                "01.03.2027."
            })
    void the_first_of_march(String written) {
        assertThat(Dates.day(written)).isEqualTo(Read.of(LocalDate.of(2027, 3, 1)));
    }

    @ParameterizedTest
    @CsvSource({"31. desember 2028,2028-12-31", "15/12/2027,2027-12-15", "15.12.27,2027-12-15", "29.2.2028,2028-02-29"})
    void other_days(String written, LocalDate day) {
        assertThat(Dates.day(written)).isEqualTo(Read.of(day));
    }

    @Test
    void two_digits_are_1950_to_2049() {
        assertThat(Dates.day("1.1.49").value().getYear()).isEqualTo(2049);
        assertThat(Dates.day("1.1.50").value().getYear()).isEqualTo(1950);
        assertThat(Dates.month("mai 07").value()).isEqualTo(YearMonth.of(2007, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31.02.2026|Februar 2026 har 28 dager.",
                "30. februar 2028|Februar 2028 har 29 dager.",
                "2027-06-31|Juni 2027 har 30 dager.",
                "0.3.2027|Mars 2027 har 31 dager.",
                "12/15/2027|«12/15/2027»: Det finnes ingen måned nummer 15. Skriv dag, måned og år, for eksempel 01.03.2027.",
                "mars 2023|«mars 2023» mangler dagen. Skriv for eksempel 01.03.2027.",
                "03.2023|«03.2023» mangler dagen. Skriv for eksempel 01.03.2027.",
                "2023-03|«2023-03» mangler dagen. Skriv for eksempel 01.03.2027.",
                "2027-02-28T23:00:00.000Z|«2027-02-28T23:00:00.000Z» er et tidspunkt, ikke en dato. Skriv bare datoen, for eksempel 01.03.2027.",
                "2027-03-01T00:00|«2027-03-01T00:00» er et tidspunkt, ikke en dato. Skriv bare datoen, for eksempel 01.03.2027.",
                "1.3.2027 23:59|«1.3.2027 23:59» er et tidspunkt, ikke en dato. Skriv bare datoen, for eksempel 01.03.2027.",
                "1.3.0207|«1.3.0207»: Året må være fra 1900 til 2100.",
                "46082|«46082» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027.",
                "1.3.2027-31.8.2027|«1.3.2027-31.8.2027» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027.",
                "ca. 1.3.2027|«ca. 1.3.2027» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027.",
                "2027-03.01|«2027-03.01» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027.",
                "1. marsj 2027|«1. marsj 2027» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027."
            })
    void no_days(String written, String text) {
        assertThat(Messages.text(Dates.day(written).fault().at("x", null), Messages.BOKMAL))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feb 2024",
                "feb. 2024",
                "februar 2024",
                "Februar, 2024",
                "02.2024",
                "2/2024",
                "2024-02",
                "feb 24"
            })
    void months(String written) {
        assertThat(Dates.month(written)).isEqualTo(Read.of(YearMonth.of(2024, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "februar", "1.2.2024", "feb-mars 2024"})
    void no_months(String written) {
        assertThat(Dates.month(written).fault()).isEqualTo(Fault.of("date-month-form", written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u2007", "\u200b"})
    void nothing_is_blank(String written) {
        assertThat(Dates.day(written).isBlank()).isTrue();
        assertThat(Dates.month(written).isBlank()).isTrue();
    }
}
