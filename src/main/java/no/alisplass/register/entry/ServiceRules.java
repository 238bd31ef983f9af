package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;

/** What must hold of service done: periods, stated months and approved institutional months. */
public final class ServiceRules {
    public static final int PERIODS = 60;
    public static final int LEAVES = 20;
    public static final int APPROVED = 20;

    /** Rounding in somebody's own sheet; more than this between stated and computed is worth a look. */
    private static final int TENTHS_APART = 5;

    private ServiceRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        StatedService stated = entry.service().stated();
        boolean sound = periods(row, entry.service().periods(), remarks);
        if (entry.service().periods().isEmpty() && !remarks.haveError(row, Column.PERIODS)) {
            if (stated.months() == null && !remarks.haveError(row, Column.SERVICE)) {
                remarks.error(row, Column.SERVICE, null, "service-missing");
            }
            if (stated.openPractice() == null && !remarks.haveError(row, Column.OPEN_PRACTICE)) {
                remarks.error(row, Column.OPEN_PRACTICE, null, "open-practice-missing");
            }
        } else if (sound && !entry.service().periods().isEmpty()) {
            compare(row, entry, rules, remarks);
        }
        stated(row, entry, rules, remarks);
        Months service = stated.months();
        Months open = stated.openPractice();
        if (service != null && open != null && open.compareTo(service) > 0) {
            remarks.warning(row, Column.OPEN_PRACTICE, open, "open-practice-more-than-service", open, service);
        }
        approved(row, entry, rules.departments(), remarks);
    }

    /** Both as they stand on the day the stated months hold for. */
    private static void compare(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        StatedService stated = entry.service().stated();
        LocalDate on = stated.on() == null ? rules.today() : stated.on();
        CountedService computed = CountedService.of(
                entry.service().periods(), new Counting(on, rules.counting().exact()));
        compare(row, Column.SERVICE, stated.months(), computed.months(), on, remarks);
        compare(row, Column.OPEN_PRACTICE, stated.openPractice(), computed.openPractice(), on, remarks);
    }

    private static void compare(
            int row, EntryField fact, Months stated, Months computed, LocalDate on, Remarks remarks) {
        if (stated != null && Math.abs(stated.tenths() - computed.tenths()) > TENTHS_APART) {
            remarks.warning(row, fact, stated, "stated-differs-from-computed", stated, computed, on);
        }
    }

    /** The day and the share that stated months are carried forward by; what is not given is assumed, and said. */
    private static void stated(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        StatedService stated = entry.service().stated();
        LocalDate on = stated.on();
        LocalDate countedTo = rules.counting().on();
        boolean dated = EntryRules.date(row, Column.STATED_ON, on, remarks);
        Integer share = stated.share();
        if (share != null && (share < 0 || share > 100)) {
            remarks.error(row, Column.STATED_SHARE, share, "share-out-of-bounds", share);
        }
        if (!stated.hasMonths()) {
            if (on != null || share != null) {
                Column given = on != null ? Column.STATED_ON : Column.STATED_SHARE;
                remarks.warning(row, given, null, "stated-day-without-months", given.header(), Column.SERVICE.header());
            }
            return;
        }
        if (dated && on != null && on.isAfter(countedTo)) {
            remarks.error(row, Column.STATED_ON, on, "stated-after-round", on, countedTo);
        }
        LocalDate holds = on == null ? rules.today() : on;
        if (!entry.service().periods().isEmpty()
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
                    stated.months() == null ? stated.openPractice() : stated.months(),
                    countedTo);
        }
        if (share == null && !remarks.haveError(row, Column.STATED_SHARE)) {
            remarks.warning(row, Column.STATED_SHARE, null, "stated-without-share", countedTo);
        }
    }

    /** Whether service can be computed from the periods. */
    private static boolean periods(int row, List<ServicePeriod> periods, Remarks remarks) {
        if (periods.size() > PERIODS) {
            remarks.error(row, Column.PERIODS, periods.size(), "too-many", periods.size(), PERIODS);
            return false;
        }
        boolean sound = true;
        for (int i = 0; i < periods.size(); i++) {
            sound &= period(row, i + 1, periods.get(i), remarks);
        }
        return sound;
    }

    private static boolean period(int row, int number, ServicePeriod period, Remarks remarks) {
        boolean sound = span(row, Column.PERIODS.nth(number), period.days(), remarks);
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
        for (DateRange leave : period.leaves()) {
            EntryField fact = Column.PERIODS.nth(number, "leaves");
            boolean whole = span(row, fact, leave, remarks);
            if (whole && sound && isOutside(leave, period.days())) {
                remarks.error(
                        row,
                        fact,
                        leave.from(),
                        "leave-outside-period",
                        leave.from(),
                        period.days().from());
                whole = false;
            }
            sound &= whole;
        }
        return sound;
    }

    private static boolean isOutside(DateRange leave, DateRange period) {
        boolean early = leave.from().isBefore(period.from());
        boolean late = period.to() != null
                && (leave.from().isAfter(period.to())
                        || leave.to() != null && leave.to().isAfter(period.to()));
        return early || late;
    }

    private static boolean span(int row, EntryField fact, DateRange days, Remarks remarks) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null) {
            remarks.error(row, fact, null, "period-without-start");
            return false;
        }
        if (!EntryRules.date(row, fact, from, remarks) | !EntryRules.date(row, fact, to, remarks)) {
            return false;
        }
        if (days.endsBeforeItBegins()) {
            remarks.error(row, fact, to, "dates-reversed", from, to);
            return false;
        }
        return true;
    }

    private static void approved(int row, WaitlistEntry entry, DepartmentNames departments, Remarks remarks) {
        if (entry.institution().approved().size() > APPROVED) {
            remarks.error(
                    row,
                    Column.APPROVED,
                    entry.institution().approved().size(),
                    "too-many",
                    entry.institution().approved().size(),
                    APPROVED);
            return;
        }
        Set<DepartmentId> seen = new HashSet<>();
        for (int i = 0; i < entry.institution().approved().size(); i++) {
            ApprovedMonths stay = entry.institution().approved().get(i);
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
