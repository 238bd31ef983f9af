package no.alisplass.forecast.given;

import no.alisplass.catchment.AreaRecord;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.doctor.Agreed;

/**
 * What is known of an area.
 *
 * @param agreed what the hospital has agreed with it; null when that is not known
 * @param spares how many doctors it can spare at once; null for any number
 * @param specialists how many there are, of whom some retire; 0 when that is not known, then none does
 */
public record PlannedArea(AreaRecord known, Agreed agreed, Integer spares, int specialists) {
    public AreaCode code() {
        return known.area().code();
    }
}
