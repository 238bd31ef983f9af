package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.CountingRules;
import no.alisplass.policy.LeadTimes;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.register.entry.WaitlistEntry;

/** What is the same in every replication: worked out once, and read by all threads. */
public final class World {
    private static final int TENTHS_A_HALF_YEAR = 60;
    private static final int MOST_TENTHS = 10 * Months.MOST;

    final ForecastInput input;
    final Plan plan;
    final Policy policy;
    final boolean onStartDay;
    final int halfYears;
    final int areas;
    final int queued;
    /** Of each area the first that the rules of offering ask the same of, but for how many it spares. */
    final int[] likeArea;

    final Map<AreaCode, Integer> areaNumbers = new TreeMap<>();
    private final List<RoundShape> rounds = new ArrayList<>();
    private final List<DepartmentId> departments;
    private final LocalDate[] starts;
    private final boolean[][] statedShort;
    private final List<List<Set<Service>>> covered = new ArrayList<>();
    private final List<Set<Service>> coveredInRound = new ArrayList<>();
    private final Counting[] countingOf;
    private final Months[][] counted;
    private final Months[][] countedForRound;
    private final Months[][] openForRound;
    private final Set<HprNumber> taken = new HashSet<>();
    /** As they have been asked for: for each whose wishes they are like, by the earliest half-year; own ones and those without what was blocked. */
    private final Wishes[][][] wishes;

    public World(ForecastInput input) {
        this.input = input;
        plan = input.plan();
        policy = input.policy();
        onStartDay = policy.counting().onStartDay();
        halfYears = plan.halfYears();
        areas = input.areas().size();
        queued = input.queue().size();
        starts = new LocalDate[halfYears];
        for (int i = 0; i < halfYears; i++) {
            starts[i] = plan.halfYear(i).start();
        }
        TreeSet<DepartmentId> known = new TreeSet<>();
        plan.positions().forEach(position -> position.legs().stream().map(Leg::department).forEach(known::add));
        if (known.size() > Long.SIZE) {
            throw new IllegalArgumentException("A plan can name " + Long.SIZE + " departments at most.");
        }
        departments = List.copyOf(known);
        for (int a = 0; a < areas; a++) {
            areaNumbers.put(input.areas().get(a).code(), a);
        }
        statedShort = new boolean[areas][halfYears];
        for (int a = 0; a < areas; a++) {
            PlannedArea area = input.areas().get(a);
            List<Set<Service>> services = new ArrayList<>();
            for (int i = 0; i < halfYears; i++) {
                statedShort[a][i] = area.known().shortOfSpecialists(starts[i]);
                services.add(area.known().covered(plan.hospital(), starts[i]));
            }
            covered.add(services);
        }
        likeArea = likeAreas();
        for (int first = 0; first < halfYears; first += plan.perRound()) {
            rounds.add(new RoundShape(input, first));
        }
        for (int a = 0; a < areas; a++) {
            for (RoundShape round : rounds) {
                Set<Service> services = EnumSet.noneOf(Service.class);
                for (int i = 0; i < round.halfYears.size(); i++) {
                    services.addAll(covered.get(a).get(round.first + i));
                }
                coveredInRound.add(services);
            }
        }
        countingOf = new Counting[rounds.size()];
        for (int r = 0; r < rounds.size(); r++) {
            countingOf[r] = counting(starts[rounds.get(r).first]);
        }
        counted = new Months[queued][halfYears];
        countedForRound = new Months[queued][rounds.size()];
        openForRound = new Months[queued][rounds.size()];
        wishes = new Wishes[2][queued + 1][halfYears + 1];
        input.queue().forEach(doctor -> taken.add(doctor.entry().hpr()));
        for (int d = 0; d < queued; d++) {
            count(d);
        }
    }

    private int[] likeAreas() {
        int[] like = new int[areas];
        for (int a = 0; a < areas; a++) {
            like[a] = a;
            for (int b = 0; b < a && like[a] == a; b++) {
                boolean same = covered.get(a).equals(covered.get(b))
                        && Objects.equals(agreed(a), agreed(b));
                like[a] = same ? b : a;
            }
        }
        return like;
    }

    private Counting counting(LocalDate first) {
        CountingRules rules = policy.counting();
        LocalDate deadline =
                policy.lead().lastDeadline(first).orElseGet(() -> first.minusMonths(LeadTimes.LEAST_CALL_MONTHS));
        return rules.of(first, deadline);
    }

    private void count(int d) {
        QueuedDoctor doctor = input.queue().get(d);
        boolean exact = policy.counting().said();
        for (int i = 0; i < halfYears; i++) {
            counted[d][i] = doctor.entry()
                    .service()
                    .counted(new Counting(starts[i], exact), doctor.day())
                    .months();
        }
        for (int r = 0; r < rounds.size(); r++) {
            var service = doctor.entry().service().counted(countingOf[r], doctor.day());
            countedForRound[d][r] = service.months();
            openForRound[d][r] = service.openPractice();
        }
    }

    int rounds() {
        return rounds.size();
    }

    RoundShape round(int number) {
        return rounds.get(number);
    }

    LocalDate start(int halfYear) {
        return starts[halfYear];
    }

    Agreed agreed(int area) {
        if (!policy.eligibility().asksAgreed()) {
            return null;
        }
        Agreed known = input.areas().get(area).agreed();
        return known == null ? new Agreed(plan.hospital(), null, null, null) : known;
    }

    boolean statedShort(int area, int halfYear) {
        return statedShort[area][halfYear];
    }

    boolean isTaken(HprNumber hpr) {
        return taken.contains(hpr);
    }

    Scheme scheme(Person person) {
        return person.queued >= 0 ? entry(person.queued).training().scheme() : Scheme.NEW;
    }

    WaitlistEntry entry(int number) {
        return input.queue().get(number).entry();
    }

    /** Months at a half-year's start of one of the queue as it stood. */
    Months counted(int number, int halfYear) {
        return counted[number][halfYear];
    }

    Set<DepartmentId> served(long mask) {
        if (mask == 0) {
            return Set.of();
        }
        Set<DepartmentId> served = new TreeSet<>();
        for (int d = 0; d < departments.size(); d++) {
            if ((mask >> d & 1) != 0) {
                served.add(departments.get(d));
            }
        }
        return served;
    }

    long mask(Iterable<DepartmentId> some) {
        long mask = 0;
        for (DepartmentId each : some) {
            int at = departments.indexOf(each);
            mask |= at < 0 ? 0 : 1L << at;
        }
        return mask;
    }

    /** A doctor's wishes: those in the register, or, of one who is like a doctor there, the same but for when. */
    Wishes wishes(Person person) {
        return wishes(person.wishesLike, person.ownWishes, person.earliest);
    }

    /** @param own with what is blocked there */
    Wishes wishes(int whose, boolean own, int earliest) {
        int from = Math.max(0, Math.min(earliest, halfYears));
        Wishes[] known = wishes[own ? 1 : 0][whose + 1];
        if (known[from] == null) {
            known[from] = made(whose, own, from);
        }
        return known[from];
    }

    boolean blocksSome(int whose) {
        return whose >= 0 && !entry(whose).wishes().blocked().isEmpty();
    }

    private Wishes made(int whose, boolean own, int earliest) {
        Wishes like = whose < 0 ? Wishes.NONE : entry(whose).wishes();
        return own && earliest == 0
                ? like
                : new Wishes(
                        like.ranked(),
                        like.onlyRanked(),
                        like.refused(),
                        earliest > 0 ? plan.first().plus(earliest) : null,
                        own ? like.blocked() : Set.of(),
                        like.weight(),
                        like.wholeOnly());
    }

    /** What the policy ranks a doctor by in a round. @param shortNow whether each area is short of specialists now */
    Candidate candidate(Person person, int number, boolean[] shortNow) {
        RoundShape round = rounds.get(number);
        boolean own = person.queued >= 0;
        Months months = own ? countedForRound[person.queued][number] : later(person, countingOf[number].on());
        Months open = own ? openForRound[person.queued][number] : months;
        Wishes wishes = wishes(person);
        List<Start> possible = null;
        if (onStartDay) {
            possible = new ArrayList<>(round.halfYears.size());
            for (int i = 0; i < round.halfYears.size(); i++) {
                int at = round.first + i;
                possible.add(new Start(
                        round.halfYears.get(i),
                        wishes.letStart(round.halfYears.get(i)),
                        !covered.get(person.area).get(at).isEmpty(),
                        own ? counted[person.queued][at] : later(person, starts[at]),
                        shortNow[person.area] || statedShort[person.area][at],
                        policy.eligibility().asksAgreed()
                                ? policy.eligibility().allows(agreed(person.area), starts[at])
                                : null));
            }
        }
        return new Candidate(
                person.hpr,
                input.areas().get(person.area).code(),
                person.employment,
                scheme(person),
                months,
                open,
                progress(person, round.first),
                person.interrupted,
                new Months(person.left),
                shortNow[person.area] || statedShort[person.area][round.first],
                coveredInRound.get(person.area * rounds.size() + number),
                policy.counting().said() ? countingOf[number].on() : null,
                possible,
                agreed(person.area));
    }

    /** A new doctor goes on in a whole position from the day of coming. */
    private Months later(Person person, LocalDate day) {
        long months = starts[person.joined].until(day).toTotalMonths();
        return new Months((int) Math.max(0, Math.min(MOST_TENTHS, person.counted + 10 * months)));
    }

    /** Learning goes on at the pace it has had. */
    private TrainingProgress progress(Person person, int halfYear) {
        if (person.like < 0) {
            return new TrainingProgress(0, 0, GroupSupervision.NOT_STARTED);
        }
        TrainingProgress known = entry(person.like).progress();
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
