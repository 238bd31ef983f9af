package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Receipt;
import no.alisplass.offer.Releases;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.offer.stop.Stops;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Texts;

/** How an area or a doctor answers an offer: three ways, each with what follows, then once more, then a receipt. */
@ApplicationScoped
public class OfferAnswers {
    /** Of an answer that is begun, in addresses. */
    public static final String KEY = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final Answers answers;
    private final Offers offers;
    private final Releases releases;
    private final HospitalOffers settings;
    private final Stops stops;
    private final OfferDesk desk;
    private final OfferWords words;
    private final Clock clock;

    @Inject
    OfferAnswers(
            Answers answers,
            Offers offers,
            Releases releases,
            HospitalOffers settings,
            Stops stops,
            OfferDesk desk,
            OfferWords words,
            Clock clock) {
        this.answers = answers;
        this.offers = offers;
        this.releases = releases;
        this.settings = settings;
        this.stops = stops;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** One way to answer. @param word what the form sends */
    @TemplateData
    public record Way(String word, String title, List<String> follows, boolean declines, String look) {
        Way and(List<String> more) {
            List<String> all = new ArrayList<>(follows);
            all.addAll(more);
            return new Way(word, title, all, declines, look);
        }
    }

    /** @param number what people name it by */
    @TemplateData
    public record Given(String number, String answer, String at) {}

    /**
     * The page of one offer, for who may answer it.
     *
     * @param base its address
     * @param other in words, who answers where the reader does not; else null
     * @param ways none where there is nothing to answer
     * @param missing what is not arranged, and what that means; empty where all is, or it does not matter
     */
    @TemplateData
    public record OfferPage(
            String base,
            OfferWords.Told offer,
            String other,
            List<Way> ways,
            List<Choice> reasons,
            String missing,
            List<OfferDesk.Button> buttons,
            List<Given> receipts,
            List<OfferWords.Line> lines) {}

    /** The page where an answer is confirmed. */
    @TemplateData
    public record Confirm(
            OfferWords.Told offer,
            String title,
            List<String> follows,
            String missing,
            String look,
            String action,
            String back) {}

    public OfferPage page(Offer offer, Acting by, String base) {
        OfferSettings how = settings.of(offer.hospital()).value();
        boolean own = answers(how, by);
        List<Way> ways = own ? ways(offer, by, releases.course(offer.round())) : List.of();
        return new OfferPage(
                base,
                words.one(offer, by, base),
                own || !isOpen(offer) ? null : other(how, by),
                ways,
                OfferDesk.declineReasons(),
                isOpen(offer) ? missing(offer, how, by) : null,
                desk.buttons(offer, by, base).stream()
                        .filter(each -> own || each.link().href().endsWith(OfferTask.TICK.slug()))
                        .toList(),
                receipts(offer, by),
                words.record(Pages.of(offers.events(offer.id(), by)), by));
    }

    /** Those of hospitals that let this one answer. */
    public List<Offer> own(List<Offer> all, Acting by) {
        Map<HospitalId, OfferSettings> how = how(all);
        return all.stream()
                .filter(offer -> answers(how.get(offer.hospital()), by))
                .toList();
    }

    /** Those that only others can answer, and nobody can accept before this area has ticked what is arranged. */
    public List<Offer> toTick(List<Offer> all, Acting area) {
        Map<HospitalId, OfferSettings> how = how(all);
        return all.stream()
                .filter(offer -> !answers(how.get(offer.hospital()), area) && blocks(offer, how.get(offer.hospital())))
                .toList();
    }

    private Map<HospitalId, OfferSettings> how(List<Offer> offers) {
        return offers.stream()
                .map(Offer::hospital)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), each -> settings.of(each).value()));
    }

    private static boolean answers(OfferSettings how, Acting by) {
        return !by.onlyLooks()
                && (how.answeredBy() == AnsweredBy.BOTH
                        || (how.answeredBy() == AnsweredBy.DOCTOR) == (by.actor() == Actor.DOCTOR));
    }

    private static String other(OfferSettings how, Acting by) {
        boolean byLink = by.onlyLooks() && how.answeredBy() != AnsweredBy.AREA;
        return Texts.of((byLink ? "offer-link-only-looks-" : "offer-answered-by-") + how.answeredBy());
    }

    private boolean isOpen(Offer offer) {
        return offer.isOpen(clock.instant()) && !isStopped(offer);
    }

    private boolean isStopped(Offer offer) {
        return stops.now(offer.round()).isPresent();
    }

    private List<Way> ways(Offer offer, Acting by, Optional<OfferCourse> course) {
        List<Way> ways = new ArrayList<>();
        if (isOpen(offer) && !blocks(offer, settings.of(offer.hospital()).value())) {
            ways.add(way(OfferStep.ACCEPT, offer, by).and(together(offer)));
            course.filter(each -> clock.instant().isBefore(each.upgradeStop()))
                    .ifPresent(each ->
                            ways.add(way(OfferStep.ACCEPT_UPGRADABLE, offer, by, WorkingDays.day(each.upgradeStop()))
                                    .and(together(offer))));
        }
        if (isOpen(offer)) {
            ways.add(way(OfferStep.DECLINE, offer, by));
        }
        if (offer.state() == OfferState.ACCEPTED_UPGRADABLE && !isStopped(offer)) {
            ways.add(way(OfferStep.SETTLE, offer, by));
        }
        return ways;
    }

    /** That a yes is one to both of two half-years, and what follows when the later is given up afterwards. */
    private static List<String> together(Offer offer) {
        return offer.later()
                .map(later -> List.of(
                        Texts.of("offer-way-together", offer.seats().get(0).halfYear(), later.halfYear())
                                .split("\\|")))
                .orElse(List.of());
    }

    private static Way way(OfferStep answer, Offer offer, Acting by, Object... named) {
        return new Way(
                answer.word(),
                Texts.of("offer-way-" + answer.word()),
                follows(answer, offer, by, named),
                answer == OfferStep.DECLINE,
                look(answer));
    }

    private static String look(OfferStep answer) {
        return switch (answer) {
            case ACCEPT -> "btn-primary";
            case DECLINE -> "btn-outline-danger";
            default -> "btn-outline-primary";
        };
    }

    /** What follows an answer is another thing where there is no round. */
    private static List<String> follows(OfferStep answer, Offer offer, Acting by, Object... named) {
        String what = offer.vacancy().isPresent() ? "vacancy-way-follows-" : "offer-way-follows-";
        return List.of(Texts.of(own(by, what) + answer.word(), named).split("\\|"));
    }

    /** A doctor is spoken to, an area is told of one. */
    private static String own(Acting by, String key) {
        return by.actor() == Actor.DOCTOR ? "own-" + key : key;
    }

    private static String missing(Offer offer, OfferSettings how, Acting by) {
        return isArranged(offer) || how.leaveAndLocum() == LeaveAndLocum.IGNORE
                ? null
                : missing(offer, how.leaveAndLocum(), by);
    }

    private static String missing(Offer offer, LeaveAndLocum means, Acting by) {
        String what = offer.facts().leave() ? "locum" : offer.facts().locum() ? "leave" : "both";
        return Texts.of(own(by, "offer-missing-") + means, Texts.of("offer-missing-" + what));
    }

    private static boolean isArranged(Offer offer) {
        return offer.facts().leave() && offer.facts().locum();
    }

    private static boolean blocks(Offer offer, OfferSettings how) {
        return how.leaveAndLocum() == LeaveAndLocum.BLOCK && !isArranged(offer);
    }

    private List<Given> receipts(Offer offer, Acting by) {
        return Pages.of(answers.receipts(offer.id(), by)).stream()
                .map(OfferAnswers::given)
                .toList();
    }

    private static Given given(Receipt receipt) {
        return new Given(
                receipt.number(), Texts.of("offer-did-" + receipt.answer().word()), Moments.text(receipt.at()));
    }

    /** Begins the answer of a form. What is wrong stands in the form. @return what it is confirmed by; empty when it is refused */
    public Optional<UUID> begin(Offer offer, Form form, Acting by) {
        OfferStep answer = form.choice("svar", OfferAnswers::answer).orElse(null);
        String reason = form.value("reason").isBlank() ? null : form.value("reason");
        if (form.faulty()) {
            return Optional.empty();
        }
        Result<Answers.Begun> begun = answers.begin(offer.id(), answer, reason, by);
        OfferDesk.refuse(form, begun);
        return begun instanceof Result.Done<Answers.Begun> done
                ? Optional.of(done.value().key())
                : Optional.empty();
    }

    private static OfferStep answer(String word) {
        for (OfferStep step :
                List.of(OfferStep.ACCEPT, OfferStep.ACCEPT_UPGRADABLE, OfferStep.DECLINE, OfferStep.SETTLE)) {
            if (Text.word(step).equals(word)) {
                return step;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** Where what was begun is confirmed. */
    public static String confirmAt(String base, UUID key) {
        return base + "/bekreft/" + key;
    }

    /**
     * What was begun, to be confirmed; empty where there is nothing left to confirm, and the page that says 404 where it is not this
     * one's, or of another offer.
     */
    public Optional<Confirm> confirm(Offer offer, UUID key, Acting by, String base) {
        Answers.Begun begun = Pages.of(answers.begun(key, by));
        if (begun.offer().id() != offer.id()) {
            Pages.of(Result.notFound(Finding.of("key", null, "offer.answer-unknown")));
        }
        OfferStep answer = begun.answer();
        if (OfferTable.row(answer, offer.state(), by.actor()).isEmpty()) {
            return Optional.empty();
        }
        Object stop = releases.course(offer.round())
                .map(course -> WorkingDays.day(course.upgradeStop()))
                .orElse(null);
        return Optional.of(new Confirm(
                words.one(offer, by, base),
                Texts.of(own(by, "offer-confirm-") + answer.word()),
                follows(answer, offer, by, stop),
                begun.warnings().isEmpty() || isArranged(offer) ? null : missing(offer, LeaveAndLocum.WARN, by),
                answer == OfferStep.DECLINE ? "btn-danger" : "btn-primary",
                confirmAt(base, key),
                base));
    }

    /** Gives the answer: once more the same is the same. Of another offer's key nothing is known here. */
    public Result<Receipt> give(Offer offer, UUID key, Acting by) {
        return answers.begun(key, by)
                .then(begun -> begun.offer().id() == offer.id()
                        ? answers.give(key, by)
                        : Result.notFound(Finding.of("key", null, "offer.answer-unknown")));
    }
}
