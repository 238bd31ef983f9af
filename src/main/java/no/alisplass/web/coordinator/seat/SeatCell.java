package no.alisplass.web.coordinator.seat;

import io.quarkus.qute.TemplateData;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/**
 * How many seats a position has in a half-year.
 *
 * @param value what stands in the field
 * @param version of the number it was made from; -1 for one never set
 * @param theirs what someone else has set meanwhile; null when nobody has
 * @param fault what is wrong with the value; null for nothing
 */
@TemplateData
public record SeatCell(
        String action,
        String id,
        String label,
        String value,
        long version,
        Integer theirs,
        String fault,
        boolean saved) {

    /** As it is stored. */
    static SeatCell of(HospitalId hospital, Names names, Versioned<Seats> seats) {
        Seats known = seats.value();
        return at(hospital, known.position().id(), names.position(known.position()), known.halfYear())
                .with(Integer.toString(known.count()), seats.version());
    }

    /** With what was typed. @param others what someone else has set, @param why what is wrong: null for nothing */
    SeatCell refused(String typed, long seen, Integer others, String why) {
        return new SeatCell(action, id, label, typed, seen, others, why, false);
    }

    SeatCell justSaved() {
        return new SeatCell(action, id, label, value, version, theirs, fault, true);
    }

    static SeatCell at(HospitalId hospital, PositionId position, String name, HalfYear halfYear) {
        return new SeatCell(
                "/koordinator/stillinger/" + hospital + "/" + position + "/" + halfYear,
                "plasser-" + position + "-" + halfYear,
                Texts.of("positions-seats-in", name, halfYear),
                "",
                -1,
                null,
                null,
                false);
    }

    private SeatCell with(String count, long current) {
        return new SeatCell(action, id, label, count, current, theirs, fault, saved);
    }
}
