package no.alisplass.allocation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import no.alisplass.allocation.SolvedRun;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import org.junit.jupiter.api.Test;

class ApprovedOutcomesTest {
    private static final HprNumber KARI = new HprNumber(7_000_001);

    /** Who came from another area's list was not left out of the round, and who came from nobody's was. */
    @Test
    void a_doctor_whom_the_round_had_from_another_list_is_told_apart_from_one_it_had_not() {
        Frozen frozen = new Frozen().seats("lunge", Frozen.SPRING, 1);
        frozen.doctor(KARI.value(), "Kari").area("3205").wants("lunge");
        Snapshot snapshot = frozen.freeze();
        SolvedRun run = new SolvedRun(
                null,
                snapshot,
                new AllocationSolver()
                        .solve(snapshot.problem(), 1, SolveListener.SILENT, () -> false)
                        .proposal(),
                null);
        assertThat(of(run, "3230").isOfAnother(KARI)).isTrue();
        assertThat(of(run, "3205").isOfAnother(KARI)).isFalse();
        assertThat(of(run, "3230").isOfAnother(new HprNumber(7_000_002))).isFalse();
    }

    private static ApprovedOutcomes.WithProof of(SolvedRun run, String area) {
        return new ApprovedOutcomes.WithProof(ApprovedOutcomes.OfArea.of(run.allocation(), new AreaCode(area)), run);
    }
}
