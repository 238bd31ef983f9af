package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Range;
import no.alisplass.register.entry.WaitlistEntry;

/** Who comes: those who wait as the forecast begins, then new doctors. */
final class Newcomers {
    private static final int HALF_YEAR = 6;
    private static final int FIVE_YEARS = 60;
    private static final int LONGEST_AGO = -20;
    private static final int FIRST_NEW_NUMBER = 100_000_001;

    private final World world;
    private final Fate fate;
    private final double[] weight;
    private final double allWeights;
    private final double aYear;
    private int nextNumber = FIRST_NEW_NUMBER;

    Newcomers(World world, Fate fate) {
        this.world = world;
        this.fate = fate;
        weight = new double[world.areas];
        aYear = weigh();
        allWeights = Arrays.stream(weight).sum();
    }

    /** Where new doctors come, and how many a year in all. */
    private double weigh() {
        Map<AreaCode, Range> byArea = world.input.assumptions().newDoctors();
        double sum = 0;
        for (int a = 0; a < world.areas; a++) {
            Range own = byArea.get(world.input.areas().get(a).code());
            if (own != null) {
                weight[a] = own.at(fate.draws.share(Draws.Of.ASSUMPTION, 1_000 + a, 0));
                sum += weight[a];
            }
        }
        if (!byArea.isEmpty()) {
            return sum;
        }
        for (int d = 0; d < world.queued; d++) {
            weight[world.area(d)]++;
        }
        if (world.queued == 0) {
            Arrays.fill(weight, 1);
        }
        return fate.of(Assumption.NEW_DOCTORS);
    }

    /** The queue as it stands. */
    List<Person> queue() {
        List<Person> queue = new ArrayList<>();
        for (int d = 0; d < world.queued; d++) {
            WaitlistEntry entry = world.entry(d);
            int counted = world.facts.counted(d, 0).tenths();
            LocalDate began = entry.training().start() == null
                    ? world.start(0).minusMonths(counted / 10)
                    : entry.training().start();
            Person person = new Person(entry.hpr(), d, d, d, 0, fiveYears(began), counted);
            person.area = world.area(d);
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
            queue.add(person);
        }
        return queue;
    }

    private int fiveYears(LocalDate began) {
        LocalDate end = began.plusMonths(FIVE_YEARS);
        return Math.max(
                -1,
                Math.min(
                        world.halfYears,
                        Math.floorDiv((int) world.start(0).until(end).toTotalMonths(), HALF_YEAR)));
    }

    /** Those who come in a half-year. */
    List<Person> come(int at) {
        double half = aYear / 2;
        int number = world.input.assumptions().arrivals() == Arrivals.EVEN
                ? (int) (Math.floor(half * (at + 1) + 0.5) - Math.floor(half * at + 0.5))
                : Draws.poisson(half, fate.draws.share(Draws.Of.NUMBER_OF_NEW, 0, at));
        List<Person> come = new ArrayList<>(number);
        for (int n = 0; n < number; n++) {
            come.add(one(at, 1_000_000L * (at + 1) + n));
        }
        return come;
    }

    private Person one(int at, long key) {
        int like = like(Draws.Of.LIKE_WHOM, key, at);
        double ready = fate.of(Assumption.MONTHS_TO_READINESS, Draws.Of.READINESS, key, at);
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
        person.area = area(fate.draws.share(Draws.Of.AREA_OF_NEW, key, at));
        person.wishesLike = like;
        person.left = 10 * world.policy.schemes().get(Scheme.NEW).institutionMonths();
        person.earliest = at;
        person.waitsFrom = at;
        person.employment = likeThat(like, today);
        return person;
    }

    private int like(Draws.Of what, long key, int at) {
        return world.queued == 0 ? Person.NOBODY : fate.draws.below(world.queued, what, key, at);
    }

    /** The same kind of affiliation, from the day of coming, for as long. */
    private Employment likeThat(int like, LocalDate today) {
        Employment known = like < 0 ? null : world.entry(like).employment();
        if (known == null || known.kind() == null) {
            return new Employment(Affiliation.PERMANENT, today, null);
        }
        boolean ends = known.kind() == Affiliation.LOCUM && known.from() != null && known.to() != null;
        return new Employment(
                known.kind(), today, ends ? today.plusDays(ChronoUnit.DAYS.between(known.from(), known.to())) : null);
    }

    private int area(double share) {
        if (allWeights <= 0) {
            // Where nobody new comes, whoever moves may go to any.
            return (int) (share * weight.length);
        }
        double rest = share * allWeights;
        for (int a = 0; a < weight.length; a++) {
            rest -= weight[a];
            if (rest < 0) {
                return a;
            }
        }
        return weight.length - 1;
    }

    /** History goes along to the new area; wishes are told anew, and are those of somebody in the queue. */
    void move(Person person, int at) {
        person.area = area(fate.draws.share(Draws.Of.AREA_MOVED_TO, person.key, at));
        person.employment = new Employment(person.employment.kind(), world.start(at), null);
        person.ownWishes = false;
        person.wishesLike = like(Draws.Of.WISHES_AFTER_MOVE, person.key, at);
    }
}
