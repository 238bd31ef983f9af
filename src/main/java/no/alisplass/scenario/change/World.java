package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.policy.Policy;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.RoomForPins;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.OfferConditions;
import no.alisplass.snapshot.OptionBuilder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/** What a frozen round is made of, to be changed and made a problem of again. Unchanged it gives the round's own, to the byte. */
final class World {
    /** Numbers nobody has, for doctors who are not there; from the top. */
    private static final int INVENTED = HprNumber.MAX;

    private final Snapshot base;
    private final Seats seats;
    private final Map<ResourceId, Integer> limits = new TreeMap<>();
    private final Map<DoctorId, Person> people = new LinkedHashMap<>();
    private final Map<DoctorId, Doctor> doctors = new HashMap<>();
    private final List<Candidate> others = new ArrayList<>();
    private Policy policy;
    private boolean sameRules = true;
    private boolean sameOrder = true;
    private int invented;
    private OptionBuilder options;

    /** @param policy the one the snapshot was frozen under */
    World(Snapshot base, Policy policy) {
        this.base = base;
        this.policy = policy;
        seats = new Seats(base);
        base.problem().resources().stream()
                .filter(resource -> resource.id().away().isPresent())
                .forEach(resource -> limits.put(resource.id(), resource.capacity()));
        roster().entries().forEach(entry -> people.put(entry.doctor(), Person.of(entry)));
        base.problem().doctors().forEach(doctor -> doctors.put(doctor.id(), doctor));
        roster().notEligible().stream()
                .filter(one -> !one.onSeveralLists() && !hasEnough(one))
                .forEach(one -> others.add(one.facts()));
    }

    private static boolean hasEnough(IneligibleDoctor one) {
        return new ServiceToCome(one.given(), one.facts().institutionMonthsLeft()).isEnough();
    }

    Roster roster() {
        return base.roster();
    }

    Policy policy() {
        return policy;
    }

    Seats seats() {
        return seats;
    }

    HalfYear first() {
        return roster().offering().first();
    }

    Map<DoctorId, Person> people() {
        return people;
    }

    Set<AreaCode> areas() {
        Set<AreaCode> all = new TreeSet<>();
        roster().submissions().forEach(list -> all.add(list.area()));
        return all;
    }

    /** Whether the round speaks of the department at all: it has a position in it, or somebody wishes, will not have or has served it. */
    boolean mentions(DepartmentId department) {
        return seats.knows(department)
                || people.values().stream()
                        .anyMatch(one -> one.served().contains(department)
                                || one.wishes().refused().contains(department)
                                || one.wishes().ranked().stream().anyMatch(group -> group.contains(department)));
    }

    void policy(Policy other) {
        sameRules = false;
        sameOrder = false;
        policy = other;
    }

    /** Whoever wishes one department, wishes the other as much. */
    void wishAlike(DepartmentId like, DepartmentId added) {
        sameRules = false;
        people.replaceAll((id, person) -> person.with(Person.alike(person.wishes(), like, added)));
    }

    /** Another limit in each half-year, less those who are away by earlier rounds. @param most null for none */
    void limit(AreaCode area, Integer most) {
        for (HalfYear halfYear : seats.halfYears()) {
            ResourceId limit = roster().away(area, halfYear);
            if (most == null) {
                sameRules &= limits.remove(limit) == null;
            } else {
                int gone = roster().offering()
                        .away(area, halfYear)
                        .map(away -> away.count())
                        .orElse(0);
                sameRules &= limits.put(limit, Math.max(0, most - gone)) != null;
            }
        }
    }

    void leaveOut(DoctorId doctor) {
        people.remove(doctor);
    }

    /** One more doctor like that one, settled by hand in nothing. */
    void addLike(Person like) {
        sameOrder = false;
        DoctorId id = new DoctorId(String.format(java.util.Locale.ROOT, "ny-%03d", ++invented));
        people.put(id, like.another(id, new HprNumber(INVENTED - invented)));
    }

    /** How many possibilities there are at the most, if everything could be offered to everybody: what it takes to work the round out goes by that. */
    long size() {
        long alone = seats.offered().size();
        long pairs = seats.pairs(policy.placement().consecutiveHalfYears());
        Months stay = Months.of(policy.placement().monthsPerStay());
        long size = 0;
        for (Person person : people.values()) {
            size += person.toCome().left().compareTo(stay) > 0 ? alone + pairs : alone;
        }
        return size;
    }

    /**
     * The round as it has become.
     *
     * @param setAside doctors settled by hand in a way that does not fit; they are left to the criteria
     * @param out doctors of the round whom the policy lets take part no more
     * @param letIn how many it lets in who could not take part before: nothing is known of what they wish, and they are in no count
     */
    record Made(AllocationProblem problem, List<DoctorId> setAside, List<DoctorId> out, int letIn) {}

    Made make() {
        List<Person> order = new ArrayList<>();
        int letIn = 0;
        List<DoctorId> out = List.of();
        if (sameOrder) {
            order.addAll(people.values());
        } else {
            Map<HprNumber, Person> byNumber = new HashMap<>();
            people.values().forEach(person -> byNumber.put(person.facts().hpr(), person));
            List<Candidate> all = Stream.concat(byNumber.values().stream().map(Person::facts), others.stream())
                    .toList();
            for (Candidate each : policy.order(all, roster().on(), roster().lotterySeed())) {
                Person person = byNumber.remove(each.hpr());
                if (person == null) {
                    letIn++;
                } else {
                    order.add(person);
                }
            }
            out = people.values().stream()
                    .filter(person -> byNumber.containsKey(person.facts().hpr()))
                    .map(Person::id)
                    .toList();
        }
        List<Doctor> made = new ArrayList<>();
        List<DoctorId> setAside = new ArrayList<>();
        for (Person person : order) {
            Doctor doctor = doctor(person);
            Doctor before = doctors.get(person.id());
            if (before != null && before.pinned() && !doctor.pinned()) {
                setAside.add(person.id());
            }
            made.add(doctor);
        }
        List<Resource> resources = new ArrayList<>(seats.resources());
        limits.forEach((id, count) -> resources.add(new Resource(id, count)));
        resources.sort(Comparator.comparing(Resource::id));
        RoomForPins fitted = RoomForPins.in(
                new AllocationProblem(base.problem().objective(), made, resources),
                id -> new Doctor(id, built(people.get(id)).options(), false));
        setAside.addAll(fitted.setAside());
        return new Made(fitted.problem(), List.copyOf(setAside), out, letIn);
    }

    private Doctor doctor(Person person) {
        Doctor before = doctors.get(person.id());
        if (before != null
                && (sameRules && seats.sameOffers()
                        || before.pinned() && before.options().isEmpty())) {
            return before;
        }
        List<Option> free = built(person).options();
        if (before == null || !before.pinned()) {
            return new Doctor(person.id(), free, false);
        }
        List<Stay> held = before.options().get(0).stays();
        Optional<Option> kept =
                free.stream().filter(option -> option.stays().equals(held)).findFirst();
        return kept.map(option -> new Doctor(person.id(), List.of(option), true))
                .orElseGet(() -> new Doctor(person.id(), free, false));
    }

    /** What a doctor can be offered, settled by hand or not, and what not and why. */
    OptionBuilder.Built built(Person person) {
        if (options == null) {
            options = new OptionBuilder(
                    seats.offered(), policy.placement(), first(), base.problem().objective());
        }
        AreaCode area = person.area();
        Map<HalfYear, List<ResourceId>> uses = new HashMap<>();
        return options.build(new OfferConditions(
                person.wishes(),
                person.served(),
                person.facts().interrupted(),
                person.toCome(),
                policy.counting().onStartDay() ? person.facts().employment().from() : null,
                person.facts().employment().to(),
                person.leave(),
                policy.schemes().get(person.facts().scheme()),
                policy.eligibility(),
                person.facts().agreed(),
                (service, halfYear) -> roster().offering().covers(area, service, halfYear),
                halfYear -> uses.computeIfAbsent(halfYear, when -> limitOf(area, when))));
    }

    private List<ResourceId> limitOf(AreaCode area, HalfYear halfYear) {
        ResourceId limit = roster().away(area, halfYear);
        return limits.containsKey(limit) ? List.of(limit) : List.of();
    }
}
