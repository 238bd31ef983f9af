package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Months;
import no.alisplass.register.AreaCount;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.municipality.AreaTask;
import no.alisplass.web.municipality.OwnRounds;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;

/** The page with the municipality's doctors, whole, narrowed or searched. */
@ApplicationScoped
class RegisterList {
    static final String ALL = "alle";
    static final String WHICH = "alle|gamle|avbrutt|avsluttet";

    private static final String OLD = "gamle";
    private static final String INTERRUPTED = "avbrutt";
    private static final String CLOSED = "avsluttet";
    private static final Map<String, DoctorFilter> FILTERS = Map.of(
            ALL, DoctorFilter.WAITING,
            OLD, DoctorFilter.WAITING.old(true),
            INTERRUPTED, DoctorFilter.WAITING.interrupted(true),
            CLOSED, DoctorFilter.WAITING.closed(true));

    private final OwnRegister own;
    private final RegisterLists lists;

    @Inject
    RegisterList(OwnRegister own, RegisterLists lists) {
        this.own = own;
        this.lists = lists;
    }

    /**
     * A doctor in the list.
     *
     * @param left months of institution service; null when not told
     * @param confirmed null when never
     * @param old whether that is too long ago
     * @param lookAt the steps of the form that have something to look at, in words; empty for none
     * @param closed when and why; null for one who waits
     */
    @TemplateData
    public record Row(
            String name,
            String hpr,
            String href,
            Months service,
            int objectives,
            String neededFrom,
            Months left,
            LocalDate confirmed,
            boolean old,
            boolean interrupted,
            String lookAt,
            String closed) {}

    /**
     * @param waits what waits beside the doctors; null where only the doctors are shown
     * @param sought what is sought by; null when it is not
     */
    record Doctors(
            String area,
            Waits waits,
            List<Link> filters,
            boolean closed,
            Form form,
            String sought,
            AreaCount count,
            Cut<Row> doctors,
            String href)
            implements TemplateInstance {}

    /** What waits for a municipality. */
    @TemplateData
    public record Waits(OwnRounds.Waiting rounds, List<AreaTask> tasks, List<OwnBegun.Row> begun) {}

    /** @param waits shown with it; null for none */
    Doctors page(String which, String sought, Form form, int side, Waits waits) {
        DoctorFilter filter = FILTERS.get(which).text(sought);
        DoctorPage found = Pages.of(lists.checked(own.area(), filter, side - 1, Cut.PAGE));
        int page = Math.min(side, Cut.last(Cut.PAGE, found.total()));
        if (page < side) {
            found = Pages.of(lists.checked(own.area(), filter, page - 1, Cut.PAGE));
        }
        AreaCount count = Pages.of(lists.count(own.area()));
        return new Doctors(
                count.area().name(),
                waits,
                List.of(
                        filter(which, ALL, count.waiting()),
                        filter(which, OLD, count.old()),
                        filter(which, INTERRUPTED, count.interrupted()),
                        new Link(
                                Texts.of("register-show-avsluttet"),
                                OwnRegister.START + "?vis=" + CLOSED,
                                which.equals(CLOSED))),
                which.equals(CLOSED),
                form,
                sought,
                count,
                Cut.at(found.doctors().stream().map(this::row).toList(), page, found.total()),
                OwnRegister.START + "?vis=" + which + "&side=");
    }

    private static Link filter(String which, String each, long count) {
        return new Link(
                Texts.of("register-show-" + each, count), OwnRegister.START + "?vis=" + each, which.equals(each));
    }

    private Row row(DoctorRecord known) {
        RegisteredDoctor doctor = known.doctor();
        WaitlistEntry entry = doctor.facts().entry();
        LocalDate today = own.today();
        return new Row(
                entry.name(),
                doctor.hpr().digits(),
                OwnRegister.address(doctor.hpr()),
                entry.service().counted(new Counting(today, true), today).months(),
                entry.progress().objectives(),
                DoctorInWords.earliest(entry.wishes()),
                entry.institution().monthsLeft(),
                doctor.confirmed() == null ? null : doctor.confirmed().on(),
                known.isOld(),
                entry.institution().interrupted(),
                lookAt(known),
                DoctorInWords.closed(doctor));
    }

    private static String lookAt(DoctorRecord known) {
        StepFindings found = new StepFindings(known.remarks());
        return Arrays.stream(DoctorStep.values())
                .filter(step -> !found.of(step).isEmpty())
                .map(DoctorStep::getTitle)
                .collect(Collectors.joining(", "));
    }
}
