package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/** Links in the database. */
@ApplicationScoped
class LookStore {
    /** Of what was done to a record, what kills the links that were made before. */
    private static final String PARTED = "EXISTS (SELECT FROM registered_change c WHERE c.hpr = l.hpr"
            + " AND c.number > l.version AND c.what IN ('CLOSED', 'RELEASED', 'TAKEN_OVER'))";

    private static final String READ =
            "SELECT l.id, l.hpr, l.area_code, l.made_at, l.made_by, l.opens_until, l.opened_at, l.device_hash,"
                    + " l.open_until, l.ended_at, l.ending, " + PARTED + " FROM look_link l WHERE ";

    private final EntityManager database;

    @Inject
    LookStore(EntityManager database) {
        this.database = database;
    }

    /** Who holds a doctor, and the version of the record. @param error whether the number is not this doctor's at all */
    record Held(AreaCode area, long version, boolean open, boolean error) {}

    /** Who holds the doctor; empty when nobody does. */
    Optional<Held> holder(HprNumber hpr) {
        return holder(hpr, "");
    }

    /** As {@link #holder}; nobody changes the record, or makes a link to it, until the transaction ends. */
    Optional<Held> lock(HprNumber hpr) {
        return holder(hpr, " FOR UPDATE");
    }

    private Optional<Held> holder(HprNumber hpr, String how) {
        return rows(database.createNativeQuery("SELECT area_code, version, closed_on IS NULL,"
                                + " closed_reason IS NOT DISTINCT FROM 'ENTERED_IN_ERROR'"
                                + " FROM registered_doctor WHERE hpr = :hpr" + how)
                        .setParameter("hpr", hpr.value()))
                .stream()
                .map(row -> new Held(
                        new AreaCode((String) row[0]), ((Number) row[1]).longValue(), (Boolean) row[2], (Boolean)
                                row[3]))
                .findFirst();
    }

    /** Held against everyone else who would open it. One statement for a link of which there is none, as for any other. */
    Optional<LookLink> lockByKey(String hash) {
        return links(database.createNativeQuery(READ + "l.key_hash = :hash FOR UPDATE OF l")
                        .setParameter("hash", hash))
                .stream()
                .findFirst();
    }

    Optional<LookLink> byDevice(String hash) {
        return links(database.createNativeQuery(READ + "l.device_hash = :hash").setParameter("hash", hash)).stream()
                .findFirst();
    }

    /** An area's links to the doctor, the latest first. */
    List<LookLink> of(AreaCode area, HprNumber hpr, int page, int size) {
        return links(sought("", area, hpr)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size));
    }

    long count(AreaCode area, HprNumber hpr) {
        return ((Number) database.createNativeQuery(
                                "SELECT count(*) FROM look_link l WHERE l.hpr = :hpr AND l.area_code = :area")
                        .setParameter("hpr", hpr.value())
                        .setParameter("area", area.value())
                        .getSingleResult())
                .longValue();
    }

    Optional<LookLink> find(AreaCode area, HprNumber hpr, long id) {
        return links(sought("l.id = :id AND ", area, hpr).setParameter("id", id)).stream()
                .findFirst();
    }

    private Query sought(String which, AreaCode area, HprNumber hpr) {
        return database.createNativeQuery(READ + which + "l.hpr = :hpr AND l.area_code = :area ORDER BY l.id DESC")
                .setParameter("hpr", hpr.value())
                .setParameter("area", area.value());
    }

    long add(HprNumber hpr, Held held, String keyHash, Instant at, String by, Instant opensUntil) {
        return ((Number) database.createNativeQuery(
                                "INSERT INTO look_link (hpr, area_code, version, key_hash, made_at, made_by, opens_until)"
                                        + " VALUES (:hpr, :area, :version, :key, :at, :by, :until) RETURNING id")
                        .setParameter("hpr", hpr.value())
                        .setParameter("area", held.area().value())
                        .setParameter("version", held.version())
                        .setParameter("key", keyHash)
                        .setParameter("at", at)
                        .setParameter("by", by)
                        .setParameter("until", opensUntil)
                        .getSingleResult())
                .longValue();
    }

    void open(LookLink opened) {
        database.createNativeQuery("UPDATE look_link SET opened_at = :at, device_hash = :device, open_until = :until"
                        + " WHERE id = :id")
                .setParameter("at", opened.openedAt())
                .setParameter("device", opened.device())
                .setParameter("until", opened.openUntil())
                .setParameter("id", opened.id())
                .executeUpdate();
    }

    /** Ends the doctor's links that nobody has ended, whichever area made them. */
    void replaceAll(HprNumber hpr, Instant at, String by) {
        end("hpr = :which", hpr.value(), LookLink.Ending.REPLACED, at, by);
    }

    void end(long id, LookLink.Ending how, Instant at, String by) {
        end("id = :which", id, how, at, by);
    }

    private void end(String where, Object which, LookLink.Ending how, Instant at, String by) {
        database.createNativeQuery("UPDATE look_link SET ended_at = :at, ended_by = :by, ending = :ending WHERE "
                        + where + " AND ended_at IS NULL")
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("ending", how.name())
                .setParameter("which", which)
                .executeUpdate();
    }

    private static List<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Object[].class::cast).toList();
    }

    private static List<LookLink> links(Query query) {
        return rows(query).stream()
                .map(row -> new LookLink(
                        ((Number) row[0]).longValue(),
                        new HprNumber(((Number) row[1]).intValue()),
                        new AreaCode((String) row[2]),
                        (Instant) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        (String) row[7],
                        (Instant) row[8],
                        (Instant) row[9],
                        row[10] == null ? null : LookLink.Ending.valueOf((String) row[10]),
                        (Boolean) row[11]))
                .toList();
    }
}
