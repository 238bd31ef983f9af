package no.alisplass.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;

/**
 * The proof that a proposal is the best there is under the priority order: one claim for each doctor of the problem, in
 * its order. Anyone can check it with plain arithmetic (docs/certificate.md).
 *
 * @param problemHash SHA-256 of the problem's canonical bytes, in hexadecimal
 * @param proposalHash SHA-256 of the proposal's canonical bytes, in hexadecimal
 * @param priceLists price lists the claims refer to by their place here, from 0
 * @param firstNotProven the first doctor whose claim is not proven or is refuted; null when all are proven
 * @param noJustifiedEnvy under wishes first: whether no doctor could have something better merely by a doctor behind
 *     giving it up; null under placements first
 * @param greatestNumber under placements first: how many doctors could be placed at all; null under wishes first
 */
public record Certificate(
        String problemHash,
        String proposalHash,
        Objective objective,
        List<PriceList> priceLists,
        List<Claim> claims,
        @JsonInclude(JsonInclude.Include.NON_NULL) DoctorId firstNotProven,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean noJustifiedEnvy,
        @JsonInclude(JsonInclude.Include.NON_NULL) GreatestNumber greatestNumber) {
    public Certificate {
        priceLists = List.copyOf(priceLists);
        claims = List.copyOf(claims);
    }

    /** Whether every doctor's claim is proven. */
    public boolean complete() {
        return firstNotProven == null;
    }
}
