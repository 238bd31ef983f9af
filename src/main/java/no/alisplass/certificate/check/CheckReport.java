package no.alisplass.certificate.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What checking a certificate came to.
 *
 * @param accepted whether the proposal is valid and every doctor's claim and every statement proven
 * @param failures everything found wrong, empty exactly when accepted
 */
public record CheckReport(boolean accepted, List<Failure> failures, Counts counts) {
    public CheckReport {
        failures = List.copyOf(failures);
    }

    /** Whether nothing stated is wrong, even if some doctors are not proven. */
    public boolean honest() {
        return failures.stream().allMatch(failure -> failure.kind() == Failure.Kind.NOT_PROVEN);
    }

    /** @param proofs how many claims by kind of proof, as the certificate names them */
    public record Counts(int doctors, int placed, int priceLists, Map<String, Integer> proofs) {
        public Counts {
            proofs = java.util.Collections.unmodifiableMap(new TreeMap<>(proofs));
        }
    }
}
