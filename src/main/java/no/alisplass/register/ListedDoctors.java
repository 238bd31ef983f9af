package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * Keeps the register from being older than the lists of rounds, as long as these are written by themselves. Doctors whom another
 * area holds are left alone, and nobody leaves the register by leaving a list.
 */
@ApplicationScoped
public class ListedDoctors {
    private final RegisterStore store;
    private final RegisterWriter writer;

    @Inject
    ListedDoctors(RegisterStore store, RegisterWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /**
     * A row of a list that was written.
     *
     * @param before as it stood on the list; null for one that did not
     */
    public record Row(WaitlistEntry before, WaitlistEntry now) {}

    /**
     * What an area has written of doctors on a list, each row free of errors. Who is new is registered, what was changed in the row
     * is changed, and nothing else: the register may be newer. A closed record is opened again: the doctor waits after all.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void written(AreaCode area, List<Row> rows) {
        LocalDate today = writer.today();
        Map<HprNumber, RegisteredDoctor> known =
                store.lock(rows.stream().map(row -> row.now().hpr()).toList());
        List<RegisterStore.Change> changes = new ArrayList<>();
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparing(row -> row.now().hpr()))
                .toList();
        for (Row row : ordered) {
            WaitlistEntry entry = row.now();
            RegisteredDoctor before = known.get(entry.hpr());
            if (before == null || before.isFreeTo(area)) {
                DoctorFacts facts = DoctorFacts.of(entry, today);
                changes.add(new RegisterStore.Change(
                        before,
                        RegisteredDoctor.registered(area, facts, writer.confirmedNow())
                                .after(before),
                        WhatChanged.REGISTERED));
            } else if (before.area().equals(area)) {
                WaitlistEntry told =
                        row.before() == null ? entry : before.facts().entry().following(row.before(), entry);
                DoctorFacts facts = before.facts().listed(told, today);
                if (!before.isOpen() || !facts.equals(before.facts())) {
                    changes.add(new RegisterStore.Change(
                            before,
                            before.changed(facts, today),
                            before.isOpen() ? WhatChanged.CHANGED : WhatChanged.REOPENED));
                }
            }
        }
        writer.many(area, changes, "listed");
    }

    /** What an area has sent on a list is confirmed, where the register says the same; and that the doctors are on one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sent(AreaCode area, List<WaitlistEntry> entries) {
        LocalDate today = writer.today();
        RegisteredDoctor.Confirmed now = writer.confirmedNow();
        Map<HprNumber, RegisteredDoctor> known =
                store.lock(entries.stream().map(WaitlistEntry::hpr).toList());
        List<RegisterStore.Change> changes = new ArrayList<>();
        for (WaitlistEntry entry : inOrder(entries)) {
            RegisteredDoctor before = known.get(entry.hpr());
            boolean isSame = before != null
                    && before.area().equals(area)
                    && before.isOpen()
                    && before.facts().equals(before.facts().listed(entry, today));
            if (isSame && !now.equals(before.confirmed())) {
                changes.add(new RegisterStore.Change(before, before.confirmed(now), WhatChanged.CONFIRMED));
            }
        }
        writer.many(area, changes, "sent");
        store.listed(entries.stream().map(WaitlistEntry::hpr).toList(), today);
    }

    private static List<WaitlistEntry> inOrder(List<WaitlistEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(WaitlistEntry::hpr)).toList();
    }
}
