package no.alisplass.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;

/** What the dates and the department of a sporadic vacancy must be. */
public final class VacancyRules {
    public static final int NOTE_LENGTH = 1000;

    static final int MAX_MONTHS = 24;

    private VacancyRules() {}

    static List<Finding> checkNote(String note) {
        return Text.faults("note", note, NOTE_LENGTH, null);
    }

    static List<Finding> check(
            Hospital hospital, DepartmentId department, LocalDate from, LocalDate to, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (hospital.department(department).isEmpty()) {
            findings.add(Finding.of(
                    "department",
                    department,
                    "capacity.department-unknown",
                    department,
                    hospital.name(),
                    HospitalRules.known(hospital)));
        }
        if (to.isBefore(from)) {
            findings.add(Finding.of("to", to, "capacity.vacancy-ends-before-it-begins", from, to));
        } else if (to.isAfter(from.plusMonths(MAX_MONTHS))) {
            findings.add(Finding.of("to", to, "capacity.vacancy-too-long", from, to));
        }
        if (to.isBefore(today)) {
            findings.add(Finding.of("to", to, "capacity.vacancy-is-over", to, today));
        }
        return findings;
    }
}
