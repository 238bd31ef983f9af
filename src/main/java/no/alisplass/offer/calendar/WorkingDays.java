package no.alisplass.offer.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days on which there is somebody at work in Norway: neither weekend nor public holiday. A deadline is at noon of one. */
public final class WorkingDays {
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        DayOfWeek name = day.getDayOfWeek();
        return name != DayOfWeek.SATURDAY && name != DayOfWeek.SUNDAY && !HOLIDAYS.isHoliday(day);
    }

    /** The day itself, or the first working day after it. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself, or the last working day before it. */
    public static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** The last of so many working days after a day, which does not count itself. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int counted = 0; counted < workingDays; counted++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** Noon in Norway, summer and winter. */
    public static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    /** The day it is in Norway. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
