package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.PositionPart;
import no.alisplass.catchment.Agreements;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.planning.ForecastQuestion.AreaFigures;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * What a forecast follows from, as the register, the catchment, the positions and what approved rounds have given stand now. Who has a place to come
 * has it: it is done when the forecast asks what is left, its half-years are not free, and its seat is not given again.
 */
@ApplicationScoped
class RegisterInput {
    /** How many departments a plan can name. */
    private static final int MOST_DEPARTMENTS = Long.SIZE;

    private final Capacity capacity;
    private final Catchment catchment;
    private final Agreements agreements;
    private final RegisterLists register;
    private final Placements placements;
    private final PlannedSeats seats;
    private final Policies policies;
    private final Clock clock;

    RegisterInput(
            Capacity capacity,
            Catchment catchment,
            Agreements agreements,
            RegisterLists register,
            Placements placements,
            PlannedSeats seats,
            Policies policies,
            Clock clock) {
        this.capacity = capacity;
        this.catchment = catchment;
        this.agreements = agreements;
        this.register = register;
        this.placements = placements;
        this.seats = seats;
        this.policies = policies;
        this.clock = clock;
    }

    /** The first half-year that begins today or later. */
    HalfYear first() {
        return HalfYear.startingOnOrAfter(LocalDate.now(clock));
    }

    /** What a forecast is worked out from, and who is not in it. */
    record Frozen(FrozenInput input, LeftOut leftOut) {}

    /** Refused INVALID for what does not fit together, and for more than can be worked out. */
    @Transactional
    Result<Frozen> freeze(Hospital hospital, ForecastQuestion question) {
        Policy policy =
                policies.get(question.policy(), question.policyVersion()).orElse(null);
        if (policy == null) {
            return Result.invalid(
                    Finding.of("policy", question.policy(), "planning.no-such-policy", question.policy()));
        }
        List<AreaRecord> areas = areas(hospital, question);
        List<Position> positions = capacity.positions(hospital.id());
        List<Finding> faults = new ArrayList<>(QuestionRules.check(
                question,
                positions.stream().map(Position::id).collect(Collectors.toSet()),
                areas.stream().map(each -> each.area().code()).collect(Collectors.toSet())));
        HalfYear now = HalfYear.containing(LocalDate.now(clock));
        if (question.first().compareTo(now) < 0) {
            faults.add(Finding.of("first", question.first(), "planning.first-past", now));
        }
        long departments = positions.stream()
                .flatMap(each -> each.parts().stream())
                .map(PositionPart::department)
                .distinct()
                .count();
        if (departments > MOST_DEPARTMENTS) {
            faults.add(Finding.of("hospital", departments, "planning.too-many-departments", MOST_DEPARTMENTS));
        }
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        List<GivenStay> given = placements.given();
        Queue queue = queue(hospital, areas, given, question.first());
        FrozenInput frozen = FrozenInput.of(
                queue.doctors(),
                planned(hospital, areas, question),
                seats.plan(hospital, positions, question, given),
                policy);
        List<Finding> tooMuch = ForecastWork.check(question, frozen.with(question.assumed(), policy));
        return tooMuch.isEmpty() ? Result.done(new Frozen(frozen, queue.leftOut())) : Result.invalid(tooMuch);
    }

    /** Those the hospital serves today or on the first day of one of the half-years. */
    private List<AreaRecord> areas(Hospital hospital, ForecastQuestion question) {
        Set<LocalDate> days = new TreeSet<>(Set.of(LocalDate.now(clock)));
        HalfYear at = question.first();
        for (int i = 0; i < Math.min(question.halfYears(), ForecastQuestion.MOST_HALF_YEARS) && !at.isLast(); i++) {
            days.add(at.start());
            at = at.next();
        }
        return catchment.records().stream()
                .map(Versioned::value)
                .filter(area -> days.stream()
                        .anyMatch(day -> !area.covered(hospital.id(), day).isEmpty()))
                .toList();
    }

    private List<PlannedArea> planned(Hospital hospital, List<AreaRecord> areas, ForecastQuestion question) {
        Map<AreaCode, Agreed> agreed = agreements.agreed(hospital.id());
        Map<AreaCode, AreaFigures> told =
                question.areas().stream().collect(Collectors.toMap(AreaFigures::area, each -> each));
        return areas.stream()
                .map(area -> {
                    AreaCode code = area.area().code();
                    AreaFigures figures = told.getOrDefault(code, new AreaFigures(code, null, null));
                    return new PlannedArea(
                            area,
                            agreed.get(code),
                            figures.spares(),
                            figures.specialists() == null ? 0 : figures.specialists());
                })
                .toList();
    }

    private record Queue(List<QueuedDoctor> doctors, LeftOut leftOut) {}

    private Queue queue(Hospital hospital, List<AreaRecord> areas, List<GivenStay> given, HalfYear first) {
        HospitalView view = new HospitalView(
                RegisterAreas.names(List.of(hospital)), () -> RegisterAreas.names(capacity.hospitals()));
        Map<HprNumber, List<GivenStay>> stays = given.stream().collect(Collectors.groupingBy(GivenStay::hpr));
        LocalDate today = LocalDate.now(clock);
        List<QueuedDoctor> queue = new ArrayList<>();
        int faulty = 0;
        int nothingLeft = 0;
        for (AreaRecord area : areas) {
            AreaCode code = area.area().code();
            List<RegisteredDoctor> ready = register.ready(code);
            faulty += (int) waiting(code) - ready.size();
            for (RegisteredDoctor doctor : ready) {
                WaitlistEntry entry =
                        waiting(view.of(doctor.facts().entry()), stays.getOrDefault(doctor.hpr(), List.of()), first);
                if (entry == null) {
                    nothingLeft++;
                } else {
                    queue.add(new QueuedDoctor(code, today, entry));
                }
            }
        }
        return new Queue(queue, new LeftOut(faulty, nothingLeft));
    }

    /** How many wait in the area's register, whatever is wrong of them. */
    private long waiting(AreaCode area) {
        return register.doctors(area, DoctorFilter.WAITING, 0, 1) instanceof Result.Done<DoctorPage> page
                ? page.value().total()
                : 0;
    }

    /** The doctor when what was given has been done; null for one who needs no more then. */
    static WaitlistEntry waiting(WaitlistEntry entry, List<GivenStay> given, HalfYear first) {
        InstitutionService done = entry.institution();
        ServiceToCome toCome = ServiceToCome.of(done.monthsLeft(), done.interrupted(), given, first);
        if (toCome.left().tenths() == 0) {
            return null;
        }
        if (toCome.stays().isEmpty()) {
            return entry;
        }
        List<ApprovedMonths> approved = new ArrayList<>(done.approved());
        Set<DepartmentId> known = new HashSet<>(done.departments());
        Set<HalfYear> away = new TreeSet<>(entry.wishes().blocked());
        for (GivenStay stay : toCome.stays()) {
            for (GivenStay.Part part : stay.parts()) {
                if (known.add(part.department())) {
                    approved.add(new ApprovedMonths(part.department(), null, Months.of(part.months())));
                }
            }
            for (HalfYear at = stay.halfYear(); at.compareTo(stay.last()) <= 0; at = at.next()) {
                if (at.compareTo(first) >= 0) {
                    away.add(at);
                }
            }
        }
        Wishes wishes = entry.wishes();
        return entry.with(done.with(approved, toCome.left()))
                .with(new Wishes(
                        wishes.ranked(),
                        wishes.onlyRanked(),
                        wishes.refused(),
                        wishes.earliestStart(),
                        away,
                        wishes.weight(),
                        wishes.wholeOnly()));
    }
}
