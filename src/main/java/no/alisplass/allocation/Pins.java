package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.problem.Option;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.snapshot.Standings;
import no.alisplass.snapshot.Waiting;

/** What coordinators settle by hand before a run: a placement or none, always with a reason. */
@ApplicationScoped
public class Pins {
    public static final int MIN_REASON = 10;
    public static final int MAX_REASON = 1000;

    private final PinStore store;
    private final Rounds rounds;
    private final Snapshots snapshots;
    private final Placements placements;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Pins(
            PinStore store,
            Rounds rounds,
            Snapshots snapshots,
            Placements placements,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.snapshots = snapshots;
        this.placements = placements;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The pins of a round, by HPR number. */
    @Transactional
    public List<Pin> of(RoundId round) {
        return store.of(round).stream().map(PinEntity::toPin).toList();
    }

    /** Who settled an outcome by hand, and when. */
    public record Made(String by, Instant at) {}

    /** Who made each pin of a round. */
    @Transactional
    public Map<HprNumber, Made> made(RoundId round) {
        return store.of(round).stream()
                .collect(Collectors.toMap(pin -> new HprNumber(pin.hpr), pin -> new Made(pin.madeBy, pin.madeAt)));
    }

    /**
     * Settles a doctor's outcome in place of what was settled before. Refused unless the round is closed, and when the
     * stays could not be offered to the doctor or, with the other pins, take more seats than there are.
     */
    @Transactional
    public Result<Pin> put(RoundId id, Pin pin) {
        List<Finding> unfit = Text.faults("reason", pin.reason(), MAX_REASON, "text.missing");
        return unfit.isEmpty() ? tried(id, pin).map(frozen -> write(id, pin)) : Result.invalid(unfit);
    }

    /** The round frozen as it would be with a doctor's outcome settled so. Stores nothing; refused as {@link #put} is. */
    @Transactional
    public Result<Snapshot> tried(RoundId id, Pin pin) {
        return closed(id).then(round -> {
            Stream<Pin> others = of(id).stream().filter(other -> !other.hpr().equals(pin.hpr()));
            List<Pin> all = Stream.concat(others, Stream.of(pin)).toList();
            return snapshots.freeze(id, all, placements.earlier(id));
        });
    }

    /**
     * A doctor of the priority order, and all that could be offered and has seats, best tier first.
     *
     * @param nothing why there is nothing; null when there is something
     */
    public record Choices(RosterEntry doctor, List<Option> options, Waiting nothing) {}

    /**
     * What could be settled for a doctor, whatever is settled already. Refused unless the round is closed, and for a
     * doctor who is not in the priority order.
     *
     * @param doctor the pseudonym, which names a place in the order as it stands
     */
    @Transactional
    public Result<Choices> choices(RoundId id, DoctorId doctor) {
        return closed(id)
                .then(round -> snapshots.freeze(id, List.of(), placements.earlier(id)))
                .then(frozen -> frozen.roster().entries().stream()
                        .filter(entry -> entry.doctor().equals(doctor))
                        .findFirst()
                        .map(entry -> choices(frozen, entry))
                        .map(Result::done)
                        .orElseGet(
                                () -> Result.notFound(Finding.of("doctor", doctor, "allocation.not-ranked", doctor))));
    }

    private static Choices choices(Snapshot frozen, RosterEntry entry) {
        Standings standings = Standings.withoutProposal(frozen);
        int doctor = entry.position() - 1;
        List<Option> options = frozen.problem().doctors().get(doctor).options().stream()
                .filter(standings::hasSeats)
                .toList();
        return new Choices(entry, options, options.isEmpty() ? standings.waiting(doctor) : null);
    }

    /** Leaves a doctor's outcome to the criteria again; refused when it was not settled by hand. */
    @Transactional
    public Result<Pin> remove(RoundId id, HprNumber hpr) {
        return closed(id).then(round -> {
            Optional<PinEntity> found = store.find(id, hpr);
            if (found.isEmpty()) {
                return Result.notFound(Finding.of("hprNumber", hpr.digits(), "allocation.no-pin", hpr.digits()));
            }
            Pin pin = found.get().toPin();
            store.delete(found.get());
            audit.record("pin.removed", "round/" + id, pin, null);
            return Result.done(pin);
        });
    }

    private Pin write(RoundId id, Pin pin) {
        Optional<PinEntity> found = store.find(id, pin.hpr());
        Pin before = found.map(PinEntity::toPin).orElse(null);
        PinEntity entity = found.orElseGet(PinEntity::new);
        entity.roundId = id.value();
        entity.hpr = pin.hpr().value();
        entity.stays = CanonicalJson.write(pin.stays());
        entity.reason = pin.reason();
        entity.madeBy = caller.name();
        entity.madeAt = clock.instant();
        store.persist(entity);
        audit.record("pin.put", "round/" + id, before, pin);
        return pin;
    }

    private Result<Round> closed(RoundId id) {
        return rounds.read(id)
                .then(round -> round.state() == RoundState.CLOSED
                        ? Result.done(round)
                        : Result.conflict(
                                Finding.of("round", id, "allocation.round-not-closed", round.title(), round.state())));
    }
}
