package no.alisplass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Told by the memory asked for, which does not depend on what else the machine does; the times are {@code ./alis bench growth}. */
class GrowthTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int DOCTORS = 1_000;
    private static final int TIMES = 4;

    static {
        Logger.getLogger("ai.timefold").setLevel(Level.WARNING);
    }

    /** A table of all doctors for each doctor, or of all seats for each proof, would be {@code TIMES * TIMES} as much. */
    @ParameterizedTest
    @EnumSource(Objective.class)
    void solving_proving_and_checking_ask_for_memory_hardly_faster_than_the_round_grows(Objective objective) {
        allocated(DOCTORS, objective);
        long small = allocated(DOCTORS, objective);
        long large = allocated(DOCTORS * TIMES, objective);
        assertThat((double) large / small).isBetween(TIMES * 0.5, TIMES * 1.5);
    }

    private static long allocated(int doctors, Objective objective) {
        AllocationProblem problem = Instance.growth(doctors).with(objective).problem(1);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Measured measured = Measured.of(problem);
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(measured.notProven()).isZero();
        assertThat(measured.honest()).isTrue();
        return bytes;
    }
}
