package no.alisplass.api.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.outcome.NextStep;
import no.alisplass.allocation.outcome.RoundProgress;
import no.alisplass.allocation.outcome.RoundsInProgress;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.ProblemDetails;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferProgress;
import no.alisplass.offer.Offers;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.AreaStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How far a round has come, and what comes next. */
@Path("/api/v1/rounds/{round}/progress")
@Tag(name = "Runder")
class ProgressResource {
    private final RoundsInProgress progress;
    private final Offers offers;

    ProgressResource(RoundsInProgress progress, Offers offers) {
        this.progress = progress;
        this.offers = offers;
    }

    /** @param begun whether the area has begun a list */
    record SilentArea(AreaCode area, String name, boolean begun) {}

    @Schema(name = "RoundProgress")
    record Answer(
            RoundId round,
            RoundState state,

            @Schema(description = "Hva som står for tur") NextStep next,

            @Schema(
                    description =
                            "Hvor langt tilbudene er kommet etter godkjenningen, så langt som det som er lengst bak;"
                                    + " NONE før noe er tilbudt, null før runden er godkjent",
                    nullable = true)
            OfferProgress offers,

            LocalDate deadline,

            @Schema(description = "Dager til fristen; mindre enn 0 når den er ute")
            long daysLeft,

            @Schema(description = "Plasser i alle halvårene til sammen")
            int seats,

            @Schema(description = "Kommuner og bydeler som er spurt")
            int asked,

            @Schema(description = "De av dem som har sendt liste")
            int answered,

            @Schema(description = "Leger på listene; når runden er lukket, de som kan delta")
            int doctors,

            @Schema(description = "Nummeret på kjøringen som pågår", nullable = true)
            Integer running,

            @Schema(
                    description = "Nummeret på kjøringen som er godkjent, ellers på den nyeste med et forslag",
                    nullable = true)
            Integer proposal,

            @Schema(description = "Om noe er endret siden forslaget ble laget, så det ikke kan godkjennes")
            boolean outdated,

            @Schema(description = "De som ikke har sendt liste")
            List<SilentArea> silent,

            @Schema(description = "Hvorfor listene i en lukket runde ikke kan rangeres som de er")
            List<ProblemDetails.Entry> problems) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Hvor langt runden og tilbudene i den er kommet, og hva som står for tur",
            description = "Side for side, først «silent», så «problems»; resten er det samme på alle sidene.")
    public RestResponse<Answer> progress(RoundId round, @BeanParam @Valid Paging paging, @Context HttpHeaders headers) {
        RoundProgress found = Answers.of(progress.of(round));
        Paging.Window page = paging.window();
        Answer answer = new Answer(
                round,
                found.round().state(),
                found.next(),
                found.next() == NextStep.DONE ? OfferProgress.of(offers.counts(OfferFilter.of(round))) : null,
                found.round().deadline(),
                found.daysLeft(),
                found.seats(),
                found.asked(),
                found.answered(),
                found.doctors(),
                number(found.running()),
                number(found.proposal()),
                found.outdated(),
                page.take(found.silent()).stream().map(ProgressResource::silent).toList(),
                page.take(found.problems()).stream()
                        .map(each -> new ProblemDetails.Entry(
                                each.field(), each.value(), each.code(), Messages.text(each, Languages.of(headers))))
                        .toList());
        return paging.answer(answer, page.total());
    }

    private static Integer number(Run run) {
        return run == null ? null : run.number();
    }

    private static SilentArea silent(AreaStatus status) {
        return new SilentArea(status.area().code(), status.area().name(), status.draft());
    }
}
