package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * What lists of rounds and the register have of each other: lists are drawn from it, and what is written on a list is written here.
 * Nobody leaves the register by leaving a list.
 */
@ApplicationScoped
public class ListedDoctors {
    /** More than the country has. */
    private static final int MOST_WAITING = 100_000;

    private final RegisterStore store;
    private final RegisterWriter writer;

    @Inject
    ListedDoctors(RegisterStore store, RegisterWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** The records there are of the doctors, whichever area holds them. */
    @Transactional
    public Map<HprNumber, RegisteredDoctor> records(Collection<HprNumber> doctors) {
        return writer.known(doctors);
    }

    /** Those of the area who wait, by name. @param most no more */
    @Transactional
    public List<RegisteredDoctor> waiting(AreaCode area, int most) {
        return store.list(List.of(area), DoctorFilter.WAITING, LocalDate.EPOCH, 0, most)
                .doctors();
    }

    /** Those of the areas who wait, by name. */
    @Transactional
    public List<RegisteredDoctor> waiting(Collection<AreaCode> areas) {
        return store.list(areas, DoctorFilter.WAITING, LocalDate.EPOCH, 0, MOST_WAITING)
                .doctors();
    }

    /** What the register has of the areas' doctors, told in one short text that changes when any of it does. */
    @Transactional
    public String stamp(Collection<AreaCode> areas) {
        return store.stamp(areas);
    }

    /** The sum of the numbers of the area's own last change of each of the doctors. */
    @Transactional
    public long lastChanges(AreaCode area, Collection<HprNumber> doctors) {
        return doctors.isEmpty() ? 0 : store.lastChanges(area, doctors);
    }

    /** The doctors whom other areas hold. */
    @Transactional
    public Set<HprNumber> heldBesides(AreaCode area) {
        return store.heldBesides(area);
    }

    /** Whether the area's own record of the doctor would be another if it were written as the list has it; not where there is none. */
    @Transactional
    public boolean saysOtherwise(AreaCode area, HospitalView view, WaitlistEntry entry) {
        return entry.hpr() != null
                && store.find(entry.hpr())
                        .filter(known -> known.area().equals(area))
                        .map(RegisteredDoctor::facts)
                        .filter(known -> !known.equals(
                                known.listed(view.told(known.entry(), view.of(known.entry()), entry), writer.today())))
                        .isPresent();
    }

    /**
     * A row of a list that was written.
     *
     * @param before as the list had it; null for one that did not
     */
    public record Row(WaitlistEntry before, WaitlistEntry now) {}

    /**
     * What an area has written of doctors on a list, each row free of errors. Who is new is registered, what was changed in the row
     * is changed, and what the list cannot tell stays. A closed record is opened again: the doctor waits after all.
     *
     * @param seen the versions of the records that the list was drawn from
     * @return what keeps it from being written
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Hindered written(AreaCode area, HospitalView view, List<Row> rows, Map<HprNumber, Long> seen) {
        LocalDate today = writer.today();
        Map<HprNumber, RegisteredDoctor> known =
                store.lock(rows.stream().map(row -> row.now().hpr()).toList());
        List<RegisterStore.Change> changes = new ArrayList<>();
        Set<HprNumber> held = new TreeSet<>();
        if (known.values().stream().anyMatch(each -> each.version() != seen.getOrDefault(each.hpr(), each.version()))) {
            return new Hindered(held, true);
        }
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparing(row -> row.now().hpr()))
                .toList();
        for (Row row : ordered) {
            WaitlistEntry entry = row.now();
            RegisteredDoctor before = known.get(entry.hpr());
            if (before == null || before.isFreeTo(area)) {
                changes.add(RegisterStore.Change.registered(
                        before, area, DoctorFacts.of(entry, today), writer.confirmedNow()));
            } else if (before.area().equals(area)) {
                WaitlistEntry facts = before.facts().entry();
                WaitlistEntry shown = row.before() == null ? view.of(facts) : row.before();
                DoctorFacts after = before.facts().listed(view.told(facts, shown, entry), today);
                if (!before.isOpen() || !after.equals(before.facts())) {
                    changes.add(new RegisterStore.Change(
                            before,
                            before.changed(after, today),
                            before.isOpen() ? WhatChanged.CHANGED : WhatChanged.REOPENED));
                }
            } else {
                held.add(entry.hpr());
            }
        }
        writer.many(area, changes, "listed");
        return new Hindered(held, false);
    }

    /**
     * @param held those whom another area holds: nothing is written of them
     * @param overtaken whether the register was changed since the list was drawn from it: nothing is written
     */
    public record Hindered(Set<HprNumber> held, boolean overtaken) {}

    /**
     * What an area has sent on a list, as the register says it, is confirmed; and that the doctors are on one.
     *
     * @param doctors with the versions of the records that were sent
     * @return false, and nothing is done, where the register was changed since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean sent(AreaCode area, Map<HprNumber, Long> doctors) {
        Map<HprNumber, RegisteredDoctor> known = store.lock(doctors.keySet());
        if (known.values().stream().anyMatch(each -> each.version() != doctors.get(each.hpr()))) {
            return false;
        }
        RegisteredDoctor.Confirmed now = writer.confirmedNow();
        List<RegisterStore.Change> changes = known.values().stream()
                .filter(each -> each.area().equals(area) && each.isOpen() && !now.equals(each.confirmed()))
                .sorted(Comparator.comparing(RegisteredDoctor::hpr))
                .map(each -> new RegisterStore.Change(each, each.confirmed(now), WhatChanged.CONFIRMED))
                .toList();
        writer.many(area, changes, "sent");
        store.listed(doctors.keySet(), writer.today());
        return true;
    }
}
