package no.alisplass.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;

/**
 * What doctors would get on other terms: the same search in priority order as a run's, without the run around it, and only as
 * far as is asked. For many small questions; the tiers are those of a run, the options need not be.
 */
public final class Trial {
    private final IndexedProblem indexed;
    private final Holdings board;
    private final PriorityPass pass;

    private Trial(AllocationProblem problem) {
        indexed = new IndexedProblem(problem);
        board = new Holdings(indexed);
        for (int d = 0; d < indexed.doctors; d++) {
            if (indexed.pinned[d] && indexed.firstOption[d] < indexed.firstOption[d + 1]) {
                board.set(d, indexed.firstOption[d]);
            }
        }
        board.commit();
        pass = new PriorityPass(indexed, board, new Random(0));
    }

    /**
     * The tier one doctor would get, {@code Doctor.tiers()} for none.
     *
     * @return empty when the pinned doctors take more than there is, or the search was not complete for the doctor or one ahead
     */
    public static OptionalInt tier(AllocationProblem problem, DoctorId doctor) {
        int place = 0;
        while (!problem.doctors().get(place).id().equals(doctor)) {
            place++;
        }
        Trial trial = new Trial(problem);
        boolean prefix = problem.objective() == Objective.WISHES_FIRST;
        return trial.settle(prefix ? place + 1 : trial.indexed.doctors)
                ? OptionalInt.of(trial.board.tier(place))
                : OptionalInt.empty();
    }

    /** The option every doctor would get, in the problem's order and null for none; empty as for one doctor. */
    public static Optional<List<Integer>> options(AllocationProblem problem) {
        Trial trial = new Trial(problem);
        if (!trial.settle(trial.indexed.doctors)) {
            return Optional.empty();
        }
        List<Integer> options = new ArrayList<>();
        for (int d = 0; d < trial.indexed.doctors; d++) {
            int choice = trial.board.choice[d];
            options.add(choice == Holdings.NONE ? null : choice - trial.indexed.firstOption[d]);
        }
        return Optional.of(options);
    }

    /** Settles so many doctors; false when one of them could not be settled for certain. */
    private boolean settle(int doctors) {
        if (board.overs() > 0) {
            return false;
        }
        while (pass.settled() < doctors) {
            if (pass.settleNext()) {
                board.commit();
            }
        }
        return pass.notExhausted().isEmpty();
    }
}
