package no.alisplass.forecast.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import no.alisplass.domain.Slug;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.problem.Leg;

/**
 * What {@code plan.yaml} says.
 *
 * @param plan null when it is faulty
 * @param departments their names, the identifier last
 * @param registerDay the day that months of the register hold on where it says no other
 * @param goal null for none
 */
record PlanFile(
        Plan plan,
        Map<DepartmentId, List<String>> departments,
        LocalDate registerDay,
        String policy,
        Integer policyVersion,
        long seed,
        int replications,
        Goal goal,
        int goalReplications) {
    private static final int MOST_SEATS = 1_000;
    private static final int USUAL_REPLICATIONS = 1_000;
    private static final int USUAL_GOAL_REPLICATIONS = 200;

    static PlanFile read(Section file) {
        HospitalId hospital = slug(file, "hospital") ? new HospitalId(file.text("hospital", true)) : null;
        String policy = file.text("policy", true);
        Integer version = file.whole("policy-version", 1, 9_999, false);
        LocalDate registerDay = file.date("register-day", true);
        HalfYear first = file.halfYear("first", true);
        Integer halfYears = file.whole("half-years", 1, Plan.MOST_HALF_YEARS, true);
        int perRound = file.wholeOr("half-years-per-round", 1, Plan.MOST_PER_ROUND, 1);
        int seed = file.wholeOr("seed", 0, Integer.MAX_VALUE, 1);
        int replications = file.wholeOr("replications", 1, Forecast.MOST_REPLICATIONS, USUAL_REPLICATIONS);
        Map<DepartmentId, List<String>> names = new TreeMap<>();
        Map<DepartmentId, Service> services = new TreeMap<>();
        for (Section each : file.sections("departments", true)) {
            String name = each.text("name", true);
            Service service = each.choice("service", Service.values(), null);
            if (slug(each, "id") && name != null && service != null) {
                DepartmentId id = new DepartmentId(each.text("id", true));
                if (names.put(id, List.of(name, id.value())) != null) {
                    each.fault("id", "is listed twice. Remove one of them.");
                }
                services.put(id, service);
            }
            each.end();
        }
        Span span = first == null || halfYears == null ? null : new Span(first, halfYears);
        List<PlannedPosition> positions = new ArrayList<>();
        Set<PositionId> seen = new HashSet<>();
        for (Section each : file.sections("positions", true)) {
            PlannedPosition position = position(each, services, span);
            if (position != null && !seen.add(position.id())) {
                each.fault("id", "is listed twice. Remove one of them, or give it more seats.");
            } else if (position != null) {
                positions.add(position);
            }
        }
        Plan plan = null;
        if (hospital != null && first != null && halfYears != null) {
            if (first.year() + (halfYears + 1) / 2 > 2100) {
                file.fault("half-years", "must end by 2100. Write fewer.");
            } else {
                plan = new Plan(hospital, first, halfYears, perRound, positions);
            }
        }
        Section wanted = file.section("goal", false);
        Goal goal = wanted == null || plan == null ? null : goal(wanted, plan);
        int goalReplications = wanted == null
                ? USUAL_GOAL_REPLICATIONS
                : wanted.wholeOr("replications", 1, Forecast.MOST_REPLICATIONS, USUAL_GOAL_REPLICATIONS);
        if (wanted != null) {
            wanted.end();
        }
        file.end();
        return new PlanFile(plan, names, registerDay, policy, version, seed, replications, goal, goalReplications);
    }

    private static boolean slug(Section section, String key) {
        String text = section.text(key, true);
        if (text != null && !text.matches(Slug.FORM)) {
            section.fault(key, "must be 2 to 60 lower-case letters, digits or hyphens. Maybe write ahus-geriatri.");
            return false;
        }
        return text != null;
    }

    /** The plan's half-years. */
    private record Span(HalfYear first, int halfYears) {
        boolean holds(HalfYear halfYear) {
            return halfYear.compareTo(first) >= 0 && first.until(halfYear) < halfYears;
        }
    }

    /** @param span null when it is faulty */
    private static PlannedPosition position(Section section, Map<DepartmentId, Service> services, Span span) {
        boolean named = slug(section, "id");
        List<Leg> legs = new ArrayList<>();
        Set<Service> touched = EnumSet.noneOf(Service.class);
        List<Section> parts = section.sections("parts", true);
        for (Section part : parts) {
            Integer months = part.whole("months", 1, 6, true);
            if (slug(part, "department") && months != null) {
                DepartmentId department = new DepartmentId(part.text("department", true));
                if (services.containsKey(department)) {
                    legs.add(new Leg(department, months));
                    touched.add(services.get(department));
                } else {
                    part.fault("department", "is not among the departments. Add it there, or correct it.");
                }
            }
            part.end();
        }
        Section seats = section.section("seats", true);
        Map<HalfYear, Integer> from = seats == null ? Map.of() : seats.wholeByHalfYear(MOST_SEATS);
        Section changed = section.section("changes", false);
        Map<HalfYear, Integer> changes = changed == null ? Map.of() : changed.wholeByHalfYear(MOST_SEATS);
        changes.keySet().stream()
                .filter(each -> span != null && !span.holds(each))
                .forEach(each -> changed.fault(
                        each.toString(),
                        "must be one of the plan's " + span.halfYears() + " half-years, from " + span.first()
                                + ". Write one of them, or remove it."));
        section.end();
        boolean sound = named && !legs.isEmpty() && legs.size() == parts.size() && seats != null;
        return sound
                ? new PlannedPosition(
                        new PositionId(section.text("id", true)),
                        legs,
                        touched,
                        PlannedPosition.changed(new TreeMap<>(from), changes))
                : null;
    }

    /** Either so many months for so large a share, or nothing but that the queue does not grow. */
    private static Goal goal(Section section, Plan plan) {
        HalfYear by = section.halfYear("by", true);
        Double certainty = section.number("certainty", 0.01, 1, false);
        Integer months = section.whole("wait-under-months", 1, Goal.MOST_MONTHS, false);
        Double share = section.number("share", 0.01, 1, false);
        if (by != null && (by.compareTo(plan.first()) < 0 || plan.first().until(by) >= plan.halfYears())) {
            section.fault(
                    "by",
                    "must be one of the plan's half-years, " + plan.first() + " to "
                            + plan.halfYear(plan.halfYears() - 1) + ".");
            return null;
        }
        if (months == null && share != null) {
            section.fault("share", "needs wait-under-months beside it. Add that, or remove this.");
        }
        if (by == null) {
            return null;
        }
        double sure = certainty == null ? 0.8 : certainty;
        return months == null ? Goal.queueHolds(by, sure) : new Goal(by, months, share == null ? 0.9 : share, sure);
    }
}
