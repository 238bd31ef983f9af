package no.alisplass.offer.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.calendar.OfferDates.OfferRoundDates;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferDatesTest {
    private static final OfferSettings USUAL = OfferSettings.usual(new HospitalId("ahus"));

    @ParameterizedTest
    @CsvSource({
        "2027-05-14, true",
        "2027-05-15, false", // Saturday
        "2027-05-16, false", // Whit Sunday
        "2027-05-17, false", // both Whit Monday and the national day
        "2027-05-18, true",
        "2027-03-24, true",
        "2027-03-25, false", // Maundy Thursday
        "2027-03-26, false", // Good Friday
        "2027-03-29, false", // Easter Monday
        "2027-03-30, true",
        "2027-05-06, false", // Ascension
        "2027-12-24, true",
        "2026-12-25, false",
        "2025-12-26, false",
        "2027-01-01, false",
        "2028-05-01, false",
        "2028-05-17, false"
    })
    void nobody_is_asked_to_answer_on_a_holiday(LocalDate day, boolean working) {
        assertThat(WorkingDays.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 5, 2026-12-03",
        "2026-11-27, 1, 2026-11-30", // over a weekend
        "2027-03-23, 2, 2027-03-30", // over Easter
        "2027-05-13, 2, 2027-05-18", // over 17 May
        "2026-12-23, 6, 2027-01-04", // over Christmas and New Year
        "2027-05-15, 1, 2027-05-18"
    })
    void working_days_are_counted_from_the_day_after(LocalDate day, int days, LocalDate last) {
        assertThat(WorkingDays.after(day, days)).isEqualTo(last);
    }

    @Test
    void noon_is_noon_in_norway_in_summer_and_in_winter() {
        assertThat(WorkingDays.noon(LocalDate.of(2027, 3, 26))).isEqualTo(Instant.parse("2027-03-26T11:00:00Z"));
        // Summer time begins on Easter Sunday of 2027 and ends on 31 October.
        assertThat(WorkingDays.noon(LocalDate.of(2027, 3, 30))).isEqualTo(Instant.parse("2027-03-30T10:00:00Z"));
        assertThat(WorkingDays.noon(LocalDate.of(2027, 10, 29))).isEqualTo(Instant.parse("2027-10-29T10:00:00Z"));
        assertThat(WorkingDays.noon(LocalDate.of(2027, 11, 1))).isEqualTo(Instant.parse("2027-11-01T11:00:00Z"));
        assertThat(WorkingDays.day(Instant.parse("2027-06-30T22:30:00Z"))).isEqualTo(LocalDate.of(2027, 7, 1));
    }

    @Test
    void the_usual_dates_of_an_autumn() {
        OfferDates dates = OfferDates.proposed(USUAL, LocalDate.of(2027, 9, 1), LocalDate.of(2027, 3, 13));
        assertThat(dates.rounds())
                .containsExactly(
                        round(1, "2027-03-15", "2027-03-22", "2027-03-23"),
                        round(2, "2027-03-30", "2027-04-01", "2027-04-02"),
                        round(3, "2027-04-06", "2027-04-08", "2027-04-09"),
                        round(4, "2027-04-13", "2027-04-15", "2027-04-16"),
                        round(5, "2027-04-20", "2027-04-22", "2027-04-23"));
        assertThat(dates.upgradeStop())
                .as("the fifth round ends before four months before the start")
                .isEqualTo(LocalDate.of(2027, 4, 23));
        assertThat(dates.lateStop()).isEqualTo(LocalDate.of(2027, 7, 7));
        assertThat(dates.lateStopAt()).isEqualTo(Instant.parse("2027-07-07T10:00:00Z"));
    }

    @Test
    void a_round_over_the_national_day_and_easter_gives_longer() {
        OfferSettings two = with(2, 2, 4, 8, 5);
        OfferDates may = OfferDates.proposed(two, LocalDate.of(2028, 3, 1), LocalDate.of(2027, 5, 13));
        assertThat(may.rounds().get(0)).isEqualTo(round(1, "2027-05-13", "2027-05-18", "2027-05-19"));
        OfferDates christmas = OfferDates.proposed(two, LocalDate.of(2028, 3, 1), LocalDate.of(2027, 12, 23));
        assertThat(christmas.rounds())
                .containsExactly(
                        round(1, "2027-12-23", "2027-12-27", "2027-12-28"),
                        round(2, "2027-12-30", "2028-01-03", "2028-01-04"));
        assertThat(christmas.lateStop()).isEqualTo(LocalDate.of(2028, 1, 5));
        assertThat(christmas.upgradeStop())
                .as("four months before 1 March 2028 is All Saints' Day, a working day in Norway")
                .isEqualTo(LocalDate.of(2027, 11, 1));
    }

    @Test
    void what_has_no_time_left_is_not_proposed() {
        OfferDates late = OfferDates.proposed(USUAL, LocalDate.of(2027, 3, 1), LocalDate.of(2027, 1, 2));
        assertThat(late.rounds()).isEmpty();
        assertThat(late.lateStop()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(OfferDates.proposed(with(1, 1, 0, 0, 2), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 2, 22))
                        .rounds())
                .as("a second would be marked after the late stop")
                .containsExactly(round(1, "2027-02-22", "2027-02-23", "2027-02-24"));
    }

    @Test
    void whatever_the_day_all_dates_are_working_days_in_their_order() {
        for (LocalDate first = LocalDate.of(2026, 1, 1); first.getYear() < 2029; first = first.plusDays(1)) {
            LocalDate start = first.plusMonths(7).withDayOfMonth(1);
            OfferDates dates = OfferDates.proposed(USUAL, start, first);
            LocalDate before = first.minusDays(1);
            for (OfferRoundDates each : dates.rounds()) {
                assertThat(List.of(each.release(), each.answerBy(), each.marking()))
                        .as("first day %s", first)
                        .isSorted()
                        .allMatch(WorkingDays::isWorkingDay);
                assertThat(each.release()).isAfter(before);
                before = each.marking();
            }
            assertThat(dates.lateStop()).isBefore(start).isAfterOrEqualTo(before);
            assertThat(dates.upgradeStop()).isBeforeOrEqualTo(dates.lateStop());
        }
    }

    private static OfferSettings with(int first, int later, int months, int weeks, int rounds) {
        return new OfferSettings(
                USUAL.hospital(), AnsweredBy.BOTH, LeaveAndLocum.WARN, false, first, later, months, weeks, rounds);
    }

    private static OfferRoundDates round(int number, String release, String answerBy, String marking) {
        return new OfferRoundDates(
                number, LocalDate.parse(release), LocalDate.parse(answerBy), LocalDate.parse(marking));
    }
}
