package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;
import no.alisplass.offer.refill.RefillPreview;
import no.alisplass.offer.refill.Reserve;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.platform.Messages;
import no.alisplass.problem.Resource;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of refills. */
final class RefillBodies {
    private RefillBodies() {}

    @Schema(name = "RefillPreviewAnswer")
    record Preview(
            @Schema(description = "Det utfyllingen gjøres med")
            String hash,

            RefillMode mode,

            @Schema(description = "De som ville fått et tilbud, etter rang")
            List<Change> placed,

            @Schema(description = "De som ville fått et høyere ønske, etter rang")
            List<Change> upgraded,

            @Schema(description = "For hver plass som skifter hender: hva som skjer, på leserens språk")
            List<List<String>> chains,

            @Schema(description = "Det som gikk til en annen før det kunne bli en del av en helhet en foran ønsket")
            List<List<String>> conflicts,

            @Schema(description = "Plassene som ville stått igjen")
            List<Free> free,

            @Schema(description = "Antall som fortsatt ville ventet")
            int waiting,

            @Schema(description = "Hvorfor det ikke kan gjøres nå; tom når det kan")
            List<Reason> inTheWay) {
        static Preview of(RefillPreview preview, Locale locale) {
            return new Preview(
                    preview.hash(),
                    preview.mode(),
                    preview.placed().stream().map(Change::of).toList(),
                    preview.upgraded().stream().map(Change::of).toList(),
                    said(preview.chains(), locale),
                    said(preview.conflicts(), locale),
                    preview.free().stream().flatMap(Free::of).toList(),
                    preview.waiting(),
                    preview.inTheWay().stream()
                            .map(each -> new Reason(each.code(), Messages.text(each, locale)))
                            .toList());
        }

        private static List<List<String>> said(List<List<Message>> all, Locale locale) {
            return all.stream()
                    .map(each -> each.stream()
                            .map(message -> Messages.text(message, locale))
                            .toList())
                    .toList();
        }
    }

    @Schema(name = "RefillReasonAnswer")
    record Reason(String code, String message) {}

    @Schema(name = "RefillFreeAnswer")
    record Free(String position, String halfYear, int seats) {
        static Stream<Free> of(Resource resource) {
            return resource.id().seat().stream()
                    .map(seat ->
                            new Free(seat.position().value(), seat.halfYear().toString(), resource.capacity()));
        }
    }

    @Schema(name = "RefillChangeAnswer")
    record Change(
            String hprNumber,
            String name,
            String area,

            @Schema(description = "Det legen har nå; tom for den som venter")
            List<Place> from,

            List<Place> to) {
        static Change of(RefillPreview.Change change) {
            return new Change(
                    change.hpr().digits(),
                    change.name(),
                    change.area().value(),
                    change.from().stream().map(Place::of).toList(),
                    change.to().stream().map(Place::of).toList());
        }
    }

    @Schema(name = "RefillPlaceAnswer")
    record Place(String position, String halfYear) {
        static Place of(Stay stay) {
            return new Place(stay.position().value(), stay.halfYear().toString());
        }
    }

    /** With what was shown. */
    @Schema(name = "RefillBody")
    record Do(
            @Schema(description = "«hash» i forhåndsvisningen som ble sett", examples = "3b1f…")
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") @Size(max = 64) String hash) {}

    @Schema(name = "RefillAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            @Schema(description = "Fra 1") int number,

            @Schema(description = "Tilbudsrunden den laget; utelatt når den bare flyttet leger som har en plass")
            Integer offerRound,

            RefillMode mode,

            @Schema(description = "Antall som fikk en plass og ikke hadde noen")
            int placed,

            @Schema(description = "Antall som fikk et høyere ønske")
            int upgraded,

            String problemHash,
            String outcomeHash,
            String certificateHash,

            @Schema(description = "Koordinatoren som gjorde det")
            String by,

            Instant at) {
        static Done of(StoredRefill refill) {
            return new Done(
                    refill.number(),
                    refill.offerRound(),
                    refill.mode(),
                    refill.placed(),
                    refill.upgraded(),
                    refill.problemHash(),
                    refill.outcomeHash(),
                    refill.certificateHash(),
                    refill.by(),
                    refill.at());
        }
    }

    @Schema(name = "RefillReasonsAnswer")
    record Told(
            String hprNumber,

            @Schema(description = "På leserens språk") List<String> reasons) {
        static Told of(HprNumber hpr, List<Message> reasons, Locale locale) {
            return new Told(
                    hpr.digits(),
                    reasons.stream().map(each -> Messages.text(each, locale)).toList());
        }
    }

    @Schema(name = "ReserveAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reserved(
            List<Waits> doctors,

            @Schema(description = "Hvor langt det rakk i sykehusets forrige runde")
            List<Served> lastServed,

            @Schema(description = "Da det som var ledig, ble frigitt, og ingen ventet lenger; utelatt før det")
            Instant over,

            @Schema(description = "Om noen har fått noe som ikke er sendt ennå")
            boolean preparing) {}

    @Schema(name = "ReserveDoctorAnswer")
    record Waits(String hprNumber, String name, String area, List<Stands> places) {
        static Waits of(Reserve reserve) {
            return new Waits(
                    reserve.hpr().digits(),
                    reserve.name(),
                    reserve.area().value(),
                    reserve.places().stream().map(Stands::of).toList());
        }
    }

    @Schema(name = "ReservePlaceAnswer")
    record Stands(
            String department,

            @Schema(description = "Ønskets nummer, fra 1") int wish,

            @Schema(description = "Plassen blant dem som fortsatt venter, fra 1")
            int place,

            int waiting,

            @Schema(description = "Plassen blant alle som ønsket det i runden, fra 1")
            int placeInRound,

            int inRound) {
        static Stands of(Reserve.Place place) {
            return new Stands(
                    place.department().value(),
                    place.wish(),
                    place.place(),
                    place.waiting(),
                    place.placeInRound(),
                    place.inRound());
        }
    }

    @Schema(name = "ReserveServedAnswer")
    record Served(
            String department,
            String round,

            @Schema(description = "Plassen til den siste som fikk den, blant alle som ønsket den, fra 1")
            int place,

            int inRound) {
        static Served of(Reserve.LastServed served) {
            return new Served(served.department().value(), served.round().value(), served.place(), served.inRound());
        }
    }
}
