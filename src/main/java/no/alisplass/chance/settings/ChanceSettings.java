package no.alisplass.chance.settings;

import no.alisplass.domain.HospitalId;

/**
 * What a hospital lets areas see before the deadline.
 *
 * @param shown whether they are told what chances their own doctors have with the lists as they are
 */
public record ChanceSettings(HospitalId hospital, boolean shown) {
    /** Those of a hospital that has written none. */
    public static ChanceSettings usual(HospitalId hospital) {
        return new ChanceSettings(hospital, true);
    }
}
