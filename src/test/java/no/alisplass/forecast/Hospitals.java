package no.alisplass.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;

/** Invented hospitals, areas and queues for forecasts. */
public final class Hospitals {
    public static final HospitalId HOSPITAL = new HospitalId("ahus");
    public static final HalfYear SPRING = HalfYear.parse("2028-V");
    private static final LocalDate LONG_AGO = LocalDate.of(2011, 1, 1);

    private Hospitals() {}

    public static Policy policy() {
        return Policies.builtIn().latest("ahus-2020").orElseThrow();
    }

    public static PlannedArea area(String code) {
        return area(code, null, 0);
    }

    public static PlannedArea area(String code, Integer spares, int specialists) {
        Area area = new Area(new AreaCode(code), "Område " + code, AreaKind.MUNICIPALITY);
        return new PlannedArea(
                new AreaRecord(area, List.of(new Membership(HOSPITAL, null, LONG_AGO, null)), List.of()),
                null,
                spares,
                specialists);
    }

    public static PlannedPosition position(String department, HalfYear from, int seats) {
        return new PlannedPosition(
                new PositionId(department + "-1"),
                List.of(new Leg(new DepartmentId(department), 6)),
                Set.of(Service.SOMATIC),
                new TreeMap<>(Map.of(from, seats)));
    }

    /** So many departments with so many seats each. */
    public static Plan plan(int departments, int seats, int halfYears, int perRound) {
        List<PlannedPosition> positions = new ArrayList<>();
        for (int d = 0; d < departments; d++) {
            positions.add(position(department(d), SPRING, seats));
        }
        return new Plan(HOSPITAL, SPRING, halfYears, perRound, positions);
    }

    static String department(int number) {
        return "avd" + String.format("%02d", number);
    }

    public static QueuedDoctor doctor(int hpr, String area, int months, Wishes wishes) {
        return doctor(hpr, area, months, 60, wishes, Scheme.NEW, 6);
    }

    public static QueuedDoctor doctor(
            int hpr, String area, int months, int objectives, Wishes wishes, Scheme scheme, int left) {
        WaitlistEntry entry = new WaitlistEntry(
                1,
                new Person("Lege " + hpr, new HprNumber(hpr), null),
                new Employment(Affiliation.PERMANENT, LocalDate.of(2020, 1, 1), null),
                new Training(scheme, null),
                new ServiceRecord(
                        new StatedService(Months.of(months), Months.of(months), SPRING.start(), null), List.of()),
                new TrainingProgress(objectives, 6, GroupSupervision.BEGUN),
                new InstitutionService(List.of(), Months.of(left), false),
                wishes,
                new Readiness(LeaveStatus.GRANTED, LocumStatus.SECURED),
                null);
        return new QueuedDoctor(new AreaCode(area), SPRING.start(), entry);
    }

    /** A queue of doctors who differ in months, learning, wishes and area. */
    public static ForecastInput hospital(
            int doctors,
            int areas,
            int departments,
            int seats,
            int halfYears,
            int perRound,
            Assumptions assumptions,
            long seed) {
        Random random = new Random(seed);
        List<PlannedArea> known = new ArrayList<>();
        for (int a = 0; a < areas; a++) {
            known.add(area(String.valueOf(3201 + a), a % 5 == 4 ? 2 : null, a % 3 == 0 ? 12 : 0));
        }
        List<QueuedDoctor> queue = new ArrayList<>();
        for (int d = 0; d < doctors; d++) {
            queue.add(doctor(
                    200_000_001 + d,
                    String.valueOf(3201 + random.nextInt(areas)),
                    20 + random.nextInt(40),
                    random.nextInt(100),
                    wishes(random, departments),
                    Scheme.NEW,
                    6));
        }
        return new ForecastInput(queue, known, assumptions, plan(departments, seats, halfYears, perRound), policy());
    }

    public static Wishes wishes(Random random, int departments) {
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int d = 0; d < departments; d++) {
            left.add(d);
        }
        int wished = Math.min(departments, 1 + random.nextInt(8));
        for (int w = 0; w < wished; w++) {
            ranked.add(Set.of(new DepartmentId(department(left.remove(random.nextInt(left.size()))))));
        }
        return new Wishes(
                ranked,
                random.nextInt(3) == 0,
                Set.of(),
                null,
                Set.of(),
                random.nextInt(3) == 0 ? WishWeight.START : WishWeight.DEPARTMENT);
    }
}
