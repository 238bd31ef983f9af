package no.alisplass.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;

/** What must hold of the facts of a doctor: all that must hold of an entry of a list, but what only a round can ask. */
public final class DoctorRules {
    static final int MOST_STAYS = 20;

    private static final Months LONGEST_STAY = Months.of(60);
    private static final int ONLY = 1;
    private static final String NEVER_CONFIRMED = "register.never-confirmed";
    private static final String OLD_INFORMATION = "register.old-information";
    private static final Set<String> AGE = Set.of(NEVER_CONFIRMED, OLD_INFORMATION);

    /** Facts are told by their fields; what an entry has as approved, is a stay here. */
    private static final Remarks.Places PLACES =
            (row, fact) -> Place.of(fact.json().replaceFirst("^approved", "stays"));

    private DoctorRules() {}

    /** All stays, or one of them. A file has them in one cell. */
    private record StayField(String json) implements EntryField {
        /** @param number from 1 */
        static StayField of(int number, String name) {
            return new StayField("stays[" + (number - 1) + "]." + name);
        }

        @Override
        public String header() {
            return Column.APPROVED.header();
        }
    }

    /**
     * Everything there is to say about the facts.
     *
     * @param departments of the hospitals that serve the area
     */
    static List<Remark> check(DoctorFacts facts, DepartmentNames departments, LocalDate today) {
        Remarks remarks = new Remarks(PLACES);
        stays(ONLY, facts.stays(), remarks);
        entry(ONLY, facts.entry(), departments, today, remarks);
        return remarks.inOrder().stream()
                .map(remark -> new Remark(remark.severity(), null, remark.finding()))
                .toList();
    }

    /** The same of the doctors of a file, each under its row, and what no two of them may share. */
    public static void check(
            Map<Integer, DoctorFacts> doctors, DepartmentNames departments, LocalDate today, Remarks remarks) {
        doctors.forEach((row, facts) -> {
            entry(row, facts.entry(), departments, today, remarks);
            stays(row, facts.stays(), remarks);
        });
        ListRules.checkNumbers(
                doctors.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .entry())),
                remarks);
    }

    private static void entry(
            int row, WaitlistEntry entry, DepartmentNames departments, LocalDate today, Remarks remarks) {
        LocalDate stated = entry.service().stated().on();
        // Months may be stated ahead, for a day that a round will count to.
        LocalDate on = stated != null && stated.isAfter(today) ? stated : today;
        new ListRules(today, List.of(), departments, new Counting(on, true))
                .check(Map.of(row, entry.withPriority(ONLY)), remarks);
    }

    static List<Finding> errors(List<Remark> remarks) {
        return remarks.stream().filter(Remark::isError).map(Remark::finding).toList();
    }

    private static void stays(int row, List<InstitutionStay> stays, Remarks remarks) {
        if (stays.size() > MOST_STAYS) {
            EntryField all = new StayField("stays");
            if (!remarks.haveError(row, all)) {
                remarks.error(row, all, stays.size(), "too-many", stays.size(), MOST_STAYS);
            }
            return;
        }
        for (int at = 0; at < stays.size(); at++) {
            InstitutionStay stay = stays.get(at);
            EntryField from = StayField.of(at + 1, "from");
            EntryField to = StayField.of(at + 1, "to");
            boolean sound =
                    EntryRules.date(row, from, stay.from(), remarks) & EntryRules.date(row, to, stay.to(), remarks);
            if (sound && stay.from() != null && stay.to() != null && stay.to().isBefore(stay.from())) {
                remarks.error(row, to, stay.to(), "dates-reversed", stay.from(), stay.to());
            }
            EntryField months = StayField.of(at + 1, "months");
            boolean counts = stay.months() != null
                    && stay.months().tenths() > 0
                    && stay.months().compareTo(LONGEST_STAY) <= 0;
            if (!counts && !remarks.haveError(row, months)) {
                Object told = stay.months() == null ? "" : stay.months();
                remarks.error(row, months, stay.months(), "approved-months", told);
            }
        }
    }

    /** Whether it is the remark that {@link #withAge} adds. */
    static boolean isOfAge(Remark remark) {
        return AGE.contains(remark.finding().code());
    }

    /** The remarks, and another where all of it has not been confirmed lately. @param since a confirmation that is no older is new */
    static List<Remark> withAge(List<Remark> remarks, RegisteredDoctor doctor, LocalDate since) {
        if (!doctor.isOpen() || !doctor.isOld(since)) {
            return remarks;
        }
        List<Remark> all = new ArrayList<>(remarks);
        LocalDate on = doctor.confirmed() == null ? null : doctor.confirmed().on();
        all.add(new Remark(
                Severity.WARNING,
                null,
                on == null
                        ? Finding.of("confirmedOn", null, NEVER_CONFIRMED)
                        : Finding.of("confirmedOn", on, OLD_INFORMATION, on)));
        return all;
    }
}
