package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Resource;
import no.alisplass.problem.Stay;

/** Frozen rounds made by hand, without the rooms that a real one is frozen from. */
public final class Frozen {
    public static final HalfYear SPRING = HalfYear.parse("2027-V");
    public static final HalfYear AUTUMN = HalfYear.parse("2027-H");

    private final List<OfferedStay> offered = new ArrayList<>();
    private final Map<AreaCode, Integer> limits = new TreeMap<>();
    private final List<Supply.Away> away = new ArrayList<>();
    private final List<Applicant> applicants = new ArrayList<>();
    private final List<AreaCode> psychiatryOnly = new ArrayList<>();
    private Objective objective = Objective.WISHES_FIRST;
    private int version = 1;
    private String seed = "frø";

    /** A doctor on a waitlist, of whom nothing is special until it is said. */
    public static final class Applicant {
        private final int hpr;
        private final String name;
        private String area = "3205";
        private Affiliation affiliation = Affiliation.PERMANENT;
        private Months counted = Months.of(36);
        private int objectives = 60;
        private GroupSupervision supervision = GroupSupervision.BEGUN;
        private int left = 6;
        private List<Set<DepartmentId>> ranked = List.of();
        private boolean onlyRanked;
        private Boolean wholeOnly;
        private final Set<DepartmentId> refused = new TreeSet<>();
        private final Set<HalfYear> blocked = new TreeSet<>();
        private final Set<DepartmentId> served = new TreeSet<>();
        private HalfYear earliest;
        private LeaveStatus leave = LeaveStatus.GRANTED;
        private LocalDate to;
        private int activities = 6;
        private boolean interrupted;
        private Pin pin;

        private Applicant(int hpr, String name) {
            this.hpr = hpr;
            this.name = name;
        }

        public Applicant area(String code) {
            area = code;
            return this;
        }

        public Applicant affiliation(Affiliation kind) {
            affiliation = kind;
            return this;
        }

        public Applicant months(int months) {
            counted = Months.of(months);
            return this;
        }

        public Applicant tenths(int tenths) {
            counted = new Months(tenths);
            return this;
        }

        public Applicant progress(int done, GroupSupervision reached) {
            objectives = done;
            supervision = reached;
            return this;
        }

        public Applicant monthsLeft(int months) {
            left = months;
            return this;
        }

        /** One group after another; departments of a group apart by a comma are equally good. */
        public Applicant wants(String... groups) {
            ranked = Arrays.stream(groups).map(Frozen::departments).toList();
            return this;
        }

        /** Wants the whole service or nothing. */
        public Applicant wholeOnly() {
            wholeOnly = true;
            return this;
        }

        public Applicant only() {
            onlyRanked = true;
            return this;
        }

        public Applicant refuses(String... departments) {
            Arrays.stream(departments).map(DepartmentId::new).forEach(refused::add);
            return this;
        }

        public Applicant blocks(HalfYear halfYear) {
            blocked.add(halfYear);
            return this;
        }

        public Applicant from(HalfYear halfYear) {
            earliest = halfYear;
            return this;
        }

        public Applicant served(String department) {
            served.add(new DepartmentId(department));
            return this;
        }

        public Applicant leave(LeaveStatus status) {
            leave = status;
            return this;
        }

        /** The affiliation ends then; null for open-ended. */
        public Applicant until(LocalDate day) {
            to = day;
            return this;
        }

        public Applicant activities(int done) {
            activities = done;
            return this;
        }

        public Applicant interrupted() {
            interrupted = true;
            return this;
        }

        /** Settled by hand; without a position, taken out. */
        public Applicant pinned(HalfYear halfYear, String... position) {
            List<Pin.Held> held = Arrays.stream(position)
                    .map(each -> new Pin.Held(new PositionId(each + "-1"), halfYear))
                    .toList();
            pin = new Pin(new HprNumber(hpr), held, "test");
            return this;
        }

        private Candidate facts(Set<Service> covered) {
            return new Candidate(
                    new HprNumber(hpr),
                    new AreaCode(area),
                    new Employment(affiliation, LocalDate.of(2024, 1, 1), to),
                    Scheme.NEW,
                    counted,
                    Months.of(24),
                    new TrainingProgress(objectives, activities, supervision),
                    interrupted,
                    Months.of(left),
                    false,
                    covered,
                    null,
                    null);
        }

        private Wishes wishes() {
            return new Wishes(ranked, onlyRanked, refused, earliest, blocked, WishWeight.DEPARTMENT, wholeOnly);
        }
    }

    private static Set<DepartmentId> departments(String group) {
        Set<DepartmentId> ids = new TreeSet<>();
        for (String id : group.split(",")) {
            ids.add(new DepartmentId(id.strip()));
        }
        return ids;
    }

    public Frozen seats(String department, HalfYear halfYear, int seats) {
        return seats(department, halfYear, seats, List.of());
    }

    /** Some of the seats went in earlier approved rounds. */
    public Frozen seats(String department, HalfYear halfYear, int seatsInAll, List<TakenEarlier> taken) {
        DepartmentId id = new DepartmentId(department);
        Service service = department.equals("akuttpsykiatri") ? Service.PSYCHIATRY : Service.SOMATIC;
        offered.add(OfferedStay.of(
                new Stay(new PositionId(department + "-1"), halfYear, List.of(new Leg(id, 6))),
                Set.of(service),
                seatsInAll,
                taken));
        return this;
    }

    public Frozen limit(String area, int doctors) {
        limits.put(new AreaCode(area), doctors);
        return this;
    }

    /** Doctors of an area who are away by earlier approved rounds. */
    public Frozen away(String area, HalfYear halfYear, List<TakenEarlier> by) {
        AreaCode code = new AreaCode(area);
        away.add(new Supply.Away(code, halfYear, limits.get(code), by));
        return this;
    }

    public Frozen psychiatryOnly(String area) {
        psychiatryOnly.add(new AreaCode(area));
        return this;
    }

    public Frozen objective(Objective wanted) {
        objective = wanted;
        return this;
    }

    /** Under a later version of the policy; facts stay those of the first day. */
    public Frozen version(int wanted) {
        version = wanted;
        return this;
    }

    public Frozen seed(String wanted) {
        seed = wanted;
        return this;
    }

    public Applicant doctor(int hpr, String name) {
        Applicant applicant = new Applicant(hpr, name);
        applicants.add(applicant);
        return applicant;
    }

    public static Policy policy() {
        return Policies.builtIn().get("ahus-2020", 1).orElseThrow();
    }

    private boolean covers(AreaCode area, Service service) {
        return service == Service.PSYCHIATRY || !psychiatryOnly.contains(area);
    }

    /** The round, frozen under the policy of 2020. */
    public Snapshot freeze() {
        Policy policy = Policies.builtIn().get("ahus-2020", version).orElseThrow();
        Map<HprNumber, Applicant> byNumber = new TreeMap<>();
        applicants.forEach(one -> byNumber.put(new HprNumber(one.hpr), one));
        List<Candidate> candidates = applicants.stream()
                .map(one -> one.facts(Set.of(Service.SOMATIC, Service.PSYCHIATRY)))
                .toList();
        Ranking ranking = policy.rank(candidates, SPRING.start(), seed);
        OptionBuilder options = new OptionBuilder(
                offered.stream().filter(OfferedStay::exists).toList(), policy.placement(), SPRING, objective);
        List<Roster.Submitted> lists = lists();
        List<Resource> resources = resources(lists);
        PinRules pins = new PinRules(resources);
        List<Doctor> doctors = new ArrayList<>();
        List<RosterEntry> entries = new ArrayList<>();
        for (Ranked ranked : ranking.ranked()) {
            Applicant one = byNumber.get(ranked.candidate().hpr());
            AreaCode area = ranked.candidate().area();
            OptionBuilder.Built built = options.build(new OfferConditions(
                    one.wishes(),
                    one.served,
                    one.interrupted,
                    new ServiceToCome(List.of(), Months.of(one.left)),
                    null,
                    one.to,
                    one.leave,
                    policy.schemes().get(ranked.candidate().scheme()),
                    policy.eligibility(),
                    null,
                    (service, halfYear) -> covers(area, service),
                    halfYear ->
                            limits.containsKey(area) ? List.of(list(lists, area).away(halfYear)) : List.of()));
            DoctorId id = DoctorId.ofPosition(ranked.position());
            Doctor doctor = new Doctor(id, built.options(), false);
            doctors.add(one.pin == null ? doctor : pins.apply(doctor, one.pin));
            entries.add(new RosterEntry(
                    id,
                    ranked.position(),
                    one.name,
                    ranked.candidate(),
                    null,
                    one.wishes(),
                    new Readiness(one.leave, LocumStatus.values()[0]),
                    one.served,
                    built.leftOut(),
                    List.of()));
        }
        Roster roster = roster(ranking, byNumber, lists, entries);
        if (!pins.findings(roster).isEmpty()) {
            throw new PinsDoNotFit(pins.findings(roster));
        }
        return new Snapshot(new RoundId("test-runde"), new AllocationProblem(objective, doctors, resources), roster);
    }

    static final class PinsDoNotFit extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        final transient List<Finding> findings;

        private PinsDoNotFit(List<Finding> findings) {
            super("The pins do not fit: " + findings);
            this.findings = findings;
        }
    }

    /** The areas of the round; what the problem calls them follows neither their codes nor any secret. */
    private List<Roster.Submitted> lists() {
        TreeSet<AreaCode> areas = new TreeSet<>(limits.keySet());
        applicants.forEach(one -> areas.add(new AreaCode(one.area)));
        List<Roster.Submitted> lists = new ArrayList<>();
        for (AreaCode area : areas) {
            lists.add(new Roster.Submitted(area, 1, "a0" + (areas.size() - lists.size())));
        }
        return lists;
    }

    private static Roster.Submitted list(List<Roster.Submitted> lists, AreaCode area) {
        return lists.stream()
                .filter(list -> list.area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private List<Resource> resources(List<Roster.Submitted> lists) {
        List<Resource> resources = new ArrayList<>();
        Set<HalfYear> halfYears = new TreeSet<>();
        for (OfferedStay stay : offered) {
            if (stay.exists()) {
                resources.add(new Resource(stay.seat(), stay.seats()));
            }
            halfYears.add(stay.stay().halfYear());
        }
        limits.forEach((area, most) -> halfYears.forEach(halfYear -> resources.add(
                new Resource(list(lists, area).away(halfYear), Math.max(0, most - away(area, halfYear))))));
        resources.sort(Comparator.comparing(Resource::id));
        return resources;
    }

    private int away(AreaCode area, HalfYear halfYear) {
        return away.stream()
                .filter(one -> one.area().equals(area) && one.halfYear().equals(halfYear))
                .mapToInt(Supply.Away::count)
                .sum();
    }

    private Roster roster(
            Ranking ranking,
            Map<HprNumber, Applicant> byNumber,
            List<Roster.Submitted> lists,
            List<RosterEntry> entries) {
        List<Supply.Covered> covered = new ArrayList<>();
        Set<AreaCode> areas = new TreeSet<>(
                applicants.stream().map(one -> new AreaCode(one.area)).toList());
        Set<HalfYear> halfYears =
                new TreeSet<>(offered.stream().map(one -> one.stay().halfYear()).toList());
        for (AreaCode area : areas) {
            for (HalfYear halfYear : halfYears) {
                Set<Service> services = new TreeSet<>();
                Arrays.stream(Service.values())
                        .filter(service -> covers(area, service))
                        .forEach(services::add);
                covered.add(new Supply.Covered(area, halfYear, services));
            }
        }
        Policy policy = Policies.builtIn().get("ahus-2020", version).orElseThrow();
        return new Roster(
                policy.id(),
                policy.version(),
                policy.hash(),
                seed,
                SPRING.start(),
                new Supply(SPRING, offered, covered, away),
                lists,
                entries,
                ranking.notEligible().stream()
                        .map(one -> new IneligibleDoctor(
                                byNumber.get(one.candidate().hpr()).name, one.candidate(), one.reasons(), List.of()))
                        .toList());
    }
}
