package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.look.DoctorAnswer;
import no.alisplass.register.look.DoctorAnswers;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;

/** What the own doctors say of what is registered, in short, for pages about other things; templates reach it as {@code {cdi:looking.…}}. */
@Named("looking")
@RequestScoped
public class LookingDoctors {
    private static final int SHOWN = 20;
    private static final int LATEST = 20;

    private final OwnRegister own;
    private final DoctorAnswers answers;

    @Inject
    LookingDoctors(OwnRegister own, DoctorAnswers answers) {
        this.own = own;
        this.answers = answers;
    }

    /** Proxies need it. */
    LookingDoctors() {
        this(null, null);
    }

    /** @param href where it is answered */
    @TemplateData
    public record Task(long id, String name, String href, java.time.Instant at, String wrong) {}

    /** @param total how many wait; the oldest are shown */
    @TemplateData
    public record Tasks(List<Task> shown, int total) {}

    /** @param right when the doctor last said that all is right; null when never */
    @TemplateData
    public record Doctor(List<Task> tasks, String right, String href) {}

    /** Those that wait in the own register. */
    public Tasks getTasks() {
        DoctorAnswers.Page page = answers.tasks(own.area(), true, 0, SHOWN);
        return new Tasks(page.answers().stream().map(LookingDoctors::task).toList(), Math.toIntExact(page.total()));
    }

    /** Of one doctor. @param address of the doctor's page */
    public Doctor of(String address) {
        HprNumber hpr = OwnRegister.number(address.substring(address.lastIndexOf('/') + 1));
        List<DoctorAnswer> all = Pages.of(answers.of(own.area(), hpr, LATEST));
        return new Doctor(
                all.stream()
                        .filter(DoctorAnswer::isOpen)
                        .map(LookingDoctors::task)
                        .toList(),
                answers.lastRight(own.area(), hpr).map(LookingDoctors::right).orElse(null),
                address + RegisterLookPages.PLACE);
    }

    static String right(DoctorAnswer answer) {
        return Texts.of(
                answer.changedSince() ? "look-area-right-before" : "look-area-right",
                answer.at().atZone(java.time.ZoneId.of("Europe/Oslo")).toLocalDate());
    }

    static Task task(DoctorAnswer answer) {
        return new Task(
                answer.id(),
                answer.name(),
                OwnRegister.address(answer.hpr()) + RegisterLookPages.PLACE,
                answer.at(),
                answer.wrong());
    }
}
