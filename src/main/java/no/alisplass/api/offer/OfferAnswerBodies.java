package no.alisplass.api.offer;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.alisplass.offer.Answers;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of the answer to an offer, which is given in two steps. */
final class OfferAnswerBodies {
    private OfferAnswerBodies() {}

    @Schema(name = "OfferAnswerWord")
    enum Word {
        ACCEPT(OfferStep.ACCEPT),
        /** Yes, and what is higher among the own wishes is still wanted. */
        ACCEPT_UPGRADABLE(OfferStep.ACCEPT_UPGRADABLE),
        DECLINE(OfferStep.DECLINE),
        /** What is higher is not waited for any longer. */
        SETTLE(OfferStep.SETTLE);

        private final OfferStep step;

        Word(OfferStep step) {
            this.step = step;
        }

        OfferStep step() {
            return step;
        }
    }

    @Schema(name = "OfferAnswerBody")
    record Begin(
            @Schema(
                    description = "ACCEPT_UPGRADABLE: ja, men vil ha et høyere ønske om det blir ledig."
                            + " SETTLE: venter ikke lenger på det.",
                    examples = "ACCEPT")
            @NotNull Word answer,

            @Schema(description = "Kreves for DECLINE, og bare da")
            DeclineReason reason) {}

    @Schema(name = "OfferAnswerBegun")
    record Begun(
            @Schema(description = "Svaret bekreftes med den, av samme bruker")
            UUID key,

            long offer,
            OfferStep answer,

            @Schema(description = "Det som ikke er ordnet ennå, men ikke hindrer svaret")
            List<String> warnings) {
        static Begun of(Answers.Begun begun, Locale locale) {
            return new Begun(
                    begun.key(),
                    begun.offer().id(),
                    begun.answer(),
                    begun.warnings().stream()
                            .map(each -> Messages.text(each, locale))
                            .toList());
        }
    }
}
