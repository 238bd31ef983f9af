package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.capacity.Department;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.ServiceRules;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.shell.Form;

/**
 * Reads the fields of the doctor's form as an entry. What cannot be read is told in the form, and left out of the entry. Lists of
 * rounds and the register have the same form.
 */
public final class DoctorForm {
    /** More is refused unread; how much may be kept is a rule of entries. */
    public static final int LONGEST_NOTE = 2000;

    static final String NONE = "NONE";
    static final String REFUSED = "NO";

    private final Form form;
    private final List<Department> departments;

    /** @param departments that can be wished for */
    public DoctorForm(Form form, List<Department> departments) {
        this.form = form;
        this.departments = List.copyOf(departments);
    }

    /** A row of service: the names of its fields. */
    @TemplateData
    public record PeriodRow(String name, int number, List<LeaveRow> leaves) {
        public String getLeavesName() {
            return name + ".leaves";
        }
    }

    @TemplateData
    public record LeaveRow(String name, int number) {}

    @TemplateData
    public record ApprovedRow(String name, int number) {}

    public static List<PeriodRow> periodRows(Form form) {
        List<PeriodRow> rows = new ArrayList<>();
        for (int i = 0;
                i < ServiceRules.PERIODS && !form.all("periods[" + i + "].from").isEmpty();
                i++) {
            String name = "periods[" + i + "]";
            List<LeaveRow> leaves = new ArrayList<>();
            for (int j = 0;
                    j < ServiceRules.LEAVES
                            && !form.all(name + ".leaves[" + j + "].from").isEmpty();
                    j++) {
                leaves.add(new LeaveRow(name + ".leaves[" + j + "]", j + 1));
            }
            rows.add(new PeriodRow(name, i + 1, leaves));
        }
        return rows;
    }

    static List<ApprovedRow> approvedRows(Form form) {
        List<ApprovedRow> rows = new ArrayList<>();
        for (int i = 0;
                i < ServiceRules.APPROVED
                        && !form.all("approved[" + i + "].months").isEmpty();
                i++) {
            rows.add(new ApprovedRow("approved[" + i + "]", i + 1));
        }
        return rows;
    }

    public WaitlistEntry entry(int priority) {
        return new WaitlistEntry(
                priority,
                person(),
                employment(),
                training(),
                new ServiceRecord(stated(), periods()),
                progress(),
                institution(),
                wishes(),
                readiness(),
                form.lines("note", LONGEST_NOTE));
    }

    private Person person() {
        return new Person(form.text("name", 300), hpr(form), form.text("email", 300));
    }

    private Employment employment() {
        return new Employment(
                affiliation(),
                form.date("affiliationFrom").orElse(null),
                form.date("affiliationTo").orElse(null));
    }

    private Training training() {
        return new Training(
                form.choice("scheme", Scheme::valueOf).orElse(null),
                form.date("specialisationStart").orElse(null));
    }

    private StatedService stated() {
        return new StatedService(
                months("statedService"),
                months("statedOpenPractice"),
                form.date("statedOn").orElse(null),
                form.number("statedShare", 0, 100).orElse(null));
    }

    private TrainingProgress progress() {
        return new TrainingProgress(
                whole("objectives", WaitlistEntry.OBJECTIVES),
                whole("activities", null),
                form.choice("supervision", GroupSupervision::valueOf).orElse(null));
    }

    private InstitutionService institution() {
        return new InstitutionService(approved(), months("monthsLeft"), form.has("interrupted", "ja"));
    }

    private Readiness readiness() {
        return new Readiness(
                form.choice("leave", LeaveStatus::valueOf).orElse(LeaveStatus.NOT_APPLIED),
                form.choice("locum", LocumStatus::valueOf).orElse(LocumStatus.MISSING));
    }

    /** The number typed; null when there is none. What looks like an identity number is refused without being repeated. */
    public static HprNumber hpr(Form form) {
        String text = form.text("hprNumber", 200);
        Optional<HprNumber> number = HprNumber.read(text);
        if (number.isEmpty() && !text.isEmpty()) {
            form.refuse(
                    HprNumber.mayBeIdentityNumber(text)
                            ? Finding.of("hprNumber", null, "waitlist.identity-number")
                            : Finding.of("hprNumber", text, "waitlist.hpr-number-form", text));
        }
        return number.orElse(null);
    }

    private Affiliation affiliation() {
        if (form.value("affiliation").isEmpty()) {
            form.refuse(Finding.of("affiliation", null, "web-municipality.affiliation-missing"));
        }
        return form.value("affiliation").equals(NONE)
                ? null
                : form.choice("affiliation", Affiliation::valueOf).orElse(null);
    }

    private int whole(String name, Integer total) {
        if (Text.blank(form.value(name))) {
            form.refuse(Finding.of(name, null, "web-municipality.number-missing"));
        }
        return form.number(name, 0, 999, total).orElse(0);
    }

    /** What is typed of counted service, and nothing else; what cannot be read yet is left out. */
    Optional<CountedService> service(Counting counting, LocalDate today) {
        List<ServicePeriod> sound = periods().stream()
                .filter(period -> period.days().from() != null && period.kind() != null)
                .map(period -> new ServicePeriod(
                        period.days(),
                        period.percentage(),
                        period.kind(),
                        period.leaves().stream()
                                .filter(leave -> leave.from() != null)
                                .toList()))
                .toList();
        StatedService stated = stated();
        return sound.isEmpty() && stated.months() == null
                ? Optional.empty()
                : Optional.of(new ServiceRecord(stated, sound).counted(counting, today));
    }

    private Months months(String name) {
        return form.months(name).orElse(null);
    }

    List<ServicePeriod> periods() {
        List<ServicePeriod> periods = new ArrayList<>();
        for (PeriodRow row : periodRows(form)) {
            List<DateRange> leaves = new ArrayList<>();
            for (LeaveRow leave : row.leaves()) {
                if (!blank(leave.name())) {
                    leaves.add(days(leave.name()));
                }
            }
            if (blank(row.name()) && leaves.isEmpty()) {
                continue;
            }
            periods.add(new ServicePeriod(
                    days(row.name()),
                    form.percent(row.name() + ".percentage").orElse(100),
                    form.choice(row.name() + ".kind", ServicePeriod.Kind::valueOf)
                            .orElse(null),
                    leaves));
        }
        return periods;
    }

    private DateRange days(String row) {
        return new DateRange(
                form.date(row + ".from").orElse(null), form.date(row + ".to").orElse(null));
    }

    private boolean blank(String row) {
        return Text.blank(form.value(row + ".from")) && Text.blank(form.value(row + ".to"));
    }

    private List<ApprovedMonths> approved() {
        List<ApprovedMonths> approved = new ArrayList<>();
        for (ApprovedRow row : approvedRows(form)) {
            String department = form.value(row.name() + ".department");
            String elsewhere = form.text(row.name() + ".elsewhere", 300);
            Optional<Months> months = form.months(row.name() + ".months");
            if (department.isEmpty() && elsewhere.isEmpty() && months.isEmpty()) {
                continue;
            }
            approved.add(new ApprovedMonths(
                    known(department).orElse(null), elsewhere.isEmpty() ? null : elsewhere, months.orElse(null)));
        }
        return approved;
    }

    private Optional<DepartmentId> known(String id) {
        return departments.stream()
                .map(Department::id)
                .filter(each -> each.value().equals(id))
                .findFirst();
    }

    /** Each department has a place of its own, so nothing can be wished twice or both wished and refused. */
    private Wishes wishes() {
        Map<Integer, Set<DepartmentId>> ranked = new TreeMap<>();
        Set<DepartmentId> refused = new HashSet<>();
        for (Department department : departments) {
            String value = form.value(wish(department.id()));
            if (value.equals(REFUSED)) {
                refused.add(department.id());
            } else if (!value.isEmpty()) {
                form.number(wish(department.id()), 1, 8)
                        .ifPresent(place -> ranked.computeIfAbsent(place, none -> new HashSet<>())
                                .add(department.id()));
            }
        }
        Set<HalfYear> blocked = new HashSet<>();
        for (String half : form.all("wishes.blocked")) {
            Form.empty()
                    .with("one", half)
                    .halfYear("one")
                    .ifPresentOrElse(
                            blocked::add,
                            () -> form.refuse(Finding.of("wishes.blocked", half, "web.choice-unknown", half)));
        }
        return new Wishes(
                List.copyOf(ranked.values()),
                form.has("wishes.onlyRanked", "ja"),
                refused,
                form.halfYear("wishes.earliestStart").orElse(null),
                blocked,
                form.choice("wishes.weight", WishWeight::valueOf).orElse(WishWeight.DEPARTMENT),
                form.has("wishes.wholeOnly", "ja"));
    }

    static String wish(DepartmentId department) {
        return "wish-" + department;
    }
}
