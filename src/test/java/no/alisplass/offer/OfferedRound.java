package no.alisplass.offer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.life.Actor;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.waitlist.WaitlistContent;

/**
 * An approved round of a hospital of its own, in the autumn of a far year, that gave so many doctors a seat each; made in the database
 * without running anything, and taken away again.
 */
public final class OfferedRound {
    public static final int YEAR = 2090;
    public static final LocalDate APPROVED = LocalDate.of(YEAR, 1, 9);
    private static final List<String> RECORDS = List.of(
            "offer_event",
            "offer_told",
            "offer_service",
            "offer_given_up",
            "refill",
            "wish_change",
            "vacancy_event",
            "vacancy_told",
            "vacancy_ranking",
            "round_stop",
            "round_correction",
            "round_correction_ended",
            "waitlist_submission");
    private static final int FIRST_DOCTOR = 880_000_000;
    private static int made;

    public final HospitalId hospital;
    public final RoundId round;
    public final String position;
    private final int number;
    private final EntityManager database;

    private OfferedRound(EntityManager database, int number) {
        this.database = database;
        this.number = number;
        this.hospital = new HospitalId("tilbud-" + number);
        this.round = new RoundId("tilbud-" + number + "-runde");
        this.position = "tilbud-" + number + "-lunge";
    }

    public static OfferedRound of(EntityManager database, int doctors) {
        OfferedRound made = new OfferedRound(database, ++OfferedRound.made);
        QuarkusTransaction.requiringNew().run(() -> made.write(doctors));
        return made;
    }

    private void write(int doctors) {
        Map<String, String> names = Map.of(
                ":hospital",
                hospital.value(),
                ":round",
                round.value(),
                ":position",
                position,
                ":number",
                "88000" + (1000 + number));
        for (String sql : List.of(
                "insert into area (code, name, kind, version) values ('9981', 'Tilbudby', 'MUNICIPALITY', 0),"
                        + " ('9982', 'Tilbudbygd', 'MUNICIPALITY', 0) on conflict (code) do nothing",
                "insert into hospital (id, organisation_number, name, version) values (':hospital', ':number', 'Tilbud', 0)",
                "insert into hospital_division (hospital_id, name, service, place) values (':hospital', 'Medisin', 'SOMATIC', 0)",
                "insert into department (id, hospital_id, division_name, name, on_call, place)"
                        + " values (':position', ':hospital', 'Medisin', 'Lunge', true, 0)",
                "insert into earmarked_position (id, hospital_id, first_department_id, first_months, version)"
                        + " values (':position', ':hospital', ':position', 6, 0)",
                "insert into allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id, policy_version,"
                        + " objective, lottery_seed, deadline, state, version) values (':round', ':hospital', 'Tilbud, høst',"
                        + " '2090-H', 2, 'ahus-2020', 2, 'WISHES_FIRST', 'froe', '2089-12-01', 'APPROVED', 0)",
                "insert into allocation_run (round_id, number, state, total, problem, problem_hash, roster, policy_id,"
                        + " policy_version, seed, proposal, certificate, checked, started_by, requested_at, approved_by,"
                        + " approved_at) values (':round', 1, 'APPROVED', 0, '{}', repeat('0', 64), '{}', 'ahus-2020', 2, 0,"
                        + " '{}', '{}', true, 'test', now(), 'test', now())",
                "insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs)"
                        + " select id, " + FIRST_DOCTOR + " + " + number
                        + " * 10000 + d, case d % 2 when 1 then '9981' else '9982'"
                        + " end, ':position', '2090-H', d, daterange('2090-09-01', '2091-02-28', '[]'),"
                        + " '[{\"department\":\":position\",\"months\":6}]' from allocation_run, generate_series(1, "
                        + doctors
                        + ") as d where round_id = ':round'")) {
            String filled = sql;
            for (Map.Entry<String, String> name : names.entrySet()) {
                filled = filled.replace(name.getKey(), name.getValue());
            }
            execute(filled);
        }
    }

    public void remove() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String record : RECORDS) {
                execute("alter table " + record + " disable trigger user");
            }
            String own = " where hospital_id = '" + hospital + "'";
            String offers = " where offer_id in (select id from offer" + own + ")";
            String vacancies = " where vacancy_id in (select id from sporadic_vacancy" + own + ")";
            for (String sql : List.of(
                    "delete from vacancy_told" + vacancies,
                    "delete from vacancy_ranking" + vacancies,
                    "delete from vacancy_event" + vacancies,
                    "delete from offer_told" + offers,
                    "delete from offer_told where wish_change in (select id from wish_change where round_id = '" + round
                            + "')",
                    "delete from wish_change where round_id = '" + round + "'",
                    "delete from offer_answer" + offers,
                    "delete from offer_service" + offers,
                    "delete from offer_given_up" + offers,
                    "delete from offer_event" + offers,
                    "delete from offer_seat" + offers,
                    "delete from offer" + own,
                    "delete from refill where round_id = '" + round + "'",
                    "delete from round_stop where round_id = '" + round + "'",
                    "delete from round_correction_ended where round_id = '" + round + "'",
                    "delete from round_correction where round_id = '" + round + "'",
                    "delete from waitlist_submission where round_id = '" + round + "'",
                    // Whom a test has put straight into the table; those who were registered are forgotten between
                    // classes.
                    "delete from registered_doctor d where d.hpr / 10000 = " + (FIRST_DOCTOR / 10000 + number)
                            + " and not exists (select 1 from registered_affiliation a where a.hpr = d.hpr)",
                    "delete from catchment_membership where hospital_id = '" + hospital + "'",
                    "delete from offer_round where round_id = '" + round + "'",
                    "delete from offer_course where round_id = '" + round + "'",
                    "delete from offer_settings where hospital_id = '" + hospital + "'",
                    "delete from placement where run_id in (select id from allocation_run where round_id = '" + round
                            + "')",
                    "delete from placement" + vacancies,
                    "delete from vacancy_settings" + own,
                    "delete from chance_settings" + own,
                    "delete from allocation_run where round_id = '" + round + "'",
                    "delete from allocation_round where id = '" + round + "'",
                    "delete from position_seats where position_id in (select id from earmarked_position where hospital_id = '"
                            + hospital + "')",
                    "delete from earmarked_position where hospital_id = '" + hospital + "'",
                    "delete from sporadic_vacancy where hospital_id = '" + hospital + "'",
                    "delete from catchment_membership where hospital_id = '" + hospital + "'",
                    "delete from department where hospital_id = '" + hospital + "'",
                    "delete from hospital_division where hospital_id = '" + hospital + "'",
                    "delete from hospital where id = '" + hospital + "'")) {
                execute(sql);
            }
            for (String record : RECORDS) {
                execute("alter table " + record + " enable trigger user");
            }
        });
    }

    /** A department more, with a position and so many seats; the position is called as room {@code snapshot}'s tests call it. */
    public void department(String id, int seats) {
        for (String sql : List.of(
                "insert into department (id, hospital_id, division_name, name, on_call, place) values ('" + id + "', '"
                        + hospital + "', 'Medisin', '" + id
                        + "', true, (select count(*) from department where hospital_id = '"
                        + hospital + "'))",
                "insert into earmarked_position (id, hospital_id, first_department_id, first_months, version) values ('"
                        + id + "-1', '" + hospital + "', '" + id + "', 6, 0)",
                "insert into position_seats (position_id, half_year, seats, version) values ('" + id + "-1', '2090-H', "
                        + seats + ", 0)")) {
            execute(sql);
        }
    }

    /** Not run yet: its lists are sent, and it can be run and approved. Whom they name is registered as they say, and the hospital serves the areas. */
    public void closed(Map<AreaCode, List<WaitlistEntry>> lists) {
        execute("delete from placement where run_id in (select id from allocation_run where round_id = '" + round
                + "')");
        execute("delete from allocation_run where round_id = '" + round + "'");
        execute("alter table allocation_round disable trigger user");
        execute("update allocation_round set state = 'CLOSED' where id = '" + round + "'");
        execute("alter table allocation_round enable trigger user");
        lists.forEach((area, entries) -> {
            execute("insert into catchment_membership (area_code, hospital_id, first_day) values ('" + area + "', '"
                    + hospital + "', '2080-01-01')");
            database.createNativeQuery("insert into waitlist_submission (round_id, area_code, number, content, sha256,"
                            + " submitted_at, submitted_by) values (:round, :area, 1, cast(:content as jsonb),"
                            + " repeat('0', 64), timestamptz '2089-11-30 12:00', 'test')")
                    .setParameter("round", round.value())
                    .setParameter("area", area.value())
                    .setParameter("content", WaitlistContent.write(entries))
                    .executeUpdate();
            entries.forEach(entry -> registered(area, entry));
        });
    }

    /** A doctor is registered as a list would have it; again, with what is known now. */
    public void registered(AreaCode area, WaitlistEntry entry) {
        database.createNativeQuery(
                        "insert into registered_doctor (hpr, area_code, version, content) values (:hpr, :area, 1,"
                                + " (cast(:content as jsonb) -> 'entries' -> 0) - 'priority' || '{\"schema\": 1, \"stays\": []}')"
                                + " on conflict (hpr) do update set content = excluded.content,"
                                + " version = registered_doctor.version + 1")
                .setParameter("hpr", entry.hpr().value())
                .setParameter("area", area.value())
                .setParameter("content", WaitlistContent.write(List.of(entry)))
                .executeUpdate();
    }

    /** What the approved run was frozen from, as if it had been this. */
    public void frozen(Snapshot snapshot) {
        database.createNativeQuery(
                        "update allocation_run set problem = :problem, problem_hash = :hash, roster = :roster"
                                + " where round_id = :round")
                .setParameter("problem", CanonicalJson.write(snapshot.problem()))
                .setParameter("hash", snapshot.problemHash())
                .setParameter("roster", CanonicalJson.write(snapshot.roster()))
                .setParameter("round", round.value())
                .executeUpdate();
    }

    /** The run gave a doctor a seat of a department. */
    public void gave(int doctor, String department, int seat) {
        execute(
                "insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs, months_left)"
                        + " select id, " + doctor(doctor).value() + ", '" + area(doctor) + "', '" + department
                        + "-1', '2090-H', " + seat
                        + ", daterange('2090-09-01', '2091-02-28', '[]'), '[{\"department\":\"" + department
                        + "\",\"months\":6}]', 6 from allocation_run where round_id = '" + round + "'");
    }

    /** The area of that doctor belongs to the hospital, so that it reaches the round; of one hospital at a time. */
    public void takesPart(int doctor) {
        execute("insert into catchment_membership (area_code, hospital_id, first_day) values ('" + area(doctor) + "', '"
                + hospital + "', '2089-01-01')");
    }

    /** In the transaction there is. */
    public int execute(String sql) {
        return database.createNativeQuery(sql).executeUpdate();
    }

    /** The doctor with the seat of that number. */
    public HprNumber doctor(int seat) {
        return new HprNumber(FIRST_DOCTOR + number * 10000 + seat);
    }

    public static AreaCode area(int seat) {
        return new AreaCode(seat % 2 == 1 ? "9981" : "9982");
    }

    public Acting coordinator(String who) {
        return new Acting(Actor.COORDINATOR, who, null, null, hospital, null);
    }

    Acting department() {
        return new Acting(Actor.DEPARTMENT, "leder", null, null, hospital, null);
    }

    Acting asDoctor(int seat) {
        return new Acting(Actor.DOCTOR, "lege-" + seat, doctor(seat), null, null, null);
    }

    Acting asArea(int seat) {
        return new Acting(Actor.AREA, "kommune-" + area(seat), null, area(seat), null, null);
    }

    /** Whether the placement behind a seat holds it. */
    boolean holds(int seat) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Boolean)
                        database.createNativeQuery("select bool_or(active) from placement where position_id = '"
                                        + position + "' and seat_number = " + seat)
                                .getSingleResult());
    }
}
