package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;

/** An entry to change in one place. */
final class EntryBuilder {
    int priority;
    String name;
    HprNumber hpr;
    String email;
    Affiliation affiliation;
    LocalDate affiliationFrom;
    LocalDate affiliationTo;
    Scheme scheme;
    LocalDate start;
    Months service;
    Months openPractice;
    LocalDate statedOn;
    Integer statedShare;
    List<ServicePeriod> periods;
    int objectives;
    int activities;
    GroupSupervision supervision;
    List<ApprovedMonths> approved;
    Months monthsLeft;
    boolean interrupted;
    List<Set<DepartmentId>> ranked;
    boolean onlyRanked;
    Set<DepartmentId> refused;
    HalfYear earliest;
    Set<HalfYear> blocked;
    WishWeight weight;
    Boolean wholeOnly;
    LeaveStatus leave;
    LocumStatus locum;
    String note;

    EntryBuilder(WaitlistEntry entry) {
        priority = entry.priority();
        name = entry.name();
        hpr = entry.hpr();
        email = entry.email();
        affiliation = entry.affiliation();
        affiliationFrom = entry.affiliationFrom();
        affiliationTo = entry.affiliationTo();
        scheme = entry.scheme();
        start = entry.specialisationStart();
        service = entry.statedService();
        openPractice = entry.statedOpenPractice();
        statedOn = entry.statedOn();
        statedShare = entry.statedShare();
        periods = entry.periods();
        objectives = entry.objectives();
        activities = entry.activities();
        supervision = entry.supervision();
        approved = entry.approved();
        monthsLeft = entry.monthsLeft();
        interrupted = entry.interrupted();
        ranked = entry.wishes().ranked();
        onlyRanked = entry.wishes().onlyRanked();
        refused = entry.wishes().refused();
        earliest = entry.wishes().earliestStart();
        blocked = entry.wishes().blocked();
        weight = entry.wishes().weight();
        wholeOnly = entry.wishes().wholeOnly();
        leave = entry.leave();
        locum = entry.locum();
        note = entry.note();
    }

    EntryBuilder with(java.util.function.Consumer<EntryBuilder> change) {
        change.accept(this);
        return this;
    }

    WaitlistEntry build() {
        return new WaitlistEntry(
                priority,
                name,
                hpr,
                email,
                affiliation,
                affiliationFrom,
                affiliationTo,
                scheme,
                start,
                service,
                openPractice,
                statedOn,
                statedShare,
                periods,
                objectives,
                activities,
                supervision,
                approved,
                monthsLeft,
                interrupted,
                new Wishes(ranked, onlyRanked, refused, earliest, blocked, weight, wholeOnly),
                leave,
                locum,
                note);
    }
}
