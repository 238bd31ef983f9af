package no.alisplass.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.reference.Rounds;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {
    private static final AllocationSolver SOLVER = new AllocationSolver();

    private static Proposal solved(AllocationProblem problem) {
        return SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false).proposal();
    }

    /** By a parse and a sort of what Jackson writes without any order of ours. */
    private static String canonical(Object value) {
        JsonMapper plain = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        try {
            return new JsonCanonicalizer(plain.writeValueAsString(value)).getEncodedString();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static void holds(Object value) {
        String written = ProblemJson.write(value);
        assertThat(written).isEqualTo(canonical(value));
        assertThat(ProblemJson.hash(value)).isEqualTo(ProblemJson.sha256(written));
    }

    @Nested
    class Hashes {
        @Test
        void of_rounds_and_what_the_solver_makes_of_them_stay_what_they_are() {
            Rounds.Shape small = Rounds.Shape.of(60, 4, 1);
            Rounds.Shape pairs = Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1);
            Rounds.Shape placements = pairs.withObjective(Objective.PLACEMENTS_FIRST);
            assertThat(Stream.of(small, pairs, placements).flatMap(this::hashes))
                    .containsExactly(
                            "3055cc8ee6b8777f6038b1d0085914014d624695bbf0fe48af0097071e56618a",
                            "cb4131f8d5937a9d5d54e82b2a4ec0d0d7c573af7dcf471dc15defcc2fb35c28",
                            "b413a3990ecbb9c0111c2c5f24503ba9a8cc1470dc2aff32095acd3642692c20",
                            "f58150e6738eb1315e22233ef4d80f2be3f9690f699e538c96dc9d06bbd70972",
                            "98c734a4dbea4f1e581ea20f0718440cd032347a1588aad30baf848621935e8f",
                            "63803d3b2dcd4e07cad77e7a6cddf295ae6389303ab9ac231dbe7f1b56055486",
                            "0e11710ba1b7074aff831756f85394d3d6114f5ccdcb9be73d79b8b61c642353",
                            "8f99e1401e8534b3b430fac3fff7f6841586536f82eb76b45c37466b87d5a20c",
                            "f2cbc45504b20fc3cbae4f67b052be30988eb60782439008997ee6b9b7e71d4b");
        }

        private Stream<String> hashes(Rounds.Shape shape) {
            AllocationProblem problem = Rounds.generate(shape, 1);
            Proposal proposal = solved(problem);
            return Stream.of(
                    ProblemJson.hash(problem),
                    ProblemJson.hash(proposal),
                    ProblemJson.hash(Prover.prove(problem, proposal)));
        }
    }

    @Nested
    class Form {
        @Test
        void is_that_of_the_reference_for_problems_proposals_and_certificates() {
            for (Objective objective : Objective.values()) {
                for (int seed = 1; seed <= 5; seed++) {
                    Rounds.Shape shape =
                            Rounds.Shape.of(40, 16, 4).withTwoPart(0.4).withLimit(1);
                    AllocationProblem problem = Rounds.generate(shape.withObjective(objective), seed);
                    Proposal proposal = solved(problem);
                    Certificate certificate = Prover.prove(problem, proposal);
                    holds(problem);
                    holds(proposal);
                    holds(certificate);
                    Proposal none = new Proposal(
                            proposal.problemHash(),
                            problem.doctors().stream()
                                    .map(doctor -> new Placement(doctor.id(), null))
                                    .toList());
                    holds(none);
                    holds(Prover.prove(problem, none, 3));
                }
            }
        }

        record Whole(@JsonUnwrapped Inner inner, int zz, Integer none) {}

        record Inner(int b, @JsonUnwrapped Innermost innermost, String y) {}

        record Innermost(@JsonProperty("inside") String a, LocalDate c) {}

        @Test
        void is_that_of_the_reference_for_values_written_among_the_fields_of_others() {
            Whole whole = new Whole(new Inner(1, new Innermost("x", null), "y"), 2, null);
            holds(whole);
            assertThat(ProblemJson.write(whole)).isEqualTo("{\"b\":1,\"inside\":\"x\",\"y\":\"y\",\"zz\":2}");
            assertThat(ProblemJson.read(ProblemJson.write(whole), Whole.class)).isEqualTo(whole);
        }

        record Many(
                String zeta,
                String alpha,
                String Beta,
                String æ,
                long whole,
                Long boxed,
                double real,
                Double none,
                BigDecimal decimal,
                LocalDate date,
                Map<String, Object> map,
                List<Object> list,
                Proof proof) {}

        private Many many(String text, long whole, double real) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("z", whole);
            map.put("a", real);
            map.put("Å", null);
            map.put("€", List.of(true, false));
            map.put("\uD83D\uDE00", text);
            return new Many(
                    text,
                    text + text,
                    "b",
                    "",
                    whole,
                    whole,
                    real,
                    null,
                    BigDecimal.valueOf(real),
                    LocalDate.of(2027, 3, 1),
                    map,
                    List.of(whole, real, text, Map.of(), List.of(), new DoctorId("d001")),
                    new Proof.ByCases(
                            new DoctorId("d003"),
                            List.of(new Proof.Part(
                                    List.of(1, 2),
                                    new Proof.Refuted(List.of(new Placement(new DoctorId("d002"), 3)))))));
        }

        @Test
        void is_that_of_the_reference_for_every_sign_and_number() {
            StringBuilder signs = new StringBuilder();
            for (char sign = 0; sign < 0x500; sign++) {
                signs.append(sign);
            }
            signs.append("\u2028\u2029\uFEFF\uFFFF\uD83D\uDE00/<>&'");
            long exact = 1L << 53;
            for (long whole : new long[] {
                0, 1, -1, exact - 1, exact, exact + 1, -exact - 1, Long.MAX_VALUE, Long.MIN_VALUE, 1234567890123456789L
            }) {
                for (double real : new double[] {0, -0.0, 1, 0.1, 1e21, 1e-7, 123456789.25, Double.MIN_VALUE}) {
                    holds(many(signs.toString(), whole, real));
                }
            }
        }
    }
}
