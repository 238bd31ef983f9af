package no.alisplass.api.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.alisplass.register.look.DoctorAnswer;
import no.alisplass.register.look.LookLink;
import no.alisplass.register.look.Looks;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is answered of the doctor's own look. */
final class LookBodies {
    private LookBodies() {}

    /** A link that was just made. */
    @Schema(name = "LookMadeAnswer")
    record Made(
            long id,

            @Schema(description = "Gi den til legen. Den står bare her.")
            String link,

            @Schema(description = "Fra da åpner den ingenting")
            Instant opensUntil) {
        static Made of(Looks.Made made, String site) {
            return new Made(
                    made.link().id(),
                    site + "/innsyn#" + made.key(),
                    made.link().opensUntil());
        }

        /** Without the link, which belongs in no log. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** How it is with a link. */
    @Schema(name = "LookAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Look(
            long id,
            LookLink.State state,
            Instant madeAt,
            String madeBy,
            Instant opensUntil,

            @Schema(description = "Utelatt når den ikke er åpnet")
            Instant openedAt,

            Instant openUntil,
            Instant endedAt) {
        static Look of(LookLink link, LookLink.State state) {
            return new Look(
                    link.id(),
                    state,
                    link.madeAt(),
                    link.madeBy(),
                    link.opensUntil(),
                    link.openedAt(),
                    link.openUntil(),
                    link.endedAt());
        }
    }

    /** What a doctor says is wrong. */
    @Schema(name = "DoctorTaskAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            long id,
            String hprNumber,
            String name,
            Instant at,
            String wrong,

            @Schema(description = "Utelatt mens den venter") DoctorAnswer.Outcome outcome,

            Instant doneAt,
            String doneBy) {
        static Task of(DoctorAnswer answer) {
            return new Task(
                    answer.id(),
                    answer.hpr().digits(),
                    answer.name(),
                    answer.at(),
                    answer.wrong(),
                    answer.outcome(),
                    answer.doneAt(),
                    answer.doneBy());
        }
    }
}
