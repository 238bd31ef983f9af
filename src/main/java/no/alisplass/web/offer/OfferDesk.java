package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferCommands;
import no.alisplass.offer.Offers;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.life.TurnDownReason;
import no.alisplass.offer.life.VoidReason;
import no.alisplass.offer.life.WithdrawalReason;
import no.alisplass.offer.refill.Claim;
import no.alisplass.offer.refill.Claims;
import no.alisplass.offer.stop.Stops;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;

/** One offer and the steps somebody takes with it, for the pages of every role. */
@ApplicationScoped
public class OfferDesk {
    /** In the order of a form. */
    private static final List<String> FIELDS = List.of("reason", "day", "assessment", "text");

    /** Steps that do another thing where there is no round. */
    private static final Set<OfferTask> OWN_WORDS =
            EnumSet.of(OfferTask.DROP, OfferTask.NEED_MORE, OfferTask.WITHDRAW, OfferTask.ANNUL);

    private final Offers offers;
    private final OfferCommands commands;
    private final Answers answers;
    private final Claims claims;
    private final Stops stops;
    private final OfferWords words;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    OfferDesk(
            Offers offers,
            OfferCommands commands,
            Answers answers,
            Claims claims,
            Stops stops,
            OfferWords words,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.offers = offers;
        this.commands = commands;
        this.answers = answers;
        this.claims = claims;
        this.stops = stops;
        this.words = words;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * The page of a step.
     *
     * @param follows what it does, said before it is done
     * @param reasons to choose between; empty where none is given
     * @param text key of the label of what is written; null where nothing is
     * @param field name of the field for it
     * @param lifts whether what it does to the next round can be lifted
     * @param day key of the label of a day that is asked for; null for none
     * @param version of the offer that the page shows
     */
    @TemplateData
    public record StepPage(
            OfferWords.Told offer,
            String title,
            List<String> follows,
            List<Choice> reasons,
            String text,
            String day,
            boolean ticks,
            boolean references,
            String field,
            boolean lifts,
            String button,
            String action,
            String back,
            long version) {}

    /** The offer; the page that says 404 where it is not there for this one. */
    public Offer offer(long id, Acting by) {
        return Pages.of(offers.read(id, by));
    }

    /** The steps this one can take now, each with its way there, the first ones in the look of the most important. @param base address of the offer */
    public List<Button> buttons(Offer offer, Acting by, String base) {
        return OfferTask.open(offer, by, today(), isStopped(offer)).stream()
                .map(task -> new Button(
                        Link.to(Texts.of("offer-do-" + task.step().word()), base + "/" + task.slug()), task.button()))
                .toList();
    }

    /** @param look class of the button */
    @TemplateData
    public record Button(Link link, String look) {}

    /** How a role shows the page of a step. */
    public interface Shown extends BiFunction<StepPage, Form, TemplateInstance> {}

    /** The page of the step of that name; back to the offer where it cannot be taken (any longer). @param base address of the offer */
    public Response step(String slug, Offer offer, Acting by, String base, Shown shown) {
        return task(slug, offer, by)
                .map(task -> Pages.show(shown.apply(page(task, offer, by, base), begun(task, offer))))
                .orElseGet(() -> notNow(base));
    }

    /** Takes the step of that name as the form says, and goes back to the offer; what is refused is said on the step's page. */
    public Response taken(String slug, Offer offer, Acting by, String base, Shown shown) {
        Optional<OfferTask> task = task(slug, offer, by);
        if (task.isEmpty()) {
            return notNow(base);
        }
        Form form = posted.form();
        Result<Offer> taken = take(task.get(), offer.id(), form, by);
        if (taken instanceof Result.Done) {
            flash.tell("offer-done-" + task.get().step().word());
            return Pages.seeOther(base);
        }
        refuse(form, taken);
        return Pages.faulty(shown.apply(page(task.get(), offer(offer.id(), by), by, base), form));
    }

    /** What was refused stands at its field, or where it is about none of the form's, above them all. */
    public static void refuse(Form form, Result<?> outcome) {
        if (!form.faulty() && outcome instanceof Result.Refused<?> refused) {
            refused.findings().stream()
                    .sorted(Comparator.comparing(each -> FIELDS.indexOf(each.field())))
                    .forEach(each ->
                            form.refuse(FIELDS.contains(each.field()) ? each : each.at(new Place.Field(Form.WHOLE))));
        }
    }

    private Response notNow(String base) {
        flash.tell("offer-step-not-now");
        return Pages.seeOther(base);
    }

    private Optional<OfferTask> task(String slug, Offer offer, Acting by) {
        return OfferTask.of(slug).filter(task -> task.isOpen(offer, by, today(), isStopped(offer)));
    }

    /** What the fields of a step hold before anybody writes in them. */
    private static Form begun(OfferTask task, Offer offer) {
        Form form = Form.empty();
        if (task == OfferTask.GRANT_TIME && offer.facts().timeAsked() != null) {
            form.with("day", WorkingDays.day(offer.facts().timeAsked()));
        }
        if (task == OfferTask.WITHDRAW && offer.facts().withdrawalAsked() != null) {
            form.with("reason", offer.facts().withdrawalAsked().name());
        }
        if (task == OfferTask.GIVE_UP && offer.facts().giveUpAsked() != null) {
            form.with("reason", offer.facts().giveUpAsked().name());
        }
        if (task == OfferTask.TICK) {
            form.with("leave", offer.facts().leave() ? "ja" : "")
                    .with("locum", offer.facts().locum() ? "ja" : "");
        }
        return form;
    }

    private StepPage page(OfferTask task, Offer offer, Acting by, String base) {
        String word = task.step().word();
        return new StepPage(
                words.one(offer, by, base),
                Texts.of("offer-do-" + word),
                follows(task, offer, by),
                reasons(task),
                text(task),
                switch (task) {
                    case GRANT_TIME -> "offer-day-new";
                    case ASK_TIME -> "offer-day-asked";
                    default -> null;
                },
                task == OfferTask.TICK,
                task == OfferTask.ASSESS || task == OfferTask.TURN_DOWN,
                task == OfferTask.ASSESS ? "assessment" : "text",
                task == OfferTask.WITHDRAW
                        && takingBack(offer, by)
                                .filter(Answers.TakingBack::behind)
                                .isPresent(),
                task.button(),
                base + "/" + task.slug(),
                base,
                offer.version());
    }

    /** A no tells whose claim it sets aside. */
    private List<String> follows(OfferTask task, Offer offer, Acting by) {
        String what = offer.vacancy().isPresent() && OWN_WORDS.contains(task) ? "vacancy-follows-" : "offer-follows-";
        List<String> follows =
                new ArrayList<>(List.of(Texts.of(what + task.step().word()).split("\\|")));
        if (task == OfferTask.TURN_DOWN && claims.of(offer.id(), by) instanceof Result.Done<Claim> done) {
            follows.addAll(1, words.claim(done.value(), offer, by));
        }
        if (task == OfferTask.ASK_WITHDRAWAL || task == OfferTask.WITHDRAW) {
            takingBack(offer, by).ifPresent(told -> follows.add(OfferWords.takingBack(told)));
        }
        if (task == OfferTask.ASK_GIVE_UP || task == OfferTask.GIVE_UP) {
            if (answers.givingUp(offer.id(), by) instanceof Result.Done<Answers.GivingUp> done) {
                follows.add(0, OfferWords.givingUp(done.value()));
            }
        }
        if (task == OfferTask.ASK_DEFERRAL || task == OfferTask.DEFER) {
            if (answers.later(offer.id(), by) instanceof Result.Done<Answers.Later> done) {
                follows.add(0, OfferWords.later(done.value()));
            }
        }
        return follows;
    }

    private Optional<Answers.TakingBack> takingBack(Offer offer, Acting by) {
        return offer.vacancy().isEmpty()
                        && answers.takingBack(offer.id(), by) instanceof Result.Done<Answers.TakingBack> done
                ? Optional.of(done.value())
                : Optional.empty();
    }

    private static List<Choice> reasons(OfferTask task) {
        return switch (task) {
            case TURN_DOWN -> choices(TurnDownReason.values());
            case ASK_RECALL, DROP -> choices(RecallReason.values());
            case ASK_WITHDRAWAL, WITHDRAW, ASK_GIVE_UP, GIVE_UP -> choices(WithdrawalReason.values());
            case ANNUL -> choices(VoidReason.values());
            default -> List.of();
        };
    }

    static List<Choice> declineReasons() {
        return choices(DeclineReason.values());
    }

    /** The constants of an enumeration as choices, in words. */
    public static List<Choice> choices(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(each -> new Choice(each.name(), OfferWords.capital(Texts.told(each))))
                .toList();
    }

    private static String text(OfferTask task) {
        return switch (task) {
            case ASSESS -> "offer-text-assessment";
            case REINSTATE -> "offer-text-absence";
            case NEED_MORE -> "offer-text-needed";
            case TURN_DOWN, ASK_RECALL, DROP, REFUSE_WITHDRAWAL, REFUSE_DEFERRAL, REFUSE_GIVE_UP, ANNUL ->
                "offer-text-why";
            default -> null;
        };
    }

    /** Refused for what is wrong with the form, and as the step is. */
    private Result<Offer> take(OfferTask task, long offer, Form form, Acting by) {
        String reason = form.value("reason").isBlank() ? null : form.value("reason");
        String text = form.lines(task == OfferTask.ASSESS ? "assessment" : "text", Decisions.MAX_TEXT);
        boolean dated = task == OfferTask.GRANT_TIME || task == OfferTask.ASK_TIME;
        LocalDate day = dated ? form.requiredDate("day") : null;
        if (form.faulty()) {
            List<Finding> unfit = form.findings();
            return Result.invalid(unfit);
        }
        return commands.take(
                task.step(),
                offer,
                new OfferCommands.Said(
                        reason,
                        text,
                        day,
                        form.has("leave", "ja"),
                        form.has("locum", "ja"),
                        form.has("references", "ja"),
                        form.has("lifted", "ja")),
                by,
                form.version());
    }

    private boolean isStopped(Offer offer) {
        return stops.now(offer.round()).isPresent();
    }

    private LocalDate today() {
        return WorkingDays.day(clock.instant());
    }
}
