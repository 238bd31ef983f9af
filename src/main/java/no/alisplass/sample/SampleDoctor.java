package no.alisplass.sample;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Wishes;

/**
 * An invented doctor, with every fact a waitlist file can hold.
 *
 * @param priority the area's own order, from 1
 * @param email null when not given
 * @param affiliation null for none
 * @param affiliationFrom null when not given
 * @param affiliationTo null when open-ended
 * @param statedService counted service as stated; null when only periods are given
 * @param statedOpenPractice null when only periods are given
 * @param statedOn the day they hold on; null when only periods are given
 * @param statedShare the percentage of a position service goes on at; null when there are periods
 * @param periods empty when only months are stated
 * @param note null when there is none
 */
public record SampleDoctor(
        int priority,
        String name,
        HprNumber hpr,
        String email,
        AreaCode area,
        Affiliation affiliation,
        LocalDate affiliationFrom,
        LocalDate affiliationTo,
        Scheme scheme,
        LocalDate specialisationStart,
        Months statedService,
        Months statedOpenPractice,
        LocalDate statedOn,
        Integer statedShare,
        List<SamplePeriod> periods,
        int objectives,
        int activities,
        GroupSupervision supervision,
        List<SampleApproved> approved,
        Months monthsLeft,
        boolean interrupted,
        Wishes wishes,
        LeaveStatus leave,
        LocumStatus locum,
        String note) {
    public SampleDoctor {
        periods = List.copyOf(periods);
        approved = List.copyOf(approved);
    }

    /** Counted service at the beginning of a day that is the first of a month. */
    public Months countedService(LocalDate on) {
        return periods.isEmpty()
                ? statedService
                : new Months(
                        periods.stream().mapToInt(period -> period.tenths(on)).sum());
    }

    SampleDoctor withPriority(int newPriority) {
        return with(newPriority, statedService, statedOpenPractice, statedShare, objectives, activities, supervision);
    }

    /** As far as another doctor in stated service, and in the first so many of objectives, activities and supervision. */
    SampleDoctor asFarAs(SampleDoctor other, int measures) {
        return with(
                priority,
                other.statedService,
                other.statedOpenPractice,
                other.statedShare,
                measures > 0 ? other.objectives : objectives,
                measures > 1 ? other.activities : activities,
                measures > 2 ? other.supervision : supervision);
    }

    private SampleDoctor with(
            int newPriority,
            Months service,
            Months open,
            Integer share,
            int newObjectives,
            int newActivities,
            GroupSupervision group) {
        return new SampleDoctor(
                newPriority,
                name,
                hpr,
                email,
                area,
                affiliation,
                affiliationFrom,
                affiliationTo,
                scheme,
                specialisationStart,
                service,
                open,
                statedOn,
                share,
                periods,
                newObjectives,
                newActivities,
                group,
                approved,
                monthsLeft,
                interrupted,
                wishes,
                leave,
                locum,
                note);
    }
}
