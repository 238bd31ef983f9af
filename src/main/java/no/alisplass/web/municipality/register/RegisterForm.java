package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.text.Text;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import no.alisplass.web.municipality.DoctorFields;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.shell.Form;

/** The doctor's form with what a list cannot hold: stays with their days, and the on-call wish. */
final class RegisterForm {
    /** More rows than a record can have, so that the one too many is told. */
    private static final int ROWS = 40;

    private RegisterForm() {}

    /** A row of institution service: the name of its fields. @param completed whether it was done here, and stays as it is */
    @TemplateData
    public record StayRow(String name, int number, boolean completed) {}

    static List<StayRow> stayRows(Form form) {
        List<StayRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS && !form.all("stays[" + i + "].months").isEmpty(); i++) {
            String name = "stays[" + i + "]";
            rows.add(new StayRow(
                    name, i + 1, form.value(name + ".known").equals(InstitutionStay.Known.COMPLETED.name())));
        }
        return rows;
    }

    /** The ids of the departments that stand in the form. */
    static Set<String> departments(Form form) {
        Set<String> ids = new HashSet<>();
        for (String name : form.names()) {
            if (name.startsWith("wish-") && !form.value(name).isEmpty()) {
                ids.add(name.substring("wish-".length()));
            } else if (name.startsWith("stays[") && name.endsWith("].department")) {
                ids.add(form.value(name));
            }
        }
        return ids;
    }

    /** The ids of the departments the facts name. */
    static Set<String> departments(DoctorFacts facts) {
        Wishes wishes = facts.entry().wishes();
        return Stream.of(
                        wishes.ranked().stream().flatMap(Set::stream),
                        wishes.refused().stream(),
                        facts.stays().stream().map(InstitutionStay::department).filter(Objects::nonNull))
                .flatMap(each -> each)
                .map(DepartmentId::value)
                .collect(Collectors.toSet());
    }

    /** What stands in the form. What cannot be read is told in it, and left out. */
    static DoctorFacts facts(Form form, List<Department> departments) {
        return new DoctorFacts(
                new DoctorForm(form, departments).entry(0),
                stays(form, departments),
                form.choice("onCall", OnCallWish::valueOf).orElse(null));
    }

    private static List<InstitutionStay> stays(Form form, List<Department> departments) {
        List<InstitutionStay> stays = new ArrayList<>();
        for (StayRow row : stayRows(form)) {
            String department = form.value(row.name() + ".department");
            boolean blank = department.isEmpty()
                    && List.of("elsewhere", "from", "to", "months").stream()
                            .allMatch(part -> Text.blank(form.value(row.name() + "." + part)));
            if (!blank) {
                stays.add(stay(form, row.name(), department, departments));
            }
        }
        return stays;
    }

    private static InstitutionStay stay(Form form, String row, String department, List<Department> departments) {
        Optional<DepartmentId> known = departments.stream()
                .map(Department::id)
                .filter(each -> each.value().equals(department))
                .findFirst();
        String elsewhere = form.text(row + ".elsewhere", 300);
        return new InstitutionStay(
                known.orElse(null),
                elsewhere.isEmpty() ? null : elsewhere,
                form.date(row + ".from").orElse(null),
                form.date(row + ".to").orElse(null),
                form.months(row + ".months").orElse(null),
                form.choice(row + ".known", InstitutionStay.Known::valueOf).orElse(null));
    }

    /** The way back. */
    static Map<String, List<String>> fields(DoctorFacts facts, List<Department> departments) {
        Map<String, List<String>> fields = new LinkedHashMap<>(DoctorFields.of(facts.entry(), departments));
        // What an entry has as approved are the sums of the stays.
        fields.keySet().removeIf(name -> name.startsWith("approved["));
        List<InstitutionStay> stays = facts.stays();
        for (int i = 0; i < stays.size(); i++) {
            InstitutionStay stay = stays.get(i);
            String name = "stays[" + i + "].";
            put(fields, name + "department", stay.department());
            put(fields, name + "elsewhere", stay.elsewhere());
            put(fields, name + "from", stay.from());
            put(fields, name + "to", stay.to());
            put(fields, name + "months", stay.months());
            put(fields, name + "known", stay.known());
        }
        put(fields, "onCall", facts.onCall());
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String name, Object value) {
        fields.put(name, List.of(DoctorFields.text(value)));
    }
}
