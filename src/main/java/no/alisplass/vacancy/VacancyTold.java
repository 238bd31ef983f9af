package no.alisplass.vacancy;

import java.time.Instant;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.life.Whom;

/**
 * What must be told to somebody of a step of a vacancy; nobody promises that it was sent.
 *
 * @param event which of the vacancy's
 * @param code of the text, in the bundle of this room
 * @param department of a {@link Whom#DEPARTMENT}; else null
 * @param area of an {@link Whom#AREA}; else null
 * @param until until when something can be done about it; null where nothing is to be done
 * @param waits whether that time has not come, and the vacancy has not gone on
 */
public record VacancyTold(
        long vacancy,
        long event,
        Whom whom,
        String code,
        HospitalId hospital,
        DepartmentId department,
        AreaCode area,
        Instant until,
        Instant at,
        boolean waits) {

    /** @param page from 0 @param total of all pages */
    public record Page(List<VacancyTold> told, int page, int size, long total) {
        public Page {
            told = List.copyOf(told);
        }
    }
}
