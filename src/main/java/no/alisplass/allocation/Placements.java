package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Earlier;
import no.alisplass.waitlist.GivenStays;

/** Who holds which seat by an approved run. The database refuses a seat with two holders and a doctor in two places. */
@ApplicationScoped
public class Placements implements GivenStays {
    private static final String ADD = """
            insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs, months_left)
            select :run, :hpr, :area, :position, :halfYear, free.seat, daterange(:start, :end, '[]'), :legs, :monthsLeft
            from (select s.seat from generate_series(1, 1000) as s(seat)
                  where not exists (select 1 from placement p where p.active and p.position_id = :position
                                    and p.half_year = :halfYear and p.seat_number = s.seat)
                  order by s.seat limit 1) as free
            """;
    private static final String GIVEN = """
            select coalesce(a.id, p.position_id) as round, coalesce(a.title, 'Vikariat ved ' || d.name) as title, p.hpr as hpr,
                   p.area_code as area, p.position_id as position,
                   p.half_year as half_year, coalesce(p.served, p.legs) as legs,
                   greatest(p.months_left + p.left_since, 0) as months_left,
                   case when p.vacancy_id is not null then upper(p.period) - 1 end as last_day
            from placement p left join allocation_run r on r.id = p.run_id left join allocation_round a on a.id = r.round_id
                left join sporadic_vacancy v on v.id = p.vacancy_id left join department d on d.id = v.department_id
            where p.active and coalesce(a.id, p.position_id) <> :round
            order by coalesce(r.approved_at, p.given_at), p.id
            """;

    private static final String HELD = """
            select p.id as id, p.run_id as run, p.hpr as hpr, p.area_code as area, p.position_id as position,
                   p.half_year as half_year, p.seat_number as seat, p.legs as legs
            from placement p join allocation_run r on r.id = p.run_id
            where p.active and r.round_id = :round
            order by p.hpr, p.half_year, p.id
            """;

    /**
     * What was taken back counts in the first later round that was not approved then: nothing between the two was approved afterwards.
     * Spring comes before autumn; the names of half-years are the other way round.
     */
    private static final String WITHDREW_LATE = """
            with round as (
                select a.id, translate(a.first_half_year, 'VH', 'AB') as half_year,
                    (select min(r.approved_at) from allocation_run r where r.round_id = a.id) as approved_at
                from allocation_round this join allocation_round a on a.hospital_id = this.hospital_id
                where this.id = :round
            )
            select distinct p.hpr from round this join round a on a.half_year < this.half_year
            join allocation_run r on r.round_id = a.id join placement p on p.run_id = r.id
            where this.id = :round and p.withdrawn_late_at < coalesce(this.approved_at, 'infinity')
                and not exists (select 1 from round b where b.half_year > a.half_year and b.half_year < this.half_year
                    and b.approved_at >= p.withdrawn_late_at)
            """;

    /** The lowest free seats of each position and half-year, one each, in the order of the rows. */
    private static final String GIVE = """
            with wanted as (
                select r.*, row_number() over (partition by r.position, r."halfYear" order by r.place) as nth
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (place integer, hpr integer, area text, position text,
                    "halfYear" text, first date, last date, legs text, "monthsLeft" numeric)
            ), free as (
                select each.position, each."halfYear", s.seat,
                    row_number() over (partition by each.position, each."halfYear" order by s.seat) as nth
                from (select w.position, w."halfYear", count(*) as wanted,
                        (select count(*) from placement p where p.active and p.position_id = w.position
                            and p.half_year = w."halfYear") as taken
                    from wanted w group by w.position, w."halfYear") as each
                cross join lateral generate_series(1, each.wanted + each.taken) as s (seat)
                where not exists (select 1 from placement p where p.active and p.position_id = each.position
                    and p.half_year = each."halfYear" and p.seat_number = s.seat)
            )
            insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs, months_left,
                left_since)
            select run.id, w.hpr, w.area, w.position, w."halfYear", f.seat, daterange(w.first, w.last, '[]'), w.legs,
                w."monthsLeft",
                coalesce((select max(b.left_since) from placement b where b.run_id = run.id and b.hpr = w.hpr), 0)
            from wanted w join free f on f.position = w.position and f."halfYear" = w."halfYear" and f.nth = w.nth
            join allocation_run run on run.round_id = :round and run.state = 'APPROVED'
            order by w.place
            returning id
            """;

    /** What was given earlier comes to, the later seats of the same doctors were given on top of. */
    private static final String LATER = """
            with these as (
                select e.hpr, coalesce(r.approved_at, e.given_at) as given_at, coalesce(r.id, 0) as run, (select sum(cast(part ->> 'months' as numeric))
                    from json_array_elements(cast(coalesce(e.served, e.legs) as json)) as part) as months
                from placement e left join allocation_run r on r.id = e.run_id
                where e.id = any(cast(string_to_array(:ids, ',') as bigint[]))
            ), change as (
                select p.id, sum(these.months) as months
                from these join placement p on p.hpr = these.hpr left join allocation_run r on r.id = p.run_id
                where (coalesce(r.approved_at, p.given_at), coalesce(r.id, 0)) > (these.given_at, these.run)
                group by p.id
            )
            update placement p set left_since = p.left_since + :sign * change.months from change where p.id = change.id
            """;

    private static final String GIVE_VACANCY = """
            insert into placement (vacancy_id, hpr, area_code, position_id, half_year, seat_number, period, legs, months_left,
                given_at)
            values (:vacancy, :hpr, :area, :position, :halfYear, 1, daterange(:first, :last, '[]'), :legs, :monthsLeft, :now)
            returning id
            """;

    private static final String AWAY = """
            select distinct p.hpr as hpr, p.area_code as area from placement p
            where p.active and p.period && daterange(:first, :last, '[]')
            """;

    private static final String THESE = " where id = any(cast(string_to_array(:ids, ',') as bigint[]))";

    private static final String AGAIN = """
            update placement p set active = true, seat_number = (
                select s.seat from generate_series(1, 1000) as s (seat)
                where not exists (select 1 from placement o where o.active and o.position_id = p.position_id
                    and o.half_year = p.half_year and o.seat_number = s.seat)
                order by s.seat <> p.seat_number, s.seat limit 1)""";

    private static final String FREE = """
            select not exists (select 1 from placement p where p.id = any(cast(string_to_array(:ids, ',') as bigint[]))
                and (exists (select 1 from placement o where o.active and o.id <> p.id and o.hpr = p.hpr
                        and o.period && p.period)
                    or (select count(*) from placement o where o.active and o.position_id = p.position_id
                        and o.half_year = p.half_year) >= coalesce((select s.seats from position_seats s
                        where s.position_id = p.position_id and s.half_year = p.half_year),
                        (select 1 from sporadic_vacancy v where v.id = p.vacancy_id and v.state = 'OPEN'), 0)))
            """;

    private static final String ROOM = """
            select (select count(*) from placement o where o.active and o.position_id = :position
                    and o.half_year = :halfYear) < coalesce((select s.seats from position_seats s
                    where s.position_id = :position and s.half_year = :halfYear), 0)
                and not exists (select 1 from placement o where o.active and o.hpr = :hpr
                    and o.period && daterange(cast(:start as date), cast(:end as date), '[]'))
            """;

    /** What an area said last of how many it can spare, on a list it sent to any round. */
    private static final String SPARED = """
            select coalesce((select count(distinct o.hpr) from placement o where o.active and o.area_code = :area
                    and o.period && daterange(cast(:start as date), cast(:end as date), '[]'))
                < (select l.away_limit from waitlist_submission l where l.area_code = :area
                    order by l.submitted_at desc, l.round_id, l.number desc limit 1), true)
            """;

    private static final String POSTPONE = """
            insert into placement (run_id, run_state, hpr, area_code, position_id, half_year, seat_number, period, legs,
                months_left, left_since)
            select p.run_id, p.run_state, p.hpr, p.area_code, p.position_id, :halfYear, (
                    select s.seat from generate_series(1, 1000) as s (seat)
                    where not exists (select 1 from placement o where o.active and o.position_id = p.position_id
                        and o.half_year = :halfYear and o.seat_number = s.seat)
                    order by s.seat limit 1),
                daterange(cast(:start as date), cast(:end as date), '[]'), p.legs, p.months_left, p.left_since
            from placement p where p.id = :id
            returning id
            """;

    /** Any number will do that no other lock of the database has. */
    private static final long APPROVALS = 2_027_003_731;

    private final EntityManager database;

    Placements(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<GivenStay> besides(RoundId round) {
        return given(round.value());
    }

    /** All that approved rounds have given, at every hospital, in the order it was given. */
    @Transactional
    public List<GivenStay> given() {
        return given("");
    }

    @SuppressWarnings("unchecked")
    private List<GivenStay> given(String besides) {
        List<Tuple> rows = database.createNativeQuery(GIVEN, Tuple.class)
                .setParameter("round", besides)
                .getResultList();
        return rows.stream().map(Placements::given).toList();
    }

    /** What a round is frozen on of the rounds before it. */
    @Transactional
    public Earlier earlier(RoundId round) {
        return new Earlier(besides(round), withdrewLate(round));
    }

    /** Who took back a yes late in a round of the hospital that this is the next of, without a weighty reason. */
    private Set<HprNumber> withdrewLate(RoundId round) {
        List<?> rows = database.createNativeQuery(WITHDREW_LATE)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream()
                .map(hpr -> new HprNumber(((Number) hpr).intValue()))
                .collect(Collectors.toSet());
    }

    /** Notes that what was given up was a yes taken back late, and when: it counts in the next round that is not approved by then. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawnLate(Collection<Long> ended, Instant now) {
        database.createNativeQuery("update placement p set withdrawn_late_at = :now" + THESE)
                .setParameter("now", now)
                .setParameter("ids", ids(ended))
                .executeUpdate();
    }

    /** A seat that a doctor holds by an approved run. @param id what {@link #end} and {@link #again} know it by */
    public record Held(
            long id,
            long run,
            HprNumber hpr,
            AreaCode area,
            PositionId position,
            HalfYear halfYear,
            int seat,
            List<GivenStay.Part> parts) {
        public Held {
            parts = List.copyOf(parts);
        }
    }

    /** What the approved run of a round gave and nobody has given up since; by doctor. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Held> held(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(HELD, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(Placements::held).toList();
    }

    private static Held held(Tuple row) {
        return new Held(
                row.get("id", Long.class),
                row.get("run", Long.class),
                new HprNumber(row.get("hpr", Integer.class)),
                new AreaCode(row.get("area", String.class)),
                new PositionId(row.get("position", String.class)),
                HalfYear.parse(row.get("half_year", String.class)),
                row.get("seat", Integer.class),
                List.of(CanonicalJson.read(row.get("legs", String.class), GivenStay.Part[].class)));
    }

    /** Seats that are given up: from now on they are free, for later rounds too. What was frozen before stays as it was. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Collection<Long> held) {
        later(held, 1);
        set("update placement p set active = false", held);
    }

    /**
     * Seats that were given up and are taken again, by whom they were given to; {@link #free} tells whether they can be. One whose
     * number another holds by now gets the lowest that is free.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void again(Collection<Long> held) {
        set(AGAIN, held);
        later(held, -1);
    }

    /**
     * The doctor's seats of rounds that were approved later were given as if these were served as they stand: when they no longer do, as
     * much more is left before those.
     *
     * @param sign 1 before something else stands, -1 after it
     */
    private void later(Collection<Long> held, int sign) {
        database.createNativeQuery(LATER)
                .setParameter("ids", ids(held))
                .setParameter("sign", sign)
                .executeUpdate();
    }

    private void set(String what, Collection<Long> held) {
        database.createNativeQuery(what + THESE.replace(" id =", " p.id ="))
                .setParameter("ids", ids(held))
                .executeUpdate();
    }

    /** What was in the end served of a seat: later rounds count that, and no longer what was given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void served(long held, List<GivenStay.Part> parts) {
        later(List.of(held), 1);
        database.createNativeQuery("update placement set served = :parts where id = :id")
                .setParameter("parts", CanonicalJson.write(parts))
                .setParameter("id", held)
                .executeUpdate();
        later(List.of(held), -1);
    }

    /** What counts of a seat that was given up when some of it had been served: so much less is left before what came later. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void servedBefore(long ended, Months counted) {
        database.createNativeQuery("update placement p set left_since = p.left_since - :months"
                        + " from placement e left join allocation_run r on r.id = e.run_id, placement l"
                        + " left join allocation_run o on o.id = l.run_id"
                        + " where e.id = :id and p.hpr = e.hpr and l.id = p.id"
                        + " and (coalesce(o.approved_at, l.given_at), coalesce(o.id, 0))"
                        + " > (coalesce(r.approved_at, e.given_at), coalesce(r.id, 0))")
                .setParameter("months", counted.value())
                .setParameter("id", ended)
                .executeUpdate();
    }

    /**
     * Months of institutional service that the doctor had left before a seat, when what earlier rounds gave has come to what it has;
     * empty when not known.
     */
    @Transactional
    public Optional<Months> leftBefore(long held) {
        BigDecimal left = (BigDecimal)
                database.createNativeQuery("select greatest(months_left + left_since, 0) from placement where id = :id")
                        .setParameter("id", held)
                        .getSingleResult();
        return Optional.ofNullable(left).map(Months::of);
    }

    /** A stay that a doctor gets after the round was approved. @param monthsLeft institutional service left before the round */
    public record Gift(HprNumber hpr, AreaCode area, Stay stay, Months monthsLeft) {}

    /** Gives each the lowest free seat there is, in their order; under {@link #lock}. By the run that the round was approved by. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(RoundId round, List<Gift> gifts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Gift gift : gifts) {
            Map<String, Object> row = new HashMap<>();
            row.put("place", rows.size());
            row.put("hpr", gift.hpr().value());
            row.put("area", gift.area().value());
            row.put("position", gift.stay().position().value());
            row.put("halfYear", gift.stay().halfYear().toString());
            row.put("first", gift.stay().halfYear().start().toString());
            row.put("last", gift.stay().halfYear().end().toString());
            row.put("legs", CanonicalJson.write(gift.stay().legs()));
            row.put("monthsLeft", gift.monthsLeft().value());
            rows.add(row);
        }
        List<?> made = database.createNativeQuery(GIVE)
                .setParameter("rows", CanonicalJson.write(rows))
                .setParameter("round", round.value())
                .getResultList();
        if (made.size() != gifts.size()) {
            throw new IllegalStateException(made.size() + " of " + gifts.size() + " stays could be given");
        }
        later(made.stream().map(id -> ((Number) id).longValue()).toList(), -1);
    }

    /** Whether the position has a free seat in a half-year's plan, and the doctor has nothing else then; under {@link #lock}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean roomFor(HprNumber hpr, PositionId position, HalfYear halfYear) {
        return (Boolean) database.createNativeQuery(ROOM)
                .setParameter("hpr", hpr.value())
                .setParameter("position", position.value())
                .setParameter("halfYear", halfYear.toString())
                .setParameter("start", halfYear.start())
                .setParameter("end", halfYear.end())
                .getSingleResult();
    }

    /** Whether an area can spare one doctor more in a half-year; under {@link #lock}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean spared(AreaCode area, HalfYear halfYear) {
        return (Boolean) database.createNativeQuery(SPARED)
                .setParameter("area", area.value())
                .setParameter("start", halfYear.start())
                .setParameter("end", halfYear.end())
                .getSingleResult();
    }

    /**
     * Gives a doctor who has given up a seat the lowest free one of the same position in another half-year, by the same run: no round
     * or refill gives that one away; under {@link #lock}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long postpone(long ended, HalfYear halfYear) {
        long made = ((Number) database.createNativeQuery(POSTPONE)
                        .setParameter("id", ended)
                        .setParameter("halfYear", halfYear.toString())
                        .setParameter("start", halfYear.start())
                        .setParameter("end", halfYear.end())
                        .getSingleResult())
                .longValue();
        later(List.of(made), -1);
        return made;
    }

    /**
     * Gives a doctor a vacancy, from now on; under {@link #lock}.
     *
     * @param monthsLeft institutional service left before it
     * @return what {@link #end} and {@link #again} know it by
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long give(
            Vacancy vacancy, HprNumber hpr, AreaCode area, GivenStay.Part part, Months monthsLeft, Instant now) {
        Number made = (Number) database.createNativeQuery(GIVE_VACANCY)
                .setParameter("vacancy", vacancy.id())
                .setParameter("hpr", hpr.value())
                .setParameter("area", area.value())
                .setParameter("position", VacancyIds.position(vacancy.id()).value())
                .setParameter("halfYear", HalfYear.containing(vacancy.from()).toString())
                .setParameter("first", vacancy.from())
                .setParameter("last", vacancy.to())
                .setParameter("legs", CanonicalJson.write(List.of(part)))
                .setParameter("monthsLeft", monthsLeft.value())
                .setParameter("now", now)
                .getSingleResult();
        return made.longValue();
    }

    /** A doctor who is away on some of the days that were asked for. @param area that sent the doctor */
    public record Away(HprNumber hpr, AreaCode area) {}

    /** Who is in a seat, or may come to be, on some of the days, at whatever hospital. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Away> away(LocalDate from, LocalDate to) {
        List<Tuple> rows = database.createNativeQuery(AWAY, Tuple.class)
                .setParameter("first", from)
                .setParameter("last", to)
                .getResultList();
        return rows.stream()
                .map(row -> new Away(
                        new HprNumber(row.get("hpr", Integer.class)), new AreaCode(row.get("area", String.class))))
                .toList();
    }

    /**
     * Whether fewer hold the positions of seats that were given up than there are seats now, and their doctor holds nothing else at the
     * same time; under {@link #lock}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean free(Collection<Long> held) {
        return (Boolean)
                database.createNativeQuery(FREE).setParameter("ids", ids(held)).getSingleResult();
    }

    private static String ids(Collection<Long> held) {
        return held.stream().map(String::valueOf).collect(Collectors.joining(","));
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
                left == null ? null : Months.of(left),
                until(row));
    }

    /** Only a vacancy can end in another half-year than it begins in. */
    private static HalfYear until(Tuple row) {
        Object last = row.get("last_day");
        if (last == null) {
            return null;
        }
        HalfYear until =
                HalfYear.containing(last instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) last);
        return until.toString().equals(row.get("half_year", String.class)) ? null : until;
    }

    /** Lets nobody else give seats until the transaction ends, by approving a round or otherwise: what one gives, the next must see. */
    public void lock() {
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
