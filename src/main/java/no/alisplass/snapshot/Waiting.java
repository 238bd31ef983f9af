package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a doctor who can take part waits. */
public enum Waiting {
    /** A coordinator has taken the doctor out by hand. */
    EXCLUDED,
    /** There are no seats in what the doctor could be offered. */
    NO_SEATS,
    /** Earlier approved rounds took the seats. */
    EARLIER_ROUND,
    /** All that has seats is ruled out because the municipality has refused leave. */
    LEAVE_REFUSED,
    /** All that has seats is outside the catchment. */
    NOT_COVERED,
    /** The affiliation does not cover the start of anything that has seats. */
    AFFILIATION_ENDS,
    /** The municipality lacks the agreement or the registration that the start of anything that has seats requires. */
    NOT_AGREED,
    /** All that has seats ends after the last day to apply for approval under the doctor's scheme. */
    SCHEME_ENDS,
    /** The doctor has served in every department that has seats. */
    ALREADY_SERVED,
    /** What earlier approved rounds gave the doctor rules out all that has seats. */
    HAS_PLACE,
    /** Every position that has seats is too short to count. */
    PART_TOO_SHORT,
    /** The doctor's own wishes rule out all that has seats. */
    OWN_WISHES,
    /** Several rules together rule out all that has seats. */
    NOTHING_TO_OFFER,
    /** The municipality spares no more doctors at once; the seats stand empty. */
    OWN_LIMIT,
    /** A coordinator gave the seats to others by hand. */
    BY_HAND,
    /** All the seats went to doctors ahead. */
    AHEAD,
    /** Placements first: doctors behind keep the seats so as to be placed at all. */
    BEHIND,
    /** The seats are gone for more than one of these reasons. */
    SEVERAL,
    /** It is not known that the doctor could get nothing. */
    NOT_PROVEN;

    /** Why a doctor waits who could have been offered something that has, or had, seats. */
    static Waiting of(Missed missed) {
        List<Waiting> causes = new ArrayList<>();
        if (!missed.holders(Missed.Right.AHEAD).isEmpty()) {
            causes.add(AHEAD);
        }
        if (!missed.holders(Missed.Right.BY_HAND_AHEAD).isEmpty()
                || !missed.holders(Missed.Right.BY_HAND_BEHIND).isEmpty()) {
            causes.add(BY_HAND);
        }
        if (!missed.holders(Missed.Right.BEHIND).isEmpty()) {
            causes.add(BEHIND);
        }
        if (!missed.earlier().isEmpty()) {
            causes.add(EARLIER_ROUND);
        }
        if (!missed.limited().isEmpty()) {
            causes.add(OWN_LIMIT);
        }
        if (causes.isEmpty() || missed.otherwise()) {
            return NOT_PROVEN;
        }
        return causes.size() == 1 ? causes.get(0) : SEVERAL;
    }

    /** Why a doctor waits whom nothing that has seats can be offered. */
    static Waiting of(List<OfferRule> broken) {
        Set<OfferRule.Kind> kinds = EnumSet.noneOf(OfferRule.Kind.class);
        broken.forEach(rule -> kinds.add(rule.kind()));
        // Without leave nothing at all can be offered, whatever else rules some of it out.
        if (kinds.contains(OfferRule.Kind.LEAVE)) {
            return LEAVE_REFUSED;
        }
        if (kinds.size() != 1) {
            return kinds.isEmpty() ? NO_SEATS : NOTHING_TO_OFFER;
        }
        return switch (kinds.iterator().next()) {
            case CATCHMENT -> NOT_COVERED;
            case LENGTH -> PART_TOO_SHORT;
            case SERVED -> ALREADY_SERVED;
            case GIVEN -> HAS_PLACE;
            case WISHES -> OWN_WISHES;
            case AFFILIATION -> AFFILIATION_ENDS;
            case LEAVE -> LEAVE_REFUSED;
            case AGREEMENT -> NOT_AGREED;
            case SCHEME -> SCHEME_ENDS;
        };
    }
}
