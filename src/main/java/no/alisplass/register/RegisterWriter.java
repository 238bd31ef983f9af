package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;

/** Writes what is done to records where it is to stand: the records, their history, the audit and the log. */
@ApplicationScoped
class RegisterWriter {
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

    /** Doctors of one area, all at a time. @param what was done, for the audit */
    void many(AreaCode area, List<RegisterStore.Change> changes, String what) {
        if (!changes.isEmpty()) {
            write(area, changes);
            audit.record("register." + what, subject(area), null, new Counted(changes.size()));
        }
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
