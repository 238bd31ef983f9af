package no.alisplass.api.waitlist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Grid;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What municipalities send besides single entries. */
final class WaitlistInput {
    private WaitlistInput() {}

    /** A whole draft. */
    @Schema(name = "WaitlistBody")
    record Draft(
            @Schema(description = "Hvor mange leger kommunen kan avse samtidig; utelatt: ingen grense", examples = "2")
            @Min(1) @Max(Waitlists.MAX_AWAY_LIMIT) Integer awayLimit,

            @NotNull @Size(max = Grid.MAX_LINES) List<@NotNull @Valid WaitlistEntryRequest> entries) {}

    /** A new order. */
    @Schema(name = "WaitlistOrderBody")
    record Order(
            @Schema(description = "Radenes nåværende nummer i ny rekkefølge", examples = "[2, 1, 3]")
            @NotNull @Size(max = Grid.MAX_LINES) List<@NotNull @Min(1) @Max(Grid.MAX_LINES) Integer> numbers) {}

    /** The entries; HPR numbers that are none are refused together. An identity number in their place is not repeated. */
    static List<WaitlistEntry> entries(List<WaitlistEntryRequest> bodies) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            WaitlistEntryRequest body = bodies.get(i);
            String place = "entries[" + i + "].";
            hprNumber(place + "hprNumber", body.hprNumber()).ifPresent(findings::add);
            missing(findings, place + "priority", body.priority());
            missing(findings, place + "objectives", body.objectives());
            missing(findings, place + "activities", body.activities());
        }
        return findings.isEmpty()
                ? bodies.stream().map(WaitlistEntryRequest::entry).toList()
                : Answers.of(Result.<List<WaitlistEntry>>invalid(findings));
    }

    private static Optional<Finding> hprNumber(String field, String text) {
        if (HprNumber.read(text).isPresent()) {
            return Optional.empty();
        }
        if (Text.blank(text)) {
            return Optional.of(missing(field));
        }
        return Optional.of(
                HprNumber.mayBeIdentityNumber(text)
                        ? Finding.of(field, null, "waitlist.identity-number")
                        : Finding.of(field, Text.shown(text), "waitlist.hpr-number-form", Text.shown(text)));
    }

    private static void missing(List<Finding> findings, String field, Object value) {
        if (value == null) {
            findings.add(missing(field));
        }
    }

    private static Finding missing(String field) {
        return Finding.of(field, null, "waitlist.missing", field.substring(field.indexOf('.') + 1));
    }
}
