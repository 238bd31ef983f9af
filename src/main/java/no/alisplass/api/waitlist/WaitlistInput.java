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
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Grid;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What municipalities send besides single entries. */
final class WaitlistInput {
    private static final String HPR = "hprNumber";

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

    /** Whom of the register the list has, in order. */
    @Schema(name = "WaitlistChoiceBody")
    record Choice(
            @Schema(description = "Leger i områdets register, i kommunens rekkefølge", examples = "[\"1000001\"]")
            @NotNull @Size(max = Grid.MAX_LINES) List<@NotNull @Size(max = 40) String> hprNumbers) {
        /** The numbers; those that are none are refused together. */
        Result<List<HprNumber>> doctors() {
            List<Finding> findings = new ArrayList<>();
            for (int at = 0; at < hprNumbers.size(); at++) {
                hprNumber(new Place.Path("hprNumbers", at, null), hprNumbers.get(at))
                        .ifPresent(findings::add);
            }
            return findings.isEmpty()
                    ? Result.done(hprNumbers.stream()
                            .map(number -> HprNumber.read(number).orElseThrow())
                            .toList())
                    : Result.invalid(findings);
        }
    }

    /** The entries; HPR numbers that are none are refused together. An identity number in their place is not repeated. */
    static List<WaitlistEntry> entries(List<WaitlistEntryRequest> bodies) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            WaitlistEntryRequest body = bodies.get(i);
            hprNumber(place(i, HPR), body.hprNumber()).ifPresent(findings::add);
            missing(findings, i, "priority", body.priority());
            missing(findings, i, "objectives", body.objectives());
            missing(findings, i, "activities", body.activities());
        }
        return findings.isEmpty()
                ? bodies.stream().map(WaitlistEntryRequest::entry).toList()
                : Answers.of(Result.<List<WaitlistEntry>>invalid(findings));
    }

    private static Optional<Finding> hprNumber(Place place, String text) {
        if (HprNumber.read(text).isPresent()) {
            return Optional.empty();
        }
        if (Text.blank(text)) {
            return Optional.of(Finding.of(place, null, Message.of("waitlist.missing", HPR)));
        }
        return Optional.of(
                HprNumber.mayBeIdentityNumber(text)
                        ? Finding.of(place, null, Message.of("waitlist.identity-number"))
                        : Finding.of(
                                place, Text.shown(text), Message.of("waitlist.hpr-number-form", Text.shown(text))));
    }

    private static void missing(List<Finding> findings, int entry, String field, Object value) {
        if (value == null) {
            findings.add(missing(entry, field));
        }
    }

    private static Finding missing(int entry, String field) {
        return Finding.of(place(entry, field), null, Message.of("waitlist.missing", field));
    }

    private static Place place(int entry, String field) {
        return new Place.Path("entries", entry, new Place.Field(field));
    }
}
