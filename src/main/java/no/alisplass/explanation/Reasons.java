package no.alisplass.explanation;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.LeftOut;

/**
 * Why one doctor got what the proposal gives, as values. Names other doctors by pseudonym: only {@link Telling} makes of it what
 * a municipality may read.
 *
 * @param better what stood higher among the doctor's own wishes, best first; none for who is settled by hand
 * @param leftOut what could not be offered, by department
 * @param changes what alone would have given the doctor something better, each tried
 */
public record Reasons(
        DoctorId doctor,
        AreaCode area,
        Objective objective,
        Held held,
        List<BetterWish> better,
        Ground ground,
        List<Inadmissible> leftOut,
        List<Change> changes) {
    public Reasons {
        better = List.copyOf(better);
        leftOut = List.copyOf(leftOut);
        changes = List.copyOf(changes);
    }

    /** How the doctor comes out. */
    public enum Standing {
        PLACED,
        /** A coordinator settled the placement by hand. */
        PLACED_BY_HAND,
        /** A coordinator took the doctor out by hand. */
        EXCLUDED,
        /** Nothing the hospital has could be offered. */
        NOTHING_TO_OFFER,
        /** All that could be offered is taken. */
        ALL_TAKEN
    }

    /**
     * @param stays none when the doctor waits
     * @param wish how high among the doctor's own wishes, 1 the best; null for none
     * @param wishes how many steps the doctor's wishes have
     */
    public record Held(Standing standing, List<Stay> stays, Integer wish, int wishes) {
        public Held {
            stays = List.copyOf(stays);
        }
    }

    /** A step of the doctor's wishes that stood higher, and everything that could have been offered there. */
    public record BetterWish(int wish, List<Offer> offers) {
        public BetterWish {
            offers = List.copyOf(offers);
        }
    }

    /** @param full what of it is used up; empty only where the proposal is not proven best */
    public record Offer(List<Stay> stays, List<Full> full) {
        public Offer {
            stays = List.copyOf(stays);
            full = List.copyOf(full);
        }
    }

    /**
     * Something that is used up.
     *
     * @param stay the stay whose seats it is; null for the municipality's own limit
     * @param units how much there is of it
     */
    public record Full(ResourceId resource, HalfYear halfYear, Stay stay, int units, List<Holder> holders) {
        public Full {
            holders = List.copyOf(holders);
        }

        public boolean ownLimit() {
            return stay == null;
        }
    }

    /** Why another doctor keeps what this one would rather have. */
    public enum Right {
        AHEAD,
        /** Settled by hand. */
        BY_HAND,
        /** Placements first: the doctor stands behind, and would have no place without this one. */
        PLACED_AT_ALL
    }

    /** @param criterion what put the holder ahead, with what it found for each; null unless ahead */
    public record Holder(
            DoctorId doctor, Right right, CriterionCode criterion, Finding valueAhead, Finding valueBehind) {}

    /** What the certificate rests on. */
    public enum Basis {
        NOTHING_BETTER,
        BY_HAND,
        /** All of some places is taken by doctors who have nothing else as good. */
        TIGHT_SET,
        /** As a tight set, of the municipality's own limit alone. */
        OWN_LIMIT,
        /** As a tight set, where there is nothing to take. */
        NO_PLACES,
        PRICES,
        EXHAUSTED,
        NOT_PROVEN
    }

    /**
     * @param places the seats of a tight set, in the problem's order; other municipalities' limits are not named
     * @param holders how many doctors hold the places and the limit of the set
     */
    public record Ground(Basis basis, List<Place> places, int holders) {
        public Ground {
            places = List.copyOf(places);
        }
    }

    /** Seats of a position in a half-year. */
    public record Place(Stay stay, int units) {}

    /**
     * @param halfYears when it could not be offered; empty when that is all the round has of it
     */
    public record Inadmissible(List<DepartmentId> departments, LeftOut.Reason reason, List<HalfYear> halfYears) {
        public Inadmissible {
            departments = List.copyOf(departments);
            halfYears = List.copyOf(halfYears);
        }
    }

    /** @param wouldGive the offers of the step the doctor would reach: one of them, all equally good */
    public record Change(What what, List<List<Stay>> wouldGive) {
        public Change {
            wouldGive = List.copyOf(wouldGive);
        }
    }
}
