package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.Months;
import no.alisplass.domain.Service;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.CountingRules;
import no.alisplass.policy.LeadTimes;
import no.alisplass.register.entry.CountedService;

/** What a policy ranks doctors by, on the days it asks for, as {@code snapshot} freezes it of a real round; a test holds the two together. */
final class Facts {
    private static final int TENTHS_A_HALF_YEAR = 60;
    private static final int MOST_TENTHS = 10 * Months.MOST;

    private final World world;
    private final List<Set<Service>> coveredInRound = new ArrayList<>();
    private final Counting[] countingOf;
    private final Months[][] counted;
    private final Months[][] countedForRound;
    private final Months[][] openForRound;

    Facts(World world) {
        this.world = world;
        for (int a = 0; a < world.areas; a++) {
            for (int r = 0; r < world.rounds(); r++) {
                RoundShape round = world.round(r);
                Set<Service> services = EnumSet.noneOf(Service.class);
                for (int i = 0; i < round.halfYears.size(); i++) {
                    services.addAll(world.covered(a, round.first + i));
                }
                coveredInRound.add(services);
            }
        }
        countingOf = new Counting[world.rounds()];
        for (int r = 0; r < world.rounds(); r++) {
            countingOf[r] = counting(world.start(world.round(r).first));
        }
        counted = new Months[world.queued][world.halfYears];
        countedForRound = new Months[world.queued][world.rounds()];
        openForRound = new Months[world.queued][world.rounds()];
        for (int d = 0; d < world.queued; d++) {
            count(d);
        }
    }

    private Counting counting(LocalDate first) {
        CountingRules rules = world.policy.counting();
        LocalDate deadline =
                world.policy.lead().lastDeadline(first).orElseGet(() -> first.minusMonths(LeadTimes.LEAST_CALL_MONTHS));
        return rules.of(first, deadline);
    }

    private void count(int d) {
        QueuedDoctor doctor = world.input.queue().get(d);
        boolean exact = world.policy.counting().said();
        for (int i = 0; i < world.halfYears; i++) {
            counted[d][i] = doctor.entry()
                    .service()
                    .counted(new Counting(world.start(i), exact), doctor.day())
                    .months();
        }
        for (int r = 0; r < world.rounds(); r++) {
            CountedService service = doctor.entry().service().counted(countingOf[r], doctor.day());
            countedForRound[d][r] = service.months();
            openForRound[d][r] = service.openPractice();
        }
    }

    /** Months at a half-year's start of one of the queue as it stood. */
    Months counted(int number, int halfYear) {
        return counted[number][halfYear];
    }

    /** What the policy ranks a doctor by in a round. @param shortNow whether each area is short of specialists now */
    Candidate candidate(Person person, int number, boolean[] shortNow) {
        RoundShape round = world.round(number);
        boolean own = person.queued >= 0;
        Months months = own ? countedForRound[person.queued][number] : later(person, countingOf[number].on());
        Months open = own ? openForRound[person.queued][number] : months;
        Wishes wishes = world.wishes(person);
        List<Start> possible = null;
        if (world.onStartDay) {
            possible = new ArrayList<>(round.halfYears.size());
            for (int i = 0; i < round.halfYears.size(); i++) {
                int at = round.first + i;
                possible.add(new Start(
                        round.halfYears.get(i),
                        wishes.letStart(round.halfYears.get(i)),
                        !world.covered(person.area, at).isEmpty(),
                        own ? counted[person.queued][at] : later(person, world.start(at)),
                        shortNow[person.area] || world.statedShort(person.area, at),
                        world.policy.eligibility().asksAgreed()
                                ? world.policy.eligibility().allows(world.agreed(person.area), world.start(at))
                                : null));
            }
        }
        return new Candidate(
                person.hpr,
                world.input.areas().get(person.area).code(),
                person.employment,
                world.scheme(person),
                months,
                open,
                progress(person, round.first),
                person.interrupted,
                new Months(person.left),
                shortNow[person.area] || world.statedShort(person.area, round.first),
                coveredInRound.get(person.area * world.rounds() + number),
                world.policy.counting().said() ? countingOf[number].on() : null,
                possible,
                world.agreed(person.area),
                // Who declines in a forecast does so before the upgrade stop.
                null);
    }

    /** A new doctor goes on in a whole position from the day of coming. */
    private Months later(Person person, LocalDate day) {
        long months = world.start(person.joined).until(day).toTotalMonths();
        return new Months((int) Math.max(0, Math.min(MOST_TENTHS, person.counted + 10 * months)));
    }

    /** Learning goes on at the pace it has had. */
    private TrainingProgress progress(Person person, int halfYear) {
        if (person.like < 0) {
            return new TrainingProgress(0, 0, GroupSupervision.NOT_STARTED);
        }
        TrainingProgress known = world.entry(person.like).progress();
        int had = Math.max(TENTHS_A_HALF_YEAR, counted[person.like][0].tenths());
        int more = person.queued >= 0
                ? TENTHS_A_HALF_YEAR * halfYear
                : person.counted + TENTHS_A_HALF_YEAR * (halfYear - person.joined) - had;
        int objectives = (int) Math.floor(known.objectives() * (had + more) / (double) had);
        return new TrainingProgress(
                Math.max(0, Math.min(TrainingProgress.MOST_OBJECTIVES, objectives)),
                known.activities(),
                known.supervision());
    }
}
