package no.alisplass.scenario.kept;

import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;

/** What a scenario is asked of: a round, or a hospital's register as it stands; the other is null. */
public record AskedOf(RoundId round, HospitalId hospital) {
    public AskedOf {
        if ((round == null) == (hospital == null)) {
            throw new IllegalArgumentException("A scenario is asked of a round or of a register.");
        }
    }

    public static AskedOf round(RoundId round) {
        return new AskedOf(round, null);
    }

    public static AskedOf register(HospitalId hospital) {
        return new AskedOf(null, hospital);
    }

    /** As the record has it. */
    String subject() {
        return round != null ? "round/" + round : "hospital/" + hospital;
    }
}
