package no.alisplass.web.look;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.look.DoctorAnswer;
import no.alisplass.register.look.DoctorAnswers;
import no.alisplass.register.look.OwnRecord;
import no.alisplass.register.look.OwnRecords;
import no.alisplass.web.municipality.register.DepartmentWords;
import no.alisplass.web.municipality.register.DoctorInWords;
import no.alisplass.web.municipality.register.TimeLine;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.Section;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is registered about the doctor who looks, by a link or logged in, and what the doctor says of it. No number stands in the address. */
@Path(OwnLookPages.BASE)
@Blocking
public class OwnLookPages {
    static final String BASE = Section.LOOK + "/mine";

    /** What is recorded of who came by a link, before the link's number. */
    private static final String LINK = "look:";

    private final Caller caller;
    private final OwnRecords records;
    private final DoctorAnswers answers;
    private final OwnRounds rounds;
    private final LookOffers offers;
    private final Capacity capacity;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    OwnLookPages(
            Caller caller,
            OwnRecords records,
            DoctorAnswers answers,
            OwnRounds rounds,
            LookOffers offers,
            Capacity capacity,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.caller = caller;
        this.records = records;
        this.answers = answers;
        this.rounds = rounds;
        this.offers = offers;
        this.capacity = capacity;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * What the doctor has said.
     *
     * @param wrong null when all was right
     * @param came what came of it
     */
    @TemplateData
    public record Said(Instant at, String wrong, String came) {}

    /**
     * @param code of the area, as {@code version} of the record what the answer is about
     * @param byLink whether there is something to close
     */
    record Mine(
            String name,
            String area,
            String code,
            boolean byLink,
            List<OfferWords.Told> offers,
            String closed,
            String confirmed,
            long version,
            List<DoctorInWords.Group> groups,
            List<OriginInWords> origins,
            TimeLine line,
            List<Said> said,
            Cut<OwnRounds.Told> rounds,
            Form form)
            implements TemplateInstance {}

    /** For a doctor whom no area has. */
    record Nobody(List<OfferWords.Told> offers, Cut<OwnRounds.Told> rounds) implements TemplateInstance {}

    /** No transaction lasts while reasons are found: whoever waits for them holds no connection. */
    @GET
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response mine(@QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        return Pages.show(page(Form.empty(), side));
    }

    /** Both answers at one address, so that what was refused can be read in another language. */
    @POST
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response answer() {
        Form form = posted.form();
        String seen = form.value("version");
        DoctorAnswers.Shown shown =
                new DoctorAnswers.Shown(form.value("area"), seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : 0);
        boolean right = form.value("svar").equals("stemmer");
        String wrong = right ? "" : form.lines("wrong", DoctorAnswers.LONGEST);
        if (form.faulty()) {
            return Pages.faulty(page(form, 1));
        }
        Result<DoctorAnswer> outcome =
                right ? answers.right(doctor(), shown, link()) : answers.wrong(doctor(), shown, link(), wrong);
        if (outcome instanceof Result.Done) {
            flash.tell(right ? "look-said-right" : "look-said-wrong");
            return Pages.seeOther(BASE);
        }
        Result.Refused<DoctorAnswer> refused = (Result.Refused<DoctorAnswer>) outcome;
        if (refused.kind() == Result.Kind.NOT_FOUND) {
            Pages.of(outcome);
        }
        refused.findings().forEach(each -> form.refuse(placed(each)));
        return refused.kind() == Result.Kind.CONFLICT
                ? Pages.show(page(form, 1), Response.Status.CONFLICT.getStatusCode())
                : Pages.faulty(page(form, 1));
    }

    /** That the record is another than the one that was seen is about no field. */
    private static Finding placed(Finding finding) {
        return finding.field().equals("version") ? finding.at(new Place.Field(Form.WHOLE)) : finding;
    }

    private HprNumber doctor() {
        // A provider may call somebody a doctor without saying which.
        return caller.doctor().orElseThrow(ForbiddenException::new);
    }

    private Long link() {
        return caller.linkOf().isPresent() ? Long.valueOf(caller.name().substring(LINK.length())) : null;
    }

    private TemplateInstance page(Form form, int side) {
        Cut<OwnRounds.Told> told = rounds.of(doctor(), caller.linkOf(), side);
        Optional<OwnRecord> found = records.of(doctor());
        if (found.isEmpty()) {
            return new Nobody(offers.all(), told);
        }
        OwnRecord own = found.get();
        RegisteredDoctor doctor = own.record().doctor();
        LocalDate today = LocalDate.now(clock);
        DoctorInWords words = new DoctorInWords(DepartmentWords.of(capacity.hospitals()), today);
        RegisteredDoctor.Confirmed confirmed = doctor.confirmed();
        return new Mine(
                doctor.facts().entry().name(),
                own.area().name(),
                doctor.area().value(),
                caller.linkOf().isPresent(),
                offers.all(),
                DoctorInWords.closed(doctor),
                confirmed == null
                        ? Texts.of("look-never-confirmed", own.area().name())
                        : Texts.of("look-last-confirmed", own.area().name(), confirmed.on()),
                doctor.version(),
                words.groups(doctor),
                OriginInWords.of(own.origins(), own.area().name()),
                TimeLine.of(doctor.facts(), doctor.affiliations(), words, today),
                own.answers().stream().map(OwnLookPages::said).toList(),
                told,
                form);
    }

    private static Said said(DoctorAnswer answer) {
        String came = answer.isRight()
                ? answer.changedSince() ? "look-came-changed-since" : "look-came-right"
                : answer.isOpen() ? "look-came-waits" : "look-came-" + answer.outcome();
        return new Said(answer.at(), answer.wrong(), Texts.of(came));
    }
}
