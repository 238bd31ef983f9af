package no.alisplass.domain.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;

/**
 * What holds of a doctor on the first day of one half-year of a round, the day a service in it starts.
 *
 * @param open whether the doctor's own wishes let a service start then: neither blocked nor before the earliest start
 * @param covered whether the doctor's area is in the hospital's catchment for at least one service
 * @param counted months of service that count towards the speciality
 * @param areaShortOfSpecialists whether the doctor's area is short of specialists
 * @param agreed whether the area has the agreement and registration that the policy requires; null when it requires none
 */
public record Start(
        HalfYear halfYear,
        boolean open,
        boolean covered,
        Months counted,
        boolean areaShortOfSpecialists,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean agreed) {
    /** Where no agreement is asked for. */
    public Start(HalfYear halfYear, boolean open, boolean covered, Months counted, boolean areaShortOfSpecialists) {
        this(halfYear, open, covered, counted, areaShortOfSpecialists, null);
    }

    /** Whether a service could start then, by the doctor's wishes, the catchment and what the area has agreed. */
    public boolean possible() {
        return open && covered && !Boolean.FALSE.equals(agreed);
    }

    /** The same day, with the wishes of the doctor changed. */
    public Start under(Wishes wishes) {
        return new Start(halfYear, wishes.letStart(halfYear), covered, counted, areaShortOfSpecialists, agreed);
    }

    /** The same day, with the doctor's area in the catchment. */
    public Start inCatchment() {
        return new Start(halfYear, open, true, counted, areaShortOfSpecialists, agreed);
    }
}
