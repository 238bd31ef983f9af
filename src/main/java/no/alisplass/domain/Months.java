package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A length of service in months, exact to a tenth and never negative; at most 600 (fifty years). */
public record Months(int tenths) implements Comparable<Months> {
    /** Fifty years. */
    public static final int MOST = 600;

    /** {@link #MOST} as annotations want it. */
    public static final String MOST_TEXT = "" + MOST;

    public static final Months ZERO = new Months(0);

    public Months {
        if (tenths < 0 || tenths > 10 * MOST) {
            throw new IllegalArgumentException("A length of service (" + BigDecimal.valueOf(tenths, 1)
                    + " months) must be from 0 to " + MOST + " months.");
        }
    }

    /** Whole months. */
    public static Months of(int months) {
        return new Months(Math.multiplyExact(months, 10));
    }

    /** Cut down to a tenth of a month: nobody is said to have served longer than they have. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Months of(BigDecimal months) {
        BigDecimal tenths = months.movePointRight(1).setScale(0, RoundingMode.DOWN);
        if (tenths.abs().compareTo(BigDecimal.valueOf(10L * MOST)) > 0) {
            throw new IllegalArgumentException(
                    "A length of service (" + months + " months) must be from 0 to " + MOST + " months.");
        }
        return new Months(tenths.intValueExact());
    }

    /** The months as a number, without a needless decimal. */
    @JsonValue
    public BigDecimal value() {
        return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
    }

    public int wholeMonths() {
        return tenths / 10;
    }

    /** So many whole months more, as far as there can be. */
    public Months plus(int months) {
        return new Months(Math.min(10 * MOST, tenths + 10 * months));
    }

    /** What is left to {@code total}, never less than nothing. */
    public Months until(Months total) {
        return new Months(Math.max(0, total.tenths - tenths));
    }

    @Override
    public int compareTo(Months other) {
        return Integer.compare(tenths, other.tenths);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
