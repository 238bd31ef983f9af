package no.alisplass.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferEffect;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.life.VacancyOfferWatch;
import no.alisplass.offer.life.Whom;

/** Offers in the database, read and written many at a time: as many statements for a whole release as for one step. */
@ApplicationScoped
class OfferStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Whoever has the doctor in the register; the area that sent the doctor where nobody has. */
    static final String HOLDER = """
             coalesce((select d.area_code from registered_doctor d
                where d.hpr = o.hpr and d.closed_reason is distinct from 'ENTERED_IN_ERROR'), o.area_code)
            """;

    private static final String READ = """
            select cast(json_build_object('id', o.id, 'round', coalesce(o.round_id, 'vikariat--' || o.vacancy_id),
                'offerRound', coalesce(o.offer_round, 0),
                'hospital', o.hospital_id, 'hpr', o.hpr, 'area', o.area_code, 'holder',""" + HOLDER + """
                ,
                'facts', json_build_object('state', o.state, 'answerBy', o.answer_by, 'leave', o.leave, 'locum', o.locum,
                    'timeAsked', o.time_asked, 'recallAskedBy', o.recall_asked_by, 'withdrawalAsked', o.withdrawal_asked,
                    'deferralAsked', o.deferral_asked, 'giveUpAsked', o.give_up_asked, 'needed', o.needed,
                    'version', o.version),
                'seats', (select json_agg(json_build_object('placement', s.placement_id, 'position', s.position_id,
                        'halfYear', s.half_year, 'number', s.seat_number, 'from', lower(s.period),
                        'to', upper(s.period) - 1, 'parts', cast(p.legs as json)) order by s.half_year, s.position_id)
                    from offer_seat s join placement p on p.id = s.placement_id where s.offer_id = o.id)) as text)
            from offer o
            """;

    private static final String FILTER = """
            \swhere (:round = '' or o.round_id = :round or :vacancy <> 0 and o.vacancy_id = :vacancy) and (:hospital = '' or o.hospital_id = :hospital)
                and (:area = '' or :area =""" + HOLDER + """
                ) and (:hpr = 0 or o.hpr = :hpr)
                and (not :asked or o.time_asked is not null or o.recall_asked_by is not null
                    or o.withdrawal_asked is not null or o.deferral_asked or o.give_up_asked is not null or o.needed is not null)
                and (:states = '*' or o.state = any(string_to_array(:states, ',')))
                and (:department = '' or exists (select 1 from offer_seat s join placement p on p.id = s.placement_id,
                    json_array_elements(cast(p.legs as json)) as leg
                    where s.offer_id = o.id and leg ->> 'department' = :department))
            """;

    private static final String UNCONFIRMED = """
             and o.state = 'COMPLETED' and exists (select 1 from offer_seat s join placement p on p.id = s.placement_id,
                json_array_elements(cast(p.legs as json)) as leg
                where s.offer_id = o.id and (:department = '' or leg ->> 'department' = :department)
                    and not exists (select 1 from offer_service v where v.offer_id = o.id and v.position_id = s.position_id
                        and v.half_year = s.half_year and v.department_id = leg ->> 'department'))
            """;

    private static final String BY_DAY =
            " order by (select min(lower(s.period)) from offer_seat s where s.offer_id = o.id), o.hpr, o.id";

    private static final String ADD = """
            insert into offer (id, round_id, offer_round, run_id, vacancy_id, hospital_id, hpr, area_code, state, answer_by, leave,
                locum, version)
            select id, round, offer_round, run, vacancy, hospital, hpr, area, state, answer_by, leave, locum, 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (id bigint, round text, offer_round integer, run bigint,
                vacancy bigint, hospital text, hpr integer, area text, state text, answer_by timestamptz, leave boolean, locum boolean)
            """;

    private static final String ADD_SEATS = """
            insert into offer_seat (offer_id, hpr, live, position_id, half_year, seat_number, period, placement_id)
            select r.offer, p.hpr, o.live, p.position_id, p.half_year, p.seat_number, p.period, p.id
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (offer bigint, placement bigint)
            join offer o on o.id = r.offer join placement p on p.id = r.placement
            """;

    private static final String RECORD = """
            insert into offer_event (offer_id, number, step, from_state, to_state, actor, who, at, reason, note, until, leave,
                locum, references_obtained, late)
            select offer, number, step, "from", "to", actor, who, at, reason, text, until, leave, locum, "references",
                late
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (offer bigint, number bigint, step text, "from" text, "to" text,
                actor text, who text, at timestamptz, reason text, text text, until timestamptz, leave boolean, locum boolean,
                "references" boolean, late boolean)
            order by offer, number
            """;

    private static final String WRITE = """
            update offer o set state = r.state, answer_by = r."answerBy", leave = r.leave, locum = r.locum,
                time_asked = r."timeAsked", recall_asked_by = r."recallAskedBy", withdrawal_asked = r."withdrawalAsked",
                deferral_asked = r."deferralAsked", give_up_asked = r."giveUpAsked", needed = r.needed,
                version = r.version
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (offer bigint, state text, "answerBy" timestamptz, leave boolean,
                locum boolean, "timeAsked" timestamptz, "recallAskedBy" text, "withdrawalAsked" text, "deferralAsked" boolean, "giveUpAsked" text,
                needed text,
                version bigint)
            where o.id = r.offer and o.version = r.version - 1
            """;

    /** Whoever takes a seat up again may get another of the same position. */
    private static final String RENUMBER = """
            update offer_seat s set seat_number = p.seat_number from placement p
            where p.id = s.placement_id and p.id = any(cast(string_to_array(:ids, ',') as bigint[]))
                and s.seat_number <> p.seat_number
            """;

    private static final String GIVE_UP = """
            insert into offer_given_up (offer_id, event, position_id, half_year, seat_number, period, placement_id)
            select s.offer_id, :event, s.position_id, s.half_year, s.seat_number, s.period, s.placement_id
            from offer_seat s where s.offer_id = :offer and s.placement_id = :placement
            """;

    private static final String TELL = """
            insert into offer_told (offer_id, event, whom, code, hospital_id, department_id, area_code, hpr, answer_by, at)
            select offer, event, whom, code, hospital, department, area, hpr, "answerBy", at
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (offer bigint, event bigint, whom text, code text, hospital text,
                department text, area text, hpr integer, "answerBy" timestamptz, at timestamptz)
            """;

    private static final String EVENTS = """
            select cast(json_build_object('number', number, 'step', step, 'from', from_state, 'to', to_state, 'actor', actor,
                'who', who, 'at', at, 'reason', reason, 'text', note, 'until', until, 'leave', leave, 'locum', locum,
                'references', references_obtained, 'late', late) as text)
            from offer_event where offer_id = :offer order by number
            """;

    private static final String TOLD = """
            select cast(json_build_object('offer', offer_id, 'event', event, 'whom', whom, 'code', code, 'hospital', hospital_id,
                'department', department_id, 'area', area_code, 'hpr', hpr, 'answerBy', answer_by, 'at', at) as text)
            from offer_told where offer_id = :offer order by id
            """;

    private static final String ENDINGS = """
            select e.id, e.reason from (select o.id, case when o.state = 'RECALLED' then
                    (select a.reason from offer_event a where a.offer_id = o.id and a.step = 'ASK_RECALL'
                     order by a.number desc limit 1) else e.reason end as reason
                from offer o join offer_event e on e.offer_id = o.id and e.number = o.version
                where o.round_id = :round and not o.live) as e where e.reason is not null
            """;

    private final EntityManager database;
    private final Placements placements;
    private final Instance<VacancyOfferWatch> watches;

    OfferStore(EntityManager database, Placements placements, @Any Instance<VacancyOfferWatch> watches) {
        this.watches = watches;
        this.database = database;
        this.placements = placements;
    }

    /** An offer to make. @param run the approved run that gave its seats; null for a vacancy */
    record New(Offer offer, Long run, OfferEvent event) {}

    /** A step that was found to be allowed. */
    record Step(Offer before, OfferEvent event) {
        Offer after() {
            return before.with(before.facts().after(event));
        }
    }

    private record EventRow(@JsonUnwrapped OfferEvent event, long offer) {}

    private record FactsRow(@JsonUnwrapped OfferFacts facts, long offer) {}

    Optional<Offer> find(long id) {
        return offers(query(READ + " where o.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** Holds it against all other steps until the transaction ends. */
    Optional<Offer> lock(long id) {
        return offers(query(READ + " where o.id = :id for update of o").setParameter("id", id)).stream()
                .findFirst();
    }

    /** Those of an offer round, held. */
    List<Offer> lock(OfferRound round) {
        return offers(
                query(READ + " where o.round_id = :round and o.offer_round = :number order by o.id for update of o")
                        .setParameter("round", round.round().value())
                        .setParameter("number", round.number()));
    }

    /** All of a round, by number. */
    List<Offer> all(RoundId round) {
        return offers(query(READ + " where o.round_id = :round order by o.id").setParameter("round", round.value()));
    }

    /** As {@link #all}, held. */
    List<Offer> lockAll(RoundId round) {
        return offers(query(READ + " where o.round_id = :round order by o.id for update of o")
                .setParameter("round", round.value()));
    }

    /** The reasons from lists for which offers of a round ended, by offer. */
    Map<Long, String> endings(RoundId round) {
        List<?> rows = query(ENDINGS).setParameter("round", round.value()).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    /** Offers of a round that were given by a run whose place a corrected one has taken. */
    Set<Long> ofWrongRun(RoundId round) {
        List<?> rows = query("select o.id from offer o join allocation_run r on r.id = o.run_id"
                        + " where o.round_id = :round and r.state = 'SUPERSEDED'")
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toSet());
    }

    /**
     * Those for which the time has come, held; what somebody else holds is left for the next time.
     *
     * @param due with the parameter :when
     */
    List<Offer> lockDue(String due, Object when, int most) {
        return offers(query(READ + " where " + due + " order by o.id limit " + most + " for update of o skip locked")
                .setParameter("when", when));
    }

    OfferPage page(OfferFilter filter, int page, int size) {
        return page(FILTER, " order by o.round_id, o.hpr, o.id", filter, page, size);
    }

    /** Who comes first, first. */
    OfferPage byDay(OfferFilter filter, int page, int size) {
        return page(FILTER, BY_DAY, filter, page, size);
    }

    List<Offer> list(OfferFilter filter) {
        return offers(filtered(READ + FILTER + " order by o.id", filter));
    }

    /** Of those, what is over and has months that are not confirmed, in the department where the filter names one. */
    OfferPage unconfirmed(OfferFilter filter, int page, int size) {
        return page(FILTER + UNCONFIRMED, " order by o.round_id, o.hpr, o.id", filter, page, size);
    }

    private OfferPage page(String which, String order, OfferFilter filter, int page, int size) {
        List<Offer> offers = offers(filtered(READ + which + order, filter)
                .setFirstResult(page * size)
                .setMaxResults(size));
        Number total = (Number)
                filtered("select count(*) from offer o" + which, filter).getSingleResult();
        return new OfferPage(offers, page, size, total.longValue());
    }

    /** How many there are in each state. */
    Map<String, Long> counts(OfferFilter filter) {
        List<?> rows = filtered("select o.state, count(*) from offer o" + FILTER + " group by o.state", filter)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** For each round, what waits. */
    Map<RoundId, Offers.Waits> waits(OfferFilter filter) {
        List<?> rows = filtered(
                        "select coalesce(o.round_id, 'vikariat--' || o.vacancy_id), count(*) filter (where o.state = 'SENT'),"
                                + " count(*) filter (where o.time_asked is not null or o.recall_asked_by is not null or"
                                + " o.withdrawal_asked is not null or o.deferral_asked or o.give_up_asked is not null or"
                                + " o.needed is not null)"
                                + " from offer o" + FILTER + " group by o.round_id, o.vacancy_id",
                        filter)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> new RoundId((String) row[0]),
                        row -> new Offers.Waits(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
    }

    private Query filtered(String sql, OfferFilter filter) {
        return query(sql)
                .setParameter("round", text(filter.round()))
                .setParameter(
                        "vacancy",
                        filter.round() == null
                                ? 0
                                : VacancyIds.of(filter.round()).orElse(0))
                .setParameter("hospital", text(filter.hospital()))
                .setParameter("area", text(filter.area()))
                .setParameter("department", text(filter.department()))
                .setParameter("hpr", filter.hpr() == null ? 0 : filter.hpr().value())
                .setParameter("asked", filter.asked())
                .setParameter(
                        "states",
                        filter.states() == null
                                ? "*"
                                : filter.states().stream().map(Enum::name).collect(Collectors.joining(",")));
    }

    private static String text(Object id) {
        return id == null ? "" : id.toString();
    }

    /** Numbers for offers to come. */
    List<Long> draw(int count) {
        List<?> rows = query("select nextval(pg_get_serial_sequence('offer', 'id')) from generate_series(1, :count)")
                .setParameter("count", count)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    void add(List<New> offers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> seats = new ArrayList<>();
        for (New each : offers) {
            Offer offer = each.offer();
            Map<String, Object> row = new HashMap<>();
            row.put("id", offer.id());
            if (offer.vacancy().isPresent()) {
                row.put("vacancy", offer.vacancy().getAsLong());
            } else {
                row.put("round", offer.round());
                row.put("offer_round", offer.offerRound());
                row.put("run", each.run());
            }
            row.put("hospital", offer.hospital());
            row.put("hpr", offer.hpr());
            row.put("area", offer.area());
            row.put("state", offer.state());
            row.put("leave", offer.facts().leave());
            row.put("locum", offer.facts().locum());
            rows.add(row);
            offer.placements().forEach(placement -> seats.add(Map.of("offer", offer.id(), "placement", placement)));
        }
        write(ADD, rows);
        write(ADD_SEATS, seats);
        record(offers.stream().map(each -> new Step(each.offer(), each.event())).toList());
    }

    /** Takes steps of offers that are held: each is recorded, written and to be told, and its seats are freed or taken. */
    List<Offer> take(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Offer> after = steps.stream().map(Step::after).toList();
        List<Long> taken = new ArrayList<>();
        List<Long> freed = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            boolean before = steps.get(at).before().state().isLive();
            boolean now = after.get(at).state().isLive();
            if (before != now) {
                (now ? taken : freed).addAll(after.get(at).placements());
            }
        }
        if (!taken.isEmpty()) {
            placements.again(taken);
            query(RENUMBER).setParameter("ids", ids(taken)).executeUpdate();
        }
        int written = write(
                WRITE,
                after.stream()
                        .map(offer -> new FactsRow(offer.facts(), offer.id()))
                        .toList());
        if (written != steps.size()) {
            throw new IllegalStateException(written + " of " + steps.size() + " offers stood where they were read");
        }
        if (!freed.isEmpty()) {
            placements.end(freed);
        }
        record(steps);
        return taken.isEmpty()
                ? after
                : after.stream().map(offer -> find(offer.id()).orElseThrow()).toList();
    }

    /** Frees one seat of an offer that goes on with the others; by the step that was just taken. */
    Offer giveUp(Offer after, Offer.Seat seat) {
        query(GIVE_UP)
                .setParameter("offer", after.id())
                .setParameter("event", after.version())
                .setParameter("placement", seat.placement())
                .executeUpdate();
        query("delete from offer_seat where offer_id = :offer and placement_id = :placement")
                .setParameter("offer", after.id())
                .setParameter("placement", seat.placement())
                .executeUpdate();
        placements.end(List.of(seat.placement()));
        return find(after.id()).orElseThrow();
    }

    private static String ids(List<Long> all) {
        return all.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void record(List<Step> steps) {
        write(
                RECORD,
                steps.stream()
                        .map(step -> new EventRow(step.event(), step.before().id()))
                        .toList());
        List<Told> told = steps.stream().flatMap(step -> told(step).stream()).toList();
        if (!told.isEmpty()) {
            write(TELL, told);
        }
        for (Step step : steps) {
            step.before()
                    .vacancy()
                    .ifPresent(vacancy -> watches.forEach(
                            watch -> watch.taken(vacancy, step.before().id(), step.event())));
        }
    }

    private static List<Told> told(Step step) {
        OfferEvent event = step.event();
        List<Told> told = new ArrayList<>();
        OfferTable.rows().stream()
                .filter(row -> row.step() == event.step()
                        && row.from() == event.from()
                        && row.to() == event.to()
                        && row.who().contains(event.actor()))
                .forEach(row -> row.tells().stream().sorted().forEach(whom -> {
                    if (whom == Whom.DEPARTMENT) {
                        step.before().departments().stream()
                                .sorted()
                                .forEach(each -> told.add(told(step, row, whom, each)));
                    } else {
                        told.add(told(step, row, whom, null));
                    }
                }));
        return told;
    }

    private static Told told(Step step, OfferRow row, Whom whom, DepartmentId department) {
        Offer offer = step.before();
        OfferEvent event = step.event();
        return new Told(
                offer.id(),
                event.number(),
                whom,
                row.told(),
                offer.hospital(),
                department,
                whom == Whom.AREA ? offer.holder() : null,
                whom == Whom.DOCTOR ? offer.hpr() : null,
                until(step, row, whom),
                event.at());
    }

    /** The deadline that runs, for those who have something to do before it: what was asked for the coordinator decides. */
    private static Instant until(Step step, OfferRow row, Whom whom) {
        boolean theirs = !row.effects().contains(OfferEffect.PENDING) || whom == Whom.COORDINATOR;
        return row.to() == OfferState.SENT && theirs ? step.after().facts().answerBy() : null;
    }

    /** All steps of an offer, in their order. */
    List<OfferEvent> events(long offer) {
        return read(query(EVENTS).setParameter("offer", offer), OfferEvent.class);
    }

    /** What was to be told of an offer, in its order. */
    List<Told> told(long offer) {
        return read(query(TOLD).setParameter("offer", offer), Told.class);
    }

    private Query query(String sql) {
        return database.createNativeQuery(sql);
    }

    private int write(String sql, List<?> rows) {
        try {
            return query(sql)
                    .setParameter("rows", JSON.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("What was done to offers cannot be written", fault);
        }
    }

    private static List<Offer> offers(Query query) {
        return read(query, Offer.class);
    }

    private static <T> List<T> read(Query query, Class<T> type) {
        List<?> rows = query.getResultList();
        Function<Object, T> read = row -> {
            try {
                return JSON.readValue((String) row, type);
            } catch (JsonProcessingException fault) {
                throw new IllegalStateException("What is kept of offers cannot be read", fault);
            }
        };
        return rows.stream().map(read).toList();
    }
}
