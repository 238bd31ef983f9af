package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is tried again, how long, and what a question that is not is told to have failed for. */
class JobWorkerTest {
    @Test
    void only_what_the_database_did_not_answer_may_pass() {
        assertThat(JobWorker.passes(new IllegalStateException(new SQLException("gone"))))
                .isTrue();
        assertThat(JobWorker.passes(new IllegalStateException("wrong"))).isFalse();
        assertThat(JobWorker.passes(new OutOfMemoryError())).isFalse();
    }

    @Test
    void a_fault_is_told_by_its_reason() {
        assertThat(JobWorker.why(new JobFailed(JobFailure.ROUND_CHANGED, "changed")))
                .isEqualTo(JobFailure.ROUND_CHANGED);
        assertThat(JobWorker.why(new IllegalStateException(new JobFailed(JobFailure.POLICY_CHANGED, "gone"))))
                .isEqualTo(JobFailure.POLICY_CHANGED);
        assertThat(JobWorker.why(new RuntimeException(new OutOfMemoryError()))).isEqualTo(JobFailure.MEMORY);
        assertThat(JobWorker.why(new IllegalStateException(new SQLException("gone"))))
                .isEqualTo(JobFailure.DATABASE);
        assertThat(JobWorker.why(new IllegalStateException("wrong"))).isEqualTo(JobFailure.FAULT);
    }

    @Test
    void a_fault_that_lasts_is_tried_again_for_some_minutes_and_not_for_ever() {
        assertThat(PieceQueue.wait(1)).contains(Duration.ofSeconds(2));
        assertThat(PieceQueue.wait(2)).contains(Duration.ofSeconds(4));
        assertThat(IntStream.range(1, 10).mapToObj(PieceQueue::wait).flatMap(Optional::stream))
                .hasSize(9)
                .isSorted();
        assertThat(PieceQueue.wait(10)).isEmpty();
        assertThat(PieceQueue.wait(11)).isEmpty();
    }
}
