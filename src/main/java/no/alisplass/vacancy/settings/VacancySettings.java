package no.alisplass.vacancy.settings;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;

/**
 * How a hospital fills sporadic vacancies (docs/offers.md).
 *
 * @param nominateDays working days in which areas nominate their doctors or take them out
 * @param releaseWeeks weeks from the report to the release to all, which is the first day where that is earlier
 */
public record VacancySettings(HospitalId hospital, int nominateDays, int releaseWeeks) {
    public static final int MAX_DAYS = 30;
    public static final int MAX_WEEKS = 52;

    /** Those of a hospital that has written none. */
    public static VacancySettings usual(HospitalId hospital) {
        return new VacancySettings(hospital, 5, 8);
    }

    List<Finding> faults() {
        List<Finding> faults = new ArrayList<>();
        within(faults, "nominateDays", nominateDays, MAX_DAYS);
        within(faults, "releaseWeeks", releaseWeeks, MAX_WEEKS);
        return faults;
    }

    private static void within(List<Finding> faults, String field, int value, int most) {
        if (value < 1 || value > most) {
            faults.add(Finding.of(field, value, "vacancy.number-unfit", value, 1, most));
        }
    }
}
