package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DoctorId;
import no.alisplass.explanation.Reasons.Change;
import no.alisplass.explanation.Reasons.Move;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.search.Trial;
import no.alisplass.snapshot.Counterfactual;
import no.alisplass.snapshot.Counterfactual.Terms;
import no.alisplass.snapshot.RosterEntry;

/** Puts changes for one doctor in, works the round out again, and compares what the doctor would get. */
final class Tries {
    private final ExplainedRun scene;
    private final int doctor;
    private final DoctorId id;
    private final Altered asItIs;
    /** What the doctor would get by place in the order; the other doctors keep theirs among themselves. */
    private final Map<Integer, OptionalInt> byPlace = new HashMap<>();

    private boolean complete = true;

    Tries(ExplainedRun scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
        this.id = scene.doctor(doctor).id();
        asItIs = new Altered(scene.entry(doctor).facts(), scene.terms.terms(id), List.of(), Set.of());
    }

    /** Whether every one so far could be worked out to the end. */
    boolean complete() {
        return complete;
    }

    void incomplete() {
        complete = false;
    }

    /** What the changes together would give that is better than what is held; empty when they do not help or it is not known. */
    Optional<Change> change(List<What> whats) {
        Tried tried = tried(whats);
        if (!tried.helps()) {
            return Optional.empty();
        }
        List<List<Stay>> gain = tried.subject.options().stream()
                .filter(option -> option.tier() == tried.tier.getAsInt() && tried.hasRoom(option))
                .map(Option::stays)
                .toList();
        return Optional.of(new Change(whats, gain, moves(tried.problem, tried.more)));
    }

    boolean helps(What what) {
        return tried(List.of(what)).helps();
    }

    /** @param heldTier that of what is held, among the options there would be */
    private record Tried(
            AllocationProblem problem, List<ResourceId> more, Doctor subject, int heldTier, OptionalInt tier) {
        boolean helps() {
            return tier.isPresent() && tier.getAsInt() < heldTier;
        }

        /** Whether there is any of all that an option takes: a position without seats gives nobody anything. */
        boolean hasRoom(Option option) {
            return option.uses().stream().allMatch(use -> problem.resources().stream()
                    .anyMatch(resource -> resource.id().equals(use) && resource.capacity() > 0));
        }
    }

    private Tried tried(List<What> whats) {
        Altered altered = asItIs;
        for (What what : whats) {
            altered = altered.with(what, scene.snapshot.roster());
        }
        boolean otherFacts = !altered.facts().equals(asItIs.facts());
        boolean otherTerms = !altered.terms().equals(asItIs.terms());
        boolean wide = !altered.more().stream().allMatch(scene::known);
        Counterfactual terms = wide ? new Counterfactual(scene.wide(), scene.policy) : scene.terms;
        Ranking ranking = otherFacts ? terms.rankedWith(facts(altered)) : scene.ranking;
        AllocationProblem round = wide ? scene.wide().problem() : scene.problem;
        AllocationProblem problem = otherFacts ? terms.inOrderOf(ranking) : round;
        for (DoctorId freed : altered.freed()) {
            problem = Counterfactual.with(problem, terms.free(freed));
        }
        if (altered.terms().covered()) {
            problem = allOfTheAreaCovered(problem, terms);
        }
        Doctor subject = round.doctors().get(doctor);
        if (otherTerms || altered.freed().contains(id)) {
            subject = terms.on(id, altered.terms());
            problem = Counterfactual.with(problem, subject);
        }
        problem = withMore(problem, altered.more());
        boolean orderAlone =
                !otherTerms && altered.freed().isEmpty() && altered.more().isEmpty();
        AllocationProblem asked = problem;
        OptionalInt tier = orderAlone
                ? byPlace.computeIfAbsent(
                        ranking.place(altered.facts().hpr()).orElseThrow().position(), place -> Trial.tier(asked, id))
                : Trial.tier(asked, id);
        complete &= tier.isPresent();
        return new Tried(problem, altered.more(), subject, heldTier(subject), tier);
    }

    /** The facts that are others: the doctor's, and with a catchment those of everyone in the area. */
    private List<Candidate> facts(Altered altered) {
        List<Candidate> facts = new ArrayList<>(List.of(altered.facts()));
        if (altered.terms().covered()) {
            fellows().forEach(entry -> facts.add(entry.facts().inCatchment()));
        }
        return facts;
    }

    /** An area belongs to a catchment for all its doctors; the others compete too. */
    private AllocationProblem allOfTheAreaCovered(AllocationProblem problem, Counterfactual terms) {
        AllocationProblem covered = problem;
        for (RosterEntry entry : fellows()) {
            if (!scene.doctor(entry.position() - 1).pinned()) {
                Terms own = terms.terms(entry.doctor());
                covered = Counterfactual.with(
                        covered,
                        terms.on(entry.doctor(), new Terms(own.wishes(), own.leave(), own.affiliationTo(), true)));
            }
        }
        return covered;
    }

    private List<RosterEntry> fellows() {
        return scene.snapshot.roster().entries().stream()
                .filter(entry ->
                        entry.facts().area().equals(scene.entry(doctor).facts().area()))
                .filter(entry -> !entry.doctor().equals(id))
                .toList();
    }

    /** More can be offered, and what could be before keeps its order: what is held has only another number. */
    private int heldTier(Doctor subject) {
        Option held = scene.held(doctor);
        return held == null
                ? subject.tiers()
                : subject.options().stream()
                        .filter(option -> option.stays().equals(held.stays()))
                        .mapToInt(Option::tier)
                        .findFirst()
                        .orElse(subject.tiers());
    }

    private static AllocationProblem withMore(AllocationProblem problem, List<ResourceId> more) {
        if (more.isEmpty()) {
            return problem;
        }
        List<Resource> resources = problem.resources().stream()
                .map(resource -> more.contains(resource.id())
                        ? new Resource(
                                resource.id(),
                                resource.capacity()
                                        + (int) more.stream()
                                                .filter(resource.id()::equals)
                                                .count())
                        : resource)
                .toList();
        return new AllocationProblem(problem.objective(), problem.doctors(), resources);
    }

    /**
     * Who gives way to whom in one way of working the changed round out, from whoever has now what the doctor would get, to the new room;
     * none when nothing is added, or the doctor takes it.
     */
    private List<Move> moves(AllocationProblem problem, List<ResourceId> more) {
        List<Doctor> now = scene.problem.doctors();
        boolean sameOrder = problem.doctors().stream()
                .map(Doctor::id)
                .toList()
                .equals(now.stream().map(Doctor::id).toList());
        Optional<List<Integer>> found = more.isEmpty() || !sameOrder ? Optional.empty() : Trial.options(problem);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Option> then = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            Integer option = found.get().get(d);
            then.add(option == null ? null : problem.doctors().get(d).options().get(option));
        }
        if (then.get(doctor) == null || then.get(doctor).uses().stream().anyMatch(more::contains)) {
            return List.of();
        }
        Set<Integer> moving = new LinkedHashSet<>();
        List<Integer> open = new ArrayList<>(List.of(doctor));
        while (!open.isEmpty()) {
            int mover = open.remove(0);
            for (int giving : givingWay(mover, then)) {
                if (moving.add(giving)) {
                    open.add(giving);
                }
            }
        }
        boolean allAsWell = moving.stream()
                .allMatch(each -> then.get(each) != null && then.get(each).tier() <= scene.heldTier(each));
        return !allAsWell
                ? List.of()
                : moving.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(each -> new Move(scene.doctor(each).id(), stays(scene.held(each)), stays(then.get(each))))
                        .toList();
    }

    /** Those who hold now some of what a doctor would have, and would no longer. */
    private List<Integer> givingWay(int mover, List<Option> then) {
        List<Integer> giving = new ArrayList<>();
        if (then.get(mover) != null) {
            for (ResourceId use : then.get(mover).uses()) {
                boolean full = scene.holders(use).size() >= scene.capacity(use);
                for (int holder : scene.holders(use)) {
                    if (full
                            && holder != doctor
                            && holder != mover
                            && (then.get(holder) == null
                                    || !then.get(holder).uses().contains(use))) {
                        giving.add(holder);
                    }
                }
            }
        }
        return giving;
    }

    private static List<Stay> stays(Option option) {
        return option == null ? List.of() : option.stays();
    }
}
