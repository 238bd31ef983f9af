package no.alisplass.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.waitlist.WaitlistContent;

/** Corrections in the database, which only takes them in. */
@ApplicationScoped
class CorrectionStore {
    private static final String READ = """
            select c.number, c.kind, c.area_code, c.hpr, c.entry, c.away_limit, c.policy_version, c.note, c.who, c.at
            from round_correction c where c.round_id = :round and not exists (select 1 from round_correction_ended e
                where e.round_id = c.round_id and e.number = c.number) order by c.number
            """;

    private static final String NEXT =
            "select coalesce(max(number), 0) + 1 from round_correction where round_id = :round";

    private static final String ADD = """
            insert into round_correction (round_id, number, kind, area_code, hpr, entry, away_limit, policy_version, note, who, at)
            values (:round, :number, :kind, :area, cast(:hpr as integer), :entry, cast(:limit as integer),
                cast(:policy as integer), :note, :who, :at)
            """;

    private static final String END =
            "insert into round_correction_ended (round_id, number, who, at) values (:round, :number, :who, :at)";

    private final EntityManager database;

    CorrectionStore(EntityManager database) {
        this.database = database;
    }

    /** Those that stand, in their order. */
    @SuppressWarnings("unchecked")
    List<Correction> of(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(CorrectionStore::correction).toList();
    }

    private static Correction correction(Tuple row) {
        String area = row.get("area_code", String.class);
        Integer hpr = row.get("hpr", Integer.class);
        String entry = row.get("entry", String.class);
        return new Correction(
                row.get("number", Integer.class),
                Correction.Kind.valueOf(row.get("kind", String.class)),
                area == null ? null : new AreaCode(area),
                hpr == null ? null : new HprNumber(hpr),
                entry == null ? null : WaitlistContent.read(entry).get(0),
                row.get("away_limit", Integer.class),
                row.get("policy_version", Integer.class),
                row.get("note", String.class),
                row.get("who", String.class),
                row.get("at", Instant.class));
    }

    int next(RoundId round) {
        return ((Number) database.createNativeQuery(NEXT)
                        .setParameter("round", round.value())
                        .getSingleResult())
                .intValue();
    }

    void add(RoundId round, Correction correction) {
        database.createNativeQuery(ADD)
                .setParameter("round", round.value())
                .setParameter("number", correction.number())
                .setParameter("kind", correction.kind().name())
                .setParameter(
                        "area",
                        correction.area() == null ? null : correction.area().value())
                .setParameter(
                        "hpr",
                        correction.hpr() == null ? null : correction.hpr().value())
                .setParameter(
                        "entry", correction.entry() == null ? null : WaitlistContent.write(List.of(correction.entry())))
                .setParameter("limit", correction.awayLimit())
                .setParameter("policy", correction.policyVersion())
                .setParameter("note", correction.note())
                .setParameter("who", correction.who())
                .setParameter("at", correction.at())
                .executeUpdate();
    }

    void end(RoundId round, int number, String who, Instant at) {
        database.createNativeQuery(END)
                .setParameter("round", round.value())
                .setParameter("number", number)
                .setParameter("who", who)
                .setParameter("at", at)
                .executeUpdate();
    }
}
