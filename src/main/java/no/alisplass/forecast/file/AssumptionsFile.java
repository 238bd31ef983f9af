package no.alisplass.forecast.file;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.Range;

/** Reads {@code assumptions.yaml}: what is not in it is assumed as it is usual. */
final class AssumptionsFile {
    private AssumptionsFile() {}

    /** @param areas those an assumption can be of */
    static Assumptions read(Section file, Set<AreaCode> areas) {
        Map<Assumption, Range> ranges = new EnumMap<>(Assumption.class);
        for (Assumption each : Assumption.values()) {
            Section section = file.section(each.word(), false);
            Range range = section == null ? null : range(section, each);
            if (range != null) {
                ranges.put(each, range);
            }
        }
        Map<AreaCode, Range> byArea = new TreeMap<>();
        Section section = file.section("new-doctors-by-area", false);
        if (section != null) {
            for (String code : section.keys()) {
                Section one = section.section(code, true);
                Range range = one == null ? null : range(one, Assumption.NEW_DOCTORS);
                AreaCode area = AreaCode.read(code).map(AreaCode.Read::code).orElse(null);
                if (area == null || !areas.contains(area)) {
                    section.fault(code, "is none of the areas in areas.yaml. Add it there, or correct the number.");
                } else if (range != null) {
                    byArea.put(area, range);
                }
            }
            if (file.has(Assumption.NEW_DOCTORS.word())) {
                file.fault(
                        Assumption.NEW_DOCTORS.word(),
                        "stands beside new-doctors-by-area. Remove one of them: they are two ways to say the same.");
            }
        }
        Arrivals arrivals = file.choice("arrivals", Arrivals.values(), Arrivals.RANDOM);
        int further =
                file.wholeOr("further-offers", 0, Assumptions.MOST_FURTHER_OFFERS, Assumptions.USUAL.furtherOffers());
        file.end();
        return new Assumptions(ranges, byArea, arrivals, further);
    }

    private static Range range(Section section, Assumption which) {
        Double low = section.number("low", 0, which.most(), true);
        Double likely = section.number("likely", 0, which.most(), true);
        Double high = section.number("high", 0, which.most(), true);
        String source = section.text("source", true);
        section.end();
        if (low == null || likely == null || high == null || source == null) {
            return null;
        }
        if (low > likely || likely > high) {
            section.fault("likely", "must lie between low and high. Put the three in order.");
            return null;
        }
        return new Range(low, likely, high, source);
    }
}
