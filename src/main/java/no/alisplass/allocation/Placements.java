package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/** Who holds which seat by an approved run. The database refuses a seat with two holders and a doctor in two places. */
@ApplicationScoped
class Placements {
    private static final String ADD = """
            insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period)
            select :run, :hpr, :area, :position, :halfYear, free.seat, daterange(:start, :end, '[]')
            from (select s.seat from generate_series(1, 1000) as s(seat)
                  where not exists (select 1 from placement p where p.active and p.position_id = :position
                                    and p.half_year = :halfYear and p.seat_number = s.seat)
                  order by s.seat limit 1) as free
            """;
    private static final String TAKEN = """
            select p.position_id as position, p.half_year as half_year, count(*) as seats
            from placement p join earmarked_position q on q.id = p.position_id
            where p.active and q.hospital_id = :hospital
            group by p.position_id, p.half_year
            """;

    private final EntityManager database;

    Placements(EntityManager database) {
        this.database = database;
    }

    /** Seats of a hospital that earlier approved rounds have filled. */
    Map<ResourceId, Integer> taken(HospitalId hospital) {
        Map<ResourceId, Integer> taken = new TreeMap<>();
        for (Tuple row : rows(hospital)) {
            ResourceId seat = ResourceId.seat(
                    new PositionId(row.get("position", String.class)),
                    HalfYear.parse(row.get("half_year", String.class)));
            taken.put(seat, row.get("seats", Number.class).intValue());
        }
        return taken;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(HospitalId hospital) {
        return database.createNativeQuery(TAKEN, Tuple.class)
                .setParameter("hospital", hospital.value())
                .getResultList();
    }

    /** Gives a doctor the lowest free seat of each stay. */
    void add(long run, Placed placed) {
        for (Stay stay : placed.stays()) {
            database.createNativeQuery(ADD)
                    .setParameter("run", run)
                    .setParameter("hpr", placed.doctor().facts().hpr().value())
                    .setParameter("area", placed.doctor().facts().area().value())
                    .setParameter("position", stay.position().value())
                    .setParameter("halfYear", stay.halfYear().toString())
                    .setParameter("start", stay.halfYear().start())
                    .setParameter("end", stay.halfYear().end())
                    .executeUpdate();
        }
    }
}
