package no.alisplass.solver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.function.ToIntFunction;

/**
 * The positional numbers of the score: a digit for each doctor in priority order, so that a better outcome for one doctor outweighs
 * everything behind, and the number reads as the outcome.
 *
 * <p>A digit is a whole {@code int}. The digits are written side by side when all doctors are there, and never added up: a weight of its own for
 * each doctor is a number as long as there are doctors behind, and all of these take time and memory by the square of the doctors.
 */
final class PriorityNumber {
    private PriorityNumber() {}

    /** @param digit what counts for each, not negative; doctors who are not among them have 0 */
    static BigDecimal of(Collection<DoctorAssignment> doctors, ToIntFunction<DoctorAssignment> digit) {
        int digits = 0;
        for (DoctorAssignment doctor : doctors) {
            digits = Math.max(digits, doctor.behind() + 1);
        }
        ByteBuffer number = ByteBuffer.allocate(digits * Integer.BYTES);
        for (DoctorAssignment doctor : doctors) {
            number.putInt((digits - 1 - doctor.behind()) * Integer.BYTES, digit.applyAsInt(doctor));
        }
        return new BigDecimal(new BigInteger(1, number.array()));
    }
}
