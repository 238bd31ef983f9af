package no.alisplass.correction;

import java.time.Instant;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * One thing that was corrected.
 *
 * @param number from 1 in its round
 * @param area whose list, or limit; null for the policy
 * @param hpr of FACTS; else null
 * @param entry of FACTS: as the list should have had it, wishes as they were sent; else null
 * @param awayLimit of AWAY_LIMIT: null for no limit
 * @param policyVersion of POLICY_VERSION; else null
 * @param note why
 */
public record Correction(
        int number,
        Kind kind,
        AreaCode area,
        HprNumber hpr,
        WaitlistEntry entry,
        Integer awayLimit,
        Integer policyVersion,
        String note,
        String who,
        Instant at) {

    /** What can be corrected apart from what the hospital can change at any time: positions, seats, and areas. */
    public enum Kind {
        FACTS,
        AWAY_LIMIT,
        POLICY_VERSION
    }
}
