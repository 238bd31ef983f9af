package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Service;
import no.alisplass.round.Round;
import no.alisplass.waitlist.CountedService;
import no.alisplass.waitlist.WaitlistEntry;

/** What a waitlist entry and its area come to on the first day of a round. */
final class Facts {
    private final Catchment catchment;
    private final Round round;
    private final LocalDate on;

    Facts(Catchment catchment, Round round) {
        this.catchment = catchment;
        this.round = round;
        this.on = round.first().start();
    }

    Candidate candidate(AreaCode area, WaitlistEntry entry) {
        CountedService service = entry.countedService(on);
        return new Candidate(
                entry.hpr(),
                area,
                entry.affiliation(),
                entry.affiliationFrom(),
                entry.affiliationTo(),
                entry.scheme(),
                service.months(),
                service.openPractice(),
                entry.objectives(),
                entry.activities(),
                entry.supervision(),
                entry.interrupted(),
                entry.monthsLeft(),
                catchment.shortOfSpecialists(area, on),
                coveredInHorizon(area));
    }

    /** Whether the area belongs to the catchment for a service when a half-year begins. */
    boolean covered(AreaCode area, Service service, HalfYear halfYear) {
        return catchment.covered(round.hospital(), area, halfYear.start()).contains(service);
    }

    private Set<Service> coveredInHorizon(AreaCode area) {
        Set<Service> covered = EnumSet.noneOf(Service.class);
        round.halfYears()
                .forEach(halfYear -> covered.addAll(catchment.covered(round.hospital(), area, halfYear.start())));
        return covered;
    }
}
