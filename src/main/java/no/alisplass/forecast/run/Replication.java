package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Range;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * One course that the years may take. In each half-year, in this order: stays that are over end; new doctors come; some who wait leave,
 * or move; specialists retire; where a round begins, those who wait are ranked by the policy, the exact pass gives the places,
 * and some decline. Who is in stands at the end of each half-year in one state of four, or the replication fails.
 */
public final class Replication {
    private static final int HALF_YEAR = 6;
    private static final int FIVE_YEARS = 60;
    private static final int LONGEST_AGO = -20;
    private static final int FIRST_NEW_NUMBER = 100_000_001;

    private final World world;
    private final Draws draws;
    private final long seed;
    private final int number;
    private final Map<Assumption, Double> drawn = new EnumMap<>(Assumption.class);
    private final double[] weight;
    private final double newAYear;
    private final int[] retired;
    private final int[] finished;
    private final List<Person> people = new ArrayList<>();
    private final List<List<Person>> fiveYears = new ArrayList<>();
    private final Tally tally;
    private int nextNumber = FIRST_NEW_NUMBER;
    private int left;
    private int served;

    private Replication(World world, long seed, int number) {
        this.world = world;
        this.seed = seed;
        this.number = number;
        draws = new Draws(seed, number);
        for (Assumption each : Assumption.values()) {
            double share = draws.share(Draws.Of.ASSUMPTION, each.ordinal(), 0);
            drawn.put(each, world.input.assumptions().of(each).at(share));
        }
        weight = new double[world.areas];
        newAYear = weigh();
        retired = new int[world.areas];
        finished = new int[world.areas];
        tally = new Tally(world.halfYears, world.areas, world.queued);
        for (int i = 0; i < world.halfYears; i++) {
            fiveYears.add(new ArrayList<>());
        }
    }

    /** The same world, seed and number give the same tally on every machine. */
    public static Tally run(World world, long seed, int number) {
        return new Replication(world, seed, number).run();
    }

    /** What a doctor got in the first round; for those who compare it with a run. @param option null for none */
    public record Given(HprNumber hpr, Option option) {}

    /** The first round of a replication, in the order of its ranking. Nobody declines in it. */
    public static List<Given> firstRound(World world, long seed, int number) {
        Replication replication = new Replication(world, seed, number);
        replication.begin();
        RoundShape shape = world.round(0);
        List<Person> ranked = replication.rank(0);
        IntFunction<RoundShape.Offers> offers = replication.offers(ranked, shape);
        int[] chosen = new ExactPass(world.policy.objective(), shape, ranked.size(), offers, shape.capacity).run();
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            given.add(new Given(
                    ranked.get(i).hpr,
                    chosen[i] == ExactPass.NONE ? null : offers.apply(i).options().get(chosen[i])));
        }
        return given;
    }

    /** Who would be ranked in the first round, by what. */
    static Map<Candidate, Person> candidatesOfFirstRound(World world, long seed, int number) {
        Replication replication = new Replication(world, seed, number);
        replication.begin();
        return replication.candidates(0);
    }

    /** How many who wish to begin in the first round the policy lets take no part in it. */
    public static int notEligible(World world, long seed) {
        Replication replication = new Replication(world, seed, 0);
        replication.begin();
        return replication.candidates(0).size() - replication.rank(0).size();
    }

    /** The seed of the lottery in a round of a replication. */
    public static String lotterySeed(long seed, int number, int round) {
        return "forecast-" + seed + "-" + number + "-" + round;
    }

    /** Where new doctors come, and how many a year in all. */
    private double weigh() {
        Map<AreaCode, Range> byArea = world.input.assumptions().newDoctors();
        double sum = 0;
        for (int a = 0; a < world.areas; a++) {
            Range own = byArea.get(world.input.areas().get(a).code());
            if (!byArea.isEmpty()) {
                weight[a] = own == null ? 0 : own.at(draws.share(Draws.Of.ASSUMPTION, 1_000 + a, 0));
                sum += weight[a];
            }
        }
        if (!byArea.isEmpty()) {
            return sum;
        }
        for (int d = 0; d < world.queued; d++) {
            weight[world.areaNumbers.get(world.input.queue().get(d).area())]++;
        }
        if (world.queued == 0) {
            Arrays.fill(weight, 1);
        }
        return drawn.get(Assumption.NEW_DOCTORS);
    }

    private double of(Assumption which) {
        return drawn.get(which);
    }

    private void begin() {
        for (int d = 0; d < world.queued; d++) {
            WaitlistEntry entry = world.entry(d);
            Months counted = world.counted(d, 0);
            LocalDate began = entry.training().start() == null
                    ? world.start(0).minusMonths(counted.wholeMonths())
                    : entry.training().start();
            Person person = new Person(entry.hpr(), d, d, d, 0, fiveYears(began), counted.tenths());
            person.area = world.areaNumbers.get(world.input.queue().get(d).area());
            person.wishesLike = d;
            person.ownWishes = true;
            person.left = entry.institution().monthsLeft().tenths();
            person.interrupted = entry.institution().interrupted();
            person.served = world.mask(entry.institution().departments());
            person.employment = entry.employment();
            int wished = entry.wishes().earliestStart() == null
                    ? 0
                    : world.plan.first().until(entry.wishes().earliestStart());
            person.earliest = Math.max(0, wished);
            person.waitsFrom = Math.max(LONGEST_AGO, wished);
            tally.firstStay[d] = Tally.NEVER;
            join(person, 0);
        }
    }

    private int fiveYears(LocalDate began) {
        LocalDate end = began.plusMonths(FIVE_YEARS);
        return Math.max(
                -1,
                Math.min(world.halfYears, Math.floorDiv((int) world.start(0).until(end).toTotalMonths(), HALF_YEAR)));
    }

    private void join(Person person, int halfYear) {
        people.add(person);
        tally.joined[halfYear]++;
        if (person.fiveYears >= 0 && person.fiveYears < world.halfYears && person.fiveYears >= halfYear) {
            fiveYears.get(person.fiveYears).add(person);
        }
    }

    private Tally run() {
        begin();
        int round = -1;
        for (int at = 0; at < world.halfYears; at++) {
            endStays(at);
            arrive(at);
            for (Person person : people) {
                if (person.waits()) {
                    live(person, at);
                }
            }
            retire(at);
            tally.seats[at] = world.plan.seats(at);
            tally.unused[at] += tally.seats[at];
            if (at % world.plan.perRound() == 0) {
                hold(++round);
            }
            count(at);
        }
        for (Person person : people) {
            if (person.queued >= 0) {
                tally.firstStay[person.queued] = person.first >= 0
                        ? person.first
                        : person.state == Person.State.LEFT ? Tally.LEFT : Tally.NEVER;
            }
        }
        return tally;
    }

    private void endStays(int at) {
        for (Person person : people) {
            if (person.state == Person.State.PLACED && person.until <= at) {
                if (person.left == 0) {
                    person.state = Person.State.SERVED;
                    served++;
                    finished[person.area]++;
                } else {
                    person.state = Person.State.WAITING;
                    person.earliest = Math.max(at, person.earliest);
                    person.waitsFrom = person.earliest;
                }
            }
        }
    }

    private void arrive(int at) {
        double half = newAYear / 2;
        int come = world.input.assumptions().arrivals() == Arrivals.EVEN
                ? (int) (Math.floor(half * (at + 1) + 0.5) - Math.floor(half * at + 0.5))
                : Draws.poisson(half, draws.share(Draws.Of.NUMBER_OF_NEW, 0, at));
        for (int n = 0; n < come; n++) {
            long key = 1_000_000L * (at + 1) + n;
            int like = world.queued == 0 ? Person.NOBODY : draws.below(world.queued, Draws.Of.LIKE_WHOM, key, at);
            double ready = world.input
                    .assumptions()
                    .of(Assumption.MONTHS_TO_READINESS)
                    .at(draws.share(Draws.Of.READINESS, key, at));
            LocalDate today = world.start(at);
            while (world.isTaken(new HprNumber(nextNumber))) {
                nextNumber++;
            }
            Person person = new Person(
                    new HprNumber(nextNumber++),
                    key,
                    Person.NOBODY,
                    like,
                    at,
                    fiveYears(today.minusMonths((int) ready)),
                    (int) (10 * ready));
            person.area = areaOf(draws.share(Draws.Of.AREA_OF_NEW, key, at));
            person.wishesLike = like;
            person.left = 10 * world.policy.schemes().get(Scheme.NEW).institutionMonths();
            person.earliest = at;
            person.waitsFrom = at;
            person.employment = likeThat(like, today);
            join(person, at);
        }
    }

    /** The same kind of affiliation, from the day of coming, for as long. */
    private Employment likeThat(int like, LocalDate today) {
        Employment known = like < 0 ? null : world.entry(like).employment();
        if (known == null || known.kind() == null) {
            return Person.permanent(today);
        }
        boolean ends = known.kind() == Affiliation.LOCUM && known.from() != null && known.to() != null;
        return new Employment(
                known.kind(),
                today,
                ends ? today.plusDays(ChronoUnit.DAYS.between(known.from(), known.to())) : null);
    }

    private int areaOf(double share) {
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        double rest = share * sum;
        for (int a = 0; a < weight.length; a++) {
            rest -= weight[a];
            if (rest < 0) {
                return a;
            }
        }
        return weight.length - 1;
    }

    private boolean happens(Assumption which, Draws.Of what, Person person, int when) {
        double share = of(which);
        return share > 0 && draws.share(what, person.key, when) < share;
    }

    /** What can become of one who waits. The first half-year is the register's, and nothing is made up of those who stand in it. */
    private void live(Person person, int at) {
        if (at == 0) {
            return;
        }
        if (happens(Assumption.WITHDRAWAL, Draws.Of.WITHDRAWAL, person, at)) {
            leave(person, at);
            return;
        }
        LocalDate to = person.employment.to();
        if (to != null && to.isBefore(world.start(at))) {
            if (!happens(Assumption.AFFILIATION_RENEWED, Draws.Of.RENEWAL, person, 0)) {
                leave(person, at);
                return;
            }
            person.employment = person.employment.until(null);
        }
        if (world.areas > 1 && happens(Assumption.MOVES, Draws.Of.MOVE, person, at)) {
            person.area = areaOf(draws.share(Draws.Of.AREA_MOVED_TO, person.key, at));
            person.employment = new Employment(person.employment.kind(), world.start(at), null);
            person.ownWishes = false;
            person.wishesLike = world.queued == 0
                    ? Person.NOBODY
                    : draws.below(world.queued, Draws.Of.WISHES_AFTER_MOVE, person.key, at);
        }
    }

    private void leave(Person person, int at) {
        person.state = Person.State.LEFT;
        left++;
        tally.left[at]++;
    }

    private void retire(int at) {
        double share = of(Assumption.SPECIALISTS_RETIRING) / 2;
        for (int a = 0; a < world.areas; a++) {
            int specialists = world.input.areas().get(a).specialists();
            if (specialists > 0 && share > 0) {
                retired[a] += Draws.poisson(specialists * share, draws.share(Draws.Of.RETIREMENT, a, at));
            }
        }
    }

    private boolean[] shortNow() {
        boolean[] now = new boolean[world.areas];
        int most = (int) Math.max(1, Math.rint(of(Assumption.SHORT_WHEN_MISSING)));
        for (int a = 0; a < now.length; a++) {
            now[a] = world.input.areas().get(a).specialists() > 0 && retired[a] - finished[a] >= most;
        }
        return now;
    }

    private Map<Candidate, Person> candidates(int round) {
        boolean[] shortNow = shortNow();
        RoundShape shape = world.round(round);
        int last = shape.first + shape.halfYears.size() - 1;
        Map<Candidate, Person> candidates = new IdentityHashMap<>();
        for (Person person : people) {
            if (person.waits() && person.earliest <= last) {
                candidates.put(world.candidate(person, round, shortNow), person);
            }
        }
        return candidates;
    }

    private List<Person> rank(int round) {
        Map<Candidate, Person> candidates = candidates(round);
        LocalDate first = world.start(world.round(round).first);
        List<Person> ranked = new ArrayList<>();
        for (Candidate each :
                world.policy.order(List.copyOf(candidates.keySet()), first, lotterySeed(seed, number, round))) {
            ranked.add(candidates.get(each));
        }
        return ranked;
    }

    /** What each can be offered, found when it is asked for: most are never asked about, the seats being gone. */
    private IntFunction<RoundShape.Offers> offers(List<Person> ranked, RoundShape shape) {
        RoundShape.Offers[] found = new RoundShape.Offers[ranked.size()];
        return place -> {
            if (found[place] == null) {
                Person person = ranked.get(place);
                found[place] = shape.offers(world, person, leaveRefused(person, shape.first));
            }
            return found[place];
        };
    }

    /** In the first round what the register says of leave stands. */
    private boolean leaveRefused(Person person, int at) {
        if (at == 0 && person.queued >= 0) {
            LeaveStatus told = world.entry(person.queued).readiness().leave();
            if (told == LeaveStatus.REFUSED || told == LeaveStatus.GRANTED) {
                return told == LeaveStatus.REFUSED;
            }
        }
        return happens(Assumption.LEAVE_REFUSED, Draws.Of.LEAVE, person, at);
    }

    /** Gives the places of a round, and those that are declined again as often as is assumed, to those who have none and have not declined. */
    private void hold(int round) {
        RoundShape shape = world.round(round);
        List<Person> asked = rank(round);
        IntFunction<RoundShape.Offers> offers = offers(asked, shape);
        int[] capacity = shape.capacity.clone();
        for (int pass = 0; pass <= world.input.assumptions().furtherOffers() && !asked.isEmpty(); pass++) {
            ExactPass exact = new ExactPass(world.policy.objective(), shape, asked.size(), offers, capacity);
            int[] chosen = exact.run();
            tally.unproven += exact.unproven();
            List<Person> without = new ArrayList<>();
            boolean declined = false;
            for (int i = 0; i < chosen.length; i++) {
                if (chosen[i] == ExactPass.NONE) {
                    without.add(asked.get(i));
                } else if (happens(Assumption.DECLINE, Draws.Of.DECLINE, asked.get(i), shape.first)) {
                    declined = true;
                } else {
                    place(asked.get(i), offers.apply(i).options().get(chosen[i]), shape);
                    for (int use : offers.apply(i).uses()[chosen[i]]) {
                        capacity[use]--;
                    }
                }
            }
            if (!declined) {
                return;
            }
            asked = without;
            offers = offers(without, shape);
        }
    }

    private void place(Person person, Option option, RoundShape shape) {
        person.state = Person.State.PLACED;
        List<Stay> stays = option.stays().stream()
                .sorted(Comparator.comparing(Stay::halfYear))
                .toList();
        int begins = shape.at(stays.get(0).halfYear());
        if (person.first < 0) {
            person.first = begins;
        }
        int waited = Tally.wait(begins - person.waitsFrom);
        tally.placed[begins]++;
        tally.placedAfter[begins][waited]++;
        tally.placedOfArea[person.area]++;
        tally.waitsOfArea[person.area][waited]++;
        for (Stay stay : stays) {
            int at = shape.at(stay.halfYear());
            person.until = at + 1;
            tally.unused[at]--;
            int months = RoundShape.months(stay);
            if (happens(Assumption.INTERRUPTION, Draws.Of.INTERRUPTION, person, at)) {
                breakOff(person, at, months);
                return;
            }
            person.left = Math.max(0, person.left - 10 * months);
            person.served |= world.mask(RoundShape.departments(stay));
        }
    }

    /** Whole months from none to one less than all were served; fewer than the policy's least do not count. */
    private void breakOff(Person person, int at, int months) {
        int done = draws.below(months, Draws.Of.MONTHS_SERVED, person.key, at);
        if (done >= world.policy.placement().minimumMonthsPerDepartment()) {
            person.left = Math.max(10, person.left - 10 * done);
        }
        person.interrupted = true;
        double away = world.input
                .assumptions()
                .of(Assumption.MONTHS_AWAY)
                .at(draws.share(Draws.Of.MONTHS_AWAY, person.key, at));
        person.earliest = at + Math.max(1, (int) Math.ceil(away / HALF_YEAR));
    }

    private void count(int at) {
        int waiting = 0;
        int serving = 0;
        for (Person person : people) {
            if (person.state == Person.State.PLACED) {
                serving++;
            } else if (person.waits()) {
                waiting++;
                if (person.waitsFrom <= at) {
                    int waits = Tally.wait(at + 1 - person.waitsFrom);
                    tally.queue[at]++;
                    tally.waitingFor[at][waits]++;
                    if (at == world.halfYears - 1) {
                        tally.queueOfArea[person.area]++;
                        tally.waitsOfArea[person.area][waits]++;
                    }
                } else {
                    tally.later[at]++;
                }
            }
        }
        tally.serving[at] = serving;
        tally.served[at] = served;
        if (people.size() != served + serving + waiting + left) {
            throw new IllegalStateException("In half-year " + at + " of replication " + number + " " + people.size()
                    + " doctors have come, and " + (served + serving + waiting + left) + " are accounted for.");
        }
        if (tally.unused[at] < 0) {
            throw new IllegalStateException(
                    "In half-year " + at + " of replication " + number + " more seats are given than there are.");
        }
        for (Person person : fiveYears.get(at)) {
            if (person.state != Person.State.LEFT) {
                boolean done = person.state == Person.State.SERVED
                        || person.state == Person.State.PLACED && person.left == 0 && person.until <= at + 1;
                tally.fiveYears[at]++;
                tally.fiveYearsDone[at] += done ? 1 : 0;
            }
        }
    }
}
