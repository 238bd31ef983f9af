package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.problem.Option;
import no.alisplass.problem.ProblemJson;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.Snapshots;

/** What coordinators settle by hand before a run: a placement or none, always with a reason. */
@ApplicationScoped
public class Pins {
    private final EntityManager database;
    private final Rounds rounds;
    private final Snapshots snapshots;
    private final Placements placements;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Pins(
            EntityManager database,
            Rounds rounds,
            Snapshots snapshots,
            Placements placements,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.database = database;
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
        return database.createQuery("from PinEntity where roundId = :round order by hpr", PinEntity.class)
                .setParameter("round", round.value())
                .getResultStream()
                .map(PinEntity::toPin)
                .toList();
    }

    /**
     * Settles a doctor's outcome in place of what was settled before. Refused unless the round is closed, and when the
     * stays could not be offered to the doctor or, with the other pins, take more seats than there are.
     */
    @Transactional
    public Outcome<Pin> put(RoundId id, Pin pin) {
        return closed(id).then(round -> {
            List<Pin> others = of(id).stream()
                    .filter(other -> !other.hpr().equals(pin.hpr()))
                    .toList();
            List<Pin> all = Stream.concat(others.stream(), Stream.of(pin)).toList();
            return snapshots.freeze(id, all, placements.taken(round.hospital())).map(frozen -> store(id, pin));
        });
    }

    /**
     * What could be settled for a doctor: all that could be offered, best tier first. Refused unless the round is closed,
     * and for a doctor who is not in the priority order.
     */
    @Transactional
    public Outcome<List<Option>> choices(RoundId id, HprNumber hpr) {
        return closed(id).then(round -> {
            List<Pin> others =
                    of(id).stream().filter(pin -> !pin.hpr().equals(hpr)).toList();
            return snapshots
                    .freeze(id, others, placements.taken(round.hospital()))
                    .then(frozen -> frozen.roster()
                            .entry(hpr)
                            .map(entry -> frozen.problem().doctors().get(entry.position() - 1))
                            .map(doctor -> Outcome.done(doctor.options()))
                            .orElseGet(() -> Outcome.notFound(
                                    Finding.of("hprNumber", hpr.digits(), "allocation.not-ranked", hpr.digits()))));
        });
    }

    /** Leaves a doctor's outcome to the criteria again; refused when it was not settled by hand. */
    @Transactional
    public Outcome<Pin> remove(RoundId id, HprNumber hpr) {
        return closed(id).then(round -> {
            Optional<PinEntity> found = find(id, hpr);
            if (found.isEmpty()) {
                return Outcome.notFound(Finding.of("hprNumber", hpr.digits(), "allocation.no-pin", hpr.digits()));
            }
            Pin pin = found.get().toPin();
            database.remove(found.get());
            audit.record("pin.removed", "round/" + id, pin, null);
            return Outcome.done(pin);
        });
    }

    private Pin store(RoundId id, Pin pin) {
        Optional<PinEntity> found = find(id, pin.hpr());
        Pin before = found.map(PinEntity::toPin).orElse(null);
        PinEntity entity = found.orElseGet(PinEntity::new);
        entity.roundId = id.value();
        entity.hpr = pin.hpr().value();
        entity.stays = ProblemJson.write(pin.stays());
        entity.reason = pin.reason();
        entity.madeBy = caller.name();
        entity.madeAt = clock.instant();
        database.persist(entity);
        audit.record("pin.put", "round/" + id, before, pin);
        return pin;
    }

    private Outcome<Round> closed(RoundId id) {
        return rounds.read(id)
                .then(round -> round.state() == RoundState.CLOSED
                        ? Outcome.done(round)
                        : Outcome.conflict(Finding.of("round", id, "allocation.round-not-closed", id, round.state())));
    }

    private Optional<PinEntity> find(RoundId id, HprNumber hpr) {
        return database.createQuery("from PinEntity where roundId = :round and hpr = :hpr", PinEntity.class)
                .setParameter("round", id.value())
                .setParameter("hpr", hpr.value())
                .getResultStream()
                .findFirst();
    }
}
