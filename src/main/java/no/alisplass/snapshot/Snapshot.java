package no.alisplass.snapshot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** A round frozen at one moment: the problem to solve, and who its doctors are. */
public record Snapshot(RoundId round, AllocationProblem problem, Roster roster) {
    /**
     * For which half-years a register is frozen as a round would be, and by which rules; null is whatever is usual.
     *
     * @param halfYears how many, from the first
     */
    public record RegisterTerms(HalfYear first, Integer halfYears, String policy, Integer version) {
        /** All of them as is usual. */
        public static final RegisterTerms USUAL = new RegisterTerms(null, null, null, null);
    }

    /**
     * Whether both give the same doctors the same: the same people in the same order, with the same problem. What limits are called in it
     * is drawn anew when any list is sent anew, also where that changes nothing that counts, and is no difference.
     */
    public boolean isSameAs(Snapshot other) {
        return people().equals(other.people()) && byArea().equals(other.byArea());
    }

    private List<HprNumber> people() {
        return roster.entries().stream().map(entry -> entry.facts().hpr()).toList();
    }

    /** The problem with its limits named by the areas' codes, as only those may read it who may know whose they are. */
    AllocationProblem byArea() {
        Map<ResourceId, ResourceId> codes = new HashMap<>();
        for (Resource resource : problem.resources()) {
            ResourceId id = resource.id();
            codes.put(
                    id,
                    roster.areaOf(id)
                            .map(area -> ResourceId.away(
                                    area.value(), id.away().orElseThrow().halfYear()))
                            .orElse(id));
        }
        return new AllocationProblem(
                problem.objective(),
                problem.doctors().stream()
                        .map(doctor -> new Doctor(
                                doctor.id(),
                                doctor.options().stream()
                                        .map(option -> new Option(
                                                option.tier(),
                                                option.stays(),
                                                option.uses().stream()
                                                        .map(codes::get)
                                                        .sorted()
                                                        .toList()))
                                        .toList(),
                                doctor.pinned()))
                        .toList(),
                problem.resources().stream()
                        .map(resource -> new Resource(codes.get(resource.id()), resource.capacity()))
                        .sorted(Comparator.comparing(Resource::id))
                        .toList());
    }

    /** SHA-256 of the problem's canonical bytes, in hexadecimal. */
    public String problemHash() {
        return CanonicalJson.hash(problem);
    }
}
