package no.alisplass.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;

/**
 * Doctors of the round a year before who come again: those who had less than three years of service then, so that others stood
 * ahead of them for every place. Who else waited is not known before a round is run, and a sample is made before.
 */
final class Returning {
    private static final Months TOO_FAR = Months.of(36);
    private static final String NOTE = "Har søkt før uten å få plass.";

    private final Parameters parameters;
    private final SeededDraw draw;

    Returning(Parameters parameters, SeededDraw draw) {
        this.parameters = parameters;
        this.draw = draw;
    }

    /** As far as they have come since. */
    List<SampleDoctor> doctors() {
        List<SampleDoctor> before = SampleRound.generate(parameters.earlier()).doctors().stream()
                .filter(this::comesAgain)
                .toList();
        List<Shares.Timing> timings = Shares.deal(Shares.Timing.values(), before.size(), draw);
        WishDraw wishes = new WishDraw(parameters.first(), draw);
        List<SampleDoctor> now = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            now.add(later(before.get(i), wishes, timings.get(i)));
        }
        return now;
    }

    /** Who belongs to the area still, and has all of the service left. */
    private boolean comesAgain(SampleDoctor doctor) {
        LocalDate to = doctor.affiliationTo();
        return doctor.scheme() == Scheme.NEW
                && doctor.affiliation() != null
                && (to == null || to.isAfter(parameters.first().start()))
                && doctor.approved().isEmpty()
                && doctor.countedService(parameters.earlier().asOf()).compareTo(TOO_FAR) < 0;
    }

    private SampleDoctor later(SampleDoctor doctor, WishDraw wishes, Shares.Timing timing) {
        LocalDate asOf = parameters.asOf();
        List<SamplePeriod> periods = goneOn(doctor.periods(), asOf);
        boolean stated = doctor.statedService() != null;
        return new SampleDoctor(
                1,
                doctor.name(),
                doctor.hpr(),
                doctor.email(),
                doctor.area(),
                doctor.affiliation(),
                doctor.affiliationFrom(),
                doctor.affiliationTo(),
                doctor.scheme(),
                doctor.specialisationStart(),
                stated ? grown(doctor, doctor.statedService(), periods, false) : null,
                stated ? grown(doctor, doctor.statedOpenPractice(), periods, true) : null,
                stated ? asOf : null,
                doctor.statedShare(),
                periods,
                objectives(doctor),
                Math.min(14, doctor.activities() + draw.between(1, 3)),
                draw.percent(60) ? next(doctor.supervision()) : doctor.supervision(),
                doctor.approved(),
                doctor.monthsLeft(),
                doctor.interrupted(),
                wishes.again(doctor.wishes(), timing),
                draw.of(DoctorDraw.LEAVE),
                draw.of(DoctorDraw.LOCUM),
                draw.percent(20) ? NOTE : null);
    }

    /** What was closed on the day of the earlier list has gone on to the day of this one. */
    private static List<SamplePeriod> goneOn(List<SamplePeriod> periods, LocalDate asOf) {
        List<SamplePeriod> now = new ArrayList<>(periods);
        if (!now.isEmpty()) {
            SamplePeriod last = now.remove(now.size() - 1);
            LocalDate to = last.to() == null ? null : asOf.minusDays(1);
            now.add(new SamplePeriod(
                    last.from(), to, last.percentage(), last.openPractice(), last.leaveFrom(), last.leaveTo()));
        }
        return now;
    }

    private Months grown(SampleDoctor doctor, Months before, List<SamplePeriod> periods, boolean openAlone) {
        LocalDate asOf = parameters.asOf();
        if (periods.isEmpty()) {
            long months = ChronoUnit.MONTHS.between(parameters.earlier().asOf(), asOf);
            return new Months(before.tenths() + Math.toIntExact(months * doctor.statedShare() / 10));
        }
        return new Months(periods.stream()
                .filter(period -> period.openPractice() || !openAlone)
                .mapToInt(period -> period.tenths(asOf))
                .sum());
    }

    /** The same share of those there are now, and some more. */
    private int objectives(SampleDoctor doctor) {
        int total = parameters.rules().objectives(doctor.scheme());
        int before = parameters.earlier().rules().objectives(doctor.scheme());
        return Math.min(total, doctor.objectives() * total / before + draw.between(4, 10));
    }

    private static GroupSupervision next(GroupSupervision supervision) {
        return supervision == GroupSupervision.NOT_STARTED ? GroupSupervision.BEGUN : GroupSupervision.FINISHED;
    }
}
