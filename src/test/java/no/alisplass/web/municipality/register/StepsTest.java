package no.alisplass.web.municipality.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.RowChange;
import no.alisplass.web.shell.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    private static final List<Department> DEPARTMENTS =
            List.of(new Department(new DepartmentId("by-lunge"), "Lungeavdelingen", true));

    /** Every field there is: those of facts, and rows of all kinds. */
    private static Form whole() {
        Form form = DoctorChoices.blank();
        form.with("name", "Kari").with("hprNumber", "9144889").with("affiliation", "PERMANENT");
        form.with("objectives", "1").with("activities", "1");
        for (String row : List.of("+periods[0].leaves", "+periods", "+stays", "+stays")) {
            form.having("row", row);
            RowChange.of(form);
        }
        DoctorFacts facts = RegisterForm.facts(form, DEPARTMENTS);
        RegisterForm.fields(facts, DEPARTMENTS).forEach((name, values) -> {
            if (form.all(name).isEmpty()) {
                form.with(name, values.isEmpty() ? "" : values.get(0));
            }
        });
        Map<String, List<String>> fields = StepFields.of(form);
        fields.remove("row");
        return Form.of(fields);
    }

    @Test
    void every_field_of_the_form_is_asked_for_in_one_step() {
        Form form = whole();
        assertThat(form.names())
                .contains("periods[0].leaves[0].to", "stays[1].known", "wish-by-lunge", "onCall", "note");
        assertThat(form.names()).allSatisfy(name -> assertThat(
                        Arrays.stream(DoctorStep.values()).filter(step -> step.holds(name)))
                .as(name)
                .hasSize(1));
        assertThat(DoctorStep.of("base")).isEmpty();
        assertThat(DoctorStep.of("confirmedOn")).isEmpty();
        assertThat(DoctorStep.of("hprNumberOfOther")).isEmpty();
    }

    @Test
    void each_step_has_its_address_and_leads_to_the_next() {
        assertThat(Stream.of(DoctorStep.ADDRESSES.split("\\|")).map(DoctorStep::at))
                .containsExactly(DoctorStep.values());
        assertThat(DoctorStep.WHO.before()).isEmpty();
        assertThat(DoctorStep.WHO.after()).contains(DoctorStep.EMPLOYMENT);
        assertThat(DoctorStep.READY.after()).isEmpty();
        assertThat(Arrays.stream(DoctorStep.values()).map(DoctorStep::getTitle)).doesNotHaveDuplicates();
    }

    @Test
    void a_step_taken_out_and_put_in_again_is_the_form_as_it_was() {
        Map<String, List<String>> whole = StepFields.of(whole());
        for (DoctorStep step : DoctorStep.values()) {
            Map<String, List<String>> own = StepFields.of(step, whole);
            assertThat(StepFields.with(whole, step, own)).isEqualTo(whole);
            assertThat(StepFields.with(whole, step, Map.of()).keySet()).noneMatch(step::holds);
            Map<String, List<String>> more = new LinkedHashMap<>(own);
            more.put("base", List.of("x"));
            assertThat(StepFields.with(whole, step, more))
                    .as("nothing of another step, nor what is no fact")
                    .isEqualTo(whole);
        }
    }

    @Test
    void what_is_begun_has_what_a_new_form_begins_with_where_nothing_is_filled_in() {
        Map<String, List<String>> blank = StepFields.of(DoctorChoices.blank());
        Map<String, List<String>> whole =
                StepFields.whole(Map.of("name", List.of("Kari"), "periods[0].from", List.of("1.1.2024")), blank);
        assertThat(whole)
                .containsEntry("name", List.of("Kari"))
                .containsEntry("scheme", List.of("NEW"))
                .containsEntry("periods[0].from", List.of("1.1.2024"))
                .doesNotContainKey("periods[0].percentage");
        assertThat(StepFields.touched(Map.of("note", List.of("")))).containsExactly(DoctorStep.READY);
    }

    @Test
    void fields_are_as_they_were_whatever_is_empty_and_in_whatever_order() {
        Map<String, List<String>> one = Map.of("name", List.of("Kari"), "email", List.of(""));
        assertThat(StepFields.print(Map.of("name", List.of(" Kari ")))).isEqualTo(StepFields.print(one));
        assertThat(StepFields.print(Map.of("wishes.blocked", List.of("2028-V", "2027-H"))))
                .isEqualTo(StepFields.print(Map.of("wishes.blocked", List.of("2027-H", "2028-V"))));
        assertThat(StepFields.print(Map.of("name", List.of("Karin")))).isNotEqualTo(StepFields.print(one));
        assertThat(StepFields.blank(Map.of("name", List.of(" "), "email", List.of())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "waitlist.months-left-too-many, monthsLeft, SERVICE, TRAINING",
        "waitlist.months-left-and-approved, monthsLeft, SERVICE, TRAINING",
        "waitlist.locum-without-end, affiliationTo, EMPLOYMENT,",
    })
    void what_crosses_steps_is_told_in_both_with_the_step_of_its_other_half(
            String code, String field, DoctorStep here, DoctorStep other) {
        Remark remark = new Remark(Severity.ERROR, null, Finding.of(field, null, code, 1, 2, 3));
        StepFindings found = new StepFindings(List.of(remark));
        assertThat(found.of(here)).containsExactly(remark);
        assertThat(StepFindings.otherHalf(remark, here).orElse(null)).isEqualTo(other);
        for (DoctorStep step : DoctorStep.values()) {
            assertThat(found.across(step)).hasSize(step == other ? 1 : 0);
        }
    }

    @Test
    void the_list_of_steps_says_what_is_missing_and_what_is_to_be_mended() {
        Form form = DoctorChoices.blank().with("email", "kari");
        List<Remark> all = Stream.of("name", "hprNumber", "email", "wishes.ranked[0]", "stays[0].months")
                .map(field -> new Remark(Severity.ERROR, null, Finding.of(field, null, "web.missing")))
                .collect(Collectors.toList());
        all.add(new Remark(Severity.WARNING, null, Finding.of("affiliation", null, "waitlist.affiliation-none")));
        EditedDoctor doctor = new EditedDoctor(
                null,
                null,
                "k",
                "/kommune/leger/ny/k",
                List.of(),
                form,
                new StepFindings(all),
                Set.of(DoctorStep.WISHES, DoctorStep.READY));
        assertThat(doctor.missing()).isEqualTo(5);
        assertThat(doctor.lines(DoctorStep.WHO).stream().map(StepParts.Line::state))
                .containsExactly(
                        "Mangler: Navn, HPR-nummer. Må rettes: E-post.",
                        "Én merknad.",
                        "Ferdig.",
                        "Må rettes: Gjort på sykehus.",
                        "Ikke begynt. Må rettes: Ønskede avdelinger.",
                        "Ikke begynt. Kan fylles ut senere.");
        assertThat(doctor.lines(DoctorStep.WHO).get(1).href()).isEqualTo("/kommune/leger/ny/k/tilknytning");
    }
}
