package no.alisplass.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.StatedReasons.Right;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Sorted;
import no.alisplass.domain.message.Message;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.TakenEarlier;
import no.alisplass.snapshot.Waiting;

/**
 * Why one doctor got what the proposal gives, as values. Names other doctors by pseudonym: only {@link ExplanationWriter} makes of it what
 * a municipality may read.
 *
 * @param cause what took what the doctor would rather have had, or ruled it out
 * @param better what could be offered, has or had seats, and is better than the outcome, best first; none for who is settled by hand
 * @param leftOut what could not be offered of what has seats, by department
 * @param changes what would have given the doctor something better, each tried
 * @param tried what kinds of changes were tried
 * @param allTried whether each of them could be worked out to the end
 */
public record Reasons(
        DoctorId doctor,
        AreaCode area,
        Objective objective,
        Held held,
        Cause cause,
        List<BetterWish> better,
        Ground ground,
        List<Inadmissible> leftOut,
        List<Change> changes,
        Set<What.Kind> tried,
        boolean allTried) {
    public Reasons {
        better = List.copyOf(better);
        leftOut = List.copyOf(leftOut);
        changes = List.copyOf(changes);
        tried = Sorted.copy(tried);
    }

    /** How the doctor comes out. */
    public enum Standing {
        PLACED,
        /** A coordinator settled the placement by hand. */
        PLACED_BY_HAND,
        /** A coordinator took the doctor out by hand. */
        EXCLUDED,
        WAITS;

        /** The same, without telling apart whether there was anything to offer: {@link Waiting} says that, and why. */
        static Standing of(StatedReasons.Standing stated) {
            return switch (stated) {
                case PLACED -> PLACED;
                case PLACED_BY_HAND -> PLACED_BY_HAND;
                case EXCLUDED -> EXCLUDED;
                case NOTHING_TO_OFFER, ALL_TAKEN -> WAITS;
            };
        }
    }

    /**
     * @param position in the ranking, of {@code ranked}
     * @param stays none when the doctor waits
     * @param wish how that stands to the doctor's own wishes; null for none
     * @param part whether the doctor still needs more than the stays give
     * @param affiliationEnds when the affiliation ends before the last stay does; null when it does not
     * @param early what is wanting for the doctor to be ready for hospital service; null when nothing is
     */
    public record Held(
            Standing standing,
            int position,
            int ranked,
            List<Stay> stays,
            OwnWish wish,
            boolean part,
            LocalDate affiliationEnds,
            Early early) {
        public Held {
            stays = List.copyOf(stays);
        }
    }

    /**
     * Too little counted service.
     *
     * @param wanting months that are wanting
     * @param on the day the service is counted to
     */
    public record Early(Months counted, Months needed, Months wanting, LocalDate on) {}

    /**
     * @param waiting why the doctor waits; null for a placed one
     * @param missed where the seats are that the doctor would rather have had
     * @param ahead what put each of those ahead who have some of them, in the order of {@code missed}
     */
    public record Cause(Waiting waiting, Missed missed, List<CriterionCode> ahead) {
        public Cause {
            ahead = List.copyOf(ahead);
        }
    }

    /**
     * A step of what could be offered that is better for the doctor.
     *
     * @param choice how good it is among what could be offered, 1 the best
     */
    public record BetterWish(int choice, List<Offer> offers) {
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
     * @param units how much there is of it in this round
     * @param earlier what approved rounds before this one took of it
     */
    public record Full(
            ResourceId resource,
            HalfYear halfYear,
            Stay stay,
            int units,
            List<Holder> holders,
            List<TakenEarlier> earlier) {
        public Full {
            holders = List.copyOf(holders);
            earlier = List.copyOf(earlier);
        }

        public boolean ownLimit() {
            return stay == null;
        }
    }

    /** @param criterion what put the holder ahead, with what it found for each; null unless ahead */
    public record Holder(
            DoctorId doctor, Right right, CriterionCode criterion, Message valueAhead, Message valueBehind) {}

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
     * @param byHand how many doctors of the round are settled by hand; the proof holds as long as that stands
     * @param places the seats of a tight set, in the problem's order; other municipalities' limits are not named
     * @param holders how many doctors hold the places and the limit of the set
     */
    public record Ground(Basis basis, List<Place> places, int holders, int byHand) {
        public Ground {
            places = List.copyOf(places);
        }
    }

    /** Seats of a position in a half-year. */
    public record Place(Stay stay, int units) {}

    /**
     * @param halfYears when it could not be offered; empty when that is all the round has of it and the reason is not the time
     */
    public record Inadmissible(List<DepartmentId> departments, OfferRule reason, List<HalfYear> halfYears) {
        public Inadmissible {
            departments = List.copyOf(departments);
            halfYears = List.copyOf(halfYears);
        }
    }

    /**
     * @param whats one thing, or two that help together and not alone
     * @param wouldGive the offers of the step the doctor would reach: one of them, all equally good
     * @param moves how doctors can then move, so that it comes to the doctor, one giving way to the next; none when it goes straight there
     */
    public record Change(List<What> whats, List<List<Stay>> wouldGive, List<Move> moves) {
        public Change {
            whats = List.copyOf(whats);
            wouldGive = List.copyOf(wouldGive);
            moves = List.copyOf(moves);
        }
    }

    /** Another doctor goes from one placement to another that is no worse. */
    public record Move(DoctorId doctor, List<Stay> from, List<Stay> to) {
        public Move {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }
}
