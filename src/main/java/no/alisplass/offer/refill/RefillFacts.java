package no.alisplass.offer.refill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillMode;
import no.alisplass.snapshot.Snapshot;

/**
 * All that the problem of a refill is made of.
 *
 * @param snapshot as the approved run was frozen
 * @param roundProblem hash of the snapshot's problem
 * @param seats how many seats the hospital has now, in all
 * @param elsewhere what other approved rounds have given by now
 * @param held what each doctor holds by this round
 * @param ended which offers of this round came to nothing, in their order
 * @param wishes as they were saved last since the round was approved, of those who have
 */
record RefillFacts(
        Snapshot snapshot,
        String roundProblem,
        RefillMode mode,
        Map<ResourceId, Integer> seats,
        List<GivenStay> elsewhere,
        Map<HprNumber, Holding> held,
        List<Ending> ended,
        Map<HprNumber, SavedWishes> wishes) {

    /** Where nobody has changed a wish. */
    RefillFacts(
            Snapshot snapshot,
            RefillMode mode,
            Map<ResourceId, Integer> seats,
            List<GivenStay> elsewhere,
            Map<HprNumber, Holding> held,
            List<Ending> ended) {
        this(snapshot, mode, seats, elsewhere, held, ended, Map.of());
    }

    /** Of a problem whose hash nobody knows yet. */
    RefillFacts(
            Snapshot snapshot,
            RefillMode mode,
            Map<ResourceId, Integer> seats,
            List<GivenStay> elsewhere,
            Map<HprNumber, Holding> held,
            List<Ending> ended,
            Map<HprNumber, SavedWishes> wishes) {
        this(snapshot, snapshot.problemHash(), mode, seats, elsewhere, held, ended, wishes);
    }

    /** @param upgradable whether something better is asked for */
    record Holding(Set<ResourceId> seats, boolean upgradable) {
        Holding {
            seats = Set.copyOf(seats);
        }
    }

    /** What an offer that came to nothing means for its doctor. */
    enum After {
        /** No more part in this half-year: a wish was declined, the deadline passed, a yes was taken back, or the doctor's facts were not right. */
        OUT,
        /** Waits as before, for other seats than this. */
        NOT_THIS_SEAT,
        /** Waits as before, for other positions than this. */
        NOT_THIS_POSITION,
        /** Waits as before. */
        WAITS
    }

    /** @param seats of the offer */
    record Ending(HprNumber hpr, Set<ResourceId> seats, After after) {
        Ending {
            seats = Set.copyOf(seats);
        }
    }

    RefillFacts {
        seats = Map.copyOf(seats);
        elsewhere = List.copyOf(elsewhere);
        held = Map.copyOf(held);
        ended = List.copyOf(ended);
        wishes = Map.copyOf(wishes);
    }
}
