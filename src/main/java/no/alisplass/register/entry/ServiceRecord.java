package no.alisplass.register.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.Counting;

/**
 * What is known of a doctor's service that counts towards the speciality.
 *
 * @param periods when not empty, service is computed from these and the stated months are for comparison
 */
public record ServiceRecord(@JsonUnwrapped StatedService stated, List<ServicePeriod> periods) {
    public ServiceRecord {
        periods = periods == null ? List.of() : List.copyOf(periods);
    }

    /**
     * Service as it stands at the beginning of the day a round counts to: computed when there are periods, else as stated,
     * carried forward where the round does that.
     *
     * @param sent the day the list was sent, or today while it is not
     */
    public CountedService counted(Counting counting, LocalDate sent) {
        return periods.isEmpty() ? stated.counted(counting, sent) : CountedService.of(periods, counting);
    }

    ServiceRecord heldOn(LocalDate day) {
        return new ServiceRecord(stated.heldOn(day), periods);
    }
}
