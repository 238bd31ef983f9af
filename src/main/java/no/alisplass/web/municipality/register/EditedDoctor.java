package no.alisplass.web.municipality.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.Remark;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.text.Texts;

/**
 * A doctor whose form is filled in step by step.
 *
 * @param name null while it is not told
 * @param number of a doctor who is registered; null for one who is not
 * @param key of what is begun; null while nothing is kept, and for a doctor who is registered
 * @param address what the addresses of the steps begin with; null while nothing is kept
 * @param whole the whole form as it stands
 * @param found everything there is to say of it
 * @param untouched the steps that nothing has been filled in of
 */
record EditedDoctor(
        String name,
        HprNumber number,
        String key,
        String address,
        List<Link> trail,
        Form whole,
        StepFindings found,
        Set<DoctorStep> untouched) {
    String address(DoctorStep step) {
        return address == null ? OwnRegister.BASE + "/ny" : address + "/" + step.getAddress();
    }

    /** Who it is, in a title. */
    String called() {
        return name == null ? Texts.of("begun-nameless") : name;
    }

    /** How many things must be filled in or mended. */
    int missing() {
        return (int) found.all().stream().filter(Remark::isError).count();
    }

    List<StepParts.Line> lines(DoctorStep current) {
        return Arrays.stream(DoctorStep.values())
                .map(step -> line(step, step == current))
                .toList();
    }

    private StepParts.Line line(DoctorStep step, boolean current) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> wrong = new LinkedHashSet<>();
        int remarks = 0;
        for (Remark each : found.of(step)) {
            String label = Texts.of("register-field-"
                    + step.fact(each.finding().field()).orElseThrow().replace('.', '-'));
            if (!each.isError()) {
                remarks++;
            } else if (StepFindings.isMissing(each, whole)) {
                missing.add(label);
            } else {
                wrong.add(label);
            }
        }
        boolean fresh = untouched.contains(step);
        List<String> told = new ArrayList<>();
        if (fresh && missing.isEmpty() && wrong.isEmpty()) {
            told.add(Texts.of("step-state-may-wait"));
        } else if (fresh) {
            told.add(Texts.of("step-state-not-begun"));
        }
        if (!missing.isEmpty()) {
            told.add(Texts.of("step-state-missing", String.join(", ", missing)));
        }
        if (!wrong.isEmpty()) {
            told.add(Texts.of("step-state-wrong", String.join(", ", wrong)));
        }
        if (remarks > 0) {
            told.add(Texts.of("step-state-remarks", remarks));
        }
        String kind =
                !missing.isEmpty() || !wrong.isEmpty() ? "missing" : remarks > 0 ? "look" : fresh ? "fresh" : "done";
        return new StepParts.Line(
                step.getTitle(),
                address == null ? null : address(step),
                current,
                kind,
                told.isEmpty() ? Texts.of("step-state-done") : String.join(" ", told));
    }
}
