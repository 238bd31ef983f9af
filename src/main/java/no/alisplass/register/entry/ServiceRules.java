package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;

/** What must hold of service done: periods, stated months and approved institutional months. */
final class ServiceRules {
    static final int PERIODS = 60;
    static final int LEAVES = 20;
    static final int APPROVED = 20;

    /** Rounding in somebody's own sheet; more than this between stated and computed is worth a look. */
    private static final int TENTHS_APART = 5;

    private ServiceRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        boolean sound = periods(row, entry, remarks);
        if (entry.periods().isEmpty() && !remarks.haveError(row, Column.PERIODS)) {
            if (entry.statedService() == null && !remarks.haveError(row, Column.SERVICE)) {
                remarks.error(row, Column.SERVICE, null, "service-missing");
            }
            if (entry.statedOpenPractice() == null && !remarks.haveError(row, Column.OPEN_PRACTICE)) {
                remarks.error(row, Column.OPEN_PRACTICE, null, "open-practice-missing");
            }
        } else if (sound && !entry.periods().isEmpty()) {
            compare(row, entry, rules, remarks);
        }
        stated(row, entry, rules, remarks);
        Months service = entry.statedService();
        Months open = entry.statedOpenPractice();
        if (service != null && open != null && open.compareTo(service) > 0) {
            remarks.warning(row, Column.OPEN_PRACTICE, open, "open-practice-more-than-service", open, service);
        }
        approved(row, entry, rules.departments(), remarks);
    }

    /** Both as they stand on the day the stated months hold for. */
    private static void compare(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        LocalDate on = entry.statedOn() == null ? rules.today() : entry.statedOn();
        CountedService computed = CountedService.of(
                entry.periods(), new Counting(on, rules.counting().exact()));
        compare(row, Column.SERVICE, entry.statedService(), computed.months(), on, remarks);
        compare(row, Column.OPEN_PRACTICE, entry.statedOpenPractice(), computed.openPractice(), on, remarks);
    }

    private static void compare(
            int row, EntryField fact, Months stated, Months computed, LocalDate on, Remarks remarks) {
        if (stated != null && Math.abs(stated.tenths() - computed.tenths()) > TENTHS_APART) {
            remarks.warning(row, fact, stated, "stated-differs-from-computed", stated, computed, on);
        }
    }

    /** The day and the share that stated months are carried forward by; what is not given is assumed, and said. */
    private static void stated(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        LocalDate on = entry.statedOn();
        LocalDate countedTo = rules.counting().on();
        boolean dated = EntryRules.date(row, Column.STATED_ON, on, remarks);
        if (entry.statedShare() != null && (entry.statedShare() < 0 || entry.statedShare() > 100)) {
            remarks.error(row, Column.STATED_SHARE, entry.statedShare(), "share-out-of-bounds", entry.statedShare());
        }
        if (entry.statedService() == null && entry.statedOpenPractice() == null) {
            if (on != null || entry.statedShare() != null) {
                Column given = on != null ? Column.STATED_ON : Column.STATED_SHARE;
                remarks.warning(row, given, null, "stated-day-without-months", given.header(), Column.SERVICE.header());
            }
            return;
        }
        if (dated && on != null && on.isAfter(countedTo)) {
            remarks.error(row, Column.STATED_ON, on, "stated-after-round", on, countedTo);
        }
        LocalDate holds = on == null ? rules.today() : on;
        if (!entry.periods().isEmpty()
                || !rules.counting().exact()
                || !holds.isBefore(countedTo)
                || remarks.haveError(row, Column.STATED_ON)) {
            return;
        }
        if (on == null) {
            remarks.warning(
                    row,
                    Column.STATED_ON,
                    null,
                    "stated-without-day",
                    entry.statedService() == null ? entry.statedOpenPractice() : entry.statedService(),
                    countedTo);
        }
        if (entry.statedShare() == null && !remarks.haveError(row, Column.STATED_SHARE)) {
            remarks.warning(row, Column.STATED_SHARE, null, "stated-without-share", countedTo);
        }
    }

    /** Whether service can be computed from the periods. */
    private static boolean periods(int row, WaitlistEntry entry, Remarks remarks) {
        if (entry.periods().size() > PERIODS) {
            remarks.error(
                    row,
                    Column.PERIODS,
                    entry.periods().size(),
                    "too-many",
                    entry.periods().size(),
                    PERIODS);
            return false;
        }
        boolean sound = true;
        for (int i = 0; i < entry.periods().size(); i++) {
            sound &= period(row, i + 1, entry.periods().get(i), remarks);
        }
        return sound;
    }

    private static boolean period(int row, int number, ServicePeriod period, Remarks remarks) {
        boolean sound = span(row, Column.PERIODS.nth(number), period.from(), period.to(), remarks);
        if (period.percentage() < 1 || period.percentage() > 100) {
            remarks.error(
                    row,
                    Column.PERIODS.nth(number, "percentage"),
                    period.percentage(),
                    "percentage-out-of-bounds",
                    period.percentage());
            sound = false;
        }
        if (period.kind() == null) {
            remarks.error(row, Column.PERIODS.nth(number, "kind"), null, "missing", Column.PERIODS.header());
            sound = false;
        }
        if (period.leaves().size() > LEAVES) {
            remarks.error(
                    row,
                    Column.PERIODS.nth(number, "leaves"),
                    period.leaves().size(),
                    "too-many",
                    period.leaves().size(),
                    LEAVES);
            return false;
        }
        for (ServicePeriod.Leave leave : period.leaves()) {
            EntryField fact = Column.PERIODS.nth(number, "leaves");
            boolean whole = span(row, fact, leave.from(), leave.to(), remarks);
            if (whole && sound && isOutside(leave, period)) {
                remarks.error(row, fact, leave.from(), "leave-outside-period", leave.from(), period.from());
                whole = false;
            }
            sound &= whole;
        }
        return sound;
    }

    private static boolean isOutside(ServicePeriod.Leave leave, ServicePeriod period) {
        boolean early = leave.from().isBefore(period.from());
        boolean late = period.to() != null
                && (leave.from().isAfter(period.to())
                        || leave.to() != null && leave.to().isAfter(period.to()));
        return early || late;
    }

    private static boolean span(int row, EntryField fact, LocalDate from, LocalDate to, Remarks remarks) {
        if (from == null) {
            remarks.error(row, fact, null, "period-without-start");
            return false;
        }
        if (!EntryRules.date(row, fact, from, remarks) | !EntryRules.date(row, fact, to, remarks)) {
            return false;
        }
        if (to != null && to.isBefore(from)) {
            remarks.error(row, fact, to, "dates-reversed", from, to);
            return false;
        }
        return true;
    }

    private static void approved(int row, WaitlistEntry entry, DepartmentNames departments, Remarks remarks) {
        if (entry.approved().size() > APPROVED) {
            remarks.error(
                    row,
                    Column.APPROVED,
                    entry.approved().size(),
                    "too-many",
                    entry.approved().size(),
                    APPROVED);
            return;
        }
        Set<DepartmentId> seen = new HashSet<>();
        for (int i = 0; i < entry.approved().size(); i++) {
            ApprovedMonths stay = entry.approved().get(i);
            EntryField fact = Column.APPROVED.nth(i + 1);
            EntryRules.text(row, fact, stay.elsewhere(), EntryRules.NAME_LENGTH, remarks);
            if (stay.department() == null && stay.elsewhere() == null) {
                remarks.error(row, fact, null, "approved-without-place");
            }
            if (stay.months() == null
                    || stay.months().compareTo(Months.of(60)) > 0
                    || stay.months().tenths() == 0) {
                remarks.error(row, fact, stay.months(), "approved-months", stay.months() == null ? "" : stay.months());
            }
            if (stay.department() != null && !seen.add(stay.department())) {
                String name = departments.name(stay.department());
                remarks.error(row, fact, name, "approved-twice", name);
            }
        }
    }
}
