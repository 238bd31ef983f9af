package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.alisplass.json.CanonicalJson;
import no.alisplass.reference.Rounds;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    static {
        Quiet.solver();
    }

    @Test
    void the_same_problem_and_seed_give_the_same_bytes_in_two_processes() throws Exception {
        String here = proposals();
        assertThat(inAnotherProcess()).isEqualTo(here);
        assertThat(here).contains("d060").contains("\"option\"");
    }

    private static String proposals() {
        StringBuilder text = new StringBuilder();
        Rounds.Shape shape = Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1);
        for (int seed = 0; seed < 3; seed++) {
            Solved solved =
                    new AllocationSolver().solve(Rounds.generate(shape, seed), seed, SolveListener.SILENT, () -> false);
            text.append(CanonicalJson.write(solved.proposal())).append(solved.configHash());
        }
        return text.toString();
    }

    private static String inAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Elsewhere.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }

    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] args) {
            Quiet.solver();
            System.out.print(proposals());
        }
    }
}
