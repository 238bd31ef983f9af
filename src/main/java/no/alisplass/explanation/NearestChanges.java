package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;
import no.alisplass.explanation.Reasons.Change;
import no.alisplass.policy.Criterion;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.LeftOut;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.solver.Trial;

/**
 * What alone would have given a doctor something better: each change is put in, and the round worked out again. Of a change
 * that has a size, the smallest that helps: further up in the order a doctor never gets less.
 */
final class NearestChanges {
    /** All learning objectives of the speciality (001 §3.2). */
    private static final int ALL_OBJECTIVES = 112;

    private static final int WISH_CHANGES = 2;
    private static final int SEAT_CHANGES = 2;

    private final Scene scene;
    private final int doctor;
    private final DoctorId id;
    private final RosterEntry entry;
    /** The tier the doctor would get, by place in the order; other doctors keep theirs among themselves. */
    private final Map<Integer, OptionalInt> byPlace = new HashMap<>();

    NearestChanges(Scene scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
        this.id = scene.doctor(doctor).id();
        this.entry = scene.entry(doctor);
    }

    List<Change> list() {
        List<Change> changes = new ArrayList<>();
        if (scene.doctor(doctor).pinned()) {
            return changes;
        }
        if (!scene.better(doctor).isEmpty()) {
            countedService().ifPresent(changes::add);
            progress().ifPresent(changes::add);
        }
        otherWishes().stream().limit(WISH_CHANGES).forEach(changes::add);
        moreRoom(false).stream().limit(SEAT_CHANGES).forEach(changes::add);
        moreRoom(true).stream().limit(1).forEach(changes::add);
        return changes;
    }

    private Optional<Change> countedService() {
        Months counted = entry.facts().countedService();
        int most = counted.until(Months.of(scene.policy.trainingMonths())).wholeMonths() + 1;
        return smallest(most, entry.facts()::served)
                .map(found -> change(new What.CountedService(found.size()), scene.doctor(doctor), found.tier()));
    }

    /** Asked only where progress, or what is asked after it, is what puts someone ahead. */
    private Optional<Change> progress() {
        List<CriterionCode> order =
                scene.policy.criteria().stream().map(Criterion::code).toList();
        int asked = order.indexOf(CriterionCode.PROGRESS);
        boolean ties = asked >= 0
                && scene.ranking.ranked().stream()
                        .limit(scene.ranking
                                        .place(scene.hpr(doctor))
                                        .orElseThrow()
                                        .position()
                                - 1L)
                        .anyMatch(ahead -> order.indexOf(scene.ranking
                                        .decide(ahead.candidate().hpr(), scene.hpr(doctor))
                                        .criterion())
                                >= asked);
        if (!ties) {
            return Optional.empty();
        }
        for (GroupSupervision reached : GroupSupervision.values()) {
            if (reached.compareTo(entry.facts().supervision()) > 0) {
                OptionalInt tier = tier(entry.facts().reached(0, reached));
                if (helps(tier)) {
                    return Optional.of(change(new What.Supervision(reached), scene.doctor(doctor), tier.getAsInt()));
                }
            }
        }
        return smallest(ALL_OBJECTIVES - entry.facts().objectives(), more -> entry.facts()
                        .reached(more, entry.facts().supervision()))
                .map(found -> change(new What.Objectives(found.size()), scene.doctor(doctor), found.tier()));
    }

    private record Found(int size, int tier) {}

    /** By halving; empty also when a trial on the way was not complete, for then the smallest is not known. */
    private Optional<Found> smallest(int most, IntFunction<Candidate> with) {
        if (most < 1 || !helps(tier(with.apply(most)))) {
            return Optional.empty();
        }
        int helps = most;
        int doesNot = 0;
        while (helps - doesNot > 1) {
            int middle = (helps + doesNot) >>> 1;
            OptionalInt tier = tier(with.apply(middle));
            if (tier.isEmpty()) {
                return Optional.empty();
            }
            if (helps(tier)) {
                helps = middle;
            } else {
                doesNot = middle;
            }
        }
        return Optional.of(new Found(helps, tier(with.apply(helps)).orElseThrow()));
    }

    private boolean helps(OptionalInt tier) {
        return tier.isPresent() && tier.getAsInt() < scene.heldTier(doctor);
    }

    private OptionalInt tier(Candidate changed) {
        Ranking ranking = scene.terms.rankedWith(changed);
        return ranking.place(changed.hpr())
                .map(ranked -> byPlace.computeIfAbsent(
                        ranked.position(), place -> Trial.tier(scene.terms.inOrderOf(ranking), id)))
                .orElse(OptionalInt.empty());
    }

    private List<Change> otherWishes() {
        Map<What, Wishes> tries = new LinkedHashMap<>();
        Wishes wishes = entry.wishes();
        for (DepartmentId department : departmentsLeftOut()) {
            tries.put(new What.AcceptedDepartment(department), accepting(wishes, department));
        }
        for (HalfYear blocked : wishes.blocked()) {
            Set<HalfYear> rest = new TreeSet<>(wishes.blocked());
            rest.remove(blocked);
            tries.put(
                    new What.OpenHalfYear(blocked),
                    wishes(wishes, wishes.ranked(), wishes.refused(), wishes.earliestStart(), rest));
        }
        List<Change> changes = new ArrayList<>();
        tries.forEach((what, other) -> trial(what, other).ifPresent(changes::add));
        if (wishes.earliestStart() != null) {
            scene.snapshot.roster().offering().stays().stream()
                    .map(offered -> offered.stay().halfYear())
                    .distinct()
                    .filter(halfYear -> halfYear.compareTo(wishes.earliestStart()) < 0)
                    .sorted(Comparator.reverseOrder())
                    .map(halfYear -> trial(
                            new What.EarlierStart(halfYear),
                            wishes(wishes, wishes.ranked(), wishes.refused(), halfYear, wishes.blocked())))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private Set<DepartmentId> departmentsLeftOut() {
        Set<DepartmentId> departments = new TreeSet<>();
        for (OfferedStay offered : scene.snapshot.roster().offering().stays()) {
            for (LeftOut out : entry.leftOut()) {
                boolean unwanted = out.reason() == LeftOut.Reason.REFUSED || out.reason() == LeftOut.Reason.NOT_WISHED;
                if (unwanted
                        && out.position().equals(offered.stay().position())
                        && out.halfYear().equals(offered.stay().halfYear())) {
                    offered.stay().legs().stream()
                            .map(Leg::department)
                            .filter(department ->
                                    entry.wishes().rankOf(department).isEmpty())
                            .forEach(departments::add);
                }
            }
        }
        return departments;
    }

    private static Wishes accepting(Wishes wishes, DepartmentId department) {
        Set<DepartmentId> refused = new TreeSet<>(wishes.refused());
        refused.remove(department);
        List<Set<DepartmentId>> ranked = new ArrayList<>(wishes.ranked());
        if (wishes.onlyRanked()) {
            ranked.add(Set.of(department));
        }
        return wishes(wishes, ranked, refused, wishes.earliestStart(), wishes.blocked());
    }

    private static Wishes wishes(
            Wishes wishes,
            List<Set<DepartmentId>> ranked,
            Set<DepartmentId> refused,
            HalfYear earliestStart,
            Set<HalfYear> blocked) {
        return new Wishes(
                ranked, wishes.onlyRanked(), refused, earliestStart, blocked, wishes.weight(), wishes.wholeOnly());
    }

    private Optional<Change> trial(What what, Wishes wishes) {
        Doctor changed = scene.terms.withWishes(id, wishes);
        Option held = scene.held(doctor);
        // More can be offered now, and what could be before keeps its order: the tier held has only another number.
        int heldTier = held == null
                ? changed.tiers()
                : changed.options().stream()
                        .filter(option -> option.stays().equals(held.stays()))
                        .findFirst()
                        .orElseThrow()
                        .tier();
        OptionalInt tier = Trial.tier(scene.terms.with(changed, wishes), id);
        return tier.isPresent() && tier.getAsInt() < heldTier
                ? Optional.of(change(what, changed, tier.getAsInt()))
                : Optional.empty();
    }

    /** One unit more of each thing that the better options use, the best option's first. */
    private List<Change> moreRoom(boolean limits) {
        Set<ResourceId> wanted = new LinkedHashSet<>();
        scene.better(doctor).forEach(option -> wanted.addAll(option.uses()));
        List<Change> changes = new ArrayList<>();
        for (ResourceId resource : wanted) {
            Stay stay = scene.stay(resource);
            if ((stay == null) == limits) {
                OptionalInt tier = Trial.tier(withOneMore(resource), id);
                if (helps(tier)) {
                    What what = limits ? new What.HigherLimit(scene.halfYear(resource)) : new What.MoreSeats(stay);
                    changes.add(change(what, scene.doctor(doctor), tier.getAsInt()));
                }
            }
        }
        return changes;
    }

    private AllocationProblem withOneMore(ResourceId wanted) {
        List<Resource> resources = scene.problem.resources().stream()
                .map(resource ->
                        resource.id().equals(wanted) ? new Resource(wanted, resource.capacity() + 1) : resource)
                .toList();
        return new AllocationProblem(scene.problem.objective(), scene.problem.doctors(), resources);
    }

    private static Change change(What what, Doctor doctor, int tier) {
        return new Change(
                what,
                doctor.options().stream()
                        .filter(option -> option.tier() == tier)
                        .map(Option::stays)
                        .toList());
    }
}
