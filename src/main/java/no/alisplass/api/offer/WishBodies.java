package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.WishLine;
import no.alisplass.platform.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of wishes between refills. */
final class WishBodies {
    /** More than any doctor's: two departments of each pair that a hospital could have. */
    private static final int MOST = 20_000;

    private WishBodies() {}

    @Schema(name = "WishPartAnswer")
    record Part(String halfYear, List<String> departments) {}

    @Schema(name = "WishLineAnswer")
    record Line(
            @Schema(description = "Det ønsket er nevnt ved i en endring", examples = "2027-V:ahus-lunge.6")
            String key,

            @Schema(description = "Ett opphold, eller to for tolv måneder")
            List<Part> parts) {
        static Line of(WishLine line) {
            return new Line(
                    line.key(),
                    line.parts().stream()
                            .map(part -> new Part(
                                    part.halfYear().toString(),
                                    part.departments().stream()
                                            .map(Object::toString)
                                            .toList()))
                            .toList());
        }
    }

    @Schema(name = "RoundWishesAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wishes(
            String hprNumber,
            String name,

            @Schema(
                    description =
                            "Hva som kan endres: den som venter (WAITS), kan ta tilbake; den som har en plass og venter på"
                                    + " et høyere ønske (MOVES), kan ta tilbake av de høyere eller sette dem i en annen rekkefølge")
            RoundWishes.Part part,

            @Schema(description = "Det legen har; utelatt for den som venter")
            Line held,

            @Schema(
                    description =
                            "Det beste først, de likeverdige sammen: alt for den som venter, det som er høyere enn plassen"
                                    + " for den som har en")
            List<List<Line>> lines,

            @Schema(description = "Det som er tatt tilbake og er borte i denne runden")
            List<Line> removed,

            @Schema(description = "Når det ikke kan endres lenger; utelatt når det ikke kan endres")
            Instant until,

            @Schema(description = "Hvorfor det ikke kan endres nå, eller ikke av den som spør; tom når det kan")
            List<RefillBodies.Reason> inTheWay) {
        static Wishes of(RoundWishes found, Locale locale) {
            return new Wishes(
                    found.hpr().digits(),
                    found.name(),
                    found.part(),
                    found.held() == null ? null : Line.of(found.held()),
                    found.lines().stream()
                            .map(group -> group.stream().map(Line::of).toList())
                            .toList(),
                    found.removed().stream().map(Line::of).toList(),
                    found.until(),
                    found.inTheWay().stream()
                            .map(each -> new RefillBodies.Reason(each.code(), Messages.text(each, locale)))
                            .toList());
        }
    }

    @Schema(name = "RoundWishesBody")
    record Change(
            @Schema(
                    description = "«key» for alle som er tatt tilbake, også dem som var det før",
                    examples = "[\"2027-V:ahus-lunge.6\"]")
            @NotNull @Size(max = MOST) List<@NotNull @Size(min = 1, max = WishLine.LONGEST) String> removed,

            @Schema(
                    description =
                            "For den som har en plass: «key» for alle de høyere som ikke er tatt tilbake, det beste"
                                    + " først, de likeverdige sammen; utelatt for rekkefølgen som er",
                    examples = "[[\"2027-V:ahus-oye.6\"], [\"2027-V:ahus-hud.6\", \"2027-V:ahus-onh.6\"]]")
            @Size(max = MOST) List<@NotNull @Size(max = MOST) List<@NotNull @Size(min = 1, max = WishLine.LONGEST) String>> order) {}
}
