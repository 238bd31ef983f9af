package no.alisplass.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.Seats;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.policy.Contradiction;
import no.alisplass.policy.OwnPriority;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.Leg;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;

/** Freezes what a round stands on into a problem that nothing changes any more. Stores nothing. */
@ApplicationScoped
public class Snapshots {
    private final Rounds rounds;
    private final Waitlists waitlists;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Policies policies;

    Snapshots(Rounds rounds, Waitlists waitlists, Capacity capacity, Catchment catchment, Policies policies) {
        this.rounds = rounds;
        this.waitlists = waitlists;
        this.capacity = capacity;
        this.catchment = catchment;
        this.policies = policies;
    }

    /**
     * Freezes the newest submitted waitlists, the positions and the policy of a round.
     *
     * @param pins what is settled by hand
     * @param taken what earlier approved rounds have used of seats and of areas' limits
     * @return refused when a doctor is on two lists, or a pin cannot be kept
     */
    public Outcome<Snapshot> freeze(RoundId id, List<Pin> pins, Map<ResourceId, Integer> taken) {
        return rounds.read(id).then(round -> {
            Policy policy = policy(round.policyId(), round.policyVersion());
            Facts facts =
                    new Facts(catchment.records().stream().map(Versioned::value).toList(), round, policy.counting());
            List<Submission> submissions = waitlists.submitted(id);
            List<WaitingDoctor> waiting = WaitingDoctor.all(submissions, facts);
            List<Finding> twice = WaitingDoctor.onTwoLists(waiting);
            if (!twice.isEmpty()) {
                return Outcome.conflict(twice);
            }
            return new Freezer(round, policy, submissions, facts).freeze(waiting, offered(round, taken), pins, taken);
        });
    }

    /** The ranking a roster stands for, made again under the policy it was frozen with. */
    public Ranking ranking(Roster roster) {
        return roster.rankedBy(policy(roster.policyId(), roster.policyVersion()));
    }

    /** Two doctors of an area whom its own list has the other way round than the criteria. */
    public record Contrary(AreaCode area, Contradiction contradiction) {}

    /** Where areas' own orders contradict the ranking, by area. */
    public static List<Contrary> contraries(Roster roster, Ranking ranking) {
        Map<AreaCode, List<OwnPriority>> lists = new TreeMap<>();
        for (RosterEntry entry : roster.entries()) {
            if (entry.ownPriority() != null) {
                lists.computeIfAbsent(entry.facts().area(), area -> new ArrayList<>())
                        .add(new OwnPriority(entry.facts().hpr(), entry.ownPriority()));
            }
        }
        List<Contrary> contraries = new ArrayList<>();
        lists.forEach(
                (area, own) -> ranking.contradictions(own).forEach(each -> contraries.add(new Contrary(area, each))));
        return contraries;
    }

    private Policy policy(String id, int version) {
        Optional<Policy> policy = policies.get(id, version);
        return policy.orElseThrow(
                () -> new IllegalStateException("The policy " + id + " version " + version + " is not loaded"));
    }

    private List<OfferedStay> offered(Round round, Map<ResourceId, Integer> taken) {
        Hospital hospital = capacity.hospital(round.hospital()).orElseThrow();
        return capacity.seats(round.hospital(), round.halfYears()).stream()
                .map(seats -> offered(hospital, seats, taken))
                .toList();
    }

    private static OfferedStay offered(Hospital hospital, Seats seats, Map<ResourceId, Integer> taken) {
        Position position = seats.position();
        List<Leg> legs = position.parts().stream()
                .map(part -> new Leg(part.department(), part.months()))
                .toList();
        Stay stay = new Stay(position.id(), seats.halfYear(), legs);
        int left = seats.count() - taken.getOrDefault(ResourceId.seat(position.id(), seats.halfYear()), 0);
        return new OfferedStay(
                stay,
                legs.stream()
                        .map(leg -> hospital.serviceOf(leg.department()).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Math.max(0, left));
    }
}
