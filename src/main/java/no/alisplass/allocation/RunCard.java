package no.alisplass.allocation;

/**
 * What a run was made with: {@code run.json} of an exported run. Hashes are SHA-256 in hexadecimal.
 *
 * @param policyHash of the policy file
 * @param configHash of the solver's configuration
 */
public record RunCard(
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
        String certificateHash) {}
