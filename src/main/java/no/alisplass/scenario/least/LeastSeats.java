package no.alisplass.scenario.least;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/**
 * The least number of seats, and where, told without anybody in it.
 *
 * @param doctors how many are to be served, those settled by hand among them
 * @param nothingToOffer how many of those asked about can be offered nothing wherever there are seats; they are not among the doctors
 * @param settledOut how many are settled by hand to get nothing; they are not either
 * @param seats how many are added in all; null where not even all there could be are enough, or nothing was found
 * @param atLeast fewer are not enough, by the proof
 * @param fewestPlaces whether it is certain that no other way has them in fewer places, and none in as few that comes before it
 * @param added by half-year and position
 * @param checked whether the checker accepts the certificate; where something was left open it does not
 * @param byRules what the round's own rules make of it; null as {@code seats}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeastSeats(
        LeastAnswer answer,
        int doctors,
        int nothingToOffer,
        int settledOut,
        Integer seats,
        int atLeast,
        boolean fewestPlaces,
        List<Added> added,
        boolean checked,
        ByRules byRules,
        String problemHash,
        String certificateHash) {
    public LeastSeats {
        added = List.copyOf(added);
    }

    /** @param now how many the position has in the half-year */
    public record Added(PositionId position, DepartmentId department, HalfYear halfYear, int now, int added) {}

    /**
     * With these seats, by the round's order and objective: that all can be served at once does not say that the rules serve them. Wishes first may give one who stands ahead
     * what another could not do without.
     *
     * @param served how many of the doctors to be served are, as was asked
     * @param settled whether for everybody everything better was ruled out
     */
    public record ByRules(int served, int placed, int waiting, boolean settled) {}
}
