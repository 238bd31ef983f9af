package no.alisplass.waitlist;

import java.util.Comparator;
import no.alisplass.catchment.Area;

/**
 * How far an area has come with its list.
 *
 * @param draft whether it has begun one
 * @param doctors on the list that counts; 0 when nothing is sent
 * @param receipt of the list that counts; null when nothing is sent
 */
public record AreaStatus(Area area, boolean draft, int doctors, Receipt receipt) {
    public static final Comparator<AreaStatus> BY_NAME =
            Comparator.comparing(status -> status.area().name());

    public boolean hasAnswered() {
        return receipt != null;
    }
}
