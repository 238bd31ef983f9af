package no.alisplass.certificate.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.Proof;
import no.alisplass.domain.DoctorId;

/** Repeats an exhaustive search: every way to serve the doctors named, in their order, each option that still fits. */
final class Retrial {
    static final long LIMIT = 5_000_000;

    private final Standing standing;
    private final int[] left;
    private int[] doctors;
    private int[] options;
    private long nodes;

    private Retrial(Standing standing) {
        this.standing = standing;
        left = standing.problem.resources().stream()
                .mapToInt(resource -> resource.capacity())
                .toArray();
    }

    static void check(Standing standing, int claimant, Claim claim, Proof.Exhausted proof, List<Failure> failures) {
        String subject = claim.doctor().toString();
        Set<DoctorId> named = new HashSet<>(proof.doctors());
        if (named.size() != proof.doctors().size() || !named.contains(claim.doctor())) {
            failures.add(new Failure(
                    Failure.Kind.PROOF, subject, "The search names a doctor twice or not the doctor it is about."));
            return;
        }
        Retrial retrial = new Retrial(standing);
        int count = proof.doctors().size();
        retrial.doctors = new int[count];
        retrial.options = new int[count];
        for (int k = 0; k < count; k++) {
            Integer doctor = standing.doctor(proof.doctors().get(k));
            int counting = doctor == null
                    ? 0
                    : doctor == claimant
                            ? standing.optionsBelow(claimant, claim.heldTier())
                            : standing.counting(claimant, doctor);
            if (counting == 0) {
                failures.add(new Failure(
                        Failure.Kind.PROOF,
                        subject,
                        "The search names " + proof.doctors().get(k) + ", who is not protected in this claim."));
                return;
            }
            retrial.doctors[k] = doctor;
            retrial.options[k] = counting;
        }
        boolean served = retrial.serve(0);
        if (served) {
            failures.add(new Failure(Failure.Kind.PROOF, subject, "The doctors of the search can all be served."));
        } else if (retrial.nodes > LIMIT) {
            failures.add(new Failure(
                    Failure.Kind.PROOF, subject, "The search needs more than " + LIMIT + " nodes: not repeated."));
        } else if (retrial.nodes != proof.nodes()) {
            failures.add(new Failure(
                    Failure.Kind.PROOF,
                    subject,
                    "The search has " + retrial.nodes + " nodes and not " + proof.nodes() + "."));
        }
    }

    private boolean serve(int at) {
        if (at == doctors.length) {
            return true;
        }
        int[][] uses = standing.uses(doctors[at]);
        for (int o = 0; o < options[at]; o++) {
            boolean fits = true;
            for (int r : uses[o]) {
                fits &= left[r] > 0;
            }
            if (fits) {
                if (++nodes > LIMIT) {
                    return false;
                }
                for (int r : uses[o]) {
                    left[r]--;
                }
                if (serve(at + 1)) {
                    return true;
                }
                for (int r : uses[o]) {
                    left[r]++;
                }
            }
        }
        return false;
    }
}
