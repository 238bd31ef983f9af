package no.alisplass.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.problem.ResourceId;
import no.alisplass.snapshot.Counterfactual.Terms;
import no.alisplass.snapshot.Roster;

/**
 * The round as it would be with some things different for one doctor.
 *
 * @param more of what there would be one more
 * @param freed whose outcome would not be settled by hand
 */
record Altered(Candidate facts, Terms terms, List<ResourceId> more, Set<DoctorId> freed) {
    /** @param roster of the round, which knows what its problem calls a limit */
    Altered with(What what, Roster roster) {
        Employment now = facts.employment();
        if (what instanceof What.LeaveGranted) {
            return terms(new Terms(terms.wishes(), LeaveStatus.GRANTED, terms.affiliationTo(), terms.covered()));
        }
        if (what instanceof What.OtherAffiliation other) {
            LocalDate to = other.affiliation() == Affiliation.LOCUM ? now.to() : null;
            return employed(new Employment(other.affiliation(), now.from(), to));
        }
        if (what instanceof What.AffiliationUntil until) {
            return employed(now.until(until.day()));
        }
        if (what instanceof What.InCatchment) {
            return new Altered(
                    facts.inCatchment(),
                    new Terms(terms.wishes(), terms.leave(), terms.affiliationTo(), true),
                    more,
                    freed);
        }
        if (what instanceof What.CountedService service) {
            return facts(facts.served(service.months()));
        }
        if (what instanceof What.Objectives objectives) {
            return facts(facts.with(facts.progress().withMoreObjectives(objectives.more())));
        }
        if (what instanceof What.Activities activities) {
            return facts(facts.with(facts.progress().withMoreActivities(activities.more())));
        }
        if (what instanceof What.Supervision supervision) {
            return facts(facts.with(facts.progress().with(supervision.reached())));
        }
        if (what instanceof What.NotByHand hand) {
            Set<DoctorId> all = new TreeSet<>(freed);
            all.add(hand.doctor());
            return new Altered(facts, terms, more, all);
        }
        if (what instanceof What.MoreSeats seats) {
            return more(ResourceId.seat(seats.stay().position(), seats.stay().halfYear()));
        }
        if (what instanceof What.HigherLimit limit) {
            return more(roster.away(facts.area(), limit.halfYear()));
        }
        // Other wishes change the days a service could start on, and what holds of the doctor then.
        Wishes wishes = wishes(what);
        return new Altered(
                facts.under(wishes),
                new Terms(wishes, terms.leave(), terms.affiliationTo(), terms.covered()),
                more,
                freed);
    }

    private Altered facts(Candidate other) {
        return new Altered(other, terms, more, freed);
    }

    private Altered terms(Terms other) {
        return new Altered(facts, other, more, freed);
    }

    private Altered more(ResourceId resource) {
        List<ResourceId> all = new ArrayList<>(more);
        all.add(resource);
        return new Altered(facts, terms, all, freed);
    }

    private Wishes wishes(What what) {
        Wishes wishes = terms.wishes();
        List<Set<DepartmentId>> ranked = new ArrayList<>(wishes.ranked());
        Set<DepartmentId> refused = new TreeSet<>(wishes.refused());
        Set<HalfYear> blocked = new TreeSet<>(wishes.blocked());
        HalfYear earliest = wishes.earliestStart();
        Boolean wholeOnly = wishes.wholeOnly();
        if (what instanceof What.AcceptedDepartment accepted) {
            refused.remove(accepted.department());
            if (wishes.onlyRanked()) {
                ranked.add(Set.of(accepted.department()));
            }
        } else if (what instanceof What.OpenHalfYear open) {
            blocked.remove(open.halfYear());
        } else if (what instanceof What.FirstPartAlone) {
            wholeOnly = null;
        } else {
            earliest = ((What.EarlierStart) what).halfYear();
        }
        return new Wishes(ranked, wishes.onlyRanked(), refused, earliest, blocked, wishes.weight(), wholeOnly);
    }

    private Altered employed(Employment other) {
        return new Altered(
                facts.with(other), new Terms(terms.wishes(), terms.leave(), other.to(), terms.covered()), more, freed);
    }
}
