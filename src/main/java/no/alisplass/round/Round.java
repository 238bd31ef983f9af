package no.alisplass.round;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;

/**
 * A round in which the positions of one to four consecutive half-years are allocated.
 *
 * @param policyVersion a round always replays under the policy it was opened with
 * @param lotterySeed settles ties; null only while the round is a draft; drawn, fixed and public from opening
 * @param deadline last day for municipalities to send their lists
 * @param version counts changes
 */
public record Round(
        RoundId id,
        HospitalId hospital,
        String title,
        List<HalfYear> halfYears,
        String policyId,
        int policyVersion,
        Objective objective,
        String lotterySeed,
        LocalDate deadline,
        RoundState state,
        long version) {
    public Round {
        halfYears = List.copyOf(halfYears);
    }

    public HalfYear first() {
        return halfYears.get(0);
    }

    public HalfYear last() {
        return halfYears.get(halfYears.size() - 1);
    }

    /** Whether the last day to send lists is over on a day. */
    public boolean isOverdue(LocalDate day) {
        return day.isAfter(deadline);
    }

    boolean overlaps(Round other) {
        return first().compareTo(other.last()) <= 0 && other.first().compareTo(last()) <= 0;
    }

    /** The same under another version of its policy. */
    public Round under(int version) {
        return new Round(
                id,
                hospital,
                title,
                halfYears,
                policyId,
                version,
                objective,
                lotterySeed,
                deadline,
                state,
                this.version);
    }

    Round in(RoundState next, String seed) {
        return new Round(
                id, hospital, title, halfYears, policyId, policyVersion, objective, seed, deadline, next, version);
    }
}
