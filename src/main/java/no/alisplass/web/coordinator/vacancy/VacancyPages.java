package no.alisplass.web.coordinator.vacancy;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A hospital's sporadic vacancies: where each stands, who is ranked for it and why, and what can be done with it now. */
@Path(VacancyPages.BASE)
@Blocking
public class VacancyPages {
    static final String BASE = "/koordinator/vikariater";

    private static final String NOW = "na";
    private static final Offers.Waits NOTHING = new Offers.Waits(0, 0);
    private static final String ALL = "alle";
    private static final String REOPEN = "apne";

    private final HospitalAccess access;
    private final VacancyBoard board;
    private final VacancyWay way;
    private final VacancyWords words;
    private final OfferWords offers;
    private final Offers offered;
    private final Directory directory;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    VacancyPages(
            HospitalAccess access,
            VacancyBoard board,
            VacancyWay way,
            VacancyWords words,
            OfferWords offers,
            Offers offered,
            Directory directory,
            Caller caller,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.access = access;
        this.board = board;
        this.way = way;
        this.words = words;
        this.offers = offers;
        this.offered = offered;
        this.directory = directory;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    record None() implements TemplateInstance {}

    /** @param waits whether something of its offers is not decided */
    @TemplateData
    public record Row(VacancyWords.Told told, boolean waits) {}

    record All(List<Link> hospitals, String base, List<Link> filters, List<Row> vacancies)
            implements TemplateInstance {}

    /**
     * @param early whether areas can still nominate
     * @param ranked in their order
     * @param out who is not ranked, and why
     * @param toSend whether an offer waits to be sent
     * @param undecided whether it waits for the department's decision
     */
    record One(
            List<Link> trail,
            VacancyWords.Told vacancy,
            boolean early,
            List<VacancyWords.Doctor> ranked,
            List<VacancyWords.Doctor> out,
            List<Choice> choices,
            List<OfferWords.Told> offers,
            boolean toSend,
            boolean undecided,
            boolean canOffer,
            boolean canRelease,
            boolean canFill,
            boolean canWithdraw,
            boolean canReopen,
            List<VacancyWords.Line> lines,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response first() {
        return HospitalPick.first(access.hospitals(), BASE + "/").orElseGet(() -> Pages.show(new None()));
    }

    @GET
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all(
            HospitalId hospital, @QueryParam("vis") @Pattern(regexp = NOW + "|" + ALL) @Size(max = 10) String which) {
        Pages.of(access.known(hospital));
        HospitalPick pick = HospitalPick.of(access.hospitals(), hospital.value(), VacancyPages::base);
        boolean all = ALL.equals(which);
        LocalDate today = LocalDate.now(clock);
        Names names = directory.names(hospital);
        Map<RoundId, Offers.Waits> waits = offered.waits(OfferFilter.of(by()));
        List<Row> shown = Pages.of(board.all(hospital, null, by())).stream()
                .map(Versioned::value)
                .filter(each -> all || isNow(each, today))
                .map(each -> new Row(
                        words.told(each, names, at(each)),
                        waits.getOrDefault(VacancyIds.round(each.id()), NOTHING).asked() > 0))
                .toList();
        return Pages.show(new All(
                pick.links(),
                base(hospital),
                List.of(
                        new Link(Texts.of("vacancies-now"), base(hospital) + "?vis=" + NOW, !all),
                        new Link(Texts.of("vacancies-all"), base(hospital) + "?vis=" + ALL, all)),
                shown));
    }

    private static boolean isNow(Vacancy vacancy, LocalDate today) {
        return vacancy.state() != VacancyState.WITHDRAWN && !vacancy.to().isBefore(today);
    }

    @GET
    @Path("{hospital}/{vacancyId}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response one(HospitalId hospital, @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(hospital, id, Form.empty()));
    }

    /** All steps at the address of the vacancy, so that what was refused can be read in another language. */
    @POST
    @Path("{hospital}/{vacancyId}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response take(HospitalId hospital, @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long id) {
        Form form = posted.form();
        String step = form.value("steg");
        String text = form.lines(step.equals("frigi") ? "release" : "text", VacancyWay.MAX_TEXT);
        if (form.faulty()) {
            return Pages.faulty(page(hospital, id, form));
        }
        String why = text.isBlank() ? null : text;
        Result<?> taken =
                switch (step) {
                    case "tilby" -> offer(hospital, id, form, why);
                    case "send" -> way.send(hospital, id, by());
                    case "frigi" -> way.release(hospital, id, why, by());
                    case "besatt" -> become(hospital, id, VacancyState.FILLED);
                    case "trekk" -> become(hospital, id, VacancyState.WITHDRAWN);
                    case REOPEN -> become(hospital, id, VacancyState.OPEN);
                    default -> Result.invalid(Finding.of("steg", null, "web.choose"));
                };
        if (taken instanceof Result.Refused<?> refused) {
            refused.findings().forEach(each -> form.refuse(each.at(new Place.Field(field(step, each.field())))));
            return Pages.faulty(page(hospital, id, form));
        }
        flash.tell("vacancy-done-" + step);
        return Pages.seeOther(base(hospital) + "/" + id);
    }

    /** Whether somebody has the vacancy by an offer, or had it and broke it off: then it is not opened again. */
    private static boolean holds(Offer offer) {
        return offer.state().isLive() || offer.state() == OfferState.INTERRUPTED;
    }

    /** Where on the page a finding stands. */
    private static String field(String step, String field) {
        return switch (field) {
            case "text" -> step.equals("frigi") ? "release" : "text";
            case "hprNumber", "doctor" -> "doctor";
            default -> Form.WHOLE;
        };
    }

    private Result<Offer> offer(HospitalId hospital, long id, Form form, String why) {
        HprNumber doctor = form.choice("doctor", VacancyWords::hpr).orElse(null);
        // What is wrong with the choice stands in the form already.
        return form.findings().isEmpty() ? way.offer(hospital, id, doctor, why, by()) : Result.invalid(List.of());
    }

    private Result<VacancyWay.Reported> become(HospitalId hospital, long id, VacancyState state) {
        return board.one(hospital, id, by())
                .then(seen -> way.change(
                        hospital,
                        id,
                        new Vacancy.Change(null, null, null, null, state),
                        by(),
                        seen.vacancy().version()));
    }

    private One page(HospitalId hospital, long id, Form form) {
        Pages.of(access.known(hospital));
        VacancyBoard.Seen seen = Pages.of(board.one(hospital, id, by()));
        Vacancy vacancy = seen.vacancy().value();
        Names names = directory.names(hospital);
        List<VacancyWords.Doctor> doctors = words.doctors(seen.standings(), names);
        List<VacancyWords.Doctor> ranked =
                doctors.stream().filter(VacancyWords.Doctor::isRanked).toList();
        List<VacancyStep> steps = seen.steps();
        return new One(
                List.of(Link.to(Texts.of("vacancies-title"), base(hospital))),
                words.told(vacancy, names, at(vacancy)),
                !seen.nominationsOver(),
                ranked,
                doctors.stream().filter(each -> !each.isRanked()).toList(),
                ranked.stream()
                        .map(each -> new Choice(
                                each.hpr(), Texts.of("vacancy-choice", each.place(), each.name(), each.area())))
                        .toList(),
                offers.all(seen.offers(), by(), offer -> at(vacancy) + "/tilbud/" + offer.id()),
                seen.offers().stream().anyMatch(offer -> offer.state() == OfferState.READY),
                seen.offers().stream().anyMatch(offer -> offer.state() == OfferState.DRAFT),
                steps.contains(VacancyStep.OFFER) && !ranked.isEmpty(),
                steps.contains(VacancyStep.RELEASE),
                steps.contains(VacancyStep.FILL_OTHERWISE),
                steps.contains(VacancyStep.WITHDRAW),
                steps.contains(VacancyStep.REOPEN) && seen.offers().stream().noneMatch(VacancyPages::holds),
                words.record(Pages.of(board.events(hospital, id, by())), by()),
                form);
    }

    /** The offer where it is of that vacancy; the page that says 404 where it is of another. */
    static Offer ofVacancy(long vacancy, Offer found) {
        return found.vacancy().equals(OptionalLong.of(vacancy))
                ? found
                : Pages.of(Result.notFound(Finding.of("offer", found.id(), "offer.offer-unknown")));
    }

    static String base(HospitalId hospital) {
        return BASE + "/" + hospital;
    }

    static String at(Vacancy vacancy) {
        return base(vacancy.hospital()) + "/" + vacancy.id();
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
