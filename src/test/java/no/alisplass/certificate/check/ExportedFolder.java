package no.alisplass.certificate.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;

/** A run's folder as it is exported, and what verify says of it. */
final class ExportedFolder {
    private static final AllocationSolver SOLVER = new AllocationSolver();
    static final String POLICY = "id: ahus-2020\nversion: 1\ntitle: Prøve\n";

    private final Path folder;

    ExportedFolder(Path folder) {
        this.folder = folder;
    }

    record Ended(int code, String out, String err) {}

    Ended verify() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Verify.run(
                new String[] {folder.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything a run of this problem consists of, solved and proven, with the hashes that belong to it. */
    void write(AllocationProblem problem) throws IOException {
        write(
                problem,
                SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false).proposal());
    }

    void write(AllocationProblem problem, Proposal proposal) throws IOException {
        Certificate certificate = Prover.prove(problem, proposal);
        StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, certificate);
        put("problem.json", CanonicalJson.write(problem));
        put("proposal.json", CanonicalJson.write(proposal));
        put("certificate.json", CanonicalJson.write(certificate));
        put("reasons.json", CanonicalJson.write(reasons));
        put("policy.yaml", POLICY);
        put(
                "run.json",
                CanonicalJson.write(new RunManifest(
                        "prove-2027",
                        1,
                        "ahus-2020",
                        1,
                        Sha256.hex(POLICY),
                        1,
                        "1",
                        Sha256.hex(""),
                        CanonicalJson.hash(problem),
                        CanonicalJson.hash(proposal),
                        CanonicalJson.hash(certificate),
                        CanonicalJson.hash(reasons),
                        problem.doctors().size(),
                        (int) proposal.placements().stream()
                                .filter(one -> one.option() != null)
                                .count())));
    }

    String get(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void put(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
