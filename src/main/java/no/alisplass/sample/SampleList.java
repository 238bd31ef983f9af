package no.alisplass.sample;

import java.util.List;

/**
 * The list of one area, in its own order.
 *
 * @param awayLimit how many of its doctors the area can spare at once; null for no limit
 * @param format the form the area sends it in
 */
public record SampleList(SampleArea area, Integer awayLimit, ListFormat format, List<SampleDoctor> doctors) {
    public SampleList {
        doctors = List.copyOf(doctors);
    }

    /** The name of its file. */
    public String fileName() {
        return area.code() + "-" + area.slug() + format.ending();
    }
}
