package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Objective;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Counterfactual;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Standings;
import no.alisplass.snapshot.TakenEarlier;

/** A round, its outcome and its proof, looked up by doctor number and resource. */
final class ExplainedRun {
    final Snapshot snapshot;
    final AllocationProblem problem;
    final Certificate certificate;
    final Policy policy;
    final Counterfactual terms;
    final Ranking ranking;

    final Standings standings;
    final int byHand;

    private Snapshot wide;
    private final StatedReasonsWriter reasoning;
    private final Map<DoctorId, Integer> numbers = new HashMap<>();
    private final Map<ResourceId, List<Integer>> holders = new HashMap<>();
    private final Map<ResourceId, Integer> capacity = new HashMap<>();
    private final Map<ResourceId, OfferedStay> offered = new HashMap<>();
    private final Map<ResourceId, HalfYear> halfYears = new HashMap<>();

    ExplainedRun(Snapshot snapshot, Proposal proposal, Certificate certificate, Policy policy) {
        this.snapshot = snapshot;
        this.problem = snapshot.problem();
        standings = new Standings(snapshot, proposal);
        byHand = (int)
                snapshot.problem().doctors().stream().filter(Doctor::pinned).count();
        this.certificate = certificate;
        reasoning = new StatedReasonsWriter(snapshot.problem(), proposal, certificate);
        this.policy = policy;
        terms = new Counterfactual(snapshot, policy);
        ranking = terms.ranking();
        for (Resource resource : problem.resources()) {
            capacity.put(resource.id(), resource.capacity());
            holders.put(resource.id(), new ArrayList<>());
        }
        Set<AreaCode> areas = new HashSet<>();
        snapshot.roster().entries().forEach(entry -> areas.add(entry.facts().area()));
        snapshot.roster().offering().stays().forEach(one -> {
            offered.put(one.seat(), one);
            halfYears.put(one.seat(), one.stay().halfYear());
        });
        for (HalfYear halfYear : Set.copyOf(halfYears.values())) {
            areas.forEach(area -> halfYears.put(snapshot.roster().away(area, halfYear), halfYear));
        }
        for (int d = 0; d < problem.doctors().size(); d++) {
            numbers.put(doctor(d).id(), d);
            Option option = held(d);
            if (option != null) {
                for (ResourceId use : option.uses()) {
                    holders.get(use).add(d);
                }
            }
        }
    }

    /** The round with all positions of the hospital in it, those without seats too. */
    Snapshot wide() {
        if (wide == null) {
            wide = terms.withEveryStay();
        }
        return wide;
    }

    /** What the exported run says of the doctor. */
    StatedReasons.Reason stated(int doctor) {
        return reasoning.of(doctor);
    }

    /** How the doctor comes out, as the exported run says it. */
    StatedReasons.Standing standing(int doctor) {
        return reasoning.standing(doctor);
    }

    int number(DoctorId doctor) {
        Integer number = numbers.get(doctor);
        if (number == null) {
            throw new IllegalArgumentException("No doctor " + doctor + " in the problem.");
        }
        return number;
    }

    Doctor doctor(int number) {
        return problem.doctors().get(number);
    }

    RosterEntry entry(int number) {
        return snapshot.roster().entries().get(number);
    }

    HprNumber hpr(int number) {
        return entry(number).facts().hpr();
    }

    /** Null for none. */
    Option held(int number) {
        return standings.held(number);
    }

    int heldTier(int number) {
        Option option = held(number);
        return option == null ? doctor(number).tiers() : option.tier();
    }

    /** What is better than held and has, or had, seats, best first; none for who is settled by hand. */
    List<Option> better(int number) {
        int tier = heldTier(number);
        return doctor(number).pinned()
                ? List.of()
                : doctor(number).options().stream()
                        .filter(option -> option.tier() < tier && standings.hadSeats(option))
                        .toList();
    }

    List<Integer> holders(ResourceId resource) {
        return holders.get(resource);
    }

    int capacity(ResourceId resource) {
        return capacity.getOrDefault(resource, 0);
    }

    /** The stay whose seats a resource is; null for a limit. */
    Stay stay(ResourceId resource) {
        return offered.containsKey(resource) ? offered.get(resource).stay() : null;
    }

    /** What earlier approved rounds took of the seats, or of the area's own limit. */
    List<TakenEarlier> earlier(AreaCode area, ResourceId resource) {
        if (offered.containsKey(resource)) {
            return offered.get(resource).taken();
        }
        return snapshot.roster()
                .offering()
                .away(area, halfYear(resource))
                .map(away -> away.by())
                .orElse(List.of());
    }

    /** Whether the round has seats, or a limit, of that name. */
    boolean known(ResourceId resource) {
        return capacity.containsKey(resource);
    }

    /** Whether a position has, or had, seats in a half-year. */
    boolean hadSeats(ResourceId seat) {
        return capacity.getOrDefault(seat, 0) > 0
                || offered.containsKey(seat) && !offered.get(seat).taken().isEmpty();
    }

    HalfYear halfYear(ResourceId resource) {
        return halfYears.get(resource);
    }

    boolean wishesFirst() {
        return problem.objective() == Objective.WISHES_FIRST;
    }
}
