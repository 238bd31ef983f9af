package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.allocation.outcome.PinEffect;
import no.alisplass.domain.Finding;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/**
 * What settling one doctor's outcome would do, against the proposal as the round stands.
 *
 * @param name of the doctor whose outcome is settled
 * @param refused why it cannot be settled so; null when it can
 */
@TemplateData
public record PinEffectView(
        String name,
        String refused,
        List<OutcomeChange> changes,
        List<ViolationView> violations,
        int better,
        int worse) {
    static PinEffectView refused(String name, List<Finding> findings) {
        return new PinEffectView(
                name, findings.stream().map(Texts::of).collect(Collectors.joining(" ")), List.of(), List.of(), 0, 0);
    }

    static PinEffectView of(PinEffect effect, Names names) {
        return new PinEffectView(
                effect.pinned().doctor().name(),
                null,
                effect.changes().all().stream()
                        .map(each -> OutcomeChange.of(each, names))
                        .toList(),
                ViolationView.all(effect.violations(), names),
                effect.changes().better(),
                effect.changes().worse());
    }
}
