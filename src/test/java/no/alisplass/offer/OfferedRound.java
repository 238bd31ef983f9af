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
import no.alisplass.offer.life.Actor;

/**
 * An approved round of a hospital of its own, in the autumn of a far year, that gave so many doctors a seat each; made in the database
 * without running anything, and taken away again.
 */
final class OfferedRound {
    static final int YEAR = 2090;
    static final LocalDate APPROVED = LocalDate.of(YEAR, 1, 9);
    private static final List<String> RECORDS =
            List.of("offer_event", "offer_told", "offer_service", "registered_change");
    private static final int FIRST_DOCTOR = 880_000_000;
    private static int made;

    final HospitalId hospital;
    final RoundId round;
    final String position;
    private final int number;
    private final EntityManager database;

    private OfferedRound(EntityManager database, int number) {
        this.database = database;
        this.number = number;
        this.hospital = new HospitalId("tilbud-" + number);
        this.round = new RoundId("tilbud-" + number + "-runde");
        this.position = "tilbud-" + number + "-lunge";
    }

    static OfferedRound of(EntityManager database, int doctors) {
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

    void remove() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String record : RECORDS) {
                execute("alter table " + record + " disable trigger user");
            }
            String doctors =
                    " hpr between " + doctor(0).value() + " and " + doctor(9999).value();
            String offers = " where offer_id in (select id from offer where round_id = '" + round + "')";
            for (String sql : List.of(
                    "delete from offer_told" + offers,
                    "delete from offer_answer" + offers,
                    "delete from offer_service" + offers,
                    "delete from offer_event" + offers,
                    "delete from offer_seat" + offers,
                    "delete from offer where round_id = '" + round + "'",
                    "delete from offer_round where round_id = '" + round + "'",
                    "delete from offer_course where round_id = '" + round + "'",
                    "delete from offer_settings where hospital_id = '" + hospital + "'",
                    "delete from placement where position_id = '" + position + "'",
                    "delete from allocation_run where round_id = '" + round + "'",
                    "delete from allocation_round where id = '" + round + "'",
                    "delete from position_seats where position_id = '" + position + "'",
                    "delete from earmarked_position where id = '" + position + "'",
                    "delete from sporadic_vacancy where hospital_id = '" + hospital + "'",
                    "delete from registered_change where" + doctors,
                    "delete from registered_affiliation where" + doctors,
                    "delete from registered_doctor where" + doctors,
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

    /** In the transaction there is. */
    int execute(String sql) {
        return database.createNativeQuery(sql).executeUpdate();
    }

    /** The doctor with the seat of that number. */
    HprNumber doctor(int seat) {
        return new HprNumber(FIRST_DOCTOR + number * 10000 + seat);
    }

    static AreaCode area(int seat) {
        return new AreaCode(seat % 2 == 1 ? "9981" : "9982");
    }

    Acting coordinator(String who) {
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
