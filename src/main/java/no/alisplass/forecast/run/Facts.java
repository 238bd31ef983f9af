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
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.CountingRules;
import no.alisplass.policy.LeadTimes;
import no.alisplass.register.entry.CountedService;

/** What a policy ranks doctors by, on the days it asks for, as {@code snapshot} freezes it of a real round; a test holds the two together. */
final class Facts {
    private static final int MONTHS_A_HALF_YEAR = 6;
    private static final int TENTHS_A_HALF_YEAR = 60;
    private static final int MOST_TENTHS = 10 * Months.MOST;

    private final World world;
    private final List<Set<Service>> coveredInRound = new ArrayList<>();
    private final Counting[] countingOf;
    /** Of each round, by the half-year a doctor came in: whole months from its first day to the day service is counted to; may be negative. */
    private final int[][] monthsToCounting;

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
        monthsToCounting = new int[world.rounds()][world.halfYears];
        for (int r = 0; r < world.rounds(); r++) {
            countingOf[r] = counting(world.start(world.round(r).first));
            for (int i = 0; i < world.halfYears; i++) {
                monthsToCounting[r][i] =
                        (int) world.start(i).until(countingOf[r].on()).toTotalMonths();
            }
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
        Months months =
                own ? countedForRound[person.queued][number] : later(person, monthsToCounting[number][person.joined]);
        Months open = own ? openForRound[person.queued][number] : months;
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
                world.onStartDay ? starts(person, round, shortNow[person.area]) : null,
                world.agreed(person.area),
                // Who declines in a forecast does so before the upgrade stop.
                null);
    }

    private List<Start> starts(Person person, RoundShape round, boolean shortNow) {
        Start[] starts = new Start[round.halfYears.size()];
        for (int i = 0; i < starts.length; i++) {
            int at = round.first + i;
            starts[i] = new Start(
                    round.halfYears.get(i),
                    world.letStart(person, at),
                    !world.covered(person.area, at).isEmpty(),
                    person.queued >= 0
                            ? counted[person.queued][at]
                            : later(person, MONTHS_A_HALF_YEAR * (at - person.joined)),
                    shortNow || world.statedShort(person.area, at),
                    world.policy.eligibility().asksAgreed()
                            ? world.policy.eligibility().allows(world.agreed(person.area), world.start(at))
                            : null);
        }
        return List.of(starts);
    }

    /** A new doctor goes on in a whole position from the day of coming. @param months since that day */
    private static Months later(Person person, int months) {
        return new Months(Math.max(0, Math.min(MOST_TENTHS, person.counted + 10 * months)));
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
