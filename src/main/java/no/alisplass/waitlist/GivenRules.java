package no.alisplass.waitlist;

import java.util.List;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.ServiceToCome;

/** What there is to say of a doctor who has a place by an earlier round. Nothing is refused: people may know better. */
final class GivenRules {
    private GivenRules() {}

    static void check(int row, WaitlistEntry entry, Rules rules, Remarks remarks) {
        if (entry.hpr() == null
                || entry.monthsLeft() == null
                || rules.halfYears().isEmpty()) {
            return;
        }
        List<GivenStay> own = rules.given().stream()
                .filter(stay -> stay.hpr().equals(entry.hpr()))
                .toList();
        ServiceToCome toCome = ServiceToCome.of(
                entry.monthsLeft(), entry.interrupted(), own, rules.halfYears().get(0));
        for (GivenStay stay : toCome.stays()) {
            if (toCome.isEnough()) {
                remarks.warning(row, Column.MONTHS_LEFT, null, "given-enough", stay.halfYear(), stay.title());
            } else {
                remarks.warning(
                        row, Column.MONTHS_LEFT, null, "given-before", stay.halfYear(), stay.title(), toCome.left());
            }
        }
    }
}
