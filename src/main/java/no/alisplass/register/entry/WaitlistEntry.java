package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.text.Text;

/**
 * One doctor on a municipality's waitlist, with every fact that eligibility, priority and wishes are decided on. Texts are
 * kept in one form ({@link Text}). Never a national identity number, never the cause of an interruption.
 *
 * @param priority the municipality's own order, from 1
 * @param email null when not given
 * @param affiliation null for none
 * @param affiliationFrom null when not known
 * @param affiliationTo last day; null when open-ended
 * @param specialisationStart null when not known
 * @param statedService counted service as stated; null when only periods are given
 * @param statedOpenPractice open, unselected practice as stated; null when only periods are given
 * @param statedOn the day the stated months hold at the beginning of; null when not given, then the day the list is sent
 * @param statedShare the percentage of a position, 0 to 100, at which counted service goes on from then, in open, unselected
 *     practice; null when not given, then a whole position
 * @param periods when not empty, service is computed from these and the stated months are for comparison
 * @param objectives completed, of 112
 * @param approved institutional months already approved, by department
 * @param monthsLeft institutional months the doctor still needs
 * @param note at most 500 characters; null when not given
 */
public record WaitlistEntry(
        int priority,
        String name,
        HprNumber hpr,
        String email,
        Affiliation affiliation,
        LocalDate affiliationFrom,
        LocalDate affiliationTo,
        Scheme scheme,
        LocalDate specialisationStart,
        Months statedService,
        Months statedOpenPractice,
        LocalDate statedOn,
        Integer statedShare,
        List<ServicePeriod> periods,
        int objectives,
        int activities,
        GroupSupervision supervision,
        List<ApprovedMonths> approved,
        Months monthsLeft,
        boolean interrupted,
        Wishes wishes,
        LeaveStatus leave,
        LocumStatus locum,
        String note) {
    /** How many learning objectives there are in all. */
    public static final int OBJECTIVES = 112;

    public WaitlistEntry {
        name = Text.line(name);
        email = Text.line(email);
        note = Text.lines(note);
        periods = periods == null ? List.of() : List.copyOf(periods);
        approved = approved == null ? List.of() : List.copyOf(approved);
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

    /**
     * Service as it stands at the beginning of the day a round counts to: computed when there are periods, else as stated,
     * carried forward where the round does that.
     *
     * @param sent the day the list was sent, or today while it is not
     */
    public CountedService countedService(Counting counting, LocalDate sent) {
        return periods.isEmpty()
                ? CountedService.stated(
                        statedService, statedOpenPractice, statedOn == null ? sent : statedOn, statedShare, counting)
                : CountedService.of(periods, counting);
    }

    /** The hospital's own departments the doctor has had approved service in. */
    public Set<DepartmentId> servedDepartments() {
        return approved.stream()
                .map(ApprovedMonths::department)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    public WaitlistEntry withPriority(int newPriority) {
        return with(newPriority, statedOn);
    }

    /** The same with a day the stated months hold on, where there are any and none was given. */
    public WaitlistEntry statedOn(LocalDate day) {
        return statedOn == null && (statedService != null || statedOpenPractice != null) ? with(priority, day) : this;
    }

    private WaitlistEntry with(int newPriority, LocalDate newStatedOn) {
        return new WaitlistEntry(
                newPriority,
                name,
                hpr,
                email,
                affiliation,
                affiliationFrom,
                affiliationTo,
                scheme,
                specialisationStart,
                statedService,
                statedOpenPractice,
                newStatedOn,
                statedShare,
                periods,
                objectives,
                activities,
                supervision,
                approved,
                monthsLeft,
                interrupted,
                wishes,
                leave,
                locum,
                note);
    }

    /** The same with other institutional months approved. */
    public WaitlistEntry withApproved(List<ApprovedMonths> newApproved) {
        return new WaitlistEntry(
                priority,
                name,
                hpr,
                email,
                affiliation,
                affiliationFrom,
                affiliationTo,
                scheme,
                specialisationStart,
                statedService,
                statedOpenPractice,
                statedOn,
                statedShare,
                periods,
                objectives,
                activities,
                supervision,
                newApproved,
                monthsLeft,
                interrupted,
                wishes,
                leave,
                locum,
                note);
    }

    /** For another round: leave and locum are not as they were, and have to be told again. */
    public WaitlistEntry askedAnew(List<ApprovedMonths> newApproved, Months newMonthsLeft) {
        return new WaitlistEntry(
                priority,
                name,
                hpr,
                email,
                affiliation,
                affiliationFrom,
                affiliationTo,
                scheme,
                specialisationStart,
                statedService,
                statedOpenPractice,
                statedOn,
                statedShare,
                periods,
                objectives,
                activities,
                supervision,
                newApproved,
                newMonthsLeft,
                interrupted,
                wishes,
                LeaveStatus.NOT_APPLIED,
                LocumStatus.MISSING,
                note);
    }

    /** Says nothing of the person, so that an entry can be named in a log. */
    @Override
    public String toString() {
        return "WaitlistEntry[priority=" + priority + "]";
    }
}
