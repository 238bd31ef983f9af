package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.Stay;
import no.alisplass.waitlist.GivenStays;

/** Who holds which seat by an approved run. The database refuses a seat with two holders and a doctor in two places. */
@ApplicationScoped
class Placements implements GivenStays {
    private static final String ADD = """
            insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs, months_left)
            select :run, :hpr, :area, :position, :halfYear, free.seat, daterange(:start, :end, '[]'), :legs, :monthsLeft
            from (select s.seat from generate_series(1, 1000) as s(seat)
                  where not exists (select 1 from placement p where p.active and p.position_id = :position
                                    and p.half_year = :halfYear and p.seat_number = s.seat)
                  order by s.seat limit 1) as free
            """;
    private static final String GIVEN = """
            select a.id as round, a.title as title, p.hpr as hpr, p.area_code as area, p.position_id as position,
                   p.half_year as half_year, p.legs as legs, p.months_left as months_left
            from placement p join allocation_run r on r.id = p.run_id join allocation_round a on a.id = r.round_id
            where p.active and a.id <> :round
            order by r.approved_at, p.id
            """;

    /** Any number will do that no other lock of the database has. */
    private static final long APPROVALS = 2_027_003_731;

    private final EntityManager database;

    Placements(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    @SuppressWarnings("unchecked")
    public List<GivenStay> besides(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(GIVEN, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(Placements::given).toList();
    }

    private static GivenStay given(Tuple row) {
        BigDecimal left = row.get("months_left", BigDecimal.class);
        return new GivenStay(
                new RoundId(row.get("round", String.class)),
                row.get("title", String.class),
                new HprNumber(row.get("hpr", Integer.class)),
                new AreaCode(row.get("area", String.class)),
                new PositionId(row.get("position", String.class)),
                HalfYear.parse(row.get("half_year", String.class)),
                List.of(CanonicalJson.read(row.get("legs", String.class), GivenStay.Part[].class)),
                left == null ? null : Months.of(left));
    }

    /** Lets no other round be approved until the transaction ends: what one gives, the next must see. */
    void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(:key)")
                .setParameter("key", APPROVALS)
                .getSingleResult();
    }

    /** Gives a doctor the lowest free seat of each stay. */
    void add(long run, DoctorOutcome placed) {
        for (Stay stay : placed.stays()) {
            database.createNativeQuery(ADD)
                    .setParameter("run", run)
                    .setParameter("hpr", placed.doctor().facts().hpr().value())
                    .setParameter("area", placed.doctor().facts().area().value())
                    .setParameter("position", stay.position().value())
                    .setParameter("halfYear", stay.halfYear().toString())
                    .setParameter("start", stay.halfYear().start())
                    .setParameter("end", stay.halfYear().end())
                    .setParameter("legs", CanonicalJson.write(stay.legs()))
                    .setParameter(
                            "monthsLeft",
                            placed.doctor().facts().institutionMonthsLeft().value())
                    .executeUpdate();
        }
    }
}
