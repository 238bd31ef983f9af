package no.alisplass.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Days on end, one or both ends open. */
class DateRangeTest {
    private static final LocalDate ZERO = LocalDate.of(2026, 2, 20);
    private static final int OPEN = 12;

    @Property
    void two_overlap_when_a_day_is_in_both(
            @ForAll @IntRange(max = OPEN) int a,
            @ForAll @IntRange(max = OPEN) int lengthA,
            @ForAll @IntRange(max = OPEN) int b,
            @ForAll @IntRange(max = OPEN) int lengthB) {
        DateRange one = range(a, lengthA);
        DateRange other = range(b, lengthB);
        assertThat(one.overlaps(other))
                .isEqualTo(days().anyMatch(day -> one.contains(day) && other.contains(day)))
                .isEqualTo(other.overlaps(one));
    }

    private static DateRange range(int first, int length) {
        return new DateRange(
                first == OPEN ? null : ZERO.plusDays(first), length == OPEN ? null : ZERO.plusDays(first + length));
    }

    private static Stream<LocalDate> days() {
        return ZERO.datesUntil(ZERO.plusDays(40));
    }

    @Test
    void both_ends_belong_to_it_and_an_open_end_has_no_last_day() {
        DateRange february = new DateRange(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThat(february.contains(LocalDate.of(2026, 1, 31))).isFalse();
        assertThat(february.contains(LocalDate.of(2026, 2, 1))).isTrue();
        assertThat(february.contains(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(february.contains(LocalDate.of(2026, 3, 1))).isFalse();
        assertThat(new DateRange(LocalDate.of(2026, 2, 1), null).contains(LocalDate.MAX))
                .isTrue();
        assertThat(new DateRange(null, LocalDate.of(2026, 2, 1)).contains(LocalDate.MIN))
                .isTrue();
    }

    @Test
    void one_the_wrong_way_round_holds_no_day_and_tells() {
        DateRange reversed = new DateRange(ZERO.plusDays(1), ZERO);
        assertThat(reversed.endsBeforeItBegins()).isTrue();
        assertThat(days()).noneMatch(reversed::contains);
        assertThat(new DateRange(ZERO, ZERO).endsBeforeItBegins()).isFalse();
        assertThat(new DateRange(ZERO, null).endsBeforeItBegins()).isFalse();
        assertThat(new DateRange(null, ZERO).endsBeforeItBegins()).isFalse();
    }
}
