package no.alisplass.register.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.register.Handover;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.EntryRules;

/**
 * Doctors who move from one area to another: the new one asks, and the one that holds the doctor lets go; or, when it has not for as
 * long as the hospital has set, the hospital's coordinator in its place. Neither area sees the other's register.
 */
@ApplicationScoped
public class Moves {
    public static final int MOST_DAYS = 365;

    static final int USUAL_DAYS = 14;

    private final MoveStore store;
    private final Handover handover;
    private final RegisterAreas areas;
    private final Capacity capacity;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Moves(
            MoveStore store,
            Handover handover,
            RegisterAreas areas,
            Capacity capacity,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.handover = handover;
        this.areas = areas;
        this.capacity = capacity;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the audit keeps of a request. */
    record Asked(HprNumber hprNumber, AreaCode area) {}

    /** What the audit keeps of how long areas have. */
    record Wait(int days) {}

    /** Asks for a doctor whom another area holds; asking again changes nothing. Refused NOT_FOUND when nobody holds the doctor, or only in error. */
    @Transactional
    public Result<MoveRequest> ask(AreaCode area, HprNumber hpr) {
        Optional<RegisteredDoctor> held = handover.held(hpr);
        if (held.filter(doctor -> !doctor.isError() || doctor.area().equals(area))
                .isEmpty()) {
            return unknown(hpr);
        }
        if (held.get().area().equals(area)) {
            return Result.conflict(Finding.of("hprNumber", hpr.digits(), "register.move-own", hpr.digits()));
        }
        if (store.waiting(hpr, area).isEmpty()) {
            store.ask(hpr, area, now(), caller.name());
            audit.record("register.move-asked", subject(area), null, new Asked(hpr, area));
        }
        return Result.done(store.waiting(hpr, area).orElseThrow().toAsker());
    }

    /** Asks no longer. */
    @Transactional
    public Result<MoveRequest> withdraw(AreaCode area, HprNumber hpr) {
        return asked(hpr, area).map(request -> {
            store.end(hpr, area, "WITHDRAWN", now(), caller.name());
            audit.record("register.move-withdrawn", subject(area), new Asked(hpr, area), null);
            return request.toAsker();
        });
    }

    /** What the area asks for, and what it is asked for; the oldest first. */
    @Transactional
    public List<MoveRequest> of(AreaCode area) {
        Optional<Integer> days = areas.serving(area).stream().map(this::daysOf).min(Integer::compare);
        return store.waiting(List.of(area)).stream()
                .map(request -> area.equals(request.holder())
                        ? request.due(after(request.holderAskedAt(), days))
                        : request.toAsker().due(after(request.askedAt(), days)))
                .toList();
    }

    /** How many of its doctors the area is asked for. */
    @Transactional
    public long askedOf(AreaCode area) {
        return store.askedOf(area);
    }

    /**
     * What is asked by and of the areas the hospital serves today, the oldest first. Of a doctor whom an area of another hospital
     * holds, no more is told than to the area that asks.
     */
    @Transactional
    public Result<List<MoveRequest>> of(HospitalId hospital) {
        Optional<Integer> days = Optional.of(daysOf(hospital));
        return areas.codes(hospital).map(served -> store.waiting(served).stream()
                .map(request -> served.contains(request.holder())
                        ? request.due(after(request.holderAskedAt(), days))
                        : request.toAsker())
                .toList());
    }

    private int daysOf(HospitalId hospital) {
        return store.days(hospital).orElse(USUAL_DAYS);
    }

    private LocalDate after(Instant asked, Optional<Integer> days) {
        return days.map(each -> asked.atZone(clock.getZone()).toLocalDate().plusDays(each))
                .orElse(null);
    }

    /**
     * The area that holds the doctor lets go.
     *
     * @param to the area that has asked; refused NOT_FOUND when it has not, or when another area holds the doctor
     * @param last day of the affiliation, not after today
     */
    @Transactional
    public Result<MoveRequest> release(AreaCode area, HprNumber hpr, AreaCode to, LocalDate last) {
        return move(hpr, to, last, holder -> holder.equals(area), request -> Optional.empty());
    }

    /**
     * The hospital's coordinator lets go in place of an area the hospital serves, which has had its time to answer since it was asked
     * (else CONFLICT); who got the doctor later is asked from then on.
     */
    @Transactional
    public Result<MoveRequest> releaseFor(HospitalId hospital, HprNumber hpr, AreaCode to, LocalDate last) {
        return move(hpr, to, last, holder -> areas.serves(hospital, holder), request -> {
            LocalDate from = after(request.holderAskedAt(), Optional.of(daysOf(hospital)));
            return today().isBefore(from)
                    ? Optional.of(Finding.of("hprNumber", hpr.digits(), "register.move-early", from))
                    : Optional.empty();
        });
    }

    /** How many days an area has to answer before the hospital's coordinator may let go in its place. */
    @Transactional
    public Result<Integer> days(HospitalId hospital) {
        return capacity.read(hospital).map(known -> daysOf(hospital));
    }

    /** @param days from 0 to 365 */
    @Transactional
    public Result<Integer> setDays(HospitalId hospital, int days) {
        return days(hospital).then(before -> {
            if (days < 0 || days > MOST_DAYS) {
                return Result.invalid(Finding.of("days", days, "register.move-days", MOST_DAYS));
            }
            store.setDays(hospital, days);
            audit.record("register.move-days-set", "hospital/" + hospital, new Wait(before), new Wait(days));
            return Result.done(days);
        });
    }

    private Result<MoveRequest> move(
            HprNumber hpr,
            AreaCode to,
            LocalDate last,
            Predicate<AreaCode> holds,
            Function<MoveRequest, Optional<Finding>> early) {
        Optional<RegisteredDoctor> held = handover.held(hpr).filter(doctor -> holds.test(doctor.area()));
        if (held.isEmpty()) {
            return unknown(hpr);
        }
        if (held.get().isError()) {
            return Result.conflict(Finding.of("hprNumber", hpr.digits(), "register.move-error", hpr.digits()));
        }
        return asked(hpr, to).then(request -> {
            if (last.isAfter(today()) || last.isBefore(EntryRules.EARLIEST_DATE)) {
                return Result.invalid(Finding.of("on", last, "register.release-day", last, EntryRules.EARLIEST_DATE));
            }
            Optional<Finding> tooEarly = early.apply(request);
            if (tooEarly.isPresent()) {
                return Result.conflict(tooEarly.get());
            }
            handover.give(held.get(), to, last, store.askedBy(hpr, to));
            store.end(hpr, to, "MOVED", now(), caller.name());
            audit.record("register.released", subject(held.get().area()), null, new Asked(hpr, to));
            return Result.done(request);
        });
    }

    private Result<MoveRequest> asked(HprNumber hpr, AreaCode area) {
        return store.waiting(hpr, area)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("hprNumber", hpr.digits(), "register.move-unknown", hpr.digits(), area)));
    }

    private static Result<MoveRequest> unknown(HprNumber hpr) {
        return Result.notFound(Finding.of("hprNumber", hpr.digits(), "register.doctor-unknown", hpr.digits()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String subject(AreaCode area) {
        return "register/" + area;
    }
}
