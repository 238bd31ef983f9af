package no.alisplass.vacancy.rank;

import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;

/**
 * Where one doctor stands for a vacancy.
 *
 * @param place from 1; null for who is not ranked
 * @param out why not; null for who is ranked
 * @param nomination what the area has said; null for nothing
 * @param why in a sentence that names no other
 */
public record Standing(
        HprNumber hpr, AreaCode area, String name, Integer place, OutRule out, Nomination nomination, Message why) {

    /** Whether the area's nominating the doctor would have the doctor ranked, as far as can be told. */
    public boolean canBeNominated() {
        return out == OutRule.TAKEN_OUT || out != null && out.yieldsToNomination();
    }

    public boolean isRanked() {
        return place != null;
    }
}
