package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Wishes;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.CriterionValue;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.Worked;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.WishOrder;

/** One case worked out: who holds what, and what that comes to in counts. */
final class CaseWork {
    private static final String ON_THE_DAY = "-on";
    private static final int YEAR = 12;

    final Question question;
    final Changes.Changed changed;
    private final int alreadySetAside;
    private final World world;
    private final World.Made made;
    private final Worked worked;
    private final Map<DoctorId, List<Stay>> held = new LinkedHashMap<>();

    private CaseWork(Question question, Changes.Changed changed, int alreadySetAside, World.Made made, Worked worked) {
        this.question = question;
        this.alreadySetAside = alreadySetAside;
        this.changed = changed;
        world = changed.world();
        this.made = made;
        this.worked = worked;
        List<Option> options = options();
        for (int d = 0; d < options.size(); d++) {
            Option option = options.get(d);
            held.put(made.problem().doctors().get(d).id(), option == null ? List.of() : option.stays());
        }
    }

    /** @param alreadySetAside doctors settled by hand in a way that does not fit in the round as it is */
    static CaseWork of(
            Question question, Changes.Changed changed, int alreadySetAside, Function<AllocationProblem, Worked> work) {
        World.Made made = changed.world().make();
        return new CaseWork(question, changed, alreadySetAside, made, work.apply(made.problem()));
    }

    /** A problem of the round's doctors that no question makes; who is left out of it waits. @param worked what comes of it */
    static CaseWork of(Snapshot base, Policy policy, int alreadySetAside, AllocationProblem problem, Worked worked) {
        World world = new World(new Snapshot(base.round(), problem, base.roster()), policy);
        CaseWork work = new CaseWork(
                Question.NOTHING,
                new Changes.Changed(world, List.of(), 0, 0),
                alreadySetAside,
                new World.Made(problem, List.of(), List.of(), 0),
                worked);
        world.people().keySet().forEach(doctor -> work.held.putIfAbsent(doctor, List.of()));
        return work;
    }

    private Person person(DoctorId doctor) {
        return world.people().get(doctor);
    }

    Outcome outcome() {
        List<Person> all = held.keySet().stream().map(this::person).toList();
        int placed =
                (int) held.values().stream().filter(stays -> !stays.isEmpty()).count();
        int morePlaced = (int) all.stream()
                .filter(one -> one.like() != null && !held.get(one.id()).isEmpty())
                .count();
        int seats = made.problem().resources().stream()
                .filter(resource -> resource.id().seat().isPresent())
                .mapToInt(resource -> resource.capacity())
                .sum();
        return new Outcome(
                worked.proposal().problemHash(),
                worked.certainty(),
                seats,
                all.size(),
                placed,
                all.size() - placed,
                best(),
                wishes(all),
                (int) all.stream()
                        .filter(one -> !held.get(one.id()).isEmpty()
                                && one.wishes().ranked().isEmpty())
                        .count(),
                criteria(all),
                areas(all),
                new UnusedSeats(world, made.problem(), options()).list(),
                changed.leftOut(),
                changed.more(),
                morePlaced,
                made.out().size(),
                made.letIn(),
                alreadySetAside + made.setAside().size());
    }

    /** What each doctor of the problem has, in their order; null for nothing. */
    private List<Option> options() {
        List<Doctor> doctors = made.problem().doctors();
        List<Option> options = new ArrayList<>();
        for (int d = 0; d < doctors.size(); d++) {
            Integer option = worked.proposal().placements().get(d).option();
            options.add(option == null ? null : doctors.get(d).options().get(option));
        }
        return options;
    }

    private int best() {
        return (int) options().stream()
                .filter(option -> option != null && option.tier() == 0)
                .count();
    }

    private List<Outcome.WishCount> wishes(List<Person> all) {
        Map<Integer, Integer> counts = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (Person one : all) {
            List<Stay> stays = held.get(one.id());
            if (!stays.isEmpty()) {
                counts.merge(OwnWish.of(one.wishes(), stays).number(), 1, Integer::sum);
            }
        }
        List<Outcome.WishCount> list = new ArrayList<>();
        counts.forEach((number, doctors) -> list.add(new Outcome.WishCount(number, doctors)));
        return list;
    }

    private List<Outcome.AreaCount> areas(List<Person> all) {
        Map<AreaCode, int[]> counts = new TreeMap<>();
        for (Person one : all) {
            int[] count = counts.computeIfAbsent(one.area(), area -> new int[2]);
            count[0]++;
            count[1] += held.get(one.id()).isEmpty() ? 0 : 1;
        }
        List<Outcome.AreaCount> list = new ArrayList<>();
        counts.forEach((area, count) -> list.add(new Outcome.AreaCount(area, count[0], count[1], count[0] - count[1])));
        return list;
    }

    private List<Outcome.CriterionCount> criteria(List<Person> all) {
        Map<HprNumber, Person> byNumber =
                all.stream().collect(Collectors.toMap(one -> one.facts().hpr(), one -> one));
        List<Candidate> candidates = all.stream().map(Person::facts).toList();
        Map<Group, int[]> counts = new TreeMap<>();
        List<Ranked> ranking = world.policy()
                .rank(candidates, world.roster().on(), world.roster().lotterySeed())
                .ranked();
        for (Ranked ranked : ranking) {
            Person one = byNumber.get(ranked.candidate().hpr());
            for (int at = 0; at < ranked.values().size(); at++) {
                Group group = group(at, ranked.values().get(at), one);
                if (group != null) {
                    int[] count = counts.computeIfAbsent(group, each -> new int[2]);
                    count[0]++;
                    count[1] += held.get(one.id()).isEmpty() ? 1 : 0;
                }
            }
        }
        List<Outcome.CriterionCount> list = new ArrayList<>();
        counts.forEach((group, count) ->
                list.add(new Outcome.CriterionCount(group.criterion(), group.word(), count[0], count[1])));
        return list;
    }

    /** Doctors a criterion finds the same of, in the order in which it ranks them. @param at the criterion's place in the policy */
    private record Group(int at, CriterionCode criterion, List<Long> key, String word) implements Comparable<Group> {
        private static final Comparator<Group> ORDER = Comparator.comparingInt(Group::at)
                .thenComparing(Group::key, Group::compare)
                .thenComparing(Group::word);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }

        private static int compare(List<Long> one, List<Long> other) {
            return Arrays.compare(one.toArray(new Long[0]), other.toArray(new Long[0]));
        }
    }

    /** Null where the criterion tells each doctor apart. */
    private static Group group(int at, CriterionValue value, Person one) {
        return switch (value.criterion()) {
            case INTERRUPTED, READY, AFFILIATION, SPECIALIST_SHORTAGE, LATE_WITHDRAWAL ->
                new Group(at, value.criterion(), value.key(), word(value));
            case SENIORITY -> {
                long years = one.facts().countedService().wholeMonths() / YEAR;
                yield new Group(at, value.criterion(), List.of(-years), Long.toString(years));
            }
            case PROGRESS, LOTTERY -> null;
        };
    }

    /** What the criterion found, without the numbers it is told with. */
    private static String word(CriterionValue value) {
        String word = value.text()
                .code()
                .substring(("policy.value-" + value.criterion().word() + "-").length());
        return word.endsWith(ON_THE_DAY) ? word.substring(0, word.length() - ON_THE_DAY.length()) : word;
    }

    /** What it is to the doctors that this case is another one. */
    Comparison.Moves to(CaseWork other, int from, int to) {
        Map<DepartmentId, DepartmentId> apart = namesakes(other.question);
        List<Comparison.Move> gains = new ArrayList<>();
        List<Comparison.Move> losses = new ArrayList<>();
        Set<DoctorId> compared = new HashSet<>(world.people().keySet());
        compared.retainAll(other.world.people().keySet());
        Map<DoctorId, Wishes> wishes = new HashMap<>();
        for (DoctorId doctor : world.people().keySet()) {
            if (!compared.contains(doctor) || person(doctor).like() != null) {
                continue;
            }
            List<Stay> before = held.getOrDefault(doctor, List.of());
            List<Stay> after = other.held.getOrDefault(doctor, List.of());
            List<Stay> apartAfter =
                    after.stream().map(stay -> apart(stay, apart)).toList();
            if (before.equals(apartAfter)) {
                continue;
            }
            Wishes both = person(doctor).wishes();
            for (Question.AddedDepartment added : other.question.added()) {
                both = Person.alike(
                        both,
                        apart.getOrDefault(added.like(), added.like()),
                        apart.getOrDefault(added.id(), added.id()));
            }
            int order = WishOrder.compare(both, world.first(), apartAfter, before);
            if (order != 0) {
                (order < 0 ? gains : losses).add(new Comparison.Move(doctor, before, after));
            }
        }
        return new Comparison.Moves(from, to, gains, losses);
    }

    /** What to call departments that the other question adds by an id this one has given to another. */
    private Map<DepartmentId, DepartmentId> namesakes(Question other) {
        Map<DepartmentId, DepartmentId> apart = new HashMap<>();
        for (Question.AddedDepartment added : other.added()) {
            boolean another =
                    question.added().stream().anyMatch(each -> each.id().equals(added.id()) && !each.isSameAs(added));
            if (another) {
                apart.put(
                        added.id(),
                        new DepartmentId(Changes.invented("annen", added.id().value())));
            }
        }
        return apart;
    }

    private static Stay apart(Stay stay, Map<DepartmentId, DepartmentId> apart) {
        List<Leg> legs = stay.legs().stream()
                .map(leg -> new Leg(apart.getOrDefault(leg.department(), leg.department()), leg.months()))
                .toList();
        return legs.equals(stay.legs()) ? stay : new Stay(stay.position(), stay.halfYear(), legs);
    }
}
