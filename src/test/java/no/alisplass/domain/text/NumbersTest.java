package no.alisplass.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import no.alisplass.platform.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26,5|26.5",
                "26.5|26.5",
                "0|0",
                "1 000|1000",
                "1\u00a0000,25|1000.25",
                "1\u202f000\u2009000|1000000",
                "\u200b12\ufeff|12",
                "-3|-3",
                "\u22123,5|-3.5",
                "26.499999999999996|26.499999999999996",
                "007|7"
            })
    void decimals(String written, BigDecimal number) {
        assertThat(Numbers.decimal(written)).isEqualTo(Read.of(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1E-30000000",
                "1e-600000000",
                "0x10",
                "1_000",
                "1 00",
                "10 0000",
                "1,2,3",
                "1.000,5",
                "12 34",
                "NaN",
                "∞",
                "½",
                "١٢",
                "+5",
                "--5",
                "12 md",
                ",5",
                "5,",
                "1234567890",
                "0.1234567890123456"
            })
    void no_decimals(String written) {
        assertThat(Numbers.decimal(written).fault()).isEqualTo(Fault.of("number-form", written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12|12", "12,0|12", "12.00|12", "1 000|1000", "-1|-1", "080|80"})
    void wholes(String written, int number) {
        assertThat(Numbers.whole(written)).isEqualTo(Read.of(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "70,9|«70,9» er ikke et helt tall. Skriv for eksempel 12.",
                "1.000|«1.000» kan bety både tusener og desimaler. Skriv 1000 eller 1 000 for tusen, og 1 for én.",
                "tolv|«tolv» er ikke et helt tall. Skriv for eksempel 12."
            })
    void no_wholes(String written, String text) {
        assertThat(said(Numbers.whole(written))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "80 av 112", "80/112", "80 / 112", "80 of 112", "80\u00a0AV\u00a0112"})
    void of_a_total(String written) {
        assertThat(Numbers.of(112, written)).isEqualTo(Read.of(80));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 av 110|Her står «80 av 110», men det er 112 i alt. Rett det som er galt.",
                "80 av|«80 av» er ikke et helt tall. Skriv for eksempel 12.",
                "80 av mange|«80 av mange» er ikke et helt tall. Skriv for eksempel 12."
            })
    void not_of_this_total(String written, String text) {
        assertThat(said(Numbers.of(112, written))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"80 %,80", "80%,80", "80,80", "80 prosent,80", "80 pst.,80", "100.0 %,100", "0 %,0", "33 percent,33"})
    void percentages(String written, int percent) {
        assertThat(Numbers.percent(written)).isEqualTo(Read.of(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101 %", "-1 %", "%", "80 % av 100", "åtti", "80 %%"})
    void no_percentages(String written) {
        assertThat(Numbers.percent(written).fault().code()).isEqualTo("text.percent-form");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26,5|26.5",
                "26,5 md|26.5",
                "26,5md.|26.5",
                "12 mnd|12",
                "12 mnd.|12",
                "12 måneder|12",
                "1 måned|1",
                "7 månader|7",
                "7 months|7",
                "12\u00a0MND|12",
                "2 år|24",
                "2 år 3 mnd|27",
                "2 år og 3 mnd|27",
                "2 år, 3 md|27",
                "1,5 år|18",
                "2 years 3 months|27",
                "600|600",
                "0|0"
            })
    void months(String written, BigDecimal months) {
        assertThat(Numbers.months(written).value().value()).isEqualByComparingTo(months);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e-30000000|«1e-30000000» er ikke et antall måneder. Skriv for eksempel 26,5.",
                "ca. 26|«ca. 26» er ikke et antall måneder. Skriv for eksempel 26,5.",
                "26 uker|«26 uker» er ikke et antall måneder. Skriv for eksempel 26,5.",
                "2 år 3|«2 år 3» er ikke et antall måneder. Skriv for eksempel 26,5.",
                "601|«601» er utenfor det som går an: fra 0 til 600 måneder.",
                "-1|«-1» er utenfor det som går an: fra 0 til 600 måneder.",
                "51 år|«51 år» er utenfor det som går an: fra 0 til 600 måneder."
            })
    void no_months(String written, String text) {
        assertThat(said(Numbers.months(written))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff\u202f"})
    void nothing_is_blank(String written) {
        assertThat(Numbers.decimal(written).isBlank()).isTrue();
        assertThat(Numbers.whole(written).isBlank()).isTrue();
        assertThat(Numbers.percent(written).isBlank()).isTrue();
        assertThat(Numbers.months(written).isBlank()).isTrue();
        assertThat(Numbers.of(112, written).isBlank()).isTrue();
    }

    private static String said(Read<?> read) {
        return Messages.text(read.fault().at("field", null), Messages.BOKMAL);
    }
}
