package no.alisplass.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.HospitalId;

/** Looks up what reports about a hospital's rounds are told in. */
@ApplicationScoped
public class ReportDesk {
    private final Capacity capacity;
    private final Catchment catchment;
    private final Clock clock;

    ReportDesk(Capacity capacity, Catchment catchment, Clock clock) {
        this.capacity = capacity;
        this.catchment = catchment;
        this.clock = clock;
    }

    /** @param hospital one there is */
    public ReportWords words(Locale locale, HospitalId hospital) {
        return new ReportWords(
                locale,
                capacity.hospital(hospital).orElseThrow(),
                catchment.areas().stream().collect(Collectors.toMap(Area::code, Area::name)),
                clock.instant());
    }
}
