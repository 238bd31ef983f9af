package no.alisplass.scenario.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.count.People.Person;
import no.alisplass.scenario.count.People.Value;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.scenario.count.SeatStep.ByArea;
import no.alisplass.scenario.count.SeatStep.ByCriterion;
import no.alisplass.scenario.count.SeatStep.Moved;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.Supply;

/** Counts two outcomes of the same doctors that no question made: another objective, another policy. */
final class CountingCompared {
    private static final Comparator<Value> IN_ORDER = Comparator.comparingInt(Value::at)
            .thenComparing(Value::key, CountingCompared::compare)
            .thenComparing(Value::word);

    /** What is counted twice: now, and then. */
    private static final class Tally<K> {
        private final Map<K, int[]> counts;

        private Tally(Comparator<? super K> order) {
            counts = new TreeMap<>(order);
        }

        private void add(K of, int when) {
            counts.computeIfAbsent(of, none -> new int[2])[when]++;
        }

        private Both both(K of) {
            int[] two = counts.getOrDefault(of, new int[2]);
            return new Both(two[0], two[1]);
        }
    }

    private final Tally<AreaCode> areas = new Tally<>(Comparator.comparing(AreaCode::value));
    private final Tally<Value> values = new Tally<>(IN_ORDER);
    /** By the wish's number; 0 for none of them, -1 for who wished nothing. */
    private final Tally<Integer> wishes = new Tally<>(Comparator.naturalOrder());

    private CountingCompared() {}

    private static int compare(List<Long> one, List<Long> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    static SeatStep of(Compared compared, People people, Supply offering, int already) {
        Difference difference = compared.difference();
        CountingCompared counting = new CountingCompared();
        List<Option> now = held(compared.problem(), compared.now().proposal());
        List<Option> then = held(compared.changed(), compared.then().proposal());
        counting.count(compared.problem(), now, people, 0);
        counting.count(compared.changed(), then, people, 1);
        counting.countLeftOut(compared, people);
        return new SeatStep(
                difference.problemHash(),
                difference.changedHash(),
                difference.certainty(),
                new Both(seats(compared.problem()), seats(compared.changed())),
                new Both(difference.now().placed(), difference.then().placed()),
                new Both(difference.now().waiting(), difference.then().waiting()),
                new Both(difference.now().bestTier(), difference.then().bestTier()),
                moved(difference),
                counting.wishes(),
                counting.values.counts.keySet().stream()
                        .map(each -> new ByCriterion(each.criterion(), each.word(), counting.values.both(each)))
                        .toList(),
                counting.areas.counts.keySet().stream()
                        .map(each -> new ByArea(each, counting.areas.both(each)))
                        .toList(),
                UnusedSeats.of(compared, now, then, offering),
                already + compared.setAside().size());
    }

    /** What each doctor of the problem holds, in their order; null for nothing. */
    private static List<Option> held(AllocationProblem problem, Proposal proposal) {
        List<Option> held = new ArrayList<>();
        List<Placement> placements = proposal.placements();
        for (int d = 0; d < placements.size(); d++) {
            Integer option = placements.get(d).option();
            held.add(option == null ? null : problem.doctors().get(d).options().get(option));
        }
        return held;
    }

    private static int seats(AllocationProblem problem) {
        return problem.resources().stream()
                .filter(each -> each.id().seat().isPresent())
                .mapToInt(Resource::capacity)
                .sum();
    }

    private static Moved moved(Difference difference) {
        int letIn = (int)
                difference.gains().stream().filter(each -> each.now() == null).count();
        int out = (int)
                difference.losses().stream().filter(each -> each.then() == null).count();
        return new Moved(
                letIn, difference.gains().size() - letIn, difference.losses().size() - out, out);
    }

    private void count(AllocationProblem problem, List<Option> held, People people, int when) {
        for (int d = 0; d < held.size(); d++) {
            Doctor doctor = problem.doctors().get(d);
            Person person = people.of(doctor.id());
            if (held.get(d) == null) {
                waits(person, when);
            } else {
                OwnWish wish = OwnWish.of(person.wishes(), held.get(d).stays());
                Integer number = wish.number();
                wishes.add(!wish.anyWishes() ? -1 : number == null ? 0 : number, when);
            }
        }
    }

    /** Whom other terms leave out gets nothing by them. */
    private void countLeftOut(Compared compared, People people) {
        Set<DoctorId> there =
                compared.changed().doctors().stream().map(Doctor::id).collect(Collectors.toSet());
        compared.problem().doctors().stream()
                .map(Doctor::id)
                .filter(doctor -> !there.contains(doctor))
                .forEach(doctor -> waits(people.of(doctor), 1));
    }

    private void waits(Person person, int when) {
        areas.add(person.area(), when);
        person.values().forEach(value -> values.add(value, when));
    }

    private SeatStep.Wishes wishes() {
        List<Both> ranks = new ArrayList<>();
        for (int rank = 1; rank <= SeatStep.Wishes.RANKS; rank++) {
            ranks.add(wishes.both(rank));
        }
        int now = 0;
        int then = 0;
        for (int number : wishes.counts.keySet()) {
            if (number > SeatStep.Wishes.RANKS) {
                now += wishes.both(number).now();
                then += wishes.both(number).then();
            }
        }
        return new SeatStep.Wishes(ranks, new Both(now, then), wishes.both(0), wishes.both(-1));
    }

    /** How many of each resource are left. */
    static Map<ResourceId, Integer> left(AllocationProblem problem, List<Option> held) {
        Map<ResourceId, Integer> left = new HashMap<>();
        problem.resources().forEach(each -> left.put(each.id(), each.capacity()));
        for (Option option : held) {
            if (option != null) {
                option.uses().forEach(use -> left.merge(use, -1, Integer::sum));
            }
        }
        return left;
    }
}
