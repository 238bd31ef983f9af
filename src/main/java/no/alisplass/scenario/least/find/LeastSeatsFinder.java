package no.alisplass.scenario.least.find;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatChanges;
import no.alisplass.scenario.least.LeastCertificate;
import no.alisplass.scenario.least.LeastProven;
import no.alisplass.scenario.least.LeastQuestion;
import no.alisplass.scenario.least.LeastSeats;
import no.alisplass.scenario.least.SeatCeiling;
import no.alisplass.scenario.least.check.LeastChecker;
import no.alisplass.scenario.least.find.LeastSearch.Found;
import no.alisplass.search.Holdings;
import no.alisplass.search.Rerun;
import no.alisplass.snapshot.Snapshot;

/** Asks of a frozen round how few more seats would serve whom. Reads and writes nothing of the round. */
@ApplicationScoped
public class LeastSeatsFinder {
    private final Scenarios scenarios;

    public LeastSeatsFinder(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Whom seats are to be enough for.
     *
     * @param bestTier whether only what they want most will do
     * @param limits whether areas' limits hold; without them it is as if each area could spare all its doctors
     * @param only these alone; empty for everyone. Whoever has a place by hand keeps it all the same
     */
    public record Whom(boolean bestTier, boolean limits, Optional<Set<DoctorId>> only) {}

    /** The answer, and its proof for those who may see the doctors' numbers. */
    public record Answered(LeastSeats told, LeastProven proven) {}

    /**
     * Seats are added to the first position of a department, as in every what-if. Refused for a place that nobody can be offered or that is
     * named twice, and for a round that is too large.
     *
     * @param ceilings where there could be more seats; everywhere, as many as anybody could want, when there are none
     */
    public Result<Answered> find(Snapshot snapshot, Whom whom, List<SeatCeiling> ceilings) {
        AllocationProblem everywhere = scenarios.everywhere(snapshot).problem();
        AllocationProblem problem = whom.limits() ? everywhere : unlimited(everywhere);
        SeatChanges places = new SeatChanges(problem);
        List<Finding> faults = faults(places.now(), ceilings);
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        return find(problem, whom, most(problem, places, ceilings));
    }

    private static AllocationProblem unlimited(AllocationProblem problem) {
        int all = problem.doctors().size();
        return new AllocationProblem(
                problem.objective(),
                problem.doctors(),
                problem.resources().stream()
                        .map(each -> each.id().seat().isPresent() ? each : new Resource(each.id(), all))
                        .toList());
    }

    private static Result<Answered> find(AllocationProblem problem, Whom whom, List<Resource> most) {
        List<DoctorId> served = new ArrayList<>();
        int nothing = 0;
        int settledOut = 0;
        for (Doctor doctor : problem.doctors()) {
            boolean asked = whom.only().map(some -> some.contains(doctor.id())).orElse(true);
            if (!doctor.options().isEmpty() && (asked || doctor.pinned())) {
                served.add(doctor.id());
            } else if (asked) {
                settledOut += doctor.pinned() ? 1 : 0;
                nothing += doctor.pinned() ? 0 : 1;
            }
        }
        LeastQuestion question = new LeastQuestion(CanonicalJson.hash(problem), served, whom.bestTier(), most);
        int size = LeastSearch.size(problem, question);
        if (size > LeastSearch.MAX_OPTIONS) {
            return Result.invalid(Finding.of("goal", size, "scenario.least-too-much", size, LeastSearch.MAX_OPTIONS));
        }
        Found found = LeastSearch.find(problem, question);
        LeastCertificate certificate = found.certificate();
        boolean none = certificate.added() == null;
        return Result.done(new Answered(
                new LeastSeats(
                        found.answer(),
                        served.size(),
                        nothing,
                        settledOut,
                        none ? null : certificate.number(),
                        certificate.atLeast(),
                        found.fewestPlaces(),
                        none ? List.of() : added(problem, certificate),
                        LeastChecker.check(problem, certificate).accepted(),
                        none ? null : byRules(problem, certificate),
                        question.problemHash(),
                        CanonicalJson.hash(certificate)),
                new LeastProven(problem, certificate)));
    }

    private static List<Finding> faults(List<SeatChange> now, List<SeatCeiling> ceilings) {
        List<Finding> faults = new ArrayList<>();
        Set<List<Object>> named = new HashSet<>();
        for (int i = 0; i < ceilings.size(); i++) {
            SeatCeiling ceiling = ceilings.get(i);
            String field = "most[" + i + "]";
            List<SeatChange> places = now.stream()
                    .filter(place -> ceiling.holdsIn(place.department(), place.halfYear()))
                    .toList();
            if (places.isEmpty()) {
                faults.add(
                        ceiling.halfYear() == null
                                ? Finding.of(
                                        field, ceiling.department(), "scenario.no-seats-there", ceiling.department())
                                : Finding.of(
                                        field,
                                        ceiling.department(),
                                        "scenario.no-such-seat",
                                        ceiling.department(),
                                        ceiling.halfYear()));
            }
            for (SeatChange place : places) {
                if (!named.add(List.of(place.department(), place.halfYear()))) {
                    faults.add(Finding.of(
                            field, place.department(), "scenario.seat-twice", place.department(), place.halfYear()));
                }
            }
        }
        return faults;
    }

    private static List<Resource> most(AllocationProblem problem, SeatChanges places, List<SeatCeiling> ceilings) {
        Map<ResourceId, Integer> more = new HashMap<>();
        for (SeatChange place : places.now()) {
            int anybody = problem.doctors().size();
            int extra = ceilings.isEmpty()
                    ? anybody
                    : ceilings.stream()
                            .filter(each -> each.holdsIn(place.department(), place.halfYear()))
                            .mapToInt(each -> each.most() - place.seats())
                            .findFirst()
                            .orElse(0);
            if (extra > 0) {
                more.put(places.first(place), extra);
            }
        }
        return problem.resources().stream()
                .filter(resource -> more.containsKey(resource.id()))
                .map(resource -> new Resource(resource.id(), resource.capacity() + more.get(resource.id())))
                .toList();
    }

    private static List<LeastSeats.Added> added(AllocationProblem problem, LeastCertificate certificate) {
        Map<ResourceId, SeatChange> departments = new HashMap<>();
        SeatChanges places = new SeatChanges(problem);
        places.now().forEach(place -> departments.put(places.first(place), place));
        Map<ResourceId, Integer> now = new HashMap<>();
        problem.resources().forEach(resource -> now.put(resource.id(), resource.capacity()));
        return certificate.added().stream()
                .map(each -> new LeastSeats.Added(
                        each.id().seat().orElseThrow().position(),
                        departments.get(each.id()).department(),
                        departments.get(each.id()).halfYear(),
                        now.get(each.id()),
                        each.capacity()))
                .sorted((one, other) -> {
                    int byTime = one.halfYear().compareTo(other.halfYear());
                    return byTime != 0
                            ? byTime
                            : one.position().value().compareTo(other.position().value());
                })
                .toList();
    }

    private static LeastSeats.ByRules byRules(AllocationProblem problem, LeastCertificate certificate) {
        Map<ResourceId, Integer> added = new HashMap<>();
        certificate.added().forEach(each -> added.put(each.id(), each.capacity()));
        int[] capacity = problem.resources().stream()
                .mapToInt(resource -> resource.capacity() + added.getOrDefault(resource.id(), 0))
                .toArray();
        Rerun.Outcome outcome = new Rerun(problem).with(capacity);
        Set<DoctorId> asked = new HashSet<>(certificate.question().doctors());
        int served = 0;
        for (int d = 0; d < problem.doctors().size(); d++) {
            Doctor doctor = problem.doctors().get(d);
            int option = outcome.options()[d];
            boolean willDo = option != Holdings.NONE
                    && (doctor.pinned()
                            || !certificate.question().bestTier()
                            || doctor.options().get(option).tier()
                                    == doctor.options().get(0).tier());
            served += asked.contains(doctor.id()) && willDo ? 1 : 0;
        }
        int placed = (int) IntStream.of(outcome.options())
                .filter(option -> option != Holdings.NONE)
                .count();
        return new LeastSeats.ByRules(served, placed, problem.doctors().size() - placed, outcome.settled());
    }
}
