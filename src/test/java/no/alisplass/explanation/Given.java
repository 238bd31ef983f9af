package no.alisplass.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.TakenEarlier;

/**
 * What a small round is frozen from, so that a change can be made where it would be made and the round frozen anew: the tests' own way
 * to a changed problem, which the maker of the sentences has no part in.
 */
final class Given {
    static final List<String> DEPARTMENTS = List.of("geriatri", "lunge", "akuttpsykiatri");
    static final List<HalfYear> HALF_YEARS = List.of(Frozen.SPRING, Frozen.AUTUMN);
    private static final List<String> AREAS = List.of("3205", "3222");

    /** A doctor as listed. */
    static final class Person {
        String name;
        int hpr;
        String area;
        Affiliation affiliation;
        LocalDate to;
        LeaveStatus leave = LeaveStatus.GRANTED;
        int tenths;
        int objectives;
        int activities;
        GroupSupervision supervision;
        boolean interrupted;
        int left;
        List<String> wanted = new ArrayList<>();
        boolean only;
        boolean wholeOnly;
        Set<String> refused = new TreeSet<>();
        Set<HalfYear> blocked = new TreeSet<>();
        HalfYear from;
        Set<String> served = new TreeSet<>();
        /** Null for nothing, empty for out. */
        List<String> pinned;

        HalfYear pinnedIn;
    }

    final List<Person> people = new ArrayList<>();
    final Map<String, Integer> seats = new TreeMap<>();
    final Map<String, Integer> taken = new TreeMap<>();
    final Map<String, Integer> limits = new TreeMap<>();
    final Set<String> psychiatryOnly = new TreeSet<>();
    /** How many more each area can spare, by area and half-year. */
    private final Map<AreaCode, Map<HalfYear, Integer>> more = new TreeMap<>();

    Objective objective = Objective.WISHES_FIRST;
    String seed;

    static String key(String department, HalfYear halfYear) {
        return department + " " + halfYear;
    }

    Person person(String name) {
        return people.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
    }

    /** Every cause mixed: limits, pins, refused leave, earlier rounds, no seats, catchment, affiliations that end. */
    static Given random(long seed) {
        Random random = new Random(seed);
        Given given = new Given();
        given.seed = "frø " + seed;
        int most = random.nextInt(20) == 0 ? 0 : 2;
        for (String department : DEPARTMENTS) {
            for (HalfYear halfYear : HALF_YEARS) {
                int count = random.nextInt(most + 1);
                given.seats.put(key(department, halfYear), count);
                given.taken.put(key(department, halfYear), random.nextInt(4) == 0 ? random.nextInt(count + 1) : 0);
            }
        }
        if (random.nextInt(4) == 0) {
            given.objective = Objective.PLACEMENTS_FIRST;
        }
        if (random.nextInt(2) == 0) {
            given.limits.put("3205", random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            given.psychiatryOnly.add("3222");
        }
        int doctors = 3 + random.nextInt(3);
        for (int d = 0; d < doctors; d++) {
            given.people.add(person(random, d));
        }
        return given;
    }

    private static Person person(Random random, int number) {
        Person one = new Person();
        one.name = "Lege" + (char) ('A' + number);
        one.hpr = 7_100_001 + number * 137;
        one.area = AREAS.get(random.nextInt(2));
        one.affiliation = Affiliation.values()[random.nextInt(3)];
        if (random.nextInt(4) == 0) {
            one.to = LocalDate.of(2027, 3 + random.nextInt(9), 15);
        }
        if (random.nextInt(6) == 0) {
            one.leave = LeaveStatus.REFUSED;
        }
        one.tenths = 200 + random.nextInt(4) * 60;
        one.objectives = 40 + random.nextInt(3) * 10;
        one.activities = random.nextInt(3) * 3;
        one.supervision = GroupSupervision.values()[random.nextInt(3)];
        one.interrupted = random.nextInt(6) == 0;
        one.left = random.nextInt(4) == 0 ? 12 : 6;
        List<String> order = new ArrayList<>(DEPARTMENTS);
        java.util.Collections.shuffle(order, random);
        one.wanted.addAll(order.subList(0, random.nextInt(4)));
        one.only = !one.wanted.isEmpty() && random.nextBoolean();
        if (random.nextInt(4) == 0) {
            one.refused.add(order.get(2));
            one.wanted.remove(order.get(2));
            one.only &= !one.wanted.isEmpty();
        }
        if (random.nextInt(4) == 0) {
            one.blocked.add(HALF_YEARS.get(random.nextInt(2)));
        }
        if (random.nextInt(5) == 0) {
            one.from = Frozen.AUTUMN;
        }
        if (random.nextInt(6) == 0) {
            one.served.add(order.get(0));
        }
        int pin = random.nextInt(8);
        if (pin < 2) {
            one.pinnedIn = HALF_YEARS.get(random.nextInt(2));
            one.pinned = pin == 0 ? List.of() : List.of(order.get(random.nextInt(3)));
        }
        one.wholeOnly = one.left == 12 && random.nextBoolean();
        return one;
    }

    /** @throws IllegalArgumentException when the pins do not fit */
    Snapshot freeze() {
        Frozen frozen = new Frozen().seed(seed).objective(objective);
        for (String department : DEPARTMENTS) {
            for (HalfYear halfYear : HALF_YEARS) {
                int gone = taken.get(key(department, halfYear));
                frozen.seats(
                        department,
                        halfYear,
                        seats.get(key(department, halfYear)),
                        gone == 0
                                ? List.of()
                                : List.of(new TakenEarlier(new RoundId("tidligere"), "Tidligere runde", gone)));
            }
        }
        limits.forEach(frozen::limit);
        psychiatryOnly.forEach(frozen::psychiatryOnly);
        for (Person one : people) {
            Frozen.Applicant applicant = frozen.doctor(one.hpr, one.name)
                    .area(one.area)
                    .affiliation(one.affiliation)
                    .until(one.to)
                    .leave(one.leave)
                    .tenths(one.tenths)
                    .progress(one.objectives, one.supervision)
                    .activities(one.activities)
                    .monthsLeft(one.left)
                    .wants(one.wanted.toArray(String[]::new))
                    .refuses(one.refused.toArray(String[]::new));
            if (one.interrupted) {
                applicant.interrupted();
            }
            if (one.only) {
                applicant.only();
            }
            if (one.wholeOnly) {
                applicant.wholeOnly();
            }
            one.blocked.forEach(applicant::blocks);
            one.served.forEach(applicant::served);
            if (one.from != null) {
                applicant.from(one.from);
            }
            if (one.pinned != null) {
                applicant.pinned(one.pinnedIn, one.pinned.toArray(String[]::new));
            }
        }
        return withMore(frozen.freeze());
    }

    private Snapshot withMore(Snapshot snapshot) {
        AllocationProblem problem = snapshot.problem();
        Map<ResourceId, Integer> added = new TreeMap<>();
        more.forEach((area, halfYears) -> halfYears.forEach(
                (halfYear, doctors) -> added.put(snapshot.roster().away(area, halfYear), doctors)));
        List<Resource> resources = problem.resources().stream()
                .map(each -> new Resource(each.id(), each.capacity() + added.getOrDefault(each.id(), 0)))
                .toList();
        return new Snapshot(
                snapshot.round(),
                new AllocationProblem(problem.objective(), problem.doctors(), resources),
                snapshot.roster());
    }

    /** Makes a change where it would be made. @param names by pseudonym */
    void apply(What what, Person one, Map<String, String> names) {
        if (what instanceof What.LeaveGranted) {
            one.leave = LeaveStatus.GRANTED;
        } else if (what instanceof What.OtherAffiliation other) {
            one.affiliation = other.affiliation();
            one.to = other.affiliation() == Affiliation.LOCUM ? one.to : null;
        } else if (what instanceof What.AffiliationUntil until) {
            one.to = until.day();
        } else if (what instanceof What.InCatchment) {
            psychiatryOnly.remove(one.area);
        } else if (what instanceof What.CountedService service) {
            one.tenths = Math.min(6000, one.tenths + 10 * service.months());
        } else if (what instanceof What.Objectives objectives) {
            one.objectives += objectives.more();
        } else if (what instanceof What.Activities activities) {
            one.activities += activities.more();
        } else if (what instanceof What.Supervision supervision) {
            one.supervision = supervision.reached();
        } else if (what instanceof What.AcceptedDepartment accepted) {
            one.refused.remove(accepted.department().value());
            if (one.only) {
                one.wanted.add(accepted.department().value());
            }
        } else if (what instanceof What.OpenHalfYear open) {
            one.blocked.remove(open.halfYear());
        } else if (what instanceof What.EarlierStart earlier) {
            one.from = earlier.halfYear();
        } else if (what instanceof What.FirstPartAlone) {
            one.wholeOnly = false;
        } else if (what instanceof What.HigherLimit limit) {
            more.computeIfAbsent(new AreaCode(one.area), area -> new TreeMap<>())
                    .merge(limit.halfYear(), 1, Integer::sum);
        } else if (what instanceof What.NotByHand hand) {
            person(names.get(hand.doctor().value())).pinned = null;
        } else {
            What.MoreSeats wanted = (What.MoreSeats) what;
            seats.merge(
                    key(
                            wanted.stay().legs().get(0).department().value(),
                            wanted.stay().halfYear()),
                    1,
                    Integer::sum);
        }
    }
}
