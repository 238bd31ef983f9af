package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.alisplass.allocation.RunFolder;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Prover;
import no.alisplass.certificate.Reasoning;
import no.alisplass.policy.Policies;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunCard;
import no.alisplass.reference.Rounds;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final long SEED = 42;

    @TempDir
    Path folder;

    @BeforeEach
    void export() throws IOException {
        AllocationProblem problem =
                Rounds.generate(Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1), 7);
        Solved solved = new AllocationSolver().solve(problem, SEED, SolveListener.SILENT, () -> false);
        String problemText = ProblemJson.write(problem);
        String proposal = ProblemJson.write(solved.proposal());
        Certificate proven = Prover.prove(problem, solved.proposal());
        String certificate = ProblemJson.write(proven);
        String reasons = ProblemJson.write(Reasoning.all(problem, solved.proposal(), proven));
        String policy = Policies.builtIn().text("ahus-2020", 1).orElseThrow();
        String policyHash = Policies.builtIn().get("ahus-2020", 1).orElseThrow().hash();
        RunCard card = new RunCard(
                "ahus-2027-v",
                1,
                "ahus-2020",
                1,
                policyHash,
                SEED,
                solved.solverVersion(),
                solved.configHash(),
                ProblemJson.sha256(problemText),
                ProblemJson.sha256(proposal),
                ProblemJson.sha256(certificate),
                ProblemJson.sha256(reasons),
                problem.doctors().size(),
                (int) solved.proposal().placements().stream()
                        .filter(one -> one.option() != null)
                        .count());
        RunFolder run = new RunFolder(card, problemText, proposal, certificate, reasons, policy);
        for (Map.Entry<String, String> file : run.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private record Ended(int code, String output) {}

    private Ended here() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
        int code = Replay.run(new String[] {folder.toString()}, print, print);
        return new Ended(code, output.toString(StandardCharsets.UTF_8));
    }

    private Ended elsewhere(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Duser.language=tr",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @Test
    void an_exported_run_comes_out_the_same_in_another_process() throws Exception {
        Ended ended = elsewhere(Replay.class);
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("SAME").doesNotContain("Quarkus");
    }

    @Test
    void an_exported_run_is_verified_in_another_process() throws Exception {
        Ended ended = elsewhere(no.alisplass.certificate.check.Verify.class);
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    @Test
    void another_proposal_is_told_apart() throws IOException {
        Path file = folder.resolve("proposal.json");
        Proposal proposal = ProblemJson.read(Files.readString(file), Proposal.class);
        Files.writeString(
                file,
                ProblemJson.write(new Proposal(
                        proposal.problemHash(),
                        proposal.placements().stream()
                                .map(one -> new no.alisplass.problem.Placement(one.doctor(), null))
                                .toList())));
        assertThat(here().code()).isEqualTo(1);
    }

    @Test
    void another_problem_is_told_apart() throws IOException {
        Path file = folder.resolve("problem.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"capacity\":1", "\"capacity\":2"));
        assertThat(here().output()).contains("DIFFERENT");
    }

    @Test
    void one_blank_more_is_told_apart() throws IOException {
        Path file = folder.resolve("certificate.json");
        Files.writeString(file, Files.readString(file) + "\n");
        assertThat(here().code()).isEqualTo(1);
    }

    @Test
    void what_is_missing_is_named() throws IOException {
        Files.delete(folder.resolve("run.json"));
        Ended ended = here();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("run.json");
    }

    @Test
    void the_policy_is_the_file_it_was_read_from() throws IOException {
        assertThat(Files.readString(folder.resolve("policy.yaml")))
                .isEqualTo(Files.readString(Path.of("solver-config/policies/ahus-2020.yaml")));
        assertThat(Files.readString(folder.resolve("LESMEG.txt"))).contains("ahus-2027-v", "./alis replay");
    }
}
