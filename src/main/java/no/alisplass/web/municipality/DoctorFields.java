package no.alisplass.web.municipality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.capacity.Department;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.text.Formats;

/** An entry as the fields of the doctor's form, in the form's order; the way back is {@link DoctorForm}. */
public record DoctorFields(List<Department> departments, Map<String, List<String>> fields) {
    private DoctorFields(List<Department> departments) {
        this(departments, new LinkedHashMap<>());
    }

    /** @param departments that can be wished for */
    public static Map<String, List<String>> of(WaitlistEntry entry, List<Department> departments) {
        return new DoctorFields(departments).of(entry);
    }

    private Map<String, List<String>> of(WaitlistEntry entry) {
        put("name", entry.name());
        put("hprNumber", entry.hpr().digits());
        put("email", entry.person().email());
        put(
                "affiliation",
                entry.employment().kind() == null
                        ? DoctorForm.NONE
                        : entry.employment().kind());
        put("affiliationFrom", entry.employment().from());
        put("affiliationTo", entry.employment().to());
        put("scheme", entry.training().scheme());
        put("specialisationStart", entry.training().start());
        List<ServicePeriod> periods = entry.service().periods();
        for (int i = 0; i < periods.size(); i++) {
            period("periods[" + i + "]", periods.get(i));
        }
        StatedService stated = entry.service().stated();
        put("statedService", stated.months());
        put("statedOpenPractice", stated.openPractice());
        put("statedOn", stated.on());
        put("statedShare", stated.share());
        put("objectives", entry.progress().objectives());
        put("activities", entry.progress().activities());
        put("supervision", entry.progress().supervision());
        List<ApprovedMonths> approved = entry.institution().approved();
        for (int i = 0; i < approved.size(); i++) {
            ApprovedMonths stay = approved.get(i);
            put("approved[" + i + "].department", stay.department());
            put("approved[" + i + "].elsewhere", stay.elsewhere());
            put("approved[" + i + "].months", stay.months());
        }
        put("monthsLeft", entry.institution().monthsLeft());
        put("interrupted", entry.institution().interrupted() ? "ja" : null);
        wishes(entry.wishes());
        put("leave", entry.readiness().leave());
        put("locum", entry.readiness().locum());
        put("note", entry.note());
        return fields;
    }

    private void period(String name, ServicePeriod period) {
        put(name + ".from", period.days().from());
        put(name + ".to", period.days().to());
        put(name + ".percentage", period.percentage());
        put(name + ".kind", period.kind());
        for (int j = 0; j < period.leaves().size(); j++) {
            put(name + ".leaves[" + j + "].from", period.leaves().get(j).from());
            put(name + ".leaves[" + j + "].to", period.leaves().get(j).to());
        }
    }

    private void wishes(Wishes wishes) {
        departments.stream().map(Department::id).forEach(id -> {
            boolean ranked = wishes.ranked().stream().anyMatch(group -> group.contains(id));
            Object place = wishes.refused().contains(id)
                    ? DoctorForm.REFUSED
                    : ranked ? wishes.rankOf(id).map(rank -> rank + 1).orElse(null) : null;
            put(DoctorForm.wish(id), place);
        });
        put("wishes.onlyRanked", wishes.onlyRanked() ? "ja" : null);
        put("wishes.wholeOnly", wishes.bothOrNothing() ? "ja" : null);
        put("wishes.earliestStart", wishes.earliestStart());
        fields.put(
                "wishes.blocked",
                wishes.blocked().stream().map(HalfYear::toString).toList());
        put("wishes.weight", wishes.weight());
    }

    private void put(String name, Object value) {
        fields.put(name, List.of(text(value)));
    }

    /** What stands in a field for a value, in the form people type it; empty for none. */
    public static String text(Object value) {
        if (value instanceof LocalDate date) {
            return Formats.shortDate(date);
        }
        return value == null
                ? ""
                : value instanceof Months months ? months.toString().replace('.', ',') : value.toString();
    }
}
