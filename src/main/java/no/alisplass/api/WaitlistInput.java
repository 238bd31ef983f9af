package no.alisplass.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Outcome;
import no.alisplass.waitlist.WaitlistEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What municipalities send besides single entries. */
final class WaitlistInput {
    private WaitlistInput() {}

    /** A whole draft. */
    @Schema(name = "WaitlistBody")
    record Draft(
            @Schema(description = "Hvor mange leger kommunen kan avse samtidig; utelatt: ingen grense", examples = "2")
            @Min(1) @Max(100) Integer awayLimit,

            @NotNull @Size(max = 5000) List<@NotNull @Valid WaitlistEntryBody> entries) {}

    /** A new order. */
    @Schema(name = "WaitlistOrderBody")
    record Order(
            @Schema(description = "Radenes nåværende nummer i ny rekkefølge", examples = "[2, 1, 3]")
            @NotNull @Size(max = 5000) List<@NotNull @Min(1) @Max(5000) Integer> numbers) {}

    /** The entries; HPR numbers that are none are refused together. An identity number in their place is not repeated. */
    static List<WaitlistEntry> entries(List<WaitlistEntryBody> bodies) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            String text = bodies.get(i).hprNumber();
            if (HprNumber.read(text).isEmpty()) {
                boolean shown = text.replaceAll("\\D", "").length() < 10 && text.length() <= 60;
                findings.add(Finding.of(
                        "entries[" + i + "].hprNumber",
                        shown ? text : null,
                        shown ? "waitlist.hpr-number-form" : "waitlist.identity-number",
                        text));
            }
        }
        List<Finding> safe = findings.stream()
                .map(finding -> finding.value() == null ? Finding.of(finding.field(), null, finding.code()) : finding)
                .toList();
        return safe.isEmpty()
                ? bodies.stream().map(WaitlistEntryBody::entry).toList()
                : Answers.of(Outcome.<List<WaitlistEntry>>invalid(safe));
    }
}
