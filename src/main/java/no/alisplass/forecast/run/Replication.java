package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;

/**
 * One course that the years may take. In each half-year, in this order: stays that are over end; new doctors come; some who wait leave,
 * or move; specialists retire; where a round begins, those who wait are ranked by the policy, the exact pass gives the places,
 * and some decline. Who is in stands at the end of each half-year in one state of four, or the replication fails.
 */
public final class Replication {
    private static final int HALF_YEAR = 6;

    private final World world;
    private final long seed;
    private final int number;
    private final Fate fate;
    private final Newcomers newcomers;
    private final Shortage shortage;
    private final List<Person> people = new ArrayList<>();
    private final List<List<Person>> fiveYears = new ArrayList<>();
    private final Tally tally;
    private int left;
    private int served;

    private Replication(World world, long seed, int number) {
        this.world = world;
        this.seed = seed;
        this.number = number;
        fate = new Fate(world.input, seed, number);
        newcomers = new Newcomers(world, fate);
        shortage = new Shortage(world, fate);
        tally = new Tally(world.halfYears, world.areas, world.queued);
        for (int i = 0; i < world.halfYears; i++) {
            fiveYears.add(new ArrayList<>());
        }
        newcomers.queue().forEach(person -> join(person, 0));
    }

    /** The same world, seed and number give the same tally on every machine. */
    public static Tally run(World world, long seed, int number) {
        return new Replication(world, seed, number).run();
    }

    /** What a doctor got in the first round; for those who compare it with a run. @param option null for none */
    public record Given(HprNumber hpr, Option option) {}

    /** The first round of a replication, in the order of its ranking. Nobody declines in it. */
    public static List<Given> firstRound(World world, long seed, int number) {
        RoundShape shape = world.round(0);
        Order order = new Replication(world, seed, number).order(0);
        int[] chosen = new ExactPass(world.policy.objective(), shape, order, shape.capacity).run();
        List<Given> given = new ArrayList<>();
        for (Person person : order.all()) {
            int place = given.size();
            boolean gets = place < chosen.length && chosen[place] != ExactPass.NONE;
            given.add(new Given(person.hpr, gets ? order.offers(place).options().get(chosen[place]) : null));
        }
        return given;
    }

    /** Who would be ranked in the first round, by what. */
    static Map<Candidate, Person> candidatesOfFirstRound(World world, long seed, int number) {
        Replication replication = new Replication(world, seed, number);
        List<Person> wishing = replication.wishing(0);
        List<Candidate> candidates = replication.candidates(0, wishing);
        Map<Candidate, Person> of = new IdentityHashMap<>();
        for (int i = 0; i < wishing.size(); i++) {
            of.put(candidates.get(i), wishing.get(i));
        }
        return of;
    }

    /** Of each who wishes to begin in the first round, and whom the policy lets take no part in it, why. */
    public static List<List<Finding>> notEligible(World world, long seed) {
        Replication replication = new Replication(world, seed, 0);
        return world
                .policy
                .rank(
                        replication.candidates(0, replication.wishing(0)),
                        world.start(world.round(0).first),
                        lotterySeed(seed, 0, 0))
                .notEligible()
                .stream()
                .map(Ranking.IneligibleCandidate::reasons)
                .toList();
    }

    /** The seed of the lottery in a round of a replication. */
    public static String lotterySeed(long seed, int number, int round) {
        return "forecast-" + seed + "-" + number + "-" + round;
    }

    private void join(Person person, int halfYear) {
        people.add(person);
        tally.joined[halfYear]++;
        if (person.fiveYears >= 0 && person.fiveYears < world.halfYears && person.fiveYears >= halfYear) {
            fiveYears.get(person.fiveYears).add(person);
        }
    }

    private Tally run() {
        int round = -1;
        for (int at = 0; at < world.halfYears; at++) {
            endStays(at);
            for (Person person : newcomers.come(at)) {
                join(person, at);
            }
            for (Person person : people) {
                if (person.waits()) {
                    live(person, at);
                }
            }
            shortage.retire(at);
            tally.seats[at] = world.plan.seats(at);
            tally.unused[at] += tally.seats[at];
            if (at % world.plan.perRound() == 0) {
                hold(++round);
            }
            count(at);
        }
        for (Person person : people) {
            if (person.queued >= 0) {
                tally.firstStay[person.queued] =
                        person.first >= 0 ? person.first : person.state == Person.State.LEFT ? Tally.LEFT : Tally.NEVER;
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
                    shortage.finish(person.area);
                } else {
                    person.state = Person.State.WAITING;
                    person.earliest = Math.max(at, person.earliest);
                    person.waitsFrom = person.earliest;
                }
            }
        }
    }

    /** What can become of one who waits. The first half-year is the register's, and nothing is made up of those who stand in it. */
    private void live(Person person, int at) {
        if (at == 0) {
            return;
        }
        if (fate.happens(Assumption.WITHDRAWAL, Draws.Of.WITHDRAWAL, person, at)) {
            leave(person, at);
            return;
        }
        LocalDate to = person.employment.to();
        if (to != null && to.isBefore(world.start(at))) {
            if (!fate.happens(Assumption.AFFILIATION_RENEWED, Draws.Of.RENEWAL, person, 0)) {
                leave(person, at);
                return;
            }
            person.employment = person.employment.until(null);
        }
        if (world.areas > 1 && fate.happens(Assumption.MOVES, Draws.Of.MOVE, person, at)) {
            newcomers.move(person, at);
        }
    }

    private void leave(Person person, int at) {
        person.state = Person.State.LEFT;
        left++;
        tally.left[at]++;
    }

    /** Who waits and would begin in the round. */
    private List<Person> wishing(int round) {
        RoundShape shape = world.round(round);
        int last = shape.first + shape.halfYears.size() - 1;
        List<Person> wishing = new ArrayList<>();
        for (Person person : people) {
            if (person.waits() && person.earliest <= last) {
                wishing.add(person);
            }
        }
        return wishing;
    }

    private List<Candidate> candidates(int round, List<Person> wishing) {
        boolean[] shortNow = shortage.now();
        List<Candidate> candidates = new ArrayList<>(wishing.size());
        for (Person person : wishing) {
            candidates.add(world.facts.candidate(person, round, shortNow));
        }
        return candidates;
    }

    private Order order(int round) {
        RoundShape shape = world.round(round);
        List<Person> wishing = wishing(round);
        PrimitiveIterator.OfInt turns = world.policy.turns(
                candidates(round, wishing), world.start(shape.first), lotterySeed(seed, number, round));
        return new Order(world, shape, wishing, turns, person -> leaveRefused(person, shape.first));
    }

    /** In the first round what the register says of leave stands. */
    private boolean leaveRefused(Person person, int at) {
        if (at == 0 && person.queued >= 0) {
            LeaveStatus told = world.entry(person.queued).readiness().leave();
            if (told == LeaveStatus.REFUSED || told == LeaveStatus.GRANTED) {
                return told == LeaveStatus.REFUSED;
            }
        }
        return fate.happens(Assumption.LEAVE_REFUSED, Draws.Of.LEAVE, person, at);
    }

    /** Gives the places of a round, and those that are declined again as often as is assumed, to those who have none and have not declined. */
    private void hold(int round) {
        RoundShape shape = world.round(round);
        Order order = order(round);
        int[] capacity = shape.capacity.clone();
        boolean declined = true;
        for (int pass = 0; declined && pass <= world.input.assumptions().furtherOffers(); pass++) {
            ExactPass exact = new ExactPass(world.policy.objective(), shape, order, capacity);
            int[] chosen = exact.run();
            tally.unproven += exact.unproven();
            declined = false;
            for (int i = 0; i < chosen.length; i++) {
                if (chosen[i] == ExactPass.NONE) {
                    continue;
                }
                if (fate.happens(Assumption.DECLINE, Draws.Of.DECLINE, order.person(i), shape.first)) {
                    declined = true;
                } else {
                    place(order.person(i), order.offers(i).options().get(chosen[i]), shape);
                    for (int use : order.offers(i).uses()[chosen[i]]) {
                        capacity[use]--;
                    }
                }
                order.remove(i);
            }
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
            if (fate.happens(Assumption.INTERRUPTION, Draws.Of.INTERRUPTION, person, at)) {
                breakOff(person, at, months);
                return;
            }
            person.left = Math.max(0, person.left - 10 * months);
            person.served |= world.mask(RoundShape.departments(stay));
        }
    }

    /** Whole months from none to one less than all were served; fewer than the policy's least do not count. */
    private void breakOff(Person person, int at, int months) {
        int done = fate.draws.below(months, Draws.Of.MONTHS_SERVED, person.key, at);
        if (done >= world.policy.placement().minimumMonthsPerDepartment()) {
            person.left = Math.max(10, person.left - 10 * done);
        }
        person.interrupted = true;
        double away = fate.of(Assumption.MONTHS_AWAY, Draws.Of.MONTHS_AWAY, person.key, at);
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
