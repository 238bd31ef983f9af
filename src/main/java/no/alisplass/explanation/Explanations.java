package no.alisplass.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.DoctorId;
import no.alisplass.explanation.Reasons.Held;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/** Why each doctor of a round got what the proposal gives. The same run gives the same reasons. */
@ApplicationScoped
public class Explanations {
    private final Policies policies;

    public Explanations(Policies policies) {
        this.policies = policies;
    }

    /**
     * @throws IllegalArgumentException when the doctor is not one of the problem, or the proposal or the certificate belongs to
     *     another problem
     */
    public Reasons of(Snapshot snapshot, Proposal proposal, Certificate certificate, DoctorId doctor) {
        return of(snapshot, proposal, certificate, List.of(doctor)).get(0);
    }

    /** The reasons of some doctors, in the order asked for; refuses as for one. */
    public List<Reasons> of(Snapshot snapshot, Proposal proposal, Certificate certificate, List<DoctorId> doctors) {
        Scene scene = scene(snapshot, proposal, certificate);
        return doctors.stream()
                .map(doctor -> reasons(scene, scene.number(doctor)))
                .toList();
    }

    /** The reasons of all doctors, in priority order. */
    public List<Reasons> all(Snapshot snapshot, Proposal proposal, Certificate certificate) {
        Scene scene = scene(snapshot, proposal, certificate);
        return IntStream.range(0, scene.problem.doctors().size())
                .mapToObj(doctor -> reasons(scene, doctor))
                .toList();
    }

    private Scene scene(Snapshot snapshot, Proposal proposal, Certificate certificate) {
        String hash = snapshot.problemHash();
        if (!hash.equals(proposal.problemHash()) || !hash.equals(certificate.problemHash())) {
            throw new IllegalArgumentException("The proposal (of problem " + proposal.problemHash()
                    + ") and the certificate (of problem " + certificate.problemHash()
                    + ") must belong to the problem " + hash + ".");
        }
        Roster roster = snapshot.roster();
        Policy policy = policies.get(roster.policyId(), roster.policyVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "The policy " + roster.policyId() + " version " + roster.policyVersion() + " is not loaded"));
        return new Scene(snapshot, proposal, certificate, policy);
    }

    private static Reasons reasons(Scene scene, int doctor) {
        Doctor subject = scene.doctor(doctor);
        return new Reasons(
                subject.id(),
                scene.entry(doctor).facts().area(),
                scene.problem.objective(),
                held(subject, scene.held(doctor)),
                new BetterWishes(scene, doctor).list(),
                new Grounds(scene, doctor).ground(),
                Inadmissibles.of(
                        scene.entry(doctor).leftOut(), scene.snapshot.roster().offering()),
                new NearestChanges(scene, doctor).list());
    }

    private static Held held(Doctor doctor, Option option) {
        if (option != null) {
            return new Held(
                    doctor.pinned() ? Standing.PLACED_BY_HAND : Standing.PLACED,
                    option.stays(),
                    option.tier() + 1,
                    doctor.tiers());
        }
        if (doctor.pinned()) {
            return new Held(Standing.EXCLUDED, List.of(), null, doctor.tiers());
        }
        return new Held(
                doctor.tiers() == 0 ? Standing.NOTHING_TO_OFFER : Standing.ALL_TAKEN, List.of(), null, doctor.tiers());
    }
}
