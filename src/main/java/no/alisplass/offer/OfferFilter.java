package no.alisplass.offer;

import java.util.HashSet;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferState;

/**
 * Which offers are asked for: those of all that is not null.
 *
 * @param area that has the doctors now
 * @param states null for all
 * @param asked only those of which somebody waits for a decision: more time, a recall, a yes to be taken back
 */
public record OfferFilter(
        RoundId round,
        HospitalId hospital,
        DepartmentId department,
        AreaCode area,
        HprNumber hpr,
        Set<OfferState> states,
        boolean asked) {
    private static final OfferFilter ALL = new OfferFilter(null, null, null, null, null, null);

    public OfferFilter(
            RoundId round,
            HospitalId hospital,
            DepartmentId department,
            AreaCode area,
            HprNumber hpr,
            Set<OfferState> states) {
        this(round, hospital, department, area, hpr, states, false);
    }

    public OfferFilter {
        states = states == null ? null : Set.copyOf(states);
    }

    public static OfferFilter of(RoundId round) {
        return new OfferFilter(round, null, null, null, null, null);
    }

    /** Those of a hospital. */
    public static OfferFilter of(HospitalId hospital) {
        return new OfferFilter(null, hospital, null, null, null, null);
    }

    /** All that somebody may see in that role. */
    public static OfferFilter of(Acting by) {
        return switch (by.actor()) {
            case DOCTOR -> new OfferFilter(null, null, null, by.linkOf(), by.doctor(), OfferState.told());
            case AREA -> new OfferFilter(null, null, null, by.area(), null, OfferState.told());
            case DEPARTMENT -> new OfferFilter(null, by.hospital(), by.department(), null, null, null);
            case COORDINATOR, SECOND_PERSON -> new OfferFilter(null, by.hospital(), null, null, null, null);
            case CLOCK, REFILL -> ALL;
        };
    }

    public OfferFilter in(RoundId newRound) {
        return new OfferFilter(newRound, hospital, department, area, hpr, states, asked);
    }

    /** Of those, what stands in any of the states. */
    public OfferFilter in(Set<OfferState> newStates) {
        Set<OfferState> both = new HashSet<>(newStates);
        if (states != null) {
            both.retainAll(states);
        }
        return new OfferFilter(round, hospital, department, area, hpr, both, asked);
    }

    /** Of those, the ones of which somebody waits for a decision. */
    public OfferFilter onlyAsked() {
        return new OfferFilter(round, hospital, department, area, hpr, states, true);
    }
}
