package no.alisplass.offer;

import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/**
 * Somebody who takes a step, in one of the roles they may have, and what that role is bound to. An offer outside of that is not there
 * for them.
 *
 * @param who user name
 * @param doctor the doctor's own number, of a {@link Actor#DOCTOR}; else null
 * @param area the own area, of an {@link Actor#AREA}; else null
 * @param hospital null where it is bound to none
 * @param department null where it is bound to none
 * @param linkOf of a doctor who came by a link, the area that made it, and could have opened it: it is to look with, and not to answer;
 *     null for who logged in
 */
public record Acting(
        Actor actor,
        String who,
        HprNumber doctor,
        AreaCode area,
        HospitalId hospital,
        DepartmentId department,
        AreaCode linkOf) {

    /** Somebody who logged in. */
    public Acting(
            Actor actor, String who, HprNumber doctor, AreaCode area, HospitalId hospital, DepartmentId department) {
        this(actor, who, doctor, area, hospital, department, null);
    }

    /** What the time that has come does. */
    static final Acting CLOCK = new Acting(Actor.CLOCK, Audit.SYSTEM, null, null, null, null);

    /**
     * The caller in the role of an area, a doctor, a department or a coordinator.
     *
     * @throws IllegalArgumentException for another actor, or where the caller does not have that role
     */
    public static Acting as(Actor actor, Caller caller) {
        String role =
                switch (actor) {
                    case AREA -> Roles.MUNICIPALITY;
                    case DOCTOR -> Roles.DOCTOR;
                    case DEPARTMENT -> Roles.DEPARTMENT;
                    case COORDINATOR -> Roles.COORDINATOR;
                    case SECOND_PERSON, CLOCK, REFILL -> throw new IllegalArgumentException("No caller is " + actor);
                };
        if (!caller.isIn(role)) {
            throw new IllegalArgumentException("The caller is no " + role);
        }
        return new Acting(
                actor,
                caller.name(),
                actor == Actor.DOCTOR ? caller.doctor().orElseThrow() : null,
                actor == Actor.AREA ? caller.ownArea() : null,
                actor == Actor.DEPARTMENT || actor == Actor.COORDINATOR
                        ? caller.hospital().orElse(null)
                        : null,
                actor == Actor.DEPARTMENT ? caller.department().orElse(null) : null,
                actor == Actor.DOCTOR ? caller.linkOf().orElse(null) : null);
    }

    /** The same person as the second of two. */
    Acting second() {
        return actor == Actor.COORDINATOR
                ? new Acting(Actor.SECOND_PERSON, who, doctor, area, hospital, department)
                : this;
    }

    /** What a refill does that they started. @throws IllegalArgumentException for somebody who is no coordinator */
    Acting byRefill() {
        if (actor != Actor.COORDINATOR) {
            throw new IllegalArgumentException("A refill is started by a coordinator");
        }
        return new Acting(Actor.REFILL, who, doctor, area, hospital, department);
    }

    /** Whether it is somebody of the hospital, or nobody. */
    boolean isOfHospital() {
        return actor != Actor.DOCTOR && actor != Actor.AREA;
    }

    /** The offer as it is for them: that its recall is asked for is told to the hospital alone. */
    Offer view(Offer offer) {
        return isOfHospital() ? offer : offer.outside();
    }

    /** Whether they came by a link, which is to look with. */
    public boolean onlyLooks() {
        return linkOf != null;
    }

    /** Whether they are told who took a step of an offer in that role, besides that somebody did: of another area's users none is. */
    boolean knows(Offer offer, Actor who) {
        return actor == Actor.COORDINATOR
                || actor == who && (actor != Actor.AREA || offer.area().equals(area));
    }

    /**
     * Whether the offer is there for them: doctors and areas know of none that was not sent, an area of none of a doctor whom another
     * has by now.
     */
    boolean reaches(Offer offer) {
        return switch (actor) {
            case DOCTOR ->
                offer.hpr().equals(doctor)
                        && offer.state().isTold()
                        && (linkOf == null || linkOf.equals(offer.holder()));
            case AREA -> offer.holder().equals(area) && offer.state().isTold();
            case DEPARTMENT ->
                reaches(offer.hospital())
                        && (department == null || offer.departments().contains(department));
            case COORDINATOR, SECOND_PERSON, CLOCK, REFILL -> reaches(offer.hospital());
        };
    }

    boolean reaches(HospitalId one) {
        return hospital == null || hospital.equals(one);
    }
}
