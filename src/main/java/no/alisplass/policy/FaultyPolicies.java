package no.alisplass.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policy files cannot be used; the message names every fault. */
public final class FaultyPolicies extends RuntimeException {
    private final transient List<PolicyFault> faults;

    FaultyPolicies(List<PolicyFault> faults) {
        super(faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in the policy files:\n"
                + faults.stream().map(PolicyFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** File by file, each from its top. */
    public List<PolicyFault> faults() {
        return faults;
    }
}
