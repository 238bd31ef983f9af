package no.alisplass.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.Months;
import no.alisplass.domain.doctor.TrainingProgress;

/**
 * Service done, and how far it has brought the doctor: objectives, activities and group supervision follow the counted
 * months with some play.
 */
record ServiceDraw(
        Months stated,
        Months statedOpen,
        List<SamplePeriod> periods,
        int objectives,
        int activities,
        GroupSupervision supervision,
        LocalDate specialisationStart) {
    static final int OBJECTIVES = TrainingProgress.MOST_OBJECTIVES;

    /** @param total how many objectives there are */
    static ServiceDraw of(Shares.Service service, Shares.Told told, LocalDate asOf, int total, SeededDraw draw) {
        int months = service.months(draw);
        // Who is near the limit of 24 months states them.
        if (told == Shares.Told.STATED || service == Shares.Service.TOO_EARLY) {
            int tenths = 10 * months + (draw.percent(15) ? 5 : 0);
            int open = Math.max(0, tenths - 10 * draw.between(0, 9));
            return progress(new Months(tenths), new Months(open), List.of(), tenths, asOf, total, draw);
        }
        boolean both = told == Shares.Told.AS_BOTH;
        List<SamplePeriod> periods = periods(months, both, asOf, draw);
        int tenths = periods.stream().mapToInt(period -> period.tenths(asOf)).sum();
        int open = periods.stream()
                .filter(SamplePeriod::openPractice)
                .mapToInt(period -> period.tenths(asOf))
                .sum();
        return progress(
                both ? new Months(tenths) : null, both ? new Months(open) : null, periods, tenths, asOf, total, draw);
    }

    /** Three periods up to the day, of at least so many counted months: other service, then two in open practice. */
    private static List<SamplePeriod> periods(int months, boolean closed, LocalDate asOf, SeededDraw draw) {
        int other = draw.between(4, 8);
        int last = draw.between(6, 10);
        int percentage = draw.of(List.of(50, 60, 80, 80, 100));
        int leave = draw.percent(50) ? draw.between(1, 3) : 0;
        int middle = ((months - other - last) * 100 + percentage - 1) / percentage + leave;
        LocalDate lastFrom = asOf.minusMonths(last);
        LocalDate middleFrom = lastFrom.minusMonths(middle);
        LocalDate leaveFrom = leave == 0 ? null : middleFrom.plusMonths(draw.between(1, middle - leave - 1));
        LocalDate leaveTo = leave == 0 ? null : leaveFrom.plusMonths(leave).minusDays(1);
        List<SamplePeriod> periods = new ArrayList<>();
        periods.add(new SamplePeriod(middleFrom.minusMonths(other), middleFrom.minusDays(1), 100, false, null, null));
        periods.add(new SamplePeriod(middleFrom, lastFrom.minusDays(1), percentage, true, leaveFrom, leaveTo));
        periods.add(new SamplePeriod(lastFrom, closed ? asOf.minusDays(1) : null, 100, true, null, null));
        return periods;
    }

    private static ServiceDraw progress(
            Months stated,
            Months open,
            List<SamplePeriod> periods,
            int tenths,
            LocalDate asOf,
            int total,
            SeededDraw draw) {
        int objectives = bounded(tenths * total / 620 + draw.between(-12, 12), 4, total);
        int activities = bounded(tenths / 45 + draw.between(-2, 2), 0, 14);
        int group = tenths + draw.between(-80, 80);
        GroupSupervision supervision = group < 220
                ? GroupSupervision.NOT_STARTED
                : group < 440 ? GroupSupervision.BEGUN : GroupSupervision.FINISHED;
        LocalDate start = periods.isEmpty()
                ? asOf.minusMonths(tenths / 10 + draw.between(0, 10))
                : periods.get(0).from();
        return new ServiceDraw(stated, open, periods, objectives, activities, supervision, start);
    }

    private static int bounded(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
