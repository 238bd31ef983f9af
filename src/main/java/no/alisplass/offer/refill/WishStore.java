package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.life.Actor;
import no.alisplass.round.Round;
import no.alisplass.snapshot.RosterEntry;

/** Changed wishes in the database, which only takes them in; and who has a doctor by now. */
@ApplicationScoped
class WishStore {
    private static final String LATEST =
            "select distinct on (hpr) hpr, version, removed, wish_order, actor, made_by, made_at"
                    + " from wish_change where round_id = :round order by hpr, version desc";

    /** The change, and who must be told of it: the hospital, the area that has the doctor, the doctor. */
    private static final String ADD = """
            with change as (insert into wish_change (round_id, hpr, version, removed, wish_order, actor, made_by, made_at)
                values (:round, :hpr, :version, :removed, nullif(:order, ''), :actor, :by, :at) returning *)
            insert into offer_told (wish_change, whom, code, hospital_id, area_code, hpr, at)
            select c.id, t.whom, 'offer.told-wishes', :hospital, case t.whom when 'AREA' then :area end,
                case t.whom when 'DOCTOR' then c.hpr end, c.made_at
            from change c, (values (1, 'COORDINATOR'), (2, 'AREA'), (3, 'DOCTOR')) as t (place, whom) order by t.place
            """;

    private static final String HOLDERS = "select d.hpr, d.area_code from registered_doctor d join"
            + " (select cast(value as integer) as hpr from json_array_elements_text(cast(:hprs as json)) as value) asked"
            + " on asked.hpr = d.hpr where d.closed_reason is distinct from 'ENTERED_IN_ERROR'";

    private final EntityManager database;

    WishStore(EntityManager database) {
        this.database = database;
    }

    /** Of each who has changed any. */
    @SuppressWarnings("unchecked")
    Map<HprNumber, SavedWishes> latest(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(LATEST, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        Map<HprNumber, SavedWishes> latest = new HashMap<>();
        rows.stream().map(WishStore::saved).forEach(each -> latest.put(each.hpr(), each));
        return latest;
    }

    private static SavedWishes saved(Tuple row) {
        String order = row.get("wish_order", String.class);
        return new SavedWishes(
                new HprNumber(row.get("hpr", Integer.class)),
                row.get("version", Long.class),
                new HashSet<>(List.of(CanonicalJson.read(row.get("removed", String.class), String[].class))),
                order == null
                        ? null
                        : List.of(CanonicalJson.read(order, String[][].class)).stream()
                                .map(List::of)
                                .toList(),
                Actor.valueOf(row.get("actor", String.class)),
                row.get("made_by", String.class),
                row.get("made_at", Instant.class));
    }

    /** @param area that has the doctor */
    void add(Round round, SavedWishes wishes, AreaCode area) {
        database.createNativeQuery(ADD)
                .setParameter("round", round.id().value())
                .setParameter("hpr", wishes.hpr().value())
                .setParameter("version", wishes.version())
                .setParameter("removed", CanonicalJson.write(new TreeSet<>(wishes.removed())))
                .setParameter("order", wishes.order() == null ? "" : CanonicalJson.write(wishes.order()))
                .setParameter("actor", wishes.actor().name())
                .setParameter("by", wishes.by())
                .setParameter("at", wishes.at())
                .setParameter("hospital", round.hospital().value())
                .setParameter("area", area.value())
                .executeUpdate();
    }

    /** The area that has each of these doctors in the register; none of whom nobody has. */
    @SuppressWarnings("unchecked")
    Map<HprNumber, AreaCode> holders(List<RosterEntry> entries) {
        List<Tuple> rows = database.createNativeQuery(HOLDERS, Tuple.class)
                .setParameter(
                        "hprs",
                        CanonicalJson.write(entries.stream()
                                .map(entry -> entry.facts().hpr().value())
                                .toList()))
                .getResultList();
        Map<HprNumber, AreaCode> holders = new HashMap<>();
        rows.forEach(row -> holders.put(
                new HprNumber(row.get("hpr", Integer.class)), new AreaCode(row.get("area_code", String.class))));
        return holders;
    }
}
