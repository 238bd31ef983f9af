package no.alisplass.refill.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.check.ExportedFiles;
import no.alisplass.certificate.check.Unreadable;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.refill.RefillCertificate;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillProblem;

/**
 * The files of an exported refill, read as they stand.
 *
 * @param round problem.json, the round's problem the order is from; null where the folder has none
 * @param others the names of what else is in the folder, which is not looked at
 */
public record ExportedRefill(
        RefillProblem problem,
        RefillOutcome outcome,
        RefillCertificate certificate,
        AllocationProblem round,
        List<String> others) {
    public static final String PROBLEM = "refill-problem.json";
    public static final String OUTCOME = "refill-outcome.json";
    public static final String CERTIFICATE = "refill-certificate.json";
    public static final String ROUND = "problem.json";

    /**
     * What a folder must hold to be verified: the text of each file, by its name.
     *
     * @param round null where the round's problem does not go along
     */
    public static Map<String, String> files(
            RefillProblem problem, RefillOutcome outcome, RefillCertificate certificate, AllocationProblem round) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PROBLEM, CanonicalJson.write(problem));
        files.put(OUTCOME, CanonicalJson.write(outcome));
        files.put(CERTIFICATE, CanonicalJson.write(certificate));
        if (round != null) {
            files.put(ROUND, CanonicalJson.write(round));
        }
        return files;
    }

    /** Whether the folder is one of a refill, be it whole or not, and not of a run. */
    public static boolean isThere(String folder) {
        try {
            return ExportedFiles.in(folder).isThere(PROBLEM);
        } catch (Unreadable noName) {
            return false;
        }
    }

    /** @throws Unreadable when the folder or a file that must be there cannot be read, or a file is not what it should be */
    public static ExportedRefill read(String folder) throws Unreadable {
        ExportedFiles files = ExportedFiles.in(folder);
        List<String> others = files.others(Set.of("LESMEG.txt", PROBLEM, OUTCOME, CERTIFICATE, ROUND));
        return new ExportedRefill(
                files.read(PROBLEM, RefillProblem.class),
                files.read(OUTCOME, RefillOutcome.class),
                files.read(CERTIFICATE, RefillCertificate.class),
                files.isThere(ROUND) ? files.read(ROUND, AllocationProblem.class) : null,
                others);
    }
}
