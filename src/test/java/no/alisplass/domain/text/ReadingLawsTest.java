package no.alisplass.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import no.alisplass.CpuTime;

class ReadingLawsTest {
    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
    private static final List<DateTimeFormatter> PRINTED = List.of(
            DateTimeFormatter.ofPattern("dd.MM.uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("d.M.uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("d/M-uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("d-M-uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("d. MMMM uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("d. MMM uuuu", NORWEGIAN),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ISO_LOCAL_DATE);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Signs that parsers trip over, thickly mixed with those that numbers and dates are made of. */
    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> likely = Arbitraries.strings()
                .withChars("0123456789.,-/ eE%TZ:avmdår\u00a0")
                .ofMaxLength(60);
        Arbitrary<String> odd = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> great = Arbitraries.of(
                        " ", "1", "1 ", "1.", "1,0", "\u0301", "mars ", "\n", "\u200b", "\ud800")
                .flatMap(part -> Arbitraries.integers().between(1, 50_000).map(part::repeat));
        return Arbitraries.oneOf(likely, odd, great);
    }

    @Property
    void any_printed_day_reads_back(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 7) int form) {
        String printed = PRINTED.get(form).format(day);
        assertThat(Dates.day(printed)).as(printed).isEqualTo(Read.of(day));
        assertThat(Dates.day("\u00a0" + printed.replace(' ', '\u202f') + "\u200b"))
                .isEqualTo(Read.of(day));
        assertThat(Dates.day(Dates.write(day)).value()).isEqualTo(day);
    }

    @Property
    void any_printed_month_reads_back_and_is_no_day(@ForAll("days") LocalDate day) {
        String printed = DateTimeFormatter.ofPattern("MMMM uuuu", NORWEGIAN).format(day);
        assertThat(Dates.month(printed)).isEqualTo(Read.of(YearMonth.from(day)));
        assertThat(Dates.day(printed).fault().code()).isEqualTo("text.date-day-missing");
    }

    @Property
    void any_printed_number_reads_back(
            @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(3) BigDecimal number) {
        String printed = number.toPlainString();
        assertThat(Numbers.decimal(printed.replace('.', ','))).isEqualTo(Read.of(number));
        String grouped = String.format(NORWEGIAN, "%,.3f", number);
        assertThat(Numbers.decimal(grouped).value()).as(grouped).isEqualByComparingTo(number);
    }

    @Property(tries = 2000)
    void nothing_makes_reading_slow_or_fail(@ForAll("anything") String written) {
        long start = CpuTime.nanos();
        Numbers.decimal(written);
        Numbers.whole(written);
        Numbers.of(112, written);
        Numbers.percent(written);
        Numbers.months(written);
        Dates.day(written);
        Dates.month(written);
        Text.readLines(written, 100);
        Text.key(written);
        assertThat(CpuTime.nanos() - start).isLessThan(2_000_000_000L);
    }

    @Property
    void a_text_that_was_read_is_clean_and_reads_the_same_again(@ForAll("anything") String written) {
        Read<String> read = Text.readLines(written, 1_000_000);
        assertThat(read.isBlank()).isEqualTo(Text.blank(written) && !read.isFault());
        String lines = Text.lines(written);
        if (read.value() != null) {
            assertThat(lines).isEqualTo(read.value());
        }
        if (lines != null) {
            assertThat(Text.readLines(lines, 1_000_000)).isEqualTo(Read.of(lines));
            assertThat(Normalizer.isNormalized(lines, Normalizer.Form.NFC)).isTrue();
            assertThat(lines.codePoints().mapToObj(Signs::kind))
                    .allMatch(kind -> kind != Signs.Kind.UNSEEN && kind != Signs.Kind.FORBIDDEN);
        }
    }
}
