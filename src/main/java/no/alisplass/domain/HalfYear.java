package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The six months a position is held, from 1 March ({@code 2027-V}, vår) or from 1 September ({@code 2027-H}, høst)
 * (003 §7.3.1.2).
 */
public record HalfYear(int year, Season season) implements Comparable<HalfYear> {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([VH])");

    /** V (vår) starts on 1 March, H (høst) on 1 September. */
    public enum Season {
        V,
        H
    }

    public HalfYear {
        if (year < 1990 || year > 2100 || season == null) {
            throw new IllegalArgumentException(
                    "The half-year (" + year + "-" + season + ") must be from 1990 to 2100.");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HalfYear parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "The half-year (" + text + ") must be a year with V or H. Maybe write 2027-V or 2027-H.");
        }
        return new HalfYear(Integer.parseInt(form.group(1)), Season.valueOf(form.group(2)));
    }

    /** The half-year that a date falls in; January and February belong to the autumn before. */
    public static HalfYear containing(LocalDate date) {
        if (date.getMonth().compareTo(Month.MARCH) < 0) {
            return new HalfYear(date.getYear() - 1, Season.H);
        }
        boolean spring = date.getMonth().compareTo(Month.SEPTEMBER) < 0;
        return new HalfYear(date.getYear(), spring ? Season.V : Season.H);
    }

    /** The first half-year that starts on the date or later. */
    public static HalfYear startingOnOrAfter(LocalDate date) {
        HalfYear around = containing(date);
        return around.start().equals(date) ? around : around.next();
    }

    public LocalDate start() {
        return LocalDate.of(year, season == Season.V ? Month.MARCH : Month.SEPTEMBER, 1);
    }

    /** The last day, inclusive. */
    public LocalDate end() {
        return start().plusMonths(6).minusDays(1);
    }

    /** Whether there is none after it. */
    public boolean isLast() {
        return year == 2100 && season == Season.H;
    }

    public HalfYear next() {
        return plus(1);
    }

    public HalfYear plus(int halfYears) {
        int ordinal = ordinal() + halfYears;
        return new HalfYear(Math.floorDiv(ordinal, 2), Season.values()[Math.floorMod(ordinal, 2)]);
    }

    /** How many half-years from this one to the other; negative when the other is earlier. */
    public int until(HalfYear other) {
        return other.ordinal() - ordinal();
    }

    private int ordinal() {
        return year * 2 + season.ordinal();
    }

    @Override
    public int compareTo(HalfYear other) {
        return Integer.compare(ordinal(), other.ordinal());
    }

    @JsonValue
    @Override
    public String toString() {
        return year + "-" + season;
    }
}
