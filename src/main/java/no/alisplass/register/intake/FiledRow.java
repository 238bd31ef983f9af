package no.alisplass.register.intake;

import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.Difference;
import no.alisplass.register.entry.Remark;

/**
 * A row of a file beside what the register has.
 *
 * @param number as people see it
 * @param name as it stands in the file
 * @param hpr null when there is none that can be read
 * @param reopens whether the doctor's record is closed, and taking the row in opens it again
 * @param differences the fields that are others in the file than in the register; of a new doctor all there are
 * @param remarks what is to say of the row
 */
public record FiledRow(
        int number,
        String name,
        HprNumber hpr,
        State state,
        boolean reopens,
        List<Difference> differences,
        List<Remark> remarks) {
    /** How a row stands to the register. The names are told by the API. */
    public enum State {
        /** Nobody has the doctor. */
        NEW,
        CHANGED,
        UNCHANGED,
        /** The row has errors. */
        FAULTY,
        /** Another area has the doctor. */
        HELD_ELSEWHERE,
        /** Nothing is known of it as long as something is wrong with the file as a whole. */
        UNDECIDED;

        /** Whether it can be taken in. */
        public boolean isTakeable() {
            return this == NEW || this == CHANGED;
        }
    }

    public FiledRow {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }
}
