package no.alisplass.certificate.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;

/**
 * The files of an exported run, read as they stand ({@link ExportedFiles}).
 *
 * @param card run.json; null where the folder has none
 * @param policy the bytes of policy.yaml; null where the folder has none
 * @param bytes of each JSON file that is there, by its name
 * @param others the names of what else is in the folder, which is not looked at
 */
public record ExportedRun(
        AllocationProblem problem,
        Proposal proposal,
        Certificate certificate,
        StatedReasons reasons,
        RunManifest card,
        byte[] policy,
        Map<String, byte[]> bytes,
        List<String> others) {
    private static final Set<String> KNOWN = Set.of(
            "LESMEG.txt",
            "problem.json",
            "proposal.json",
            "certificate.json",
            "reasons.json",
            "run.json",
            "policy.yaml");

    /** @throws Unreadable when the folder or a file that must be there cannot be read, or a file is not what it should be */
    public static ExportedRun read(String folder) throws Unreadable {
        ExportedFiles files = ExportedFiles.in(folder);
        List<String> others = files.others(KNOWN);
        AllocationProblem problem = files.read("problem.json", AllocationProblem.class);
        Proposal proposal = files.read("proposal.json", Proposal.class);
        Certificate certificate = files.read("certificate.json", Certificate.class);
        StatedReasons reasons = files.read("reasons.json", StatedReasons.class);
        RunManifest card = files.isThere("run.json") ? files.read("run.json", RunManifest.class) : null;
        byte[] policy = files.isThere("policy.yaml") ? files.bytes("policy.yaml") : null;
        return new ExportedRun(problem, proposal, certificate, reasons, card, policy, files.read(), others);
    }

    /** The bytes of a JSON file of the folder; null where there is no such file. */
    public byte[] bytes(String name) {
        return bytes.get(name);
    }
}
