package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.outcome.OutcomeChanges.Change;
import no.alisplass.allocation.outcome.OutcomeChanges.Direction;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;

/**
 * A doctor whose outcome differs between two proposals.
 *
 * @param directionKey whether the later outcome is better for the doctor, worse, as good, or not to be compared
 */
@TemplateData
public record OutcomeChange(
        int position,
        String name,
        String area,
        String before,
        OwnWishes.Badge wishBefore,
        String after,
        OwnWishes.Badge wishAfter,
        String directionKey,
        String style) {
    static OutcomeChange of(Change change, Names names) {
        DoctorOutcome then = change.before();
        DoctorOutcome now = change.after();
        DoctorOutcome known = change.known();
        return new OutcomeChange(
                known.doctor().position(),
                known.doctor().name(),
                names.area(known.doctor().facts().area()),
                text(then, names),
                then == null ? null : OwnWishes.badge(then),
                text(now, names),
                now == null ? null : OwnWishes.badge(now),
                key(change.direction()),
                style(change.direction()));
    }

    private static String text(DoctorOutcome placed, Names names) {
        return placed == null ? Texts.of("diff-not-in") : names.option(placed.option());
    }

    private static String key(Direction direction) {
        return switch (direction) {
            case BETTER -> "diff-better";
            case WORSE -> "diff-worse";
            case SAME -> "diff-same";
            case NOT_COMPARABLE -> "diff-other";
        };
    }

    private static String style(Direction direction) {
        return switch (direction) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case SAME, NOT_COMPARABLE -> "subtle";
        };
    }
}
