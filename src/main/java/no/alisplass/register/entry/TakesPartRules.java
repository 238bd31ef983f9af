package no.alisplass.register.entry;

import java.time.LocalDate;
import no.alisplass.domain.LeaveStatus;

/** What will keep a doctor from getting a place in the round, said while it can still be mended. */
final class TakesPartRules {
    private TakesPartRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        if (rules.halfYears().isEmpty()) {
            return;
        }
        LocalDate first = rules.halfYears().get(0).start();
        LocalDate last = rules.halfYears().get(rules.halfYears().size() - 1).start();
        LocalDate to = entry.employment().to();
        // What has ended already is said elsewhere.
        if (to != null && !to.isBefore(rules.today())) {
            if (to.isBefore(first)) {
                remarks.warning(row, Column.AFFILIATION_TO, to, "affiliation-ends-before-round", to, first);
            } else if (to.isBefore(last)) {
                remarks.warning(row, Column.AFFILIATION_TO, to, "affiliation-ends-in-round", to, last);
            }
        }
        LocalDate from = entry.employment().from();
        if (from != null && from.isAfter(last)) {
            remarks.warning(row, Column.AFFILIATION_FROM, from, "affiliation-begins-after-round", from, last);
        }
        if (entry.readiness().leave() == LeaveStatus.REFUSED) {
            remarks.warning(row, Column.LEAVE, null, "leave-refused");
        }
    }
}
