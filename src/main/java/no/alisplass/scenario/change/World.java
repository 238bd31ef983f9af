package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;
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
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.OptionBuilder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** What a frozen round is made of, to be changed and made a problem of again. Unchanged it gives the round's own, to the byte. */
final class World {
    /** Numbers nobody has, for doctors who are not there; from the top. */
    private static final int INVENTED = HprNumber.MAX;

    private final Snapshot base;
    private final Map<ResourceId, OfferedStay> offered = new TreeMap<>();
    private final Map<ResourceId, Integer> seats = new TreeMap<>();
    private final Map<ResourceId, Integer> limits = new TreeMap<>();
    private final Map<DoctorId, Person> people = new LinkedHashMap<>();
    private final Map<DoctorId, Doctor> doctors = new HashMap<>();
    private final List<Candidate> others = new ArrayList<>();
    private Policy policy;
    private boolean sameOffers = true;
    private boolean sameOrder = true;
    private int invented;
    private OptionBuilder options;

    /**
     * A doctor as the round was frozen with, or one like such a doctor.
     *
     * @param like null for one of the round
     */
    record Person(
            DoctorId id,
            DoctorId like,
            Candidate facts,
            Wishes wishes,
            LeaveStatus leave,
            Set<DepartmentId> served,
            List<GivenStay> given) {
        static Person of(RosterEntry entry) {
            return new Person(
                    entry.doctor(),
                    null,
                    entry.facts(),
                    entry.wishes(),
                    entry.readiness().leave(),
                    entry.served(),
                    entry.given());
        }

        Person with(Wishes other) {
            return new Person(id, like, facts, other, leave, served, given);
        }

        AreaCode area() {
            return facts.area();
        }
    }

    /** @param policy the one the snapshot was frozen under */
    World(Snapshot base, Policy policy) {
        this.base = base;
        this.policy = policy;
        Set<ResourceId> known = new HashSet<>();
        for (Resource resource : base.problem().resources()) {
            (resource.id().away().isPresent() ? limits : seats).put(resource.id(), resource.capacity());
            known.add(resource.id());
        }
        roster().offering().stays().stream()
                .filter(stay -> known.contains(stay.seat()))
                .forEach(stay -> offered.put(stay.seat(), stay));
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

    HalfYear first() {
        return roster().offering().first();
    }

    Map<DoctorId, Person> people() {
        return people;
    }

    /** The half-years the round offers anything in. */
    Set<HalfYear> halfYears() {
        Set<HalfYear> all = new TreeSet<>();
        Stream.concat(roster().offering().stays().stream(), offered.values().stream())
                .forEach(stay -> all.add(stay.stay().halfYear()));
        return all;
    }

    Set<AreaCode> areas() {
        Set<AreaCode> all = new TreeSet<>();
        roster().submissions().forEach(list -> all.add(list.area()));
        return all;
    }

    /** What is offered of the department in a half-year, and what the hospital has there without seats; the first positions first. */
    List<OfferedStay> stays(DepartmentId department, HalfYear halfYear) {
        Map<ResourceId, OfferedStay> found = new LinkedHashMap<>();
        Stream.concat(
                        offered.values().stream(),
                        roster().offering().stays().stream().sorted(Comparator.comparing(OfferedStay::seat)))
                .filter(stay -> stay.stay().halfYear().equals(halfYear))
                .filter(stay -> stay.stay().legs().stream()
                        .anyMatch(leg -> leg.department().equals(department)))
                .forEach(stay -> found.putIfAbsent(stay.seat(), stay));
        return List.copyOf(found.values());
    }

    /** Of those, the ones the department shares with none. */
    List<OfferedStay> own(DepartmentId department, HalfYear halfYear) {
        return stays(department, halfYear).stream()
                .filter(stay -> stay.stay().legs().size() == 1)
                .toList();
    }

    boolean knows(DepartmentId department) {
        return halfYears().stream()
                .anyMatch(halfYear -> !stays(department, halfYear).isEmpty());
    }

    /** Whether the round speaks of the department at all: it has a position in it, or somebody wishes, will not have or has served it. */
    boolean mentions(DepartmentId department) {
        return knows(department)
                || people.values().stream()
                        .anyMatch(one -> one.served().contains(department)
                                || one.wishes().refused().contains(department)
                                || one.wishes().ranked().stream().anyMatch(group -> group.contains(department)));
    }

    int seats(OfferedStay stay) {
        return seats.getOrDefault(stay.seat(), 0);
    }

    int seats(List<OfferedStay> stays) {
        return stays.stream().mapToInt(this::seats).sum();
    }

    /** So many seats of a stay, which is offered from then on. */
    void seat(OfferedStay stay, int count) {
        if (count == seats(stay) && (offered.containsKey(stay.seat()) || count == 0)) {
            return;
        }
        if (offered.putIfAbsent(stay.seat(), stay) == null) {
            sameOffers = false;
        }
        seats.put(stay.seat(), count);
    }

    /** A stay that is new, with so many seats or, until some are asked for, none. */
    void offer(OfferedStay stay, int count) {
        sameOffers &= offered.put(stay.seat(), stay) != null;
        seats.put(stay.seat(), count);
    }

    /** Keeps what the stays have as far as it goes; what is more goes to the first of them. */
    void spread(List<OfferedStay> stays, int count) {
        int left = count;
        Map<OfferedStay, Integer> kept = new LinkedHashMap<>();
        for (OfferedStay stay : stays) {
            kept.put(stay, Math.min(left, seats(stay)));
            left -= kept.get(stay);
        }
        kept.merge(stays.get(0), left, Integer::sum);
        kept.forEach(this::seat);
    }

    void policy(Policy other) {
        sameOffers = false;
        sameOrder = false;
        policy = other;
    }

    /** Whoever wishes one department, wishes the other as much. */
    void wishAlike(DepartmentId like, DepartmentId added) {
        sameOffers = false;
        people.replaceAll((id, person) -> person.with(alike(person.wishes(), like, added)));
    }

    static Wishes alike(Wishes wishes, DepartmentId like, DepartmentId added) {
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        wishes.ranked().forEach(group -> ranked.add(group.contains(like) ? with(group, added) : group));
        return new Wishes(
                ranked,
                wishes.onlyRanked(),
                wishes.refused().contains(like) ? with(wishes.refused(), added) : wishes.refused(),
                wishes.earliestStart(),
                wishes.blocked(),
                wishes.weight(),
                wishes.wholeOnly());
    }

    private static Set<DepartmentId> with(Set<DepartmentId> group, DepartmentId added) {
        Set<DepartmentId> more = new TreeSet<>(group);
        more.add(added);
        return more;
    }

    /** Another limit in each half-year, less those who are away by earlier rounds. @param most null for none */
    void limit(AreaCode area, Integer most) {
        for (HalfYear halfYear : halfYears()) {
            ResourceId limit = roster().away(area, halfYear);
            if (most == null) {
                sameOffers &= limits.remove(limit) == null;
            } else {
                int gone = roster().offering()
                        .away(area, halfYear)
                        .map(away -> away.count())
                        .orElse(0);
                sameOffers &= limits.put(limit, Math.max(0, most - gone)) != null;
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
        HprNumber number = new HprNumber(INVENTED - invented);
        people.put(
                id,
                new Person(
                        id,
                        like.id(),
                        numbered(like.facts(), number),
                        like.wishes(),
                        like.leave(),
                        like.served(),
                        like.given()));
    }

    private static Candidate numbered(Candidate facts, HprNumber number) {
        return new Candidate(
                number,
                facts.area(),
                facts.employment(),
                facts.scheme(),
                facts.countedService(),
                facts.openPractice(),
                facts.progress(),
                facts.interrupted(),
                facts.institutionMonthsLeft(),
                facts.areaShortOfSpecialists(),
                facts.covered(),
                facts.countedTo(),
                facts.starts(),
                facts.agreed(),
                facts.lateWithdrawal());
    }

    /** How many possibilities there are at the most, if everything could be offered to everybody: what it takes to work the round out goes by that. */
    long size() {
        Map<HalfYear, Long> stays = new TreeMap<>();
        offered.values().forEach(each -> stays.merge(each.stay().halfYear(), 1L, Long::sum));
        long alone = offered.size();
        long pairs = 0;
        for (HalfYear first : stays.keySet()) {
            for (HalfYear second : stays.keySet()) {
                int gap = first.until(second);
                if (gap == 1 || gap > 1 && !policy.placement().consecutiveHalfYears()) {
                    pairs += stays.get(first) * stays.get(second);
                }
            }
        }
        Months stay = Months.of(policy.placement().monthsPerStay());
        long size = 0;
        for (Person person : people.values()) {
            size += toCome(person).left().compareTo(stay) > 0 ? alone + pairs : alone;
        }
        return size;
    }

    private static ServiceToCome toCome(Person person) {
        return new ServiceToCome(person.given(), person.facts().institutionMonthsLeft());
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
        List<Resource> resources = new ArrayList<>();
        seats.forEach((id, count) -> resources.add(new Resource(id, count)));
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
        if (before != null && (sameOffers || before.pinned() && before.options().isEmpty())) {
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
                    List.copyOf(offered.values()),
                    policy.placement(),
                    first(),
                    base.problem().objective());
        }
        AreaCode area = person.area();
        Map<HalfYear, List<ResourceId>> uses = new HashMap<>();
        return options.build(new OfferConditions(
                person.wishes(),
                person.served(),
                person.facts().interrupted(),
                toCome(person),
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

    /** What is offered, with or without seats. */
    List<OfferedStay> offered() {
        return List.copyOf(offered.values());
    }
}
