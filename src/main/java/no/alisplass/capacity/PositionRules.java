package no.alisplass.capacity;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;

/** What the parts of a position must be (003 §7.3.1.2: six months, at least three in each department). */
public final class PositionRules {
    public static final int MONTHS = 6;
    public static final int MIN_MONTHS = 3;

    private PositionRules() {}

    static List<Finding> check(List<PositionPart> parts) {
        List<Finding> findings = new ArrayList<>();
        if (parts.isEmpty() || parts.size() > 2) {
            findings.add(Finding.of("parts", parts.size(), "capacity.position-parts", parts.size()));
        }
        int total = 0;
        for (int at = 0; at < parts.size(); at++) {
            int months = parts.get(at).months();
            total += months;
            if (months < MIN_MONTHS) {
                findings.add(Finding.of("parts[" + at + "].months", months, "capacity.part-too-short", months));
            }
        }
        if (total != MONTHS) {
            findings.add(Finding.of("parts", total, "capacity.position-months", total));
        }
        long departments =
                parts.stream().map(PositionPart::department).distinct().count();
        if (departments < parts.size()) {
            findings.add(
                    Finding.of("parts[1].department", parts.get(0).department(), "capacity.position-same-department"));
        }
        return findings;
    }

    static List<Finding> check(Hospital hospital, List<PositionPart> parts) {
        List<Finding> findings = new ArrayList<>(check(parts));
        for (int at = 0; at < parts.size(); at++) {
            var department = parts.get(at).department();
            if (hospital.department(department).isEmpty()) {
                findings.add(Finding.of(
                        "parts[" + at + "].department",
                        department,
                        "capacity.department-unknown",
                        department,
                        hospital.name(),
                        HospitalRules.known(hospital)));
            }
        }
        return findings;
    }
}
