package no.alisplass.web.municipality.register;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.text.Sha256;
import no.alisplass.domain.text.Text;
import no.alisplass.web.shell.Form;

/** The fields of the doctor's form as the steps divide them. */
final class StepFields {
    private StepFields() {}

    /** All fields of a form. */
    static Map<String, List<String>> of(Form form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.names().forEach(name -> fields.put(name, form.all(name)));
        return fields;
    }

    /** Those that the step asks for. */
    static Map<String, List<String>> of(DoctorStep step, Map<String, List<String>> whole) {
        Map<String, List<String>> fields = new LinkedHashMap<>(whole);
        fields.keySet().removeIf(name -> !step.holds(name));
        return fields;
    }

    /** The whole form with those of the step as they are typed. */
    static Map<String, List<String>> with(
            Map<String, List<String>> whole, DoctorStep step, Map<String, List<String>> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(whole);
        fields.keySet().removeIf(step::holds);
        fields.putAll(of(step, typed));
        return fields;
    }

    /** The steps of which something is kept. */
    static Set<DoctorStep> touched(Map<String, List<String>> kept) {
        Set<DoctorStep> touched = EnumSet.noneOf(DoctorStep.class);
        Arrays.stream(DoctorStep.values())
                .filter(step -> kept.keySet().stream().anyMatch(step::holds))
                .forEach(touched::add);
        return touched;
    }

    /** What was begun, with what a new doctor's form begins with where a step has not been filled in. */
    static Map<String, List<String>> whole(Map<String, List<String>> kept, Map<String, List<String>> blank) {
        Map<String, List<String>> whole = blank;
        for (DoctorStep step : touched(kept)) {
            whole = with(whole, step, kept);
        }
        return whole;
    }

    static boolean blank(Map<String, List<String>> fields) {
        return fields.values().stream().flatMap(List::stream).allMatch(Text::blank);
    }

    /** By which one can tell whether the fields are as they were; a field that is empty is as one that is not there. */
    static String print(Map<String, List<String>> fields) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> values.stream()
                .filter(value -> !Text.blank(value))
                .map(Text::lines)
                .sorted()
                .forEach(value ->
                        all.append(name).append('=').append(value.length()).append(value)));
        return Sha256.hex(all.toString());
    }
}
