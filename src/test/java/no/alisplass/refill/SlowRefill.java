package no.alisplass.refill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** The rule of docs/refilling.md as it is written there, everything done anew whenever someone is let in. */
final class SlowRefill {
    private final RefillProblem problem;
    private final Map<ResourceId, Integer> capacity = new LinkedHashMap<>();
    private final Map<ResourceId, Set<Integer>> letIn = new HashMap<>();
    private final Set<Turn> leftOut = new HashSet<>();

    SlowRefill(RefillProblem problem) {
        this.problem = problem;
        for (Resource resource : problem.resources()) {
            capacity.put(resource.id(), resource.capacity());
            letIn.put(resource.id(), new HashSet<>());
        }
    }

    boolean anyLeftOut() {
        return !leftOut.isEmpty();
    }

    private RefillDoctor doctor(int d) {
        return problem.doctors().get(d);
    }

    private boolean takesPart(int d) {
        RefillPart part = doctor(d).part();
        boolean upgrades = part == RefillPart.UPGRADABLE
                && problem.mode() == RefillMode.UPGRADES
                && doctor(d).heldOption().stays().size() == 1;
        return part == RefillPart.WAITS || upgrades;
    }

    private List<Integer> before() {
        return problem.doctors().stream().map(RefillDoctor::held).toList();
    }

    private Option option(int d, Integer o) {
        return o == null ? null : doctor(d).options().get(o);
    }

    private long count(List<Integer> outcome, ResourceId resource) {
        return IntStream.range(0, outcome.size())
                .filter(d -> has(d, outcome.get(d), resource))
                .count();
    }

    private boolean has(int d, Integer o, ResourceId resource) {
        return o != null && option(d, o).uses().contains(resource);
    }

    private static ResourceId seat(Option option) {
        return option.uses().stream()
                .filter(use -> use.seat().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> single(int d) {
        List<Integer> single = new ArrayList<>();
        for (int o = 0; takesPart(d) && o < doctor(d).options().size(); o++) {
            Option option = option(d, o);
            boolean better = doctor(d).held() == null
                    || option.tier() < doctor(d).heldOption().tier();
            if (better && option.stays().size() == 1) {
                long fixed = IntStream.range(0, problem.doctors().size())
                        .filter(other ->
                                !takesPart(other) && has(other, doctor(other).held(), seat(option)))
                        .count();
                if (fixed < capacity.get(seat(option))) {
                    single.add(o);
                }
            }
        }
        return single;
    }

    private List<Integer> line(ResourceId limit) {
        return IntStream.range(0, problem.doctors().size())
                .filter(d -> !has(d, doctor(d).held(), limit))
                .filter(d -> single(d).stream().anyMatch(o -> has(d, o, limit)))
                .boxed()
                .toList();
    }

    private List<ResourceId> limits() {
        return capacity.keySet().stream().filter(id -> id.away().isPresent()).toList();
    }

    /** What everyone has after. */
    List<Integer> outcome() {
        letIn(turns(before()));
        List<Integer> outcome = deferredAcceptance();
        List<Turn> next = turns(outcome);
        int most = next.size();
        while (!next.isEmpty()) {
            List<Turn> some = next.stream().limit(most).toList();
            letIn(some);
            List<Integer> then = deferredAcceptance();
            boolean over = limits().stream()
                    .anyMatch(limit -> count(then, limit) > Math.max(capacity.get(limit), count(before(), limit)));
            if (over) {
                some.forEach(turn -> letIn.get(turn.limit).remove(turn.doctor));
                if (some.size() == 1) {
                    leftOut.add(some.get(0));
                }
                most = some.size() == 1 ? 1 : some.size() / 2;
            } else {
                outcome = then;
                most = 2 * some.size();
            }
            next = turns(outcome);
        }
        return wholes(outcome);
    }

    /** A doctor's turn in a line. */
    private record Turn(int doctor, ResourceId limit) {}

    private void letIn(List<Turn> turns) {
        turns.forEach(turn -> letIn.get(turn.limit).add(turn.doctor));
    }

    /** Of each line as many as the limit has room for; by rank, one doctor's own by the first wish that counts. */
    private List<Turn> turns(List<Integer> outcome) {
        List<Turn> turns = new ArrayList<>();
        for (ResourceId limit : limits()) {
            long room = capacity.get(limit) - count(outcome, limit);
            line(limit).stream()
                    .filter(d -> !letIn.get(limit).contains(d) && !leftOut.contains(new Turn(d, limit)))
                    .limit(Math.max(0, room))
                    .forEach(d -> turns.add(new Turn(d, limit)));
        }
        turns.sort(Comparator.comparingInt(Turn::doctor).thenComparing(turn -> single(turn.doctor).stream()
                .filter(o -> has(turn.doctor, o, turn.limit))
                .findFirst()
                .orElseThrow()));
        return turns;
    }

    /** One at a time, the best ranked of all who are next: where all limits are of one half-year it comes to the same. */
    List<Integer> outcomeOneAtATime() {
        while (true) {
            List<Integer> outcome = deferredAcceptance();
            ResourceId to = null;
            int best = Integer.MAX_VALUE;
            for (ResourceId limit : limits()) {
                List<Integer> waiting = new ArrayList<>(line(limit));
                waiting.removeAll(letIn.get(limit));
                if (!waiting.isEmpty() && count(outcome, limit) < capacity.get(limit) && waiting.get(0) < best) {
                    best = waiting.get(0);
                    to = limit;
                }
            }
            if (to == null) {
                return wholes(outcome);
            }
            letIn.get(to).add(best);
        }
    }

    private List<Integer> deferredAcceptance() {
        int n = problem.doctors().size();
        List<Set<Integer>> refused = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int d = 0; d < n; d++) {
            refused.add(new HashSet<>());
            at.add(takesPart(d) ? null : doctor(d).held());
        }
        boolean someoneAsked = true;
        while (someoneAsked) {
            someoneAsked = false;
            // From behind, so that it is another order than any that somebody would choose.
            for (int d = n - 1; d >= 0; d--) {
                Integer wish = at.get(d) != null || !takesPart(d) ? null : wish(d, refused.get(d));
                if (wish != null) {
                    someoneAsked = true;
                    at.set(d, wish);
                    drop(seat(option(d, wish)), at, refused);
                }
            }
        }
        return at;
    }

    private Integer wish(int d, Set<Integer> refused) {
        for (int o : single(d)) {
            boolean open = option(d, o).uses().stream()
                    .allMatch(use -> use.seat().isPresent()
                            || has(d, doctor(d).held(), use)
                            || letIn.get(use).contains(d));
            if (open && !refused.contains(o)) {
                return o;
            }
        }
        return doctor(d).held();
    }

    private void drop(ResourceId seat, List<Integer> at, List<Set<Integer>> refused) {
        List<Integer> here = new ArrayList<>();
        for (int d = 0; d < at.size(); d++) {
            if (has(d, at.get(d), seat)) {
                here.add(d);
            }
        }
        if (here.size() > capacity.get(seat)) {
            List<Integer> newcomers =
                    here.stream().filter(d -> !has(d, doctor(d).held(), seat)).toList();
            int last = newcomers.get(newcomers.size() - 1);
            refused.get(last).add(at.get(last));
            at.set(last, null);
        }
    }

    private List<Integer> wholes(List<Integer> singles) {
        List<Integer> outcome = new ArrayList<>(singles);
        for (int d = 0; d < outcome.size(); d++) {
            for (int o = 0; takesPart(d) && o < doctor(d).options().size(); o++) {
                Integer has = outcome.get(d);
                Option whole = option(d, o);
                boolean better = has == null || whole.tier() < option(d, has).tier();
                if (!better || whole.stays().size() == 1) {
                    continue;
                }
                boolean keeps = has == null || whole.uses().contains(seat(option(d, has)));
                int doctor = d;
                boolean free = whole.uses().stream()
                        .allMatch(use -> has(doctor, has, use) || count(outcome, use) < capacity.get(use));
                if (keeps && free) {
                    outcome.set(d, o);
                }
            }
        }
        return outcome;
    }
}
