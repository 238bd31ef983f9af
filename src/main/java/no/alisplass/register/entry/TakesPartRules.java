package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;

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
        schemeEnds(row, entry, rules, remarks);
        if (entry.readiness().leave() == LeaveStatus.REFUSED) {
            remarks.warning(row, Column.LEAVE, null, "leave-refused");
        }
    }

    /** Of the first day a service could start, by what the list tells and by when the hospital serves the area. */
    private static void schemeEnds(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        Scheme scheme = entry.training().scheme();
        Months left = rules.toCome(entry).left();
        if (scheme == null || left == null) {
            return;
        }
        List<HalfYear> open =
                rules.halfYears().stream().filter(entry.wishes()::letStart).toList();
        List<HalfYear> possible = open.isEmpty() ? rules.halfYears() : open;
        LocalDate start = possible.stream()
                .filter(rules.ends()::serves)
                .map(HalfYear::start)
                .filter(entry.employment()::holdsOn)
                .findFirst()
                .orElseGet(() -> possible.get(0).start());
        rules.ends().tooLate(scheme, left, start).ifPresent(why -> remarks.warning(row, Column.SCHEME, scheme, why));
    }
}
