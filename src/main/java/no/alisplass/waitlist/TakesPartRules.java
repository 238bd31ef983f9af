package no.alisplass.waitlist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import no.alisplass.domain.LeaveStatus;

/** What will keep a doctor from getting a place in the round, said while it can still be mended. */
final class TakesPartRules {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private TakesPartRules() {}

    static void check(int row, WaitlistEntry entry, Rules rules, Remarks remarks) {
        if (rules.halfYears().isEmpty()) {
            return;
        }
        LocalDate first = rules.halfYears().get(0).start();
        LocalDate last = rules.halfYears().get(rules.halfYears().size() - 1).start();
        LocalDate to = entry.affiliationTo();
        // What has ended already is said elsewhere.
        if (to != null && !to.isBefore(rules.today())) {
            if (to.isBefore(first)) {
                remarks.warning(
                        row,
                        Column.AFFILIATION_TO,
                        to,
                        "affiliation-ends-before-round",
                        DAY.format(to),
                        DAY.format(first));
            } else if (to.isBefore(last)) {
                remarks.warning(
                        row, Column.AFFILIATION_TO, to, "affiliation-ends-in-round", DAY.format(to), DAY.format(last));
            }
        }
        LocalDate from = entry.affiliationFrom();
        if (from != null && from.isAfter(last)) {
            remarks.warning(
                    row,
                    Column.AFFILIATION_FROM,
                    from,
                    "affiliation-begins-after-round",
                    DAY.format(from),
                    DAY.format(last));
        }
        if (entry.leave() == LeaveStatus.REFUSED) {
            remarks.warning(row, Column.LEAVE, null, "leave-refused");
        }
    }
}
