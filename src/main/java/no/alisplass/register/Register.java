package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.Remark;

/**
 * What is known of each doctor, kept all year by the area that has the doctor. A change names the version of the record it edits
 * and is refused as CONFLICT when that is not the newest; sending again what stands changes nothing. Of a doctor whom another area
 * holds, nothing is told but that.
 */
@ApplicationScoped
public class Register {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("register.version-missing", "register.changed-meanwhile");

    private final RegisterStore store;
    private final RegisterWriter writer;
    private final RegisterAreas areas;
    private final RegisterAge age;
    private final RegisterLog log;

    @Inject
    Register(RegisterStore store, RegisterWriter writer, RegisterAreas areas, RegisterAge age, RegisterLog log) {
        this.store = store;
        this.writer = writer;
        this.areas = areas;
        this.age = age;
        this.log = log;
    }

    /** One record with everything there is to say of it; refused NOT_FOUND for a doctor the area does not hold. */
    @Transactional
    public Result<DoctorRecord> doctor(AreaCode area, HprNumber hpr) {
        return areas.departments(area).then(departments -> held(area, hpr)
                .map(doctor -> record(doctor, DoctorRules.check(doctor.facts(), departments, writer.today()))));
    }

    /** All that would keep the facts from being written, whoever holds the doctor; nothing is written. */
    @Transactional
    public List<Finding> faults(AreaCode area, DoctorFacts facts) {
        return faults(area, List.of(facts)).get(0);
    }

    /** As {@link #faults(AreaCode, DoctorFacts)}, of each of several. */
    @Transactional
    public List<List<Finding>> faults(AreaCode area, List<DoctorFacts> facts) {
        Result<DepartmentNames> departments = areas.departments(area);
        return facts.stream()
                .map(each -> departments instanceof Result.Done<DepartmentNames> known
                        ? DoctorRules.errors(DoctorRules.check(each, known.value(), writer.today()))
                        : List.<Finding>of())
                .toList();
    }

    /**
     * Registers a doctor, or writes what is known anew. Refused INVALID with every error; CONFLICT for a doctor whom another area
     * holds (and has not registered in error), or whose record is closed, even where the facts are the same.
     */
    @Transactional
    public Result<DoctorRecord> put(AreaCode area, DoctorFacts facts, Long expectedVersion) {
        return tell(area, areas.departments(area).then(departments -> {
            List<Remark> remarks = DoctorRules.check(facts, departments, writer.today());
            List<Finding> errors = DoctorRules.errors(remarks);
            return errors.isEmpty()
                    ? put(area, facts.dated(writer.today()), remarks, expectedVersion)
                    : Result.invalid(errors);
        }));
    }

    private Result<DoctorRecord> put(AreaCode area, DoctorFacts facts, List<Remark> remarks, Long expectedVersion) {
        HprNumber hpr = facts.entry().hpr();
        RegisteredDoctor found = store.lock(List.of(hpr)).get(hpr);
        RegisteredDoctor before = found == null || found.isFreeTo(area) ? null : found;
        // Whatever the number's holder has: who asks learns nothing of it.
        if ((before == null || before.area().equals(area))
                && !completed(facts).equals(before == null ? Set.of() : completed(before.facts()))) {
            return Result.invalid(Finding.of("stays", null, "register.completed-here"));
        }
        if (before == null) {
            return Result.done(record(
                    writer.one(RegisterStore.Change.registered(found, area, facts, writer.confirmedNow())), remarks));
        }
        if (!before.area().equals(area)) {
            return Result.conflict(heldElsewhere(hpr));
        }
        if (before.facts().equals(facts)) {
            return open(before).map(waits -> record(waits, remarks));
        }
        return changeable(before, expectedVersion)
                .then(Register::open)
                .map(known ->
                        record(writer.one(known, known.changed(facts, writer.today()), WhatChanged.CHANGED), remarks));
    }

    /** That another area holds the doctor, and nothing more; empty when none does. */
    @Transactional
    public Optional<Finding> heldElsewhere(AreaCode area, HprNumber hpr) {
        return store.find(hpr)
                .filter(doctor -> !doctor.area().equals(area) && !doctor.isFreeTo(area))
                .map(doctor -> heldElsewhere(hpr));
    }

    private static Finding heldElsewhere(HprNumber hpr) {
        return Finding.of("hprNumber", hpr.digits(), "register.held-elsewhere", hpr.digits());
    }

    /** Service that was completed here: no area says so, or otherwise. */
    private static Set<InstitutionStay> completed(DoctorFacts facts) {
        return facts.stays().stream().filter(InstitutionStay::isCompleted).collect(Collectors.toSet());
    }

    /** The area says that all of it is right. */
    @Transactional
    public Result<DoctorRecord> confirm(AreaCode area, HprNumber hpr, Long expectedVersion) {
        return change(area, hpr, expectedVersion, WhatChanged.CONFIRMED, doctor -> {
            RegisteredDoctor.Confirmed now = writer.confirmedNow();
            return open(doctor).map(waits -> now.equals(waits.confirmed()) ? waits : waits.confirmed(now));
        });
    }

    /** The doctor waits no longer. @param on the first day of that, not after today */
    @Transactional
    public Result<DoctorRecord> close(
            AreaCode area, HprNumber hpr, ClosingReason reason, LocalDate on, Long expectedVersion) {
        RegisteredDoctor.Closed closed = new RegisteredDoctor.Closed(on, reason);
        if (!ClosingReason.GIVEN.contains(reason)) {
            return Result.invalid(Finding.of("reason", reason, "register.closing-reason-not-given", reason));
        }
        if (on.isAfter(writer.today()) || on.isBefore(EntryRules.EARLIEST_DATE)) {
            return Result.invalid(Finding.of("on", on, "register.closing-day", on, EntryRules.EARLIEST_DATE));
        }
        return change(
                area,
                hpr,
                expectedVersion,
                WhatChanged.CLOSED,
                doctor -> closed.equals(doctor.closed())
                        ? Result.done(doctor)
                        : open(doctor).map(waits -> waits.closed(closed)));
    }

    /** The doctor waits after all, or again. */
    @Transactional
    public Result<DoctorRecord> reopen(AreaCode area, HprNumber hpr, Long expectedVersion) {
        return change(
                area,
                hpr,
                expectedVersion,
                WhatChanged.REOPENED,
                doctor -> Result.done(doctor.isOpen() ? doctor : doctor.reopened(writer.today())));
    }

    /** What was done to the area's record, the latest first. @param page from 0 */
    @Transactional
    public Result<DoctorPage.History> history(AreaCode area, HprNumber hpr, int page, int size) {
        return held(area, hpr).map(doctor -> store.history(hpr, area, page, size));
    }

    private Result<DoctorRecord> change(
            AreaCode area,
            HprNumber hpr,
            Long expectedVersion,
            WhatChanged what,
            Function<RegisteredDoctor, Result<RegisteredDoctor>> change) {
        return tell(area, areas.departments(area).then(departments -> {
            Map<HprNumber, RegisteredDoctor> locked =
                    held(area, hpr) instanceof Result.Done ? store.lock(List.of(hpr)) : Map.of();
            return own(area, hpr, Optional.ofNullable(locked.get(hpr)))
                    .then(before -> changeable(before, expectedVersion))
                    .then(before -> change.apply(before)
                            .map(after -> after.equals(before) ? before : writer.one(before, after, what)))
                    .map(after -> record(after, DoctorRules.check(after.facts(), departments, writer.today())));
        }));
    }

    private Result<RegisteredDoctor> held(AreaCode area, HprNumber hpr) {
        return own(area, hpr, store.find(hpr));
    }

    /** That another area holds the doctor is told as if nobody did. */
    private static Result<RegisteredDoctor> own(AreaCode area, HprNumber hpr, Optional<RegisteredDoctor> known) {
        return known.filter(doctor -> doctor.area().equals(area))
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("hprNumber", hpr.digits(), "register.doctor-unknown", hpr.digits())));
    }

    private static Result<RegisteredDoctor> changeable(RegisteredDoctor before, Long expectedVersion) {
        Optional<Finding> stale = VERSIONS.conflictWith(
                before.version(), expectedVersion, before.hpr().digits());
        return stale.isPresent() ? Result.conflict(stale.get()) : Result.done(before);
    }

    private static Result<RegisteredDoctor> open(RegisteredDoctor doctor) {
        RegisteredDoctor.Closed closed = doctor.closed();
        return closed == null
                ? Result.done(doctor)
                : Result.conflict(
                        Finding.of("closedOn", closed.on(), "register.is-closed", closed.on(), closed.reason()));
    }

    private DoctorRecord record(RegisteredDoctor doctor, List<Remark> remarks) {
        return new DoctorRecord(doctor, DoctorRules.withAge(remarks, doctor, age.since()));
    }

    private Result<DoctorRecord> tell(AreaCode area, Result<DoctorRecord> result) {
        return RefusalCodes.tell(result, codes -> log.refused(area, codes));
    }
}
