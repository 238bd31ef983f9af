package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.Months;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * What of an earlier list still holds. Leave and locum are asked anew each time; doctors who have a place since are set apart, and
 * can be taken along by themselves when something is left to do.
 *
 * @param entries that can stand in the new list
 * @param remarks what is left out, and why, by the rows of the earlier list
 */
record CarryOver(List<WaitlistEntry> entries, List<Remark> remarks) {
    CarryOver {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }

    static CarryOver of(Map<Integer, WaitlistEntry> before, ListRules rules) {
        Remarks remarks = new Remarks(Remarks.OF_JSON);
        rules.checkWithoutGiven(before, remarks);
        List<WaitlistEntry> entries = new ArrayList<>();
        before.forEach((row, entry) -> {
            ServiceToCome toCome = rules.toCome(entry);
            for (GivenStay stay : toCome.stays()) {
                remarks.warning(
                        row,
                        Column.HPR,
                        null,
                        toCome.isEnough() ? "carry-enough" : "carry-placed",
                        entry.name(),
                        stay.halfYear(),
                        stay.title(),
                        toCome.left());
            }
            if (!remarks.isBad(row) && toCome.stays().isEmpty()) {
                entries.add(again(entry, toCome));
            }
        });
        if (!entries.isEmpty()) {
            remarks.add(Severity.WARNING, null, Remarks.ENTRIES, null, "carry-asked-anew", entries.size());
        }
        return new CarryOver(entries, remarks.inOrder());
    }

    /** The entry as it can stand in the new list, with what was given entered as service and taken from what is left. */
    static WaitlistEntry again(WaitlistEntry entry, ServiceToCome toCome) {
        InstitutionService institution = entry.institution();
        List<ApprovedMonths> approved = new ArrayList<>(institution.approved());
        for (GivenStay stay : toCome.stays()) {
            stay.parts().stream()
                    .filter(part -> !institution.departments().contains(part.department()))
                    .forEach(part ->
                            approved.add(new ApprovedMonths(part.department(), null, Months.of(part.months()))));
        }
        return entry.with(institution.with(approved, toCome.left())).askedAnew();
    }
}
