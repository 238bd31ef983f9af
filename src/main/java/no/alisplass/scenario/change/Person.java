package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;
import no.alisplass.snapshot.RosterEntry;

/**
 * A doctor as the round was frozen with, or one like such a doctor.
 *
 * @param like null for one of the round
 */
record Person(
        DoctorId id,
        DoctorId like,
        Candidate facts,
        Wishes wishes,
        LeaveStatus leave,
        Set<DepartmentId> served,
        List<GivenStay> given) {
    static Person of(RosterEntry entry) {
        return new Person(
                entry.doctor(),
                null,
                entry.facts(),
                entry.wishes(),
                entry.readiness().leave(),
                entry.served(),
                entry.given());
    }

    Person with(Wishes other) {
        return new Person(id, like, facts, other, leave, served, given);
    }

    AreaCode area() {
        return facts.area();
    }

    /** What the doctor has been given, and what is left. */
    ServiceToCome toCome() {
        return new ServiceToCome(given, facts.institutionMonthsLeft());
    }

    /** Another doctor like this one. @param number one nobody has */
    Person another(DoctorId other, HprNumber number) {
        return new Person(other, id, numbered(facts, number), wishes, leave, served, given);
    }

    private static Candidate numbered(Candidate facts, HprNumber number) {
        return new Candidate(
                number,
                facts.area(),
                facts.employment(),
                facts.scheme(),
                facts.countedService(),
                facts.openPractice(),
                facts.progress(),
                facts.interrupted(),
                facts.institutionMonthsLeft(),
                facts.areaShortOfSpecialists(),
                facts.covered(),
                facts.countedTo(),
                facts.starts(),
                facts.agreed(),
                facts.lateWithdrawal());
    }

    /** The wishes of somebody who wishes one department as much as another. */
    static Wishes alike(Wishes wishes, DepartmentId like, DepartmentId added) {
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        wishes.ranked().forEach(group -> ranked.add(group.contains(like) ? with(group, added) : group));
        return new Wishes(
                ranked,
                wishes.onlyRanked(),
                wishes.refused().contains(like) ? with(wishes.refused(), added) : wishes.refused(),
                wishes.earliestStart(),
                wishes.blocked(),
                wishes.weight(),
                wishes.wholeOnly());
    }

    private static Set<DepartmentId> with(Set<DepartmentId> group, DepartmentId added) {
        Set<DepartmentId> more = new TreeSet<>(group);
        more.add(added);
        return more;
    }
}
