package no.alisplass.register.entry;

import no.alisplass.domain.GivenStay;
import no.alisplass.domain.ServiceToCome;

/** What there is to say of a doctor who has a place by an earlier round. Nothing is refused: people may know better. */
final class GivenRules {
    private GivenRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        ServiceToCome toCome = rules.toCome(entry);
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
