package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Reasoning;
import no.alisplass.certificate.StatedReasons;
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
import no.alisplass.snapshot.OtherTerms;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** A round, its outcome and its proof, looked up by doctor number and resource. */
final class Scene {
    final Snapshot snapshot;
    final AllocationProblem problem;
    final Certificate certificate;
    final Policy policy;
    final OtherTerms terms;
    final Ranking ranking;

    private final Proposal proposal;
    private final Reasoning reasoning;
    private final Map<DoctorId, Integer> numbers = new HashMap<>();
    private final Map<ResourceId, List<Integer>> holders = new HashMap<>();
    private final Map<ResourceId, Integer> capacity = new HashMap<>();
    private final Map<ResourceId, Stay> stays = new HashMap<>();
    private final Map<ResourceId, HalfYear> halfYears = new HashMap<>();

    Scene(Snapshot snapshot, Proposal proposal, Certificate certificate, Policy policy) {
        this.snapshot = snapshot;
        this.problem = snapshot.problem();
        this.proposal = proposal;
        this.certificate = certificate;
        reasoning = new Reasoning(snapshot.problem(), proposal, certificate);
        this.policy = policy;
        terms = new OtherTerms(snapshot, policy);
        ranking = terms.ranking();
        for (Resource resource : problem.resources()) {
            capacity.put(resource.id(), resource.capacity());
            holders.put(resource.id(), new ArrayList<>());
        }
        Set<AreaCode> areas = new HashSet<>();
        snapshot.roster().entries().forEach(entry -> areas.add(entry.facts().area()));
        snapshot.roster().offering().stays().forEach(offered -> {
            stays.put(offered.seat(), offered.stay());
            halfYears.put(offered.seat(), offered.stay().halfYear());
            areas.forEach(area -> halfYears.put(
                    ResourceId.away(area, offered.stay().halfYear()),
                    offered.stay().halfYear()));
        });
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

    /** What the exported run says of the doctor. */
    StatedReasons.Reason stated(int doctor) {
        return reasoning.of(doctor);
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
        Integer option = proposal.placements().get(number).option();
        return option == null ? null : doctor(number).options().get(option);
    }

    int heldTier(int number) {
        Option option = held(number);
        return option == null ? doctor(number).tiers() : option.tier();
    }

    /** Those of a tier better than held, best first. */
    List<Option> better(int number) {
        int tier = heldTier(number);
        return doctor(number).options().stream()
                .filter(option -> option.tier() < tier)
                .toList();
    }

    List<Integer> holders(ResourceId resource) {
        return holders.get(resource);
    }

    int capacity(ResourceId resource) {
        return capacity.get(resource);
    }

    /** The stay whose seats a resource is; null for a limit. */
    Stay stay(ResourceId resource) {
        return stays.get(resource);
    }

    HalfYear halfYear(ResourceId resource) {
        return halfYears.get(resource);
    }

    boolean wishesFirst() {
        return problem.objective() == Objective.WISHES_FIRST;
    }
}
