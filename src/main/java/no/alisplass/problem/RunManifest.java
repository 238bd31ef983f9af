package no.alisplass.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a run was made with: {@code run.json} of an exported run. Hashes are SHA-256 in hexadecimal.
 *
 * @param policyHash of the policy file's bytes
 * @param configHash of the solver's configuration
 * @param reasonsHash null in a folder exported before it was written
 * @param doctors how many the problem has; null as {@code reasonsHash}
 * @param placed how many of them the proposal places; null as {@code reasonsHash}
 */
public record RunManifest(
        String round,
        int run,
        String policyId,
        int policyVersion,
        String policyHash,
        long seed,
        String solverVersion,
        String configHash,
        String problemHash,
        String proposalHash,
        String certificateHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reasonsHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer doctors,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer placed) {}
