package no.alisplass.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.prove.Outcomes;
import no.alisplass.certificate.prove.Pairs;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.Rounds;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int verify() {
        return Verify.run(
                new String[] {folder.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void write(AllocationProblem problem, int[] options) throws IOException {
        Proposal proposal = Rounds.proposal(problem, options);
        Files.writeString(folder.resolve("problem.json"), CanonicalJson.write(problem));
        Files.writeString(folder.resolve("proposal.json"), CanonicalJson.write(proposal));
        Certificate certificate = Prover.prove(problem, proposal);
        Files.writeString(folder.resolve("certificate.json"), CanonicalJson.write(certificate));
        Files.writeString(
                folder.resolve("reasons.json"),
                CanonicalJson.write(StatedReasonsWriter.all(problem, proposal, certificate)));
    }

    @Nested
    class ExitCode {
        /** Limits had the codes of their municipalities for names then. */
        @Test
        void is_0_for_a_folder_that_an_older_program_exported() {
            folder = Path.of("src", "test", "resources", "allocation", "named-areas");
            assertThat(verify()).as(out.toString(StandardCharsets.UTF_8)).isZero();
        }

        @Test
        void is_0_for_a_proven_proposal_and_the_report_says_so() throws IOException {
            AllocationProblem problem = Rounds.small(7);
            write(problem, new Outcomes(problem).best());
            assertThat(verify()).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("ACCEPTED");
        }

        @Test
        void is_1_for_a_folder_tampered_with() throws IOException {
            AllocationProblem problem = Rounds.small(7);
            write(problem, new Outcomes(problem).best());
            Path file = folder.resolve("certificate.json");
            String text = Files.readString(file);
            String altered = text.replaceFirst("\"heldTier\":0", "\"heldTier\":1");
            assertThat(altered).isNotEqualTo(text);
            Files.writeString(file, altered);
            assertThat(verify()).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("FAILED CLAIM")
                    .contains("REJECTED");
        }

        @Test
        void is_1_for_a_forged_reason_and_the_first_false_one_is_named() throws IOException {
            write(Pairs.crossed(), new int[] {0, -1});
            Path file = folder.resolve("reasons.json");
            String text = Files.readString(file);
            String altered = text.replaceFirst("\"right\":\"AHEAD\"", "\"right\":\"BY_HAND\"");
            assertThat(altered).isNotEqualTo(text);
            Files.writeString(file, altered);
            assertThat(verify()).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("FAILED REASON behind")
                    .contains("who holds it")
                    .contains("REJECTED");
        }

        @Test
        void is_2_without_the_reasons() throws IOException {
            AllocationProblem problem = Rounds.small(7);
            write(problem, new Outcomes(problem).best());
            Files.delete(folder.resolve("reasons.json"));
            assertThat(verify()).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("reasons.json");
        }

        @Test
        void is_2_for_a_missing_or_unreadable_file() throws IOException {
            assertThat(verify()).isEqualTo(2);
            AllocationProblem problem = Rounds.small(7);
            write(problem, new Outcomes(problem).best());
            Files.writeString(folder.resolve("certificate.json"), "{}");
            assertThat(verify()).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("certificate.json");
            assertThat(Verify.run(new String[0], System.out, new PrintStream(err)))
                    .isEqualTo(2);
        }
    }

    @Nested
    class TheFiles {
        private final ObjectMapper mapper = new ObjectMapper();

        private void valid(String name, Object value) throws IOException {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schema/" + name + ".schema.json")));
            JsonNode node = mapper.readTree(CanonicalJson.write(value));
            assertThat(schema.validate(node)).isEmpty();
            ((com.fasterxml.jackson.databind.node.ObjectNode) node).put("more", 1);
            assertThat(schema.validate(node)).isNotEmpty();
        }

        @Test
        void follow_their_schemas_and_are_read_back_as_they_were() throws IOException {
            for (long seed = 0; seed < 60; seed++) {
                AllocationProblem problem = Rounds.small(seed);
                Outcomes outcomes = new Outcomes(problem);
                holds(problem, outcomes.best());
                holds(problem, outcomes.all().get(outcomes.all().size() / 2));
            }
            Rounds.Shape shape = new Rounds.Shape(Objective.PLACEMENTS_FIRST, 20, 1, 4, 4, 1, 0.4, true, 0.5);
            AllocationProblem problem = Rounds.popular(shape, 1);
            int[] none = new int[20];
            java.util.Arrays.fill(none, -1);
            holds(problem, none);
        }

        @Test
        void follow_their_schemas_with_a_proof_by_cases() throws IOException {
            AllocationProblem problem = Pairs.crossed();
            Certificate certificate = Pairs.byCases(problem, Rounds.proposal(problem, new int[] {0, -1}));
            valid("certificate", certificate);
            assertThat(CanonicalJson.read(CanonicalJson.write(certificate), Certificate.class))
                    .isEqualTo(certificate);
        }

        @Test
        void follow_the_schema_of_the_run_card_too() throws IOException {
            ExportedFolder exported = new ExportedFolder(folder);
            exported.write(Pairs.crossed());
            valid("run", CanonicalJson.read(exported.get("run.json"), RunManifest.class));
        }

        private void holds(AllocationProblem problem, int[] options) throws IOException {
            Proposal proposal = Rounds.proposal(problem, options);
            Certificate certificate = Prover.prove(problem, proposal);
            valid("problem", problem);
            valid("proposal", proposal);
            valid("certificate", certificate);
            assertThat(CanonicalJson.read(CanonicalJson.write(certificate), Certificate.class))
                    .isEqualTo(certificate);
            StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, certificate);
            valid("reasons", reasons);
            assertThat(CanonicalJson.read(CanonicalJson.write(reasons), StatedReasons.class))
                    .isEqualTo(reasons);
        }
    }
}
