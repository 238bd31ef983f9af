package no.alisplass.web.text;

import io.quarkus.qute.TemplateData;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.ForecastResult.DoctorRow;

/**
 * When a doctor is likely to begin, by a forecast, as pages say it.
 *
 * @param when the span of half-years
 * @param middle a dash where it is not within the plan
 * @param left in per cent, how often the doctor stops waiting before
 */
@TemplateData
public record LikelyStart(String when, String middle, String left) {
    private static final double PER_CENT = 100;

    /** @param last the last half-year the forecast is about */
    public static LikelyStart of(DoctorRow row, HalfYear last) {
        return new LikelyStart(
                when(row, last),
                row.middle() == null ? "–" : Formats.halfYear(row.middle()),
                Formats.number(Math.round(PER_CENT * row.left())) + " %");
    }

    private static String when(DoctorRow row, HalfYear last) {
        if (row.low() == null) {
            return Texts.of("likely-not-by", last);
        }
        if (row.high() == null) {
            return Texts.of("likely-from", row.low(), last);
        }
        return row.low().equals(row.high())
                ? Texts.of("likely-exactly", row.low())
                : Texts.of("likely-range", row.low(), row.high());
    }
}
