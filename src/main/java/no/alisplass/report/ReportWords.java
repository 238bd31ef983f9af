package no.alisplass.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Told;

/** What a report is told in: a language, what things are called, and when it is made. */
public record ReportWords(Locale locale, Hospital hospital, Map<AreaCode, String> areas, Instant made) {
    /** A text of {@code messages/report.properties}. */
    public String text(String key, Object... arguments) {
        return Messages.text("report." + key, locale, arguments);
    }

    public String department(DepartmentId id) {
        return hospital.department(id).map(Department::name).orElse(id.value());
    }

    /** One department, or those that share a position. */
    public String departments(List<DepartmentId> ids) {
        return ids.stream().map(this::department).collect(Collectors.joining(" + "));
    }

    public String area(AreaCode code) {
        return areas.getOrDefault(code, code.value());
    }

    public String halfYear(HalfYear halfYear) {
        return Told.halfYear(halfYear, locale);
    }
}
