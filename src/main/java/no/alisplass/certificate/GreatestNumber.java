package no.alisplass.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Placement;

/**
 * How many doctors could be placed at all, whoever they are; exact when {@code atLeast == atMost}.
 *
 * @param proposed how many the proposal places
 * @param atLeast how many the witness places
 * @param atMost no more than this, by the price list
 * @param priceList the price list's place in the certificate
 * @param unit the price at which a placement is worth nothing more: prices are fractions of it
 * @param witness an outcome with {@code atLeast} placed, in the problem's order; null for the proposal itself
 * @param givingWay doctors the proposal places and the witness does not
 * @param paying doctors placed in both, with a worse tier in the witness
 */
public record GreatestNumber(
        int proposed,
        int atLeast,
        int atMost,
        int priceList,
        long unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Placement> witness,
        List<DoctorId> givingWay,
        List<Paying> paying) {
    public GreatestNumber {
        witness = witness == null ? null : List.copyOf(witness);
        givingWay = List.copyOf(givingWay);
        paying = List.copyOf(paying);
    }

    /** A doctor's tier in the proposal and the worse one in the witness. */
    public record Paying(DoctorId doctor, int tier, int witnessTier) {}
}
