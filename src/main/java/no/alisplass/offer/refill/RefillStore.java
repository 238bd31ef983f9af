package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.RoundId;
import no.alisplass.refill.RefillMode;

/** Refills in the database, which only takes them in. */
@ApplicationScoped
class RefillStore {
    private static final String HEAD = "select number, offer_round, mode, placed, upgraded, problem_hash, outcome_hash,"
            + " certificate_hash, made_by, made_at from refill where round_id = :round";

    private static final String ADD =
            "insert into refill (round_id, number, offer_round, mode, placed, upgraded, problem,"
                    + " problem_hash, outcome, outcome_hash, certificate, certificate_hash, made_by, made_at, run_id)"
                    + " select :round, :number, :offerRound, :mode, :placed, :upgraded, :problem, :problemHash, :outcome,"
                    + " :outcomeHash, :certificate, :certificateHash, :by, :at, r.id from allocation_run r"
                    + " where r.round_id = :round and r.state = 'APPROVED'";

    private final EntityManager database;

    RefillStore(EntityManager database) {
        this.database = database;
    }

    /** The texts as they were hashed. */
    record Papers(String problem, String outcome, String certificate) {}

    /** @param run by whose order it was made, and which calls the doctors as its problem does */
    record Stored(long run, Papers papers) {}

    /** In their order. */
    @SuppressWarnings("unchecked")
    List<StoredRefill> of(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(HEAD + " order by number", Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(row -> head(round, row)).toList();
    }

    private static StoredRefill head(RoundId round, Tuple row) {
        return new StoredRefill(
                round,
                row.get("number", Integer.class),
                row.get("offer_round", Integer.class),
                RefillMode.valueOf(row.get("mode", String.class)),
                row.get("placed", Integer.class),
                row.get("upgraded", Integer.class),
                row.get("problem_hash", String.class),
                row.get("outcome_hash", String.class),
                row.get("certificate_hash", String.class),
                row.get("made_by", String.class),
                row.get("made_at", Instant.class));
    }

    @SuppressWarnings("unchecked")
    Optional<Stored> stored(RoundId round, int number) {
        List<Tuple> rows = database.createNativeQuery(
                        "select run_id, problem, outcome, certificate from refill where round_id = :round and number = :number",
                        Tuple.class)
                .setParameter("round", round.value())
                .setParameter("number", number)
                .getResultList();
        return rows.stream()
                .map(row -> new Stored(
                        row.get("run_id", Long.class),
                        new Papers(
                                row.get("problem", String.class),
                                row.get("outcome", String.class),
                                row.get("certificate", String.class))))
                .findFirst();
    }

    /** By the run that is the round's approved one now. */
    void add(StoredRefill refill, Papers papers) {
        int added = database.createNativeQuery(ADD)
                .setParameter("round", refill.round().value())
                .setParameter("number", refill.number())
                .setParameter("offerRound", refill.offerRound())
                .setParameter("mode", refill.mode().name())
                .setParameter("placed", refill.placed())
                .setParameter("upgraded", refill.upgraded())
                .setParameter("problem", papers.problem())
                .setParameter("problemHash", refill.problemHash())
                .setParameter("outcome", papers.outcome())
                .setParameter("outcomeHash", refill.outcomeHash())
                .setParameter("certificate", papers.certificate())
                .setParameter("certificateHash", refill.certificateHash())
                .setParameter("by", refill.by())
                .setParameter("at", refill.at())
                .executeUpdate();
        if (added != 1) {
            throw new IllegalStateException("The round " + refill.round() + " has no approved run.");
        }
    }
}
