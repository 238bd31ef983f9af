package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;

/** Writes what is done to records where it is to stand: the records, their history, the audit and the log. */
@ApplicationScoped
public class RegisterWriter {
    private final RegisterStore store;
    private final RegisterLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    RegisterWriter(RegisterStore store, RegisterLog log, Audit audit, Caller caller, Clock clock) {
        this.store = store;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the audit keeps of one record: which it was, and the version. */
    record Summary(HprNumber hprNumber, long version) {}

    /** What the audit keeps of a list's records. */
    record Counted(int doctors) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    RegisteredDoctor.Confirmed confirmedNow() {
        return new RegisteredDoctor.Confirmed(today(), caller.name());
    }

    /** One doctor, changed by who has looked at just that record. */
    RegisteredDoctor one(RegisteredDoctor before, RegisteredDoctor after, WhatChanged what) {
        return one(new RegisterStore.Change(before, after, what));
    }

    RegisteredDoctor one(RegisterStore.Change change) {
        RegisteredDoctor before = change.before();
        RegisteredDoctor after = change.after();
        write(after.area(), List.of(change));
        audit.record(
                "register." + RegisterLog.code(change.what()),
                subject(after.area()),
                before == null ? null : summary(before),
                summary(after));
        return after;
    }

    /**
     * A record that is held, with service that was done here; who needs no more, and is not interrupted, waits no longer.
     *
     * @param by who of the hospital told it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RegisteredDoctor served(RegisteredDoctor held, DoctorFacts facts, String by) {
        RegisteredDoctor after = hospital(held, held.served(facts), WhatChanged.SERVED, by);
        Months left = facts.entry().institution().monthsLeft();
        boolean isDone = left != null && left.tenths() == 0;
        return isDone && after.isOpen()
                ? hospital(
                        after,
                        after.closed(new RegisteredDoctor.Closed(today(), ClosingReason.FINISHED)),
                        WhatChanged.CLOSED,
                        by)
                : after;
    }

    private RegisteredDoctor hospital(RegisteredDoctor before, RegisteredDoctor after, WhatChanged what, String by) {
        List<RegisterStore.Change> changes = List.of(new RegisterStore.Change(before, after, what));
        store.write(changes, clock.instant().truncatedTo(ChronoUnit.MILLIS), by);
        log.changed(after.area(), changes);
        audit.recordOf(
                by, "register." + RegisterLog.code(what), subject(after.area()), summary(before), summary(after));
        return after;
    }

    /** Doctors of one area, all at a time. @param what was done, for the audit */
    void many(AreaCode area, List<RegisterStore.Change> changes, String what) {
        if (!changes.isEmpty()) {
            write(area, changes);
            audit.record("register." + what, subject(area), null, new Counted(changes.size()));
        }
    }

    /** The records there are of the doctors, whichever area holds them. */
    @Transactional
    public Map<HprNumber, RegisteredDoctor> known(Collection<HprNumber> doctors) {
        return store.read(doctors).stream().collect(Collectors.toMap(RegisteredDoctor::hpr, each -> each));
    }

    /** As {@link #known}, and nobody else writes or makes any of them until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<HprNumber, RegisteredDoctor> held(Collection<HprNumber> doctors) {
        return store.lock(doctors);
    }

    /**
     * A doctor as a file of the area tells of them, free of errors.
     *
     * @param before the record there is, which may be another area's that was made in error; null for none
     */
    public record Filed(RegisteredDoctor before, DoctorFacts now) {}

    /**
     * What an area has looked at in a file becomes its register: who is new is registered, who was closed is opened, what is as it was
     * stays. One change for each record that is another.
     *
     * @param confirmed whether the area says that all of it is right, also of those who are as they were
     * @return what was done to how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<WhatChanged, Integer> filed(AreaCode area, List<Filed> doctors, boolean confirmed) {
        List<RegisterStore.Change> changes = doctors.stream()
                .sorted(Comparator.comparing(filed -> filed.now().entry().hpr()))
                .flatMap(filed -> change(area, filed, confirmed).stream())
                .toList();
        many(area, changes, "filed");
        Map<WhatChanged, Integer> counts = new EnumMap<>(WhatChanged.class);
        changes.forEach(change -> counts.merge(change.what(), 1, Integer::sum));
        return counts;
    }

    private Optional<RegisterStore.Change> change(AreaCode area, Filed filed, boolean confirmed) {
        RegisteredDoctor before = filed.before();
        RegisteredDoctor.Confirmed now = confirmedNow();
        if (before == null || before.isFreeTo(area)) {
            return Optional.of(RegisterStore.Change.registered(before, area, filed.now(), now));
        }
        if (!before.isOpen() || !before.facts().equals(filed.now())) {
            return Optional.of(new RegisterStore.Change(
                    before,
                    before.changed(filed.now(), today(), confirmed ? now : before.confirmed()),
                    before.isOpen() ? WhatChanged.CHANGED : WhatChanged.REOPENED));
        }
        return confirmed && !now.equals(before.confirmed())
                ? Optional.of(new RegisterStore.Change(before, before.confirmed(now), WhatChanged.CONFIRMED))
                : Optional.empty();
    }

    private void write(AreaCode area, List<RegisterStore.Change> changes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.write(changes, now, caller.name());
        log.changed(area, changes);
    }

    private static Summary summary(RegisteredDoctor doctor) {
        return new Summary(doctor.hpr(), doctor.version());
    }

    private static String subject(AreaCode area) {
        return "register/" + area;
    }
}
