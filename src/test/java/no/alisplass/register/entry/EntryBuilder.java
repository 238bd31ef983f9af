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
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;

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
        email = entry.person().email();
        affiliation = entry.employment().kind();
        affiliationFrom = entry.employment().from();
        affiliationTo = entry.employment().to();
        scheme = entry.training().scheme();
        start = entry.training().start();
        service = entry.service().stated().months();
        openPractice = entry.service().stated().openPractice();
        statedOn = entry.service().stated().on();
        statedShare = entry.service().stated().share();
        periods = entry.service().periods();
        objectives = entry.progress().objectives();
        activities = entry.progress().activities();
        supervision = entry.progress().supervision();
        approved = entry.institution().approved();
        monthsLeft = entry.institution().monthsLeft();
        interrupted = entry.institution().interrupted();
        ranked = entry.wishes().ranked();
        onlyRanked = entry.wishes().onlyRanked();
        refused = entry.wishes().refused();
        earliest = entry.wishes().earliestStart();
        blocked = entry.wishes().blocked();
        weight = entry.wishes().weight();
        wholeOnly = entry.wishes().wholeOnly();
        leave = entry.readiness().leave();
        locum = entry.readiness().locum();
        note = entry.note();
    }

    EntryBuilder with(java.util.function.Consumer<EntryBuilder> change) {
        change.accept(this);
        return this;
    }

    WaitlistEntry build() {
        return new WaitlistEntry(
                priority,
                new Person(name, hpr, email),
                new Employment(affiliation, affiliationFrom, affiliationTo),
                new Training(scheme, start),
                new ServiceRecord(new StatedService(service, openPractice, statedOn, statedShare), periods),
                new TrainingProgress(objectives, activities, supervision),
                new InstitutionService(approved, monthsLeft, interrupted),
                new Wishes(ranked, onlyRanked, refused, earliest, blocked, weight, wholeOnly),
                new Readiness(leave, locum),
                note);
    }
}
