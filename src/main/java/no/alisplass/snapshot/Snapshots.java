package no.alisplass.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
import no.alisplass.catchment.Agreements;
import no.alisplass.catchment.Catchment;
import no.alisplass.correction.Corrected;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.policy.OrderConflict;
import no.alisplass.policy.OrderConflict.OwnPriority;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.TwoLists;
import no.alisplass.waitlist.Waitlists;

/** Freezes what a round stands on into a problem that nothing changes any more. Stores nothing. */
@ApplicationScoped
public class Snapshots {
    private final Rounds rounds;
    private final Waitlists waitlists;
    private final TwoLists twoLists;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Agreements agreements;
    private final Policies policies;

    Snapshots(
            Rounds rounds,
            Waitlists waitlists,
            TwoLists twoLists,
            Capacity capacity,
            Catchment catchment,
            Agreements agreements,
            Policies policies) {
        this.rounds = rounds;
        this.waitlists = waitlists;
        this.twoLists = twoLists;
        this.capacity = capacity;
        this.catchment = catchment;
        this.agreements = agreements;
        this.policies = policies;
    }

    /**
     * Freezes the newest submitted waitlists, the positions and the policy of a round.
     *
     * @param pins what is settled by hand
     * @param earlier what other approved rounds have given
     * @return refused when a pin cannot be kept
     */
    public Result<Snapshot> freeze(RoundId id, List<Pin> pins, Earlier earlier) {
        return freezeWhatFits(id, pins, earlier)
                .then(fitted -> fitted.findings().isEmpty()
                        ? Result.done(fitted.snapshot())
                        : Result.conflict(fitted.findings()));
    }

    /**
     * A frozen round with the pins that could be kept.
     *
     * @param setAside doctors of the round whose pins could not
     * @param findings why not, those of doctors who are not in the round too
     */
    public record Fitted(Snapshot snapshot, List<DoctorId> setAside, List<Finding> findings) {
        public Fitted {
            setAside = List.copyOf(setAside);
            findings = List.copyOf(findings);
        }
    }

    /** Freezes as {@link #freeze} does, leaving out pins that cannot be kept. */
    public Result<Fitted> freezeWhatFits(RoundId id, List<Pin> pins, Earlier earlier) {
        return freezeWhatFits(id, pins, earlier, Corrected.NONE);
    }

    /** As it should have been frozen. @param corrected what was wrong in what was sent */
    public Result<Fitted> freezeWhatFits(RoundId id, List<Pin> pins, Earlier earlier, Corrected corrected) {
        return rounds.read(id)
                .map(corrected::of)
                .map(round -> freeze(
                        round,
                        policy(round.policyId(), round.policyVersion()),
                        corrected.of(waitlists.submitted(id)),
                        pins,
                        earlier));
    }

    /** Freezes a round as it would be if these were its lists and nothing were settled by hand. @param earlier what other approved rounds have given */
    public Snapshot freezeAsIf(Round round, List<Submission> lists, Earlier earlier) {
        Policy policy = policy(round.policyId(), round.policyVersion());
        return freeze(round, policy, lists, List.of(), earlier).snapshot();
    }

    private Fitted freeze(Round round, Policy policy, List<Submission> lists, List<Pin> pins, Earlier earlier) {
        CandidateFacts facts = facts(round, policy);
        List<WaitingDoctor> waiting = WaitingDoctor.all(lists, facts, earlier);
        Map<HprNumber, AreaCode> settled = new TreeMap<>();
        twoLists.settled(round.id()).forEach((hpr, chosen) -> settled.put(hpr, chosen.area()));
        return new Freezer(round, policy, lists, facts)
                .freeze(WaitingDoctor.sorted(waiting, settled), offered(round, earlier), pins, earlier);
    }

    /**
     * What a round would be made with that is not there.
     *
     * @param day on which its lists are as they are
     */
    public record Unsaved(
            RoundId id, HospitalId hospital, List<HalfYear> halfYears, String policy, int version, LocalDate day) {
        public Unsaved {
            halfYears = List.copyOf(halfYears);
        }
    }

    /** Freezes lists as those of a round that is not there, with a lottery of its own. Refused for a policy that is not there. */
    public Result<Snapshot> freezeUnsaved(Unsaved unsaved, List<Submission> lists, Earlier earlier) {
        Optional<Policy> known = policies.get(unsaved.policy(), unsaved.version());
        if (known.isEmpty()) {
            String all = policies.all().stream()
                    .map(policy -> policy.id() + "/" + policy.version())
                    .collect(Collectors.joining(", "));
            return Result.invalid(Finding.of(
                    "policy",
                    unsaved.policy(),
                    "round.policy-unknown",
                    unsaved.policy(),
                    Integer.toString(unsaved.version()),
                    all));
        }
        Policy policy = known.get();
        Round round = new Round(
                unsaved.id(),
                unsaved.hospital(),
                unsaved.id().value(),
                unsaved.halfYears(),
                policy.id(),
                policy.version(),
                policy.objective(),
                unsaved.id().value(),
                unsaved.day(),
                RoundState.DRAFT,
                0);
        CandidateFacts facts = facts(round, policy);
        return Result.done(new Freezer(round, policy, lists, facts)
                .freeze(
                        WaitingDoctor.sorted(WaitingDoctor.all(lists, facts, earlier), Map.of()),
                        offered(round, earlier),
                        List.of(),
                        earlier)
                .snapshot());
    }

    private CandidateFacts facts(Round round, Policy policy) {
        return new CandidateFacts(
                catchment.records().stream().map(Versioned::value).toList(),
                round,
                policy,
                policy.eligibility().asksAgreed() ? agreements.agreed(round.hospital()) : Map.of());
    }

    /**
     * A list that is being written, in the order of the round's criteria; who has a place that is enough is not in it.
     *
     * @param earlier what other approved rounds have given
     */
    public Result<ListOrder> order(RoundId id, Submission draft, Earlier earlier) {
        return rounds.read(id).map(round -> {
            Policy policy = policy(round.policyId(), round.policyVersion());
            List<Candidate> waiting = WaitingDoctor.all(List.of(draft), facts(round, policy), earlier).stream()
                    .filter(each -> !each.toCome().isEnough())
                    .map(WaitingDoctor::facts)
                    .toList();
            return new ListOrder(draft, policy.rank(waiting, round.first().start(), round.lotterySeed()));
        });
    }

    /** The ranking a roster stands for, made again under the policy it was frozen with. */
    public Ranking ranking(Roster roster) {
        return roster.rankedBy(policy(roster.policyId(), roster.policyVersion()));
    }

    /** Two doctors of an area whom its own list has the other way round than the criteria. */
    public record Contrary(AreaCode area, OrderConflict contradiction) {}

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

    private List<OfferedStay> offered(Round round, Earlier earlier) {
        Hospital hospital = capacity.hospital(round.hospital()).orElseThrow();
        return capacity.seats(round.hospital(), round.halfYears()).stream()
                .map(seats -> offered(hospital, seats, earlier))
                .toList();
    }

    private static OfferedStay offered(Hospital hospital, Seats seats, Earlier earlier) {
        Position position = seats.position();
        List<Leg> legs = position.parts().stream()
                .map(part -> new Leg(part.department(), part.months()))
                .toList();
        Stay stay = new Stay(position.id(), seats.halfYear(), legs);
        return OfferedStay.of(
                stay,
                legs.stream()
                        .map(leg -> hospital.serviceOf(leg.department()).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                seats.count(),
                earlier.seats(stay));
    }
}
