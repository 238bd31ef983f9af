package no.alisplass.register.served;

import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.register.InstitutionStay;

/**
 * What a hospital tells of service that was given here.
 *
 * @param before months that were left when it was given; null when not known
 * @param earlier months of the same that were told before, and count
 * @param open months of the same that were given and are not told yet, with those told now
 * @param given months that were given of what is told now
 * @param stays what of it counts, each completed here
 * @param interrupted whether the rest will not be served
 */
public record HospitalTold(
        HprNumber hpr,
        Months before,
        Months earlier,
        Months open,
        Months given,
        List<InstitutionStay> stays,
        boolean interrupted) {
    public HospitalTold {
        stays = List.copyOf(stays);
    }

    Months counted() {
        return new Months(
                stays.stream().mapToInt(stay -> stay.months().tenths()).sum());
    }
}
