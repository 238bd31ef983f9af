package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/**
 * What there is to choose between in the doctor's form.
 *
 * @param departments that can be wished for
 * @param first the half-year the choices of half-years begin with
 * @param parts where the form's parts are made anew
 * @param today null in a round, which counts service to a day of its own
 */
@TemplateData
public record DoctorChoices(List<Department> departments, HalfYear first, String parts, LocalDate today) {
    /** How long ahead a doctor may say that a half-year is out of the question. */
    private static final int HALF_YEARS = 6;

    /** A new doctor: what is most common is chosen, the rest empty. */
    public static Form blank() {
        Form form = Form.empty()
                .with("scheme", Scheme.NEW)
                .with("leave", LeaveStatus.NOT_APPLIED)
                .with("locum", LocumStatus.MISSING)
                .with("wishes.weight", WishWeight.DEPARTMENT);
        RowChange.parts("periods")
                .forEach(part -> form.with("periods[0]." + part, part.equals("percentage") ? 100 : ""));
        return form;
    }

    public List<Choice> getAffiliations() {
        List<Choice> all = new ArrayList<>(of("affiliation", Affiliation.values()));
        all.add(new Choice(DoctorForm.NONE, Texts.of("choice-affiliation-NONE")));
        return all;
    }

    /** How many learning objectives there are in all. */
    public int getObjectives() {
        return WaitlistEntry.OBJECTIVES;
    }

    public List<Choice> getSchemes() {
        return of("scheme", Scheme.NEW, Scheme.OLD);
    }

    public List<Choice> getSupervisions() {
        return of("supervision", GroupSupervision.values());
    }

    public List<Choice> getKinds() {
        return of("kind", ServicePeriod.Kind.OPEN_PRACTICE, ServicePeriod.Kind.COUNTED);
    }

    public List<Choice> getWeights() {
        return of("weight", WishWeight.values());
    }

    public List<Choice> getLeaves() {
        return of("leave", LeaveStatus.values());
    }

    public List<Choice> getLocums() {
        return of("locum", LocumStatus.values());
    }

    public List<Choice> getDepartmentChoices() {
        return departments.stream()
                .map(each -> new Choice(each.id().value(), each.name()))
                .toList();
    }

    /** What a list of a round cannot hold: whether the doctor would serve where there is on-call duty. */
    public List<Choice> getOnCalls() {
        return of("onCall", OnCallWish.values());
    }

    /** Places a department can have among the wishes. */
    public List<Choice> getPlaces() {
        List<Choice> places = new ArrayList<>();
        long most = Math.min(8, departments.size());
        for (int place = 1; place <= most; place++) {
            places.add(new Choice(Integer.toString(place), Texts.of("wish-rank", place)));
        }
        places.add(new Choice(DoctorForm.REFUSED, Texts.of("wish-refused")));
        return places;
    }

    /** The half-years from the first on, and any other that is chosen already. */
    public List<Choice> halfYears(Form form, String name) {
        TreeSet<HalfYear> all = new TreeSet<>();
        Stream.iterate(first, HalfYear::next).limit(HALF_YEARS).forEach(all::add);
        for (String chosen : form.all(name)) {
            if (chosen.matches("20[0-9]{2}-[VH]")) {
                all.add(HalfYear.parse(chosen));
            }
        }
        return all.stream()
                .map(half -> new Choice(half.toString(), Formats.halfYearWithDates(half)))
                .toList();
    }

    public String wishField(Department department) {
        return DoctorForm.wish(department.id());
    }

    /** The value of a field as people read it. */
    String told(String field, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        String name = field.replaceAll("\\[[0-9]+]", "").replaceAll(".*\\.", "");
        if (field.startsWith("wish-")) {
            return text(getPlaces(), value);
        }
        if (name.equals("blocked") || name.equals("earliestStart")) {
            return text(halfYears(Form.empty().with(field, value), field), value);
        }
        return text(byField().getOrDefault(name, List.of()), value);
    }

    private Map<String, List<Choice>> byField() {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        all.put("affiliation", getAffiliations());
        all.put("scheme", getSchemes());
        all.put("supervision", getSupervisions());
        all.put("kind", getKinds());
        all.put("weight", getWeights());
        all.put("leave", getLeaves());
        all.put("locum", getLocums());
        all.put("department", getDepartmentChoices());
        all.put("onCall", getOnCalls());
        all.put("known", of("known", InstitutionStay.Known.values()));
        return all;
    }

    private static String text(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse(value);
    }

    private static List<Choice> of(String name, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), Texts.of("choice-" + name + "-" + value.name())))
                .toList();
    }
}
