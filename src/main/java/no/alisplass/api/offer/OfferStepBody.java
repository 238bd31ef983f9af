package no.alisplass.api.offer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.api.http.Day;
import no.alisplass.api.json.Lines;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferCommands;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.life.TurnDownReason;
import no.alisplass.offer.life.VoidReason;
import no.alisplass.offer.life.WithdrawalReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step to take with an offer. A field that the step has no use for is refused, so that nothing that was said is lost. */
@Schema(name = "OfferStepBody")
record OfferStepBody(
        @NotNull Step step,

        @Schema(
                description = "Fra listen steget har: TURN_DOWN, ASK_RECALL, ASK_WITHDRAWAL og WITHDRAW, ASK_GIVE_UP og"
                        + " GIVE_UP, eller ANNUL. For"
                        + " WITHDRAW og GIVE_UP kan den utelates der noen har bedt om det",
                anyOf = {TurnDownReason.class, RecallReason.class, WithdrawalReason.class, VoidReason.class})
        @Size(max = 40) String reason,

        @Schema(
                description =
                        "Vurderingen (ASSESS), det som mangler (NEED_MORE), eller hvorfor (TURN_DOWN, DROP, REINSTATE, ASK_RECALL, REFUSE_WITHDRAWAL, REFUSE_DEFERRAL, REFUSE_GIVE_UP, ANNUL)")
        @Lines
        @Size(max = 4000) String text,

        @Schema(
                description =
                        "Arbeidsdagen fristen skal være (ASK_TIME; for GRANT_TIME utelatt for den det er bedt om)")
        @Day
        LocalDate day,

        @Schema(description = "Om permisjon er ordnet (TICK)")
        Boolean leave,

        @Schema(description = "Om vikar er ordnet (TICK)") Boolean locum,

        @Schema(description = "Om referansene er innhentet (ASSESS og TURN_DOWN; utelatt er som nei)")
        Boolean references,

        @Schema(
                description =
                        "At et ja som trekkes sent, ikke får følger i neste runde (WITHDRAW); det samme gir grunnen WEIGHTY")
        Boolean lifted) {

    private enum Field {
        reason,
        text,
        day,
        leave,
        locum,
        references,
        lifted
    }

    /** What somebody can be asked to do by this door: not what is done of many at once, answered in two steps, or by the clock. */
    @Schema(name = "OfferStepToTake")
    enum Step {
        ASSESS(OfferStep.ASSESS, Field.text, Field.references),
        NEED_MORE(OfferStep.NEED_MORE, Field.text),
        TURN_DOWN(OfferStep.TURN_DOWN, Field.reason, Field.text, Field.references),
        ASK_TIME(OfferStep.ASK_TIME, Field.day),
        GRANT_TIME(OfferStep.GRANT_TIME, Field.day),
        REFUSE_TIME(OfferStep.REFUSE_TIME),
        TICK(OfferStep.TICK, Field.leave, Field.locum),
        REINSTATE(OfferStep.REINSTATE, Field.text),
        DROP(OfferStep.DROP, Field.reason, Field.text),
        ASK_RECALL(OfferStep.ASK_RECALL, Field.reason, Field.text),
        RECALL(OfferStep.RECALL),
        UNASK_RECALL(OfferStep.UNASK_RECALL),
        ASK_WITHDRAWAL(OfferStep.ASK_WITHDRAWAL, Field.reason),
        REFUSE_WITHDRAWAL(OfferStep.REFUSE_WITHDRAWAL, Field.text),
        WITHDRAW(OfferStep.WITHDRAW, Field.reason, Field.lifted),
        ASK_DEFERRAL(OfferStep.ASK_DEFERRAL),
        REFUSE_DEFERRAL(OfferStep.REFUSE_DEFERRAL, Field.text),
        DEFER(OfferStep.DEFER),
        ASK_GIVE_UP(OfferStep.ASK_GIVE_UP, Field.reason),
        REFUSE_GIVE_UP(OfferStep.REFUSE_GIVE_UP, Field.text),
        GIVE_UP(OfferStep.GIVE_UP, Field.reason),
        ANNUL(OfferStep.ANNUL, Field.reason, Field.text),
        CONFIRM(OfferStep.CONFIRM),
        START(OfferStep.START),
        COMPLETE(OfferStep.COMPLETE);

        private final OfferStep step;
        private final Set<Field> fields;

        Step(OfferStep step, Field... fields) {
            this.step = step;
            this.fields = fields.length == 0 ? Set.of() : EnumSet.of(fields[0], fields);
        }

        OfferStep step() {
            return step;
        }
    }

    /** Takes it; refused as the room does, and INVALID for a field of another step. */
    Result<Offer> take(long offer, Acting by, Long seen, OfferCommands commands) {
        List<Finding> unfit = unfit();
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        OfferCommands.Said said = new OfferCommands.Said(
                reason,
                text,
                day,
                Boolean.TRUE.equals(leave),
                Boolean.TRUE.equals(locum),
                Boolean.TRUE.equals(references),
                Boolean.TRUE.equals(lifted));
        Result<Offer> taken = commands.take(step.step(), offer, said, by, seen);
        return step == Step.ASSESS ? named(taken) : taken;
    }

    private List<Finding> unfit() {
        Map<Field, Object> sent = new LinkedHashMap<>();
        sent.put(Field.reason, reason);
        sent.put(Field.text, text);
        sent.put(Field.day, day);
        sent.put(Field.leave, leave);
        sent.put(Field.locum, locum);
        sent.put(Field.references, references);
        sent.put(Field.lifted, lifted);
        List<Finding> unfit = new ArrayList<>();
        sent.forEach((field, value) -> {
            if (value != null && !step.fields.contains(field)) {
                unfit.add(Finding.of(field.name(), null, "api.offer-step-field", step.name(), fields()));
            }
            if (value == null && step == Step.TICK && step.fields.contains(field)) {
                unfit.add(Finding.of(field.name(), null, "api.not-null"));
            }
        });
        return unfit;
    }

    private String fields() {
        return step.fields.isEmpty()
                ? "–"
                : step.fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** What is wrong with an assessment, told of the field it was sent in. */
    private static Result<Offer> named(Result<Offer> result) {
        return result instanceof Result.Refused<Offer> refused
                ? new Result.Refused<>(
                        refused.kind(),
                        refused.findings().stream()
                                .map(each -> each.field().equals("assessment") ? each.at(Place.of("text")) : each)
                                .toList())
                : result;
    }
}
