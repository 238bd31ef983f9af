package no.alisplass.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What areas have agreed with the hospital: all have signed within the year the hospital began to, but the smallest has no agreement
 * yet, and the next smallest is no registered training organisation.
 */
final class SampleAgreements {
    private static final LocalDate FIRST = LocalDate.of(2023, 6, 5);
    private static final LocalDate REGISTERED = LocalDate.of(2019, 9, 1);

    private SampleAgreements() {}

    /** As they are sent, each with the area it is of. */
    static List<Map<String, Object>> of(List<SampleArea> areas) {
        List<SampleArea> bySize = areas.stream()
                .sorted(Comparator.comparingInt(SampleArea::population))
                .toList();
        List<Map<String, Object>> agreements = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            SampleArea area = areas.get(i);
            boolean agreed = areas.size() < 3 || !area.equals(bySize.get(0));
            boolean registered = areas.size() < 3 || !area.equals(bySize.get(1));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("area", area.code());
            if (agreed) {
                LocalDate signed = FIRST.plusWeeks(i % 24);
                json.put("signedOn", signed.toString());
                json.put("from", signed.withDayOfMonth(1).plusMonths(1).toString());
                json.put("reference", "%d/%05d-1".formatted(signed.getYear() % 100, 4100 + 37 * i));
            }
            if (registered) {
                json.put("registeredSince", REGISTERED.plusMonths(i % 24).toString());
            }
            agreements.add(json);
        }
        return agreements;
    }
}
