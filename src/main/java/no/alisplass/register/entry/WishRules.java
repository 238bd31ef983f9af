package no.alisplass.register.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Wishes;

/** What must hold of a doctor's wishes. */
final class WishRules {
    static final int HALF_YEARS = 20;
    static final int REFUSED = 40;

    private WishRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        Wishes wishes = entry.wishes();
        ranked(row, wishes, rules.departments(), remarks);
        for (DepartmentId refused : wishes.refused()) {
            known(row, Column.REFUSED, refused, rules.departments(), remarks);
        }
        if (wishes.refused().size() > REFUSED) {
            remarks.error(
                    row,
                    Column.REFUSED,
                    wishes.refused().size(),
                    "too-many",
                    wishes.refused().size(),
                    REFUSED);
        }
        entry.institution().departments().stream()
                .sorted()
                .filter(served -> !rules.departments().knowsServed(served))
                .forEach(served -> rules.departments().unknown(row, Column.APPROVED, served.value(), remarks));
        if (wishes.onlyRanked() && wishes.ranked().isEmpty()) {
            remarks.error(row, Column.ONLY_RANKED, "ja", "only-ranked-without-wishes");
        }
        if (wishes.weight() == null) {
            remarks.error(row, Column.WEIGHT, null, "missing", Column.WEIGHT.header());
        }
        halfYears(row, wishes, rules, remarks);
    }

    private static void ranked(int row, Wishes wishes, DepartmentNames departments, Remarks remarks) {
        List<Set<DepartmentId>> ranked = wishes.ranked();
        if (ranked.size() > Column.WISHES) {
            remarks.error(row, Column.WISH, ranked.size(), "too-many", ranked.size(), Column.WISHES);
        }
        Set<DepartmentId> seen = new HashSet<>();
        for (int i = 0; i < ranked.size(); i++) {
            EntryField fact = Column.WISH.nth(i + 1);
            if (ranked.get(i).isEmpty()) {
                remarks.error(row, fact, null, "wish-empty");
            }
            for (DepartmentId department : ranked.get(i)) {
                known(row, fact, department, departments, remarks);
                if (!seen.add(department)) {
                    remarks.error(row, fact, departments.name(department), "wish-twice", departments.name(department));
                }
                if (wishes.refused().contains(department)) {
                    remarks.error(
                            row, fact, departments.name(department), "wish-and-refused", departments.name(department));
                }
            }
        }
    }

    private static void known(
            int row, EntryField fact, DepartmentId department, DepartmentNames departments, Remarks remarks) {
        if (!departments.knows(department)) {
            departments.unknown(row, fact, department.value(), remarks);
        }
    }

    private static void halfYears(int row, Wishes wishes, ListRules rules, Remarks remarks) {
        Set<HalfYear> blocked = wishes.blocked();
        HalfYear earliest = wishes.earliestStart();
        if (blocked.size() > HALF_YEARS) {
            remarks.error(row, Column.BLOCKED, blocked.size(), "too-many", blocked.size(), HALF_YEARS);
        }
        if (earliest != null && blocked.contains(earliest)) {
            remarks.warning(row, Column.EARLIEST, earliest, "start-blocked", earliest);
        }
        if (rules.allBlocked(blocked)) {
            remarks.warning(row, Column.BLOCKED, null, "all-blocked");
        } else if (earliest != null
                && !rules.halfYears().isEmpty()
                && rules.halfYears().stream().noneMatch(half -> half.compareTo(earliest) >= 0)) {
            remarks.warning(row, Column.EARLIEST, earliest, "start-after-round", earliest);
        }
    }
}
