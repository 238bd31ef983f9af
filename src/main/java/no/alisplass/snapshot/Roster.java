package no.alisplass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.ResourceId;

/**
 * The people behind a frozen problem and the terms they were ranked on: enough to rank them again to the same order.
 *
 * @param on the day eligibility and shortage were judged, the first day of the round
 * @param offering what there was to offer, so that options can be worked out again on other terms
 * @param submissions which version of each area's waitlist was frozen
 */
public record Roster(
        String policyId,
        int policyVersion,
        String policyHash,
        String lotterySeed,
        LocalDate on,
        Supply offering,
        List<Submitted> submissions,
        List<RosterEntry> entries,
        List<IneligibleDoctor> notEligible) {

    /**
     * One area's waitlist as it was frozen.
     *
     * @param called what the problem calls the area; null in rounds frozen while problems named areas by their codes
     */
    public record Submitted(
            AreaCode area,
            long version,
            @JsonInclude(JsonInclude.Include.NON_NULL) String called) {
        ResourceId away(HalfYear halfYear) {
            return ResourceId.away(called == null ? area.value() : called, halfYear);
        }
    }

    public Roster {
        submissions = List.copyOf(submissions);
        entries = List.copyOf(entries);
        notEligible = List.copyOf(notEligible);
    }

    /** What the problem calls an area's limit on doctors away in a half-year, whether or not the area has one. */
    public ResourceId away(AreaCode area, HalfYear halfYear) {
        return submissions.stream()
                .filter(list -> list.area().equals(area))
                .findFirst()
                .orElseGet(() -> new Submitted(area, 0, null))
                .away(halfYear);
    }

    /** Whose limit the problem means by an id, for those who may know; empty when it is no limit of an area of the round. */
    public Optional<AreaCode> areaOf(ResourceId limit) {
        return limit.away().flatMap(away -> submissions.stream()
                .filter(list -> list.away(away.halfYear()).equals(limit))
                .map(Submitted::area)
                .findFirst());
    }

    /** The ranking, under a policy, of all who were on the waitlists. */
    public Ranking rankedBy(Policy policy) {
        return rank(policy, everyone());
    }

    /** The ranking, under a policy, if the facts of some doctors were these. */
    Ranking rankedWith(Collection<Candidate> changed, Policy policy) {
        Map<HprNumber, Candidate> others = changed.stream().collect(Collectors.toMap(Candidate::hpr, one -> one));
        return rank(policy, everyone().map(each -> others.getOrDefault(each.hpr(), each)));
    }

    private Ranking rank(Policy policy, Stream<Candidate> candidates) {
        return policy.rank(candidates.toList(), on, lotterySeed);
    }

    private Stream<Candidate> everyone() {
        return Stream.concat(
                entries.stream().map(RosterEntry::facts),
                notEligible.stream()
                        .filter(one -> !one.hasEnough() && !one.onSeveralLists())
                        .map(IneligibleDoctor::facts));
    }

    /** The day counted service stands on: the same for all. */
    public LocalDate countedTo() {
        return everyone().findFirst().map(Candidate::countedTo).orElse(on);
    }

    /** The entry of a doctor of the problem. */
    public RosterEntry entry(DoctorId doctor) {
        return entries.stream()
                .filter(entry -> entry.doctor().equals(doctor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No doctor " + doctor + " in the roster."));
    }

    public Optional<RosterEntry> entry(HprNumber hpr) {
        return entries.stream().filter(entry -> entry.facts().hpr().equals(hpr)).findFirst();
    }
}
