package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.domain.HprNumber;
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

    /** Those who differ, in the later priority order; then those who are in the earlier one only. */
    static List<OutcomeChange> between(List<DoctorOutcome> earlier, List<DoctorOutcome> later, Names names) {
        Map<HprNumber, DoctorOutcome> before = byNumber(earlier);
        Map<HprNumber, DoctorOutcome> after = byNumber(later);
        List<OutcomeChange> changes = new ArrayList<>();
        after.forEach((hpr, now) -> {
            DoctorOutcome then = before.get(hpr);
            if (then == null || !then.stays().equals(now.stays())) {
                changes.add(change(then, now, names));
            }
        });
        before.forEach((hpr, then) -> {
            if (!after.containsKey(hpr)) {
                changes.add(change(then, null, names));
            }
        });
        return changes;
    }

    static int better(List<OutcomeChange> changes) {
        return count(changes, "diff-better");
    }

    static int worse(List<OutcomeChange> changes) {
        return count(changes, "diff-worse");
    }

    private static int count(List<OutcomeChange> changes, String key) {
        return (int)
                changes.stream().filter(each -> each.directionKey().equals(key)).count();
    }

    private static Map<HprNumber, DoctorOutcome> byNumber(List<DoctorOutcome> doctors) {
        return doctors.stream()
                .collect(Collectors.toMap(
                        each -> each.doctor().facts().hpr(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static OutcomeChange change(DoctorOutcome then, DoctorOutcome now, Names names) {
        DoctorOutcome known = now == null ? then : now;
        String key = key(then, now);
        return new OutcomeChange(
                known.doctor().position(),
                known.doctor().name(),
                names.area(known.doctor().facts().area()),
                text(then, names),
                then == null ? null : OwnWishes.badge(then),
                text(now, names),
                now == null ? null : OwnWishes.badge(now),
                key,
                key.equals("diff-better") ? "better" : key.equals("diff-worse") ? "worse" : "subtle");
    }

    private static String text(DoctorOutcome placed, Names names) {
        return placed == null ? Texts.of("diff-not-in") : names.option(placed.option());
    }

    /** Wishes that have changed between the runs cannot be compared; a pinned doctor keeps the rank the wish had. */
    private static String key(DoctorOutcome then, DoctorOutcome now) {
        if (then == null || now == null) {
            return "diff-other";
        }
        if (then.placed() != now.placed()) {
            return now.placed() ? "diff-better" : "diff-worse";
        }
        if (!then.pinned() && !now.pinned() && then.tiers() != now.tiers()) {
            return "diff-other";
        }
        if (!now.placed()) {
            return "diff-same";
        }
        int order = Integer.compare(now.option().tier(), then.option().tier());
        return order < 0 ? "diff-better" : order > 0 ? "diff-worse" : "diff-same";
    }
}
