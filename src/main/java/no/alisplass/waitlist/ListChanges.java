package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * How a list differs from the one before. A doctor is known by the HPR number.
 *
 * @param added those who were not on it
 * @param gone those who were
 * @param changed those on both of whom something else is known now
 * @param same how many are as they were
 */
public record ListChanges(List<WaitlistEntry> added, List<Gone> gone, List<Changed> changed, int same) {
    public ListChanges {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        changed = List.copyOf(changed);
    }

    /** A doctor of the list before who has a place since. */
    public record SetApart(WaitlistEntry entry, ServiceToCome toCome) {}

    /**
     * @param faults what keeps the doctor off a list of this round, whatever rounds have given
     * @param toCome what rounds have given the doctor since; null for nothing
     */
    public record Gone(WaitlistEntry entry, List<Finding> faults, ServiceToCome toCome) {
        public Gone {
            faults = List.copyOf(faults);
        }

        /** Whether the doctor can be taken along to the new list. */
        public boolean canBeTakenAlong() {
            return faults.isEmpty() && (toCome == null || !toCome.isEnough());
        }
    }

    /**
     * @param facts what is not as it was
     * @param departments the doctor has another wish for, or refuses or no longer refuses
     */
    public record Changed(WaitlistEntry entry, List<EntryFact> facts, Set<DepartmentId> departments) {
        public Changed {
            facts = List.copyOf(facts);
            departments = Set.copyOf(departments);
        }
    }

    /**
     * @param remarks on the list before as if it were sent to this round, by its rows
     * @param apart doctors of the list before who have a place since
     */
    public static ListChanges between(Submission before, Submission now, List<Remark> remarks, List<SetApart> apart) {
        Map<HprNumber, WaitlistEntry> was = before.entries().stream()
                .collect(Collectors.toMap(WaitlistEntry::hpr, each -> each, (a, b) -> b, LinkedHashMap::new));
        List<WaitlistEntry> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        int same = 0;
        for (WaitlistEntry entry : now.entries()) {
            WaitlistEntry old = was.get(entry.hpr());
            List<EntryFact> facts = old == null ? List.of() : facts(old, entry);
            if (old == null) {
                added.add(entry);
            } else if (facts.isEmpty()) {
                same++;
            } else {
                changed.add(new Changed(entry, facts, departments(old.wishes(), entry.wishes())));
            }
        }
        return new ListChanges(added, gone(before, now, remarks, apart), changed, same);
    }

    private static List<Gone> gone(Submission before, Submission now, List<Remark> remarks, List<SetApart> apart) {
        Set<HprNumber> is = now.entries().stream().map(WaitlistEntry::hpr).collect(Collectors.toSet());
        List<Gone> gone = new ArrayList<>();
        for (int i = 0; i < before.entries().size(); i++) {
            WaitlistEntry entry = before.entries().get(i);
            int row = i + 1;
            if (!is.contains(entry.hpr())) {
                gone.add(new Gone(
                        entry,
                        remarks.stream()
                                .filter(each ->
                                        each.isError() && Integer.valueOf(row).equals(each.row()))
                                .map(Remark::finding)
                                .toList(),
                        apart.stream()
                                .filter(each -> each.entry().hpr().equals(entry.hpr()))
                                .map(SetApart::toCome)
                                .findFirst()
                                .orElse(null)));
            }
        }
        return gone;
    }

    private static List<EntryFact> facts(WaitlistEntry was, WaitlistEntry is) {
        return Arrays.stream(EntryFact.values())
                .filter(each -> !EntryFact.ASKED_ANEW.contains(each))
                .filter(each -> each.differs(was, is))
                .toList();
    }

    private static Set<DepartmentId> departments(Wishes was, Wishes is) {
        Set<DepartmentId> named = new TreeSet<>();
        for (Wishes each : List.of(was, is)) {
            each.ranked().forEach(named::addAll);
            named.addAll(each.refused());
        }
        named.removeIf(each -> place(was, each).equals(place(is, each)));
        return named;
    }

    /** Of a department: refused, its place among those wished for, or neither. */
    private static String place(Wishes wishes, DepartmentId department) {
        if (wishes.refused().contains(department)) {
            return "refused";
        }
        boolean ranked = wishes.ranked().stream().anyMatch(group -> group.contains(department));
        return ranked ? wishes.rankOf(department).map(Object::toString).orElse("") : "";
    }
}
