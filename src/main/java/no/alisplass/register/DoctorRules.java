package no.alisplass.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;

/** What must hold of the facts of one doctor: all that must hold of an entry of a list, but what only a round can ask. */
final class DoctorRules {
    static final int MOST_STAYS = 20;

    private static final Months LONGEST_STAY = Months.of(60);
    private static final int ONLY = 1;

    /** Facts are told by their fields; what an entry has as approved, is a stay here. */
    private static final Remarks.Places PLACES =
            (row, fact) -> Place.of(fact.json().replaceFirst("^approved", "stays"));

    private DoctorRules() {}

    /** A field of a stay. @param number from 1 */
    private record StayField(int number, String name) implements EntryField {
        @Override
        public String header() {
            return "Institusjonstjeneste";
        }

        @Override
        public String json() {
            return "stays[" + (number - 1) + "]." + name;
        }
    }

    /**
     * Everything there is to say about the facts.
     *
     * @param departments of the hospitals that serve the area
     */
    static List<Remark> check(DoctorFacts facts, DepartmentNames departments, LocalDate today) {
        Remarks remarks = new Remarks(PLACES);
        stays(facts.stays(), remarks);
        WaitlistEntry entry = facts.entry();
        LocalDate stated = entry.service().stated().on();
        // Months may be stated ahead, for a day that a round will count to.
        LocalDate on = stated != null && stated.isAfter(today) ? stated : today;
        new ListRules(today, List.of(), departments, new Counting(on, true))
                .check(Map.of(ONLY, entry.withPriority(ONLY)), remarks);
        return remarks.inOrder().stream()
                .map(remark -> new Remark(remark.severity(), null, remark.finding()))
                .toList();
    }

    static List<Finding> errors(List<Remark> remarks) {
        return remarks.stream().filter(Remark::isError).map(Remark::finding).toList();
    }

    private static void stays(List<InstitutionStay> stays, Remarks remarks) {
        if (stays.size() > MOST_STAYS) {
            remarks.add(
                    Severity.ERROR, ONLY, new Place.Field("stays"), stays.size(), "too-many", stays.size(), MOST_STAYS);
            return;
        }
        for (int at = 0; at < stays.size(); at++) {
            InstitutionStay stay = stays.get(at);
            EntryField from = new StayField(at + 1, "from");
            EntryField to = new StayField(at + 1, "to");
            boolean sound =
                    EntryRules.date(ONLY, from, stay.from(), remarks) & EntryRules.date(ONLY, to, stay.to(), remarks);
            if (sound && stay.from() != null && stay.to() != null && stay.to().isBefore(stay.from())) {
                remarks.error(ONLY, to, stay.to(), "dates-reversed", stay.from(), stay.to());
            }
            if (stay.months() == null
                    || stay.months().tenths() == 0
                    || stay.months().compareTo(LONGEST_STAY) > 0) {
                Object months = stay.months() == null ? "" : stay.months();
                remarks.error(ONLY, new StayField(at + 1, "months"), stay.months(), "approved-months", months);
            }
        }
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
                        ? Finding.of("confirmedOn", null, "register.never-confirmed")
                        : Finding.of("confirmedOn", on, "register.old-information", on)));
        return all;
    }
}
