package no.alisplass.register.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Objects;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.domain.text.Text;

/**
 * One doctor on a municipality's waitlist, with every fact that eligibility, priority and wishes are decided on: one value
 * for each thing that is asked and told together. Stored, all of them are fields side by side. Texts are kept in one form
 * ({@link Text}). Never a national identity number, never the cause of an interruption.
 *
 * @param priority the municipality's own order, from 1
 * @param note at most 500 characters; null when not given
 */
public record WaitlistEntry(
        int priority,
        @JsonUnwrapped Person person,
        @JsonUnwrapped Employment employment,
        @JsonUnwrapped Training training,
        @JsonUnwrapped ServiceRecord service,
        @JsonUnwrapped TrainingProgress progress,
        @JsonUnwrapped InstitutionService institution,
        Wishes wishes,
        @JsonUnwrapped Readiness readiness,
        String note) {
    /** How many learning objectives there are in all. */
    public static final int OBJECTIVES = TrainingProgress.MOST_OBJECTIVES;

    public WaitlistEntry {
        note = Text.lines(note);
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

    public String name() {
        return person.name();
    }

    public HprNumber hpr() {
        return person.hpr();
    }

    public WaitlistEntry withPriority(int newPriority) {
        return new WaitlistEntry(
                newPriority, person, employment, training, service, progress, institution, wishes, readiness, note);
    }

    /** The same with a day the stated months hold on, where there are any and none was given. */
    public WaitlistEntry statedOn(LocalDate day) {
        return with(service.heldOn(day), institution, readiness);
    }

    public WaitlistEntry with(InstitutionService done) {
        return with(service, done, readiness);
    }

    public WaitlistEntry with(Wishes newWishes) {
        return new WaitlistEntry(
                priority, person, employment, training, service, progress, institution, newWishes, readiness, note);
    }

    public WaitlistEntry with(Readiness newReadiness) {
        return with(service, institution, newReadiness);
    }

    /** This entry with what was changed in another: each value that differs before and after comes along, the rest is as it is here. */
    public WaitlistEntry following(WaitlistEntry before, WaitlistEntry after) {
        return new WaitlistEntry(
                priority,
                following(person, before.person, after.person),
                following(employment, before.employment, after.employment),
                following(training, before.training, after.training),
                following(service, before.service, after.service),
                following(progress, before.progress, after.progress),
                following(institution, before.institution, after.institution),
                following(wishes, before.wishes, after.wishes),
                following(readiness, before.readiness, after.readiness),
                following(note, before.note, after.note));
    }

    private static <T> T following(T here, T before, T after) {
        return Objects.equals(before, after) ? here : after;
    }

    private WaitlistEntry with(ServiceRecord newService, InstitutionService newInstitution, Readiness newReadiness) {
        return new WaitlistEntry(
                priority,
                person,
                employment,
                training,
                newService,
                progress,
                newInstitution,
                wishes,
                newReadiness,
                note);
    }

    /** Says nothing of the person, so that an entry can be named in a log. */
    @Override
    public String toString() {
        return "WaitlistEntry[priority=" + priority + "]";
    }
}
