package no.alisplass.chance.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.text.Sha256;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Option;
import no.alisplass.search.Holdings;
import no.alisplass.search.Rerun;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/**
 * An open round worked out many times: on each guess of the lists that are missing, with the lots drawn anew each time, by the exact pass
 * of a run and nothing around it. The lots follow from the round's own seed, so that the same lists give the same numbers, and so that
 * a guess that comes true gives the numbers it gave as a guess.
 */
public final class Worlds {
    /** How many ways in all, where the round is no larger than that. */
    public static final int MOST = 200;

    /** How many options all ways of one question may go through: what keeps it under two seconds, with pairs and limits too. */
    private static final long MAX_WORK = 8_000_000;

    private static final int FEWEST = 4;

    private final Policy policy;
    private final Map<Guess, Snapshot> rounds;

    /**
     * @param policy the rounds were frozen under
     * @param rounds the round as it would be on each guess; {@link Guess#NONE} is among them
     */
    public Worlds(Policy policy, Map<Guess, Snapshot> rounds) {
        this.policy = policy;
        this.rounds = new TreeMap<>(rounds);
    }

    /** How often the lots are drawn for each guess: the fewer the larger the round. */
    public int draws() {
        long options = rounds.values().stream()
                .flatMap(round -> round.problem().doctors().stream())
                .mapToLong(doctor -> doctor.options().size())
                .sum();
        long most = MOST / rounds.size();
        return (int) Math.max(FEWEST, Math.min(most, MAX_WORK / Math.max(1, options)));
    }

    /** @param seed of the round */
    public Odds odds(String seed, int draws) {
        Counting counting = new Counting(draws);
        rounds.forEach((guess, round) -> counting.add(guess, round, seed));
        return new Odds(draws, List.copyOf(rounds.keySet()), counting.lots, counting.open, counting.doctors);
    }

    private final class Counting {
        private final int draws;
        private final Map<HprNumber, Odds.OfDoctor> doctors = new HashMap<>();
        private final Set<HprNumber> sent = new HashSet<>();
        private boolean lots;
        private int open;

        Counting(int draws) {
            this.draws = draws;
            rounds.get(Guess.NONE)
                    .roster()
                    .entries()
                    .forEach(entry -> sent.add(entry.facts().hpr()));
        }

        void add(Guess guess, Snapshot round, String seed) {
            List<RosterEntry> entries = round.roster().entries();
            List<Candidate> candidates =
                    entries.stream().map(RosterEntry::facts).toList();
            Map<HprNumber, Integer> places = new HashMap<>();
            for (int place = 0; place < candidates.size(); place++) {
                Candidate each = candidates.get(place);
                places.put(each.hpr(), place);
                Odds.OfDoctor doctor = doctors.computeIfAbsent(
                        each.hpr(), hpr -> Odds.OfDoctor.none(each.area(), !sent.contains(hpr)));
                SortedSet<DepartmentId> could = doctor.couldOn().computeIfAbsent(guess, first -> new TreeSet<>());
                round.problem().doctors().get(place).options().forEach(option -> could.addAll(departments(option)));
            }
            Rerun rerun = new Rerun(round.problem());
            Function<String, List<Candidate>> orders =
                    policy.orders(candidates, round.roster().on(), seed);
            // What lots do not change is worked out once.
            Map<List<Integer>, Rerun.Outcome> known = new HashMap<>();
            for (int draw = 1; draw <= draws; draw++) {
                List<Integer> order = orders.apply(Sha256.hex(seed + "/chance/" + draw)).stream()
                        .map(each -> places.get(each.hpr()))
                        .toList();
                Rerun.Outcome outcome = known.computeIfAbsent(
                        order,
                        way -> rerun.inOrder(
                                way.stream().mapToInt(Integer::intValue).toArray()));
                open += outcome.settled() ? 0 : 1;
                for (int d = 0; d < order.size(); d++) {
                    if (outcome.options()[d] != Holdings.NONE) {
                        int place = order.get(d);
                        Option got =
                                round.problem().doctors().get(place).options().get(outcome.options()[d]);
                        count(guess, doctors.get(candidates.get(place).hpr()), got);
                    }
                }
            }
            lots |= known.size() > 1;
        }

        private void count(Guess guess, Odds.OfDoctor doctor, Option got) {
            doctor.placed().merge(guess, 1, Integer::sum);
            Map<DepartmentId, Integer> had = doctor.had().computeIfAbsent(guess, none -> new HashMap<>());
            departments(got).forEach(department -> had.merge(department, 1, Integer::sum));
        }
    }

    private static Set<DepartmentId> departments(Option option) {
        Set<DepartmentId> departments = new HashSet<>();
        option.stays().forEach(stay -> stay.legs().forEach(leg -> departments.add(leg.department())));
        return departments;
    }
}
