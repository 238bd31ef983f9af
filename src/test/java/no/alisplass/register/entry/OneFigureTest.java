package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.Months;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same service comes to the same months on the round's day, however it is written, and never to less later on. */
class OneFigureTest {
    private static final LocalDate START = LocalDate.of(2027, 3, 1);
    private static final LocalDate SENT = LocalDate.of(2026, 11, 26);
    private static final Counting ROUND = new Counting(START, true);
    private static final Counting OLD = new Counting(START, false);

    private static WaitlistEntry entry(Consumer<EntryBuilder> change) {
        return new EntryBuilder(Samples.entry()).with(change).build();
    }

    private static WaitlistEntry periods(ServicePeriod... periods) {
        return entry(b -> {
            b.service = null;
            b.openPractice = null;
            b.periods = List.of(periods);
        });
    }

    private static ServicePeriod open(LocalDate from, LocalDate to, int percent) {
        return new ServicePeriod(new DateRange(from, to), percent, ServicePeriod.Kind.OPEN_PRACTICE, List.of());
    }

    private static WaitlistEntry stated(Months months, Months open, LocalDate on, Integer share) {
        return entry(b -> {
            b.service = months;
            b.openPractice = open;
            b.statedOn = on;
            b.statedShare = share;
        });
    }

    /** Whole months of service up to a first of a month, then going on in open practice. */
    @Property(tries = 300)
    void periods_or_a_figure_with_its_day_and_share_are_the_same(
            @ForAll @IntRange(min = 1, max = 90) int before,
            @ForAll @IntRange(min = 0, max = 40) int stated,
            @ForAll @IntRange(min = 0, max = 100) int share,
            @ForAll @IntRange(min = 0, max = 1500) int later) {
        LocalDate from = LocalDate.of(2018, 1, 1);
        LocalDate day = from.plusMonths(before + stated);
        Counting counting = new Counting(day.plusDays(later), true);
        ServicePeriod done = open(from, day.minusDays(1), 100);
        WaitlistEntry written = share == 0 ? periods(done) : periods(done, open(day, null, share));
        WaitlistEntry figure = stated(Months.of(before + stated), Months.of(before + stated), day, share);
        CountedService one = written.service().counted(counting, SENT);
        CountedService other = figure.service().counted(counting, SENT);
        assertThat(other.months()).isEqualTo(one.months());
        assertThat(other.openPractice()).isEqualTo(one.openPractice());
        assertThat(other.on()).isEqualTo(one.on()).isEqualTo(counting.on());
    }

    @Property(tries = 300)
    void counted_months_never_fall_with_time(
            @ForAll @IntRange(min = 0, max = 6000) int tenths,
            @ForAll @IntRange(min = 0, max = 100) int share,
            @ForAll @IntRange(min = 0, max = 3000) int earlier,
            @ForAll @IntRange(min = 0, max = 3000) int more) {
        LocalDate one = LocalDate.of(2022, 1, 1).plusDays(earlier);
        WaitlistEntry figure = stated(new Months(tenths), new Months(tenths), LocalDate.of(2024, 5, 17), share);
        WaitlistEntry written = periods(open(LocalDate.of(2021, 2, 3), null, Math.max(1, share)));
        for (WaitlistEntry each : List.of(figure, written)) {
            Months then = each.service().counted(new Counting(one, true), SENT).months();
            Months later = each.service()
                    .counted(new Counting(one.plusDays(more), true), SENT)
                    .months();
            assertThat(later).isGreaterThanOrEqualTo(then);
        }
    }

    @Test
    void thirty_two_months_today_are_the_same_at_the_start_written_either_way() {
        WaitlistEntry figure = stated(Months.of(32), Months.of(24), null, null);
        WaitlistEntry written = periods(open(LocalDate.of(2024, 3, 26), null, 100));
        assertThat(figure.service().counted(ROUND, SENT).months().toString()).isEqualTo("35.1");
        assertThat(written.service().counted(ROUND, SENT).months().toString()).isEqualTo("35.1");
        assertThat(figure.service().counted(OLD, SENT).months()).isEqualTo(Months.of(32));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-01, 24", "2025-03-02, 23.9", "2025-02-28, 24"})
    void a_day_short_of_24_months_is_never_shown_as_24(LocalDate from, String months) {
        WaitlistEntry one = periods(open(from, LocalDate.of(2027, 2, 28), 100));
        assertThat(one.service().counted(ROUND, SENT).months().toString()).isEqualTo(months);
    }

    @Test
    void a_figure_with_more_decimals_is_cut_down_too() {
        assertThat(Months.of(new java.math.BigDecimal("23.97")).toString()).isEqualTo("23.9");
    }

    private static List<String> warnings(WaitlistEntry entry, Counting counting) {
        Remarks remarks = new Remarks(Remarks.OF_JSON);
        new ListRules(Samples.TODAY, List.of(Samples.SPRING, Samples.AUTUMN), Samples.DEPARTMENTS, counting)
                .check(new TreeMap<>(java.util.Map.of(1, entry)), remarks);
        return remarks.inOrder().stream()
                .map(remark -> remark.severity() + " "
                        + no.alisplass.platform.Messages.text(remark.finding(), no.alisplass.platform.Messages.BOKMAL))
                .toList();
    }

    @Test
    void what_is_not_said_of_a_figure_is_assumed_and_told() {
        assertThat(warnings(stated(Months.of(30), Months.of(24), null, null), ROUND))
                .containsExactly(
                        "WARNING Det står ikke hvilken dag de 30 månedene gjelder. Vi regner at de gjelder dagen"
                                + " listen sendes, og regner dem fram til 01.03.2027. Fyll ut datoen.",
                        "WARNING Det står ikke hvilken stilling legen fortsetter i. Vi regner med full stilling fram"
                                + " til 01.03.2027. Fyll ut stillingen i prosent, eller 0 hvis legen ikke fortsetter.");
        assertThat(warnings(stated(Months.of(30), Months.of(24), Samples.TODAY, 80), ROUND))
                .isEmpty();
        assertThat(warnings(stated(Months.of(30), Months.of(24), START, null), ROUND))
                .isEmpty();
    }

    @Test
    void a_round_that_carries_nothing_says_nothing_of_it() {
        assertThat(warnings(stated(Months.of(30), Months.of(24), null, null), OLD))
                .isEmpty();
    }

    @Test
    void a_figure_of_a_day_after_the_rounds_is_refused_and_a_share_must_be_one() {
        assertThat(warnings(stated(Months.of(30), Months.of(24), START.plusDays(1), 100), ROUND))
                .containsExactly(
                        "ERROR De oppgitte månedene gjelder 02.03.2027, men runden regner tellende tjeneste til"
                                + " 01.03.2027. Oppgi månedene slik de var den dagen eller før.");
        assertThat(warnings(stated(Months.of(30), Months.of(24), Samples.TODAY, 101), ROUND))
                .containsExactly("ERROR Stillingen videre er 101 %. Den må være fra 0 til 100.");
    }

    @Test
    void stated_and_computed_are_compared_on_the_day_the_stated_ones_hold() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        WaitlistEntry both = entry(b -> {
            b.service = Months.of(12);
            b.openPractice = Months.of(12);
            b.statedOn = day;
            b.periods = List.of(open(LocalDate.of(2024, 3, 1), null, 100));
        });
        assertThat(warnings(both, ROUND)).isEmpty();
        WaitlistEntry undated =
                new EntryBuilder(both).with(b -> b.statedOn = null).build();
        assertThat(warnings(undated, ROUND))
                .contains("WARNING Oppgitt 12 måneder, men periodene gir 29,4 per 15.08.2026. Det som er regnet ut av"
                        + " periodene, brukes.");
    }

    @Test
    void an_affiliation_that_misses_the_whole_round_is_told_while_it_can_be_mended() {
        WaitlistEntry early = entry(b -> b.affiliationTo = LocalDate.of(2027, 2, 1));
        assertThat(warnings(early, OLD))
                .containsExactly("WARNING Tilknytningen slutter 1. februar 2027, før runden begynner 1. mars 2027."
                        + " Legen kan ikke få plass hvis den ikke forlenges.");
        WaitlistEntry late = entry(b -> b.affiliationFrom = LocalDate.of(2027, 9, 2));
        assertThat(warnings(late, OLD))
                .containsExactly("WARNING Tilknytningen begynner først 2. september 2027. Legen kan ikke få noen plass"
                        + " i runden, for den siste begynner 1. september 2027.");
        assertThat(warnings(entry(b -> b.affiliationFrom = LocalDate.of(2027, 9, 1)), OLD))
                .isEmpty();
    }

    @Test
    void a_file_carries_day_and_share() {
        WaitlistEntry read = Samples.entry(new TreeMap<>(java.util.Map.copyOf(row("01.09.2026", "80 %"))));
        assertThat(read.service().stated().on()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(read.service().stated().share()).isEqualTo(80);
        assertThat(Samples.codes(Samples.reading(Samples.csv(row("01.09.2026", "mye"))), Severity.ERROR))
                .containsExactly("text.percent-form");
    }

    private static java.util.Map<String, String> row(String day, String share) {
        java.util.Map<String, String> row = Samples.rowWith("Tellende tjeneste per", day);
        row.put("Stilling videre i %", share);
        return row;
    }

    @Test
    void what_was_sent_without_a_day_is_carried_to_another_round_with_the_day_it_was_sent() {
        Submission sent = new Submission(
                new no.alisplass.domain.RoundId("forrige"),
                Samples.LILLESTROM,
                1,
                SubmissionState.SUBMITTED,
                null,
                List.of(stated(Months.of(30), Months.of(24), null, null)),
                new Receipt(1, java.time.Instant.parse("2026-03-31T22:30:00Z"), "kommune", "0"));
        assertThat(sent.dated().entries().get(0).service().stated().on()).isEqualTo(LocalDate.of(2026, 4, 1));
    }
}
