package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import no.alisplass.allocation.RunFolder;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.Policies;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;
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
        export(Rounds.generate(Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1), 7));
    }

    private void export(AllocationProblem problem) throws IOException {
        Solved solved = new AllocationSolver().solve(problem, SEED, SolveListener.SILENT, () -> false);
        String problemText = CanonicalJson.write(problem);
        String proposal = CanonicalJson.write(solved.proposal());
        Certificate proven = Prover.prove(problem, solved.proposal());
        String certificate = CanonicalJson.write(proven);
        String reasons = CanonicalJson.write(StatedReasonsWriter.all(problem, solved.proposal(), proven));
        String policy = Policies.builtIn().text("ahus-2020", 1).orElseThrow();
        String policyHash = Policies.builtIn().get("ahus-2020", 1).orElseThrow().hash();
        RunManifest card = new RunManifest(
                "ahus-2027-v",
                1,
                "ahus-2020",
                1,
                policyHash,
                SEED,
                solved.solverVersion(),
                solved.configHash(),
                Sha256.hex(problemText),
                Sha256.hex(proposal),
                Sha256.hex(certificate),
                Sha256.hex(reasons),
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
        Ended ended = elsewhere(VerifyFolder.class);
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    /** Limits had the codes of their municipalities for names then. */
    @Test
    void a_run_exported_by_an_older_program_comes_out_the_same() {
        Path exported = Path.of("src", "test", "resources", "allocation", "named-areas");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
        assertThat(Replay.run(new String[] {exported.toString()}, print, print))
                .as(output.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("SAME");
    }

    @Test
    void another_proposal_is_told_apart() throws IOException {
        Path file = folder.resolve("proposal.json");
        Proposal proposal = CanonicalJson.read(Files.readString(file), Proposal.class);
        Files.writeString(
                file,
                CanonicalJson.write(new Proposal(
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
    void what_is_not_as_it_must_be_is_named_with_its_place() throws IOException {
        Path file = folder.resolve("run.json");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("\"seed\":42", "\"seed\":42.5"));
        Ended ended = here();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).startsWith("Cannot be replayed. run.json: at seed ");
        Files.writeString(file, "null");
        assertThat(here().code()).isEqualTo(2);
        assertThat(here().output()).startsWith("Cannot be replayed. run.json: (line 1, column 1): it says null");
        Files.writeString(file, good.replace("\"seed\":42", "\"seed\":42,\"seed\":43"));
        assertThat(here().code()).isEqualTo(2);
    }

    @Test
    void a_run_card_about_another_policy_is_told_apart() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), "id: ahus-2020\n");
        Ended ended = here();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("run.json: policyHash says ").contains("DIFFERENT.");
    }

    /** The solver believes what an option says it uses, so the same wrong proposal would come out again. */
    @Test
    void a_problem_that_contradicts_itself_does_not_come_out_the_same() throws IOException {
        AllocationProblem problem =
                CanonicalJson.read(Files.readString(folder.resolve("problem.json")), AllocationProblem.class);
        List<Doctor> doctors = new ArrayList<>(problem.doctors());
        Doctor last = doctors.get(doctors.size() - 1);
        doctors.set(
                doctors.size() - 1,
                new Doctor(
                        last.id(),
                        last.options().stream()
                                .map(option -> new Option(option.tier(), option.stays(), List.of()))
                                .toList(),
                        false));
        export(new AllocationProblem(problem.objective(), doctors, problem.resources()));
        Ended ended = here();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("The problem contradicts itself: what comes out of it says nothing.")
                .doesNotContain("SAME");
    }

    @Test
    void the_policy_is_the_file_it_was_read_from() throws IOException {
        assertThat(Files.readString(folder.resolve("policy.yaml")))
                .isEqualTo(Files.readString(Path.of("solver-config/policies/ahus-2020.yaml")));
        assertThat(Files.readString(folder.resolve("LESMEG.txt")))
                .contains("ahus-2027-v", "./alis replay")
                .contains("gi\nikke mappen til andre enn dem fordelingen angår.");
    }

    @Test
    void what_the_folder_says_to_compare_with_is_what_the_municipality_sees() throws IOException {
        ResourceBundle page = ResourceBundle.getBundle("messages.web-municipality", Locale.ROOT);
        assertThat(Files.readString(folder.resolve("LESMEG.txt"))).contains(page.getString("outcome-problem-sum"));
    }
}
