package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.Register;
import no.alisplass.register.begun.BegunDoctor;
import no.alisplass.register.begun.BegunDoctors;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorVersions;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What the caller's own area has begun, as the pages show it. */
@ApplicationScoped
class OwnBegun {
    static final String BASE = OwnRegister.BASE + "/ny";
    static final String KEY = "[A-Za-z0-9_-]{22}";

    /** Where an area asks for a doctor whom another holds. */
    static final String MOVES = OwnRegister.BASE + "/flytting";

    private final OwnRegister own;
    private final Register register;
    private final BegunDoctors begun;

    @Inject
    OwnBegun(OwnRegister own, Register register, BegunDoctors begun) {
        this.own = own;
        this.register = register;
        this.begun = begun;
    }

    /**
     * A doctor in the list of those whose registration is begun.
     *
     * @param hpr null while it is not told
     * @param missing how many things must be filled in or mended
     * @param steps the steps they are in
     * @param left when it was left, and by whom
     */
    @TemplateData
    public record Row(String name, String hpr, String href, int missing, String steps, String left) {}

    BegunDoctor find(String key) {
        return Pages.of(begun.find(own.area(), key));
    }

    static String address(String key) {
        return BASE + "/" + key;
    }

    /** What stands in the whole form. */
    static Form form(BegunDoctor doctor) {
        return Form.of(StepFields.whole(doctor.fields(), StepFields.of(DoctorChoices.blank())));
    }

    DoctorFacts facts(Form form) {
        return RegisterForm.facts(form, departments(List.of(form)));
    }

    private List<Department> departments(List<Form> forms) {
        Set<String> ids = new HashSet<>();
        forms.forEach(form -> ids.addAll(RegisterForm.departments(form)));
        return own.choices(ids).departments();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<BegunDoctor> all = begun.of(own.area());
        List<EditedDoctor> edited = edited(all);
        for (int at = 0; at < all.size(); at++) {
            BegunDoctor each = all.get(at);
            EditedDoctor doctor = edited.get(at);
            List<String> steps = new ArrayList<>();
            for (DoctorStep step : DoctorStep.values()) {
                if (doctor.found().of(step).stream().anyMatch(Remark::isError)) {
                    steps.add(step.getTitle());
                }
            }
            rows.add(new Row(
                    doctor.called(),
                    each.hpr() == null ? null : each.hpr().digits(),
                    doctor.address(),
                    doctor.missing(),
                    String.join(", ", steps),
                    Texts.of("begun-left", Formats.timestamp(each.changedAt()), each.changedBy())));
        }
        return rows;
    }

    EditedDoctor edited(BegunDoctor doctor) {
        return edited(List.of(doctor)).get(0);
    }

    /** In as many statements as for one. */
    private List<EditedDoctor> edited(List<BegunDoctor> all) {
        List<Form> forms = all.stream().map(OwnBegun::form).toList();
        List<StepFindings> found = found(forms);
        List<EditedDoctor> edited = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            BegunDoctor doctor = all.get(at);
            Set<DoctorStep> untouched = EnumSet.allOf(DoctorStep.class);
            untouched.removeAll(StepFields.touched(doctor.fields()));
            edited.add(edited(forms.get(at), doctor.key(), found.get(at), untouched));
        }
        return edited;
    }

    /** A doctor of whom nothing is kept yet. */
    EditedDoctor edited(Form form) {
        return edited(form, null, found(List.of(form)).get(0), EnumSet.allOf(DoctorStep.class));
    }

    private static EditedDoctor edited(Form form, String key, StepFindings found, Set<DoctorStep> untouched) {
        String address = key == null ? null : address(key);
        String name = form.copy().text("name", 200);
        return new EditedDoctor(
                name.isEmpty() ? null : name, null, key, address, OwnRegister.trail(), form, found, untouched);
    }

    /** All that keeps doctors from being registered: what cannot be read, and what the rules refuse. */
    private List<StepFindings> found(List<Form> forms) {
        List<Department> departments = departments(forms);
        List<Form> read = forms.stream().map(Form::copy).toList();
        List<List<Finding>> faults = register.faults(
                own.area(),
                read.stream().map(form -> RegisterForm.facts(form, departments)).toList());
        List<StepFindings> found = new ArrayList<>();
        for (int at = 0; at < read.size(); at++) {
            found.add(found(read.get(at).findings(), faults.get(at)));
        }
        return found;
    }

    /** One thing at a field: what cannot be read before what the rules say of it. */
    private static StepFindings found(List<Finding> unread, List<Finding> faults) {
        Set<String> told = new HashSet<>();
        return new StepFindings(
                Stream.concat(unread.stream(), faults.stream().map(each -> DoctorVersions.atField(each, each.place())))
                        .filter(each -> told.add(each.field()))
                        .map(each -> new Remark(Severity.ERROR, null, each))
                        .toList());
    }

    /** The doctor of the own register who has the number that is typed; empty for none. */
    List<Finding> registered(Map<String, List<String>> typed) {
        return typed.getOrDefault("hprNumber", List.of()).stream()
                .flatMap(text -> HprNumber.read(text).stream())
                .filter(hpr -> register.doctor(own.area(), hpr) instanceof Result.Done)
                .map(hpr -> Finding.of("hprNumber", hpr.digits(), "web-municipality.register-already", hpr.digits()))
                .toList();
    }

    /** Where to go with a number that cannot be begun; null where nothing is to be said of it. */
    Link known(Form form) {
        for (Finding each : form.findings()) {
            switch (each.code()) {
                case "web-municipality.register-already" -> {
                    return Link.to(Texts.of("register-already-go"), OwnRegister.BASE + "/" + each.value());
                }
                case "register.held-elsewhere" -> {
                    return Link.to(Texts.of("register-ask-for"), MOVES);
                }
                case "register.begun-already" -> {
                    return begun.of(own.area()).stream()
                            .filter(doctor -> doctor.hpr() != null
                                    && doctor.hpr().digits().equals(each.value()))
                            .findFirst()
                            .map(doctor -> Link.to(Texts.of("begun-go"), address(doctor.key())))
                            .orElse(null);
                }
                default -> {}
            }
        }
        return null;
    }
}
