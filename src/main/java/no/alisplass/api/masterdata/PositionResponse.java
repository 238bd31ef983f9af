package no.alisplass.api.masterdata;

import java.util.List;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.PositionPart;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A position with its seats in the half-years asked for. */
record PositionResponse(
        @Schema(implementation = String.class, examples = "ahus-geriatri-1")
        PositionId id,

        List<PositionPart> parts,
        List<SeatsAnswer> seats,
        long version) {

    @Schema(name = "SeatsAnswer")
    record SeatsAnswer(
            @Schema(implementation = String.class, examples = "2027-V")
            HalfYear halfYear,

            @Schema(examples = "1") int seats,

            @Schema(description = "Det en endring viser til i If-Match; tom for et antall som aldri er satt.")
            Long version) {
        static SeatsAnswer of(Versioned<Seats> seats) {
            return new SeatsAnswer(
                    seats.value().halfYear(), seats.value().count(), seats.version() < 0 ? null : seats.version());
        }
    }

    static PositionResponse of(Versioned<Position> position, List<Versioned<Seats>> seats) {
        return new PositionResponse(
                position.value().id(),
                position.value().parts(),
                seats.stream()
                        .filter(one -> one.value()
                                .position()
                                .id()
                                .equals(position.value().id()))
                        .map(SeatsAnswer::of)
                        .toList(),
                position.version());
    }
}
