package no.alisplass.web.municipality.register;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.Remark;
import no.alisplass.web.shell.Form;

/** What was found of a doctor, each thing for the step that asks for what it is about. */
record StepFindings(List<Remark> all) {
    /** What holds between facts of two steps: told in the one, it has its other half in the other. */
    private static final Map<String, Set<DoctorStep>> ACROSS = Map.of(
            "waitlist.months-left-too-many", EnumSet.of(DoctorStep.TRAINING, DoctorStep.SERVICE),
            "waitlist.months-left-and-approved", EnumSet.of(DoctorStep.TRAINING, DoctorStep.SERVICE));

    StepFindings {
        all = List.copyOf(all);
    }

    /** Of the step's own fields. */
    List<Remark> of(DoctorStep step) {
        return all.stream().filter(each -> step.holds(each.finding().field())).toList();
    }

    /** Told in another step, with a half in this one. */
    List<Remark> across(DoctorStep step) {
        return all.stream()
                .filter(each -> !step.holds(each.finding().field()))
                .filter(each -> halves(each).contains(step))
                .toList();
    }

    /** Of none of the steps' fields. */
    List<Remark> ofNone() {
        return all.stream()
                .filter(each -> DoctorStep.of(each.finding().field()).isEmpty())
                .toList();
    }

    /** The step that holds the other half of what is told in this one; empty where all of it is here. */
    static Optional<DoctorStep> otherHalf(Remark remark, DoctorStep here) {
        return halves(remark).stream().filter(step -> step != here).findFirst();
    }

    private static Set<DoctorStep> halves(Remark remark) {
        return ACROSS.getOrDefault(remark.finding().code(), Set.of());
    }

    /** Whether something is to be filled in, rather than mended: nothing stands in the field. */
    static boolean isMissing(Remark remark, Form form) {
        return remark.isError()
                && !(remark.finding().place() instanceof Place.Path)
                && form.value(remark.finding().field()).isBlank();
    }
}
