package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.register.entry.Remark;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.municipality.DoctorParts;
import no.alisplass.web.municipality.DoctorVersions;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;

/** What the steps of the doctor's form show, of a doctor who is registered and of one who is to be. */
@ApplicationScoped
class StepParts {
    private final OwnRegister own;
    private final Clock clock;

    @Inject
    StepParts(OwnRegister own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /**
     * A step in the list of them.
     *
     * @param href null while nothing is kept
     * @param kind {@code missing} something, with something to {@code look} at, {@code fresh} or {@code done}
     * @param state what is missing, in words
     */
    @TemplateData
    public record Line(String title, String href, boolean current, String kind, String state) {}

    /**
     * Something to look at.
     *
     * @param href where the other half of it is; null where all of it is here
     */
    @TemplateData
    public record Told(String kind, String text, String href, String go) {}

    /**
     * @param here what the page is called in the trail
     * @param number of a doctor who is registered; else null
     * @param key of what is begun, empty while nothing is kept; null for a doctor who is registered
     * @param back the step before; null at the first
     * @param base by which it is told whether the step is as it was when it was opened
     * @param overview where all steps stand; empty while nothing is kept
     * @param known where one who has the number typed for a new doctor is; else null
     */
    record Step(
            DoctorStep step,
            String title,
            String lead,
            String here,
            List<Link> trail,
            String address,
            String number,
            String key,
            String base,
            String back,
            boolean last,
            Link known,
            List<Told> remarks,
            List<Line> lines,
            String overview,
            DoctorChoices choices,
            Form form,
            List<DoctorForm.PeriodRow> periods,
            List<RegisterForm.StayRow> stays,
            List<Choice> earliest,
            List<Choice> blocked,
            DoctorParts.Service service)
            implements TemplateInstance {}

    /** What a form that saved itself is told. @param base null when nothing was saved */
    record Saved(String told, String base, String key, List<Line> lines, String overview) implements TemplateInstance {}

    /**
     * All steps, and what is missing in each.
     *
     * @param register where a new doctor is registered; null for one who is
     * @param expires when what is begun is forgotten, in words
     */
    record Overview(
            String title,
            String lead,
            String here,
            List<Link> trail,
            Form form,
            Link known,
            List<Line> lines,
            int missing,
            long version,
            String register,
            String discard,
            String expires,
            String back)
            implements TemplateInstance {}

    /**
     * The page of a step.
     *
     * @param form what stands in its fields, and what is wrong with them
     * @param base what it was opened with
     * @param more told above what is found
     */
    Step step(EditedDoctor doctor, DoctorStep step, Form form, String base, Link known, List<Told> more) {
        DoctorChoices choices = own.choices(RegisterForm.departments(form));
        String missing = doctor.number() == null ? " " + Texts.of("step-missing", doctor.missing()) : "";
        return new Step(
                step,
                step.getTitle(),
                Texts.of("step-lead", doctor.called(), step.getNumber(), step.getAll()) + missing,
                step.getTitle(),
                doctor.trail(),
                doctor.address(step),
                doctor.number() == null ? null : doctor.number().digits(),
                doctor.number() == null ? doctor.key() == null ? "" : doctor.key() : null,
                base,
                doctor.address() == null
                        ? null
                        : step.before().map(doctor::address).orElse(null),
                step.after().isEmpty(),
                known,
                Stream.concat(more.stream(), remarks(doctor, step).stream()).toList(),
                doctor.lines(step),
                doctor.address() == null ? "" : doctor.address(),
                choices,
                form,
                DoctorForm.periodRows(form),
                RegisterForm.stayRows(form),
                choices.halfYears(form, "wishes.earliestStart"),
                choices.halfYears(form, "wishes.blocked"),
                DoctorParts.service(form, own.today()));
    }

    /** What is worth knowing of the step, and what crosses into it: with the step that holds the other half. */
    private static List<Told> remarks(EditedDoctor doctor, DoctorStep step) {
        List<Told> told = new ArrayList<>();
        for (Remark each : doctor.found().of(step)) {
            DoctorStep other = StepFindings.otherHalf(each, step).orElse(null);
            if (!each.isError() || other != null) {
                told.add(told(doctor, each, other, "step-other-half"));
            }
        }
        doctor.found()
                .across(step)
                .forEach(each -> told.add(
                        told(doctor, each, DoctorStep.of(each.finding().field()).orElseThrow(), "step-other-half")));
        return told;
    }

    /** What was found, with the way to another step. @param go the key of its words */
    static Told told(EditedDoctor doctor, Remark remark, DoctorStep other, String go) {
        boolean there = other != null && doctor.address() != null;
        return new Told(
                RegisteredDoctorPages.kind(remark.severity()),
                Texts.of(remark.finding()),
                there ? doctor.address(other) : null,
                there ? Texts.of(go, other.getTitle()) : null);
    }

    /** Puts what was found at its field of the form, where nothing stands yet. */
    static void refuse(Form form, Finding finding) {
        Finding here = DoctorVersions.atField(finding, finding.place());
        if (form.findings().stream().noneMatch(each -> each.field().equals(here.field()))) {
            form.refuse(RegisteredDoctorPages.placed(here));
        }
    }

    /** It was saved by itself. */
    Saved saved(EditedDoctor doctor, DoctorStep step, String base) {
        return new Saved(
                Texts.of("step-saved", LocalTime.now(clock)), base, doctor.key(), doctor.lines(step), doctor.address());
    }

    /** It could not be saved by itself, and why. */
    static Response unsaved(String why) {
        return Pages.faulty(new Saved(Texts.of("step-unsaved", why), null, null, List.of(), null));
    }

    /** The first thing that is wrong, in words. */
    static String first(Form form) {
        return form.findings().stream().findFirst().map(Texts::of).orElse("");
    }
}
