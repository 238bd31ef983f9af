package no.alisplass.snapshot;

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
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;

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
        Offering offering,
        List<Submitted> submissions,
        List<RosterEntry> entries,
        List<NotEligible> notEligible) {

    /** One area's waitlist as it was frozen. */
    public record Submitted(AreaCode area, long version) {}

    public Roster {
        submissions = List.copyOf(submissions);
        entries = List.copyOf(entries);
        notEligible = List.copyOf(notEligible);
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
                        .map(NotEligible::facts));
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
