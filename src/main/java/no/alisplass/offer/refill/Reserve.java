package no.alisplass.offer.refill;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;

/**
 * Where a doctor who waits stands for each wished department. Derived from the round's order and what has come of its offers; never stored.
 *
 * @param doctor as the round calls the doctor
 * @param places by the doctor's wishes
 */
public record Reserve(HprNumber hpr, DoctorId doctor, String name, AreaCode area, List<Place> places) {
    public Reserve {
        places = List.copyOf(places);
    }

    /**
     * The doctor's place for a department.
     *
     * @param wish the number of the wish, from 1
     * @param place among those who still wait for it, from 1: who holds nothing, and who has asked for something better
     * @param waiting how many these are
     * @param placeInRound among all who wished it in the round, which is what {@link LastServed} compares with
     * @param inRound how many these were
     */
    public record Place(DepartmentId department, int wish, int place, int waiting, int placeInRound, int inRound) {}

    /**
     * How far it came to in the hospital's previous round: the last who got the department.
     *
     * @param place of that doctor among all who wished it in that round, from 1
     * @param inRound how many these were
     */
    public record LastServed(DepartmentId department, RoundId round, String title, int place, int inRound) {}
}
