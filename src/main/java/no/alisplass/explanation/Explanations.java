package no.alisplass.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Months;
import no.alisplass.explanation.Reasons.Cause;
import no.alisplass.explanation.Reasons.Early;
import no.alisplass.explanation.Reasons.Held;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** Why each doctor of a round got what the proposal gives. The same run gives the same reasons. */
@ApplicationScoped
public class Explanations {
    /** On the first day of the round, or on the first day a service could start. */
    private static final Set<String> TOO_EARLY = Set.of("policy.too-early", "policy.too-early-on");

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
        ExplainedRun scene = scene(snapshot, proposal, certificate);
        return doctors.stream()
                .map(doctor -> reasons(scene, scene.number(doctor)))
                .toList();
    }

    /** The reasons of all doctors, in priority order. */
    public List<Reasons> all(Snapshot snapshot, Proposal proposal, Certificate certificate) {
        ExplainedRun scene = scene(snapshot, proposal, certificate);
        return IntStream.range(0, scene.problem.doctors().size())
                .mapToObj(doctor -> reasons(scene, doctor))
                .toList();
    }

    private ExplainedRun scene(Snapshot snapshot, Proposal proposal, Certificate certificate) {
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
        return new ExplainedRun(snapshot, proposal, certificate, policy);
    }

    private static Reasons reasons(ExplainedRun scene, int doctor) {
        CounterfactualSearch nearest = new CounterfactualSearch(scene, doctor);
        List<Reasons.Change> changes = nearest.list();
        Missed missed = scene.standings.missed(doctor);
        return new Reasons(
                scene.doctor(doctor).id(),
                scene.entry(doctor).facts().area(),
                scene.problem.objective(),
                held(scene, doctor),
                new Cause(
                        scene.standings.waiting(doctor),
                        missed,
                        missed.holders(Missed.Right.AHEAD).stream()
                                .map(holder -> scene.ranking
                                        .decide(scene.hpr(scene.number(holder)), scene.hpr(doctor))
                                        .criterion())
                                .toList()),
                new BetterWishes(scene, doctor).list(),
                new ProofBasis(scene, doctor).ground(),
                Inadmissibles.of(
                        scene.entry(doctor).leftOut(), scene.snapshot.roster().offering()),
                changes,
                nearest.tried(),
                nearest.complete());
    }

    private static Held held(ExplainedRun scene, int doctor) {
        Option option = scene.held(doctor);
        RosterEntry entry = scene.entry(doctor);
        Months perStay = Months.of(scene.policy.placement().monthsPerStay());
        return new Held(
                Standing.of(scene.standing(doctor)),
                entry.position(),
                scene.problem.doctors().size(),
                option == null ? List.of() : option.stays(),
                scene.standings.ownWish(doctor),
                option != null
                        && option.stays().size() == 1
                        && entry.facts().institutionMonthsLeft().compareTo(perStay) > 0,
                affiliationEnds(entry, option),
                early(scene, doctor));
    }

    private static LocalDate affiliationEnds(RosterEntry entry, Option option) {
        LocalDate to = entry.facts().employment().to();
        if (to == null || option == null) {
            return null;
        }
        List<Stay> stays = option.stays();
        return to.isBefore(stays.get(stays.size() - 1).halfYear().end()) ? to : null;
    }

    /** @param first day of the round, where the policy tells no other that the service is counted on */
    private static Early early(List<Object> told, LocalDate first) {
        Months counted = (Months) told.get(0);
        Months needed = (Months) told.get(1);
        return new Early(counted, needed, counted.until(needed), told.size() > 2 ? (LocalDate) told.get(2) : first);
    }

    /** The policy remarks on who is early, whatever it makes of it. */
    private static Early early(ExplainedRun scene, int doctor) {
        return scene.ranking.place(scene.hpr(doctor)).orElseThrow().remarks().stream()
                .filter(remark -> TOO_EARLY.contains(remark.code()))
                .map(remark -> early(
                        remark.message().arguments(), scene.snapshot.roster().on()))
                .findFirst()
                .orElse(null);
    }
}
