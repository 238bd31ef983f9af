package no.alisplass.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.vacancy.rank.VacancyCase;
import org.junit.jupiter.api.Test;

/** Until when a vacancy is filled by rank, and when what is offered begins. */
class VacancyDaysTest {
    /** A Monday, with no holiday in the weeks after it. */
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 7);

    private static VacancyDays days(LocalDate from, LocalDate to, int toNominate, int weeks) {
        return VacancyDays.of(TODAY, from, VacancyCase.lastBeginning(to, 3), toNominate, 2, weeks);
    }

    private static void assertNoon(java.time.Instant moment, LocalDate day) {
        assertThat(moment).isEqualTo(WorkingDays.noon(day));
    }

    @Test
    void released_after_the_weeks_or_on_the_first_day() {
        LocalDate to = LocalDate.of(2027, 8, 31);
        VacancyDays far = days(LocalDate.of(2027, 2, 1), to, 5, 8);
        assertNoon(far.nominateBy(), LocalDate.of(2026, 9, 14));
        assertNoon(far.releaseAt(), LocalDate.of(2026, 11, 2));
        VacancyDays near = days(LocalDate.of(2026, 10, 1), to, 5, 8);
        assertThat(near.releaseAt())
                .isEqualTo(
                        LocalDate.of(2026, 10, 1).atStartOfDay(WorkingDays.ZONE).toInstant());
    }

    @Test
    void there_is_time_to_ask_doctors_also_where_it_has_begun_or_the_weeks_are_few() {
        LocalDate to = LocalDate.of(2027, 1, 31);
        for (LocalDate from : new LocalDate[] {TODAY.minusDays(20), TODAY, TODAY.plusDays(1), TODAY.plusDays(9)}) {
            VacancyDays days = days(from, to, 5, 8);
            assertNoon(days.nominateBy(), LocalDate.of(2026, 9, 14));
            assertNoon(days.releaseAt(), LocalDate.of(2026, 9, 22));
        }
        VacancyDays few = days(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 8, 31), 30, 1);
        assertNoon(few.nominateBy(), WorkingDays.after(TODAY, 30));
        assertNoon(few.releaseAt(), WorkingDays.after(TODAY, 36));
    }

    @Test
    void the_release_leaves_what_counts_and_areas_have_fewer_days_for_that() {
        // From 15 September on three months are left.
        VacancyDays days = days(TODAY, LocalDate.of(2026, 12, 14), 5, 8);
        assertThat(days.releaseAt())
                .isEqualTo(
                        LocalDate.of(2026, 9, 15).atStartOfDay(WorkingDays.ZONE).toInstant());
        assertNoon(days.nominateBy(), LocalDate.of(2026, 9, 10));
    }

    @Test
    void what_is_offered_begins_after_twice_the_time_to_answer() {
        LocalDate last = LocalDate.of(2026, 11, 1);
        assertThat(VacancyDays.firstDay(TODAY, TODAY, last, 2)).isEqualTo(LocalDate.of(2026, 9, 12));
        assertThat(VacancyDays.firstDay(TODAY, LocalDate.of(2026, 10, 1), last, 2))
                .isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(VacancyDays.firstDay(TODAY, TODAY, LocalDate.of(2026, 9, 10), 2))
                .isEqualTo(LocalDate.of(2026, 9, 10));
    }
}
