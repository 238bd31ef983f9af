package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.OfferRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.calendar.OfferDates;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An offer round is made, looked over, and sent. */
@Path("/koordinator/runder/{round}/tilbudsrunder")
@Blocking
public class OfferReleasePages {
    private static final Set<OfferState> UNSENT = EnumSet.of(OfferState.DRAFT, OfferState.READY);

    private final Offers offers;
    private final Releases releases;
    private final HospitalOffers settings;
    private final CoordinatorQueries desk;
    private final OfferWords words;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    OfferReleasePages(
            Offers offers,
            Releases releases,
            HospitalOffers settings,
            CoordinatorQueries desk,
            OfferWords words,
            Caller caller,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.offers = offers;
        this.releases = releases;
        this.settings = settings;
        this.desk = desk;
        this.words = words;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /** An offer round that may come. @param release the day it would go out */
    @TemplateData
    public record Dates(int number, String release, String answerBy, String marking) {}

    /**
     * @param ready offers that go out
     * @param drafts offers that no department has decided
     * @param later ordinary offer rounds there is time for after this one, as the settings propose them
     * @param day the deadline shown, as the form sends it back
     * @param answeredBy in words
     * @param asked the dialog to show at once; null for none
     */
    record Release(
            RoundHeader frame,
            List<Link> trail,
            int number,
            long ready,
            long drafts,
            Dates now,
            LocalDate day,
            String answeredBy,
            List<Dates> later,
            Cut<OfferWords.Told> offers,
            String href,
            String action,
            String settings,
            Form form,
            String asked)
            implements TemplateInstance {}

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response prepare(RoundId round) {
        Result<OfferRound> made = releases.prepare(round, by());
        if (made instanceof Result.Refused<OfferRound> refused && refused.kind() == Result.Kind.CONFLICT) {
            // Another click, or another's, has made it: there is only one that waits.
            Optional<OfferRound> open = open(round);
            if (open.isPresent()) {
                return Pages.seeOther(address(round, open.get().number()));
            }
        }
        OfferRound done = Pages.of(made);
        flash.tell("offers-prepared", done.offers());
        return Pages.seeOther(address(round, done.number()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response look(
            RoundId round,
            @Min(1) @Max(10_000) int number,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Optional<OfferRound> open = open(round).filter(each -> each.number() == number);
        return open.isEmpty()
                ? Pages.seeOther(OfferBoardPages.base(round))
                : Pages.show(page(desk.round(round), open.get(), side, Form.empty(), null));
    }

    private Release page(Round round, OfferRound open, int side, Form form, String asked) {
        Acting by = by();
        OfferFilter filter = OfferFilter.of(by).in(round.id()).in(UNSENT);
        Map<OfferState, Long> counts = offers.counts(filter);
        long ready = counts.getOrDefault(OfferState.READY, 0L);
        long drafts = counts.getOrDefault(OfferState.DRAFT, 0L);
        int at = Math.min(side, Cut.last(Cut.PAGE, ready + drafts));
        OfferPage found = offers.page(filter, at - 1, Cut.PAGE);
        LocalDate today = WorkingDays.day(clock.instant());
        OfferDates.OfferRoundDates now =
                OfferDates.round(settings.of(round.hospital()).value(), sentBefore(round.id()) + 1, today);
        LocalDate next = WorkingDays.after(now.marking(), OfferDates.BETWEEN);
        String base = OfferBoardPages.base(round.id());
        return new Release(
                RoundHeader.of(round, OfferBoardPages.HERE),
                trail(round),
                open.number(),
                ready,
                drafts,
                dates(now),
                now.answerBy(),
                Texts.told(settings.of(round.hospital()).value().answeredBy()),
                later(round, open.number(), next),
                Cut.at(words.all(found.offers(), by, each -> base + "/" + each.id()), at, ready + drafts),
                address(round.id(), open.number()) + "?side=",
                address(round.id(), open.number()),
                OfferSettingsPages.BASE + round.hospital(),
                form,
                asked);
    }

    /** The ordinary ones that are left after this one, were the next to go out that day. */
    private List<Dates> later(Round round, int number, LocalDate next) {
        return Pages.of(releases.proposed(round.id(), next)).rounds().stream()
                .limit(Math.max(0, settings.of(round.hospital()).value().rounds() - number))
                .map(each -> new OfferDates.OfferRoundDates(
                        number + each.number(), each.release(), each.answerBy(), each.marking()))
                .map(OfferReleasePages::dates)
                .toList();
    }

    private static Dates dates(OfferDates.OfferRoundDates dates) {
        return new Dates(
                dates.number(),
                OfferWords.day(dates.release()),
                OfferWords.deadline(dates.answerBy()),
                OfferWords.deadline(dates.marking()));
    }

    @POST
    @Path("{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response release(RoundId round, @Min(1) @Max(10_000) int number) {
        Form form = posted.form();
        String deviation = form.lines("deviation", Decisions.MAX_TEXT);
        Result<OfferRound> sent = form.faulty()
                ? Result.invalid(form.findings())
                : shown(form)
                        .then(shown ->
                                releases.release(round, number, deviation.isBlank() ? null : deviation, shown, by()));
        if (sent instanceof Result.Done<OfferRound> done) {
            flash.tell(
                    "offers-released",
                    done.value().number(),
                    OfferWords.deadline(done.value().answerBy()));
            return Pages.seeOther(OfferBoardPages.base(round));
        }
        Optional<OfferRound> open = open(round).filter(each -> each.number() == number);
        if (open.isEmpty()) {
            // Another click, or another's, has sent it.
            flash.tell("offers-released-already", number);
            return Pages.seeOther(OfferBoardPages.base(round));
        }
        if (!form.faulty()) {
            ((Result.Refused<OfferRound>) sent)
                    .findings()
                    .forEach(each -> form.refuse(
                            each.field().equals("deviation") ? each : each.at(new Place.Field(Form.WHOLE))));
        }
        boolean why = form.findings().stream().map(Finding::field).anyMatch("deviation"::equals);
        return Pages.faulty(page(desk.round(round), open.get(), 1, form, why ? "send" : null));
    }

    /** One that was never sent gives the next no shorter time. */
    private int sentBefore(RoundId round) {
        return (int) releases.of(round).stream().filter(OfferRound::isReleased).count();
    }

    /** What the page promised, to be held to; who sends something else in its place has seen nothing. */
    private static Result<Releases.Shown> shown(Form form) {
        try {
            return Result.done(new Releases.Shown(
                    Long.parseLong(form.value("offers")), WorkingDays.noon(LocalDate.parse(form.value("answerBy")))));
        } catch (NumberFormatException | DateTimeParseException unread) {
            return Result.conflict(Finding.of("offers", null, "offer.not-shown"));
        }
    }

    private Optional<OfferRound> open(RoundId round) {
        return releases.of(round).stream().filter(OfferRound::isOpen).findFirst();
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }

    static List<Link> trail(Round round) {
        List<Link> trail = new ArrayList<>(RoundHeader.of(round, "").trail());
        trail.add(Link.to(Texts.of("round-tab-offers"), OfferBoardPages.base(round.id())));
        return trail;
    }

    private static String address(RoundId round, int number) {
        return RoundHeader.base(round.value()) + "/tilbudsrunder/" + number;
    }
}
