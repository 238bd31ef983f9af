package no.alisplass.vacancy.rank;

import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A doctor who waits in a register, as it comes to a vacancy.
 *
 * @param area that has the doctor
 * @param entry what is registered
 * @param toCome what the doctor has been given and what is left after it; null where it is not known what is left
 * @param covered the services of the hospital whose catchment holds the area on the first day
 * @param shortOfSpecialists whether the area is, that day
 * @param agreed what the hospital and the area have agreed on training; null when the policy does not ask
 * @param away whether the doctor is, or may come to be, in a seat on some of the days
 * @param areaIsFull whether the area has as many away then as it has said it can spare
 * @param offered whether the vacancy was offered to the doctor before
 * @param turnedDown whether the hospital said no to the doctor before anything was sent
 * @param nomination null for a doctor of whom the area has said nothing
 */
public record VacancyDoctor(
        AreaCode area,
        WaitlistEntry entry,
        ServiceToCome toCome,
        Set<Service> covered,
        boolean shortOfSpecialists,
        Agreed agreed,
        boolean away,
        boolean areaIsFull,
        boolean offered,
        boolean turnedDown,
        Nomination nomination) {
    public VacancyDoctor {
        covered = Set.copyOf(covered);
    }

    public HprNumber hpr() {
        return entry.hpr();
    }

    Scheme scheme() {
        return entry.training().scheme();
    }

    boolean interrupted() {
        return entry.institution().interrupted();
    }
}
