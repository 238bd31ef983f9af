package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * What became of one seat: who moved into it, who into the seat that one left, and so on. Where a position has more seats,
 * which of them is whose is settled by rank.
 *
 * @param ring whether the last mover leaves the seat the first moves into: doctors who change with each other, and no seat was free
 * @param leftFree the seat the last mover leaves and nobody moves into; null where there is none
 */
public record Chain(
        boolean ring,
        List<Move> moves,
        @JsonInclude(JsonInclude.Include.NON_NULL) ResourceId leftFree) {
    public Chain {
        moves = List.copyOf(moves);
    }

    /**
     * One doctor who moves.
     *
     * @param from the seat that is left; null where the doctor had none, or keeps it beside this one
     */
    public record Move(
            DoctorId doctor,
            ResourceId to,
            @JsonInclude(JsonInclude.Include.NON_NULL) ResourceId from) {}
}
