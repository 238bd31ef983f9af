package no.alisplass.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Users;
import no.alisplass.snapshot.PriorityOrder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a round is what freezing it now would give, at every moment. */
@QuarkusTest
class FrozenMemoryIT {
    private static final RoundId ROUND = new RoundId("ahus-2027-v");
    private static final Pattern TABLE = Pattern.compile("(?:from|join) ([a-z_]+) ");
    private static final String MORE_SEATS =
            "update position_seats set seats = seats + 1 where position_id = 'ahus-geriatri-1' and half_year = '2027-V'";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    FrozenMemory memory;

    @Inject
    FrozenRounds frozen;

    @Inject
    RoundStamps stamps;

    @Inject
    Snapshots snapshots;

    @Inject
    Pins pins;

    @Inject
    Placements placements;

    @BeforeEach
    void sampleRound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        FrontDesk desk = new FrontDesk(users);
        if (desk.coordinator().get("/api/v1/rounds/" + ROUND).statusCode() == 404) {
            desk.loadReferenceData();
            desk.sendAll(Path.of("sample-data", "ahus-2027-var"));
            desk.close(ROUND.value());
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_round_is_frozen_once_for_as_long_as_nothing_of_it_changes() {
        assertThat(memory.asItStands(ROUND)).isSameAs(memory.asItStands(ROUND));
        assertThat(order()).isSameAs(order());
        assertThat(order().roster()).isEqualTo(fresh().snapshot().roster());
    }

    @Test
    void the_order_is_the_same_whatever_is_settled_by_hand() {
        Roster asItIs = order().roster();
        undone(() -> {
            execute("insert into pin (round_id, hpr, stays, reason, made_by, made_at)"
                    + " values ('ahus-2027-v', "
                    + asItIs.entries().get(0).facts().hpr().value()
                    + ", '[]', 'Har trukket seg.', 'test', now())");
            assertThat(order().roster()).isEqualTo(asItIs);
            assertThat(fresh().snapshot().problem().doctors().get(0).pinned()).isTrue();
        });
    }

    @Test
    void a_change_of_anything_a_round_is_frozen_from_makes_another_stamp() {
        String before = stamps.of(ROUND);
        changes()
                .forEach((table, change) -> undone(() -> {
                    change.forEach(this::execute);
                    assertThat(stamps.of(ROUND)).as(table).isNotEqualTo(before);
                }));
        assertThat(stamps.of(ROUND)).isEqualTo(before);
        assertThat(changes().keySet()).isEqualTo(told());
    }

    @Test
    void freezing_reads_nothing_that_the_stamp_does_not_tell() {
        undone(() -> {
            Map<String, Long> before = scans();
            fresh();
            Map<String, Long> after = scans();
            after.keySet().removeIf(table -> after.get(table).equals(before.get(table)));
            assertThat(after.keySet()).contains("waitlist_submission", "position_seats");
            assertThat(told()).containsAll(after.keySet());
        });
    }

    /** How often each table was read over this connection, as far as the database has not put it to the others' yet. */
    private Map<String, Long> scans() {
        List<?> rows = database.createNativeQuery("select relname, coalesce(seq_scan, 0) + coalesce(idx_scan, 0)"
                        + " from pg_stat_xact_user_tables where coalesce(seq_scan, 0) + coalesce(idx_scan, 0) > 0")
                .getResultList();
        Map<String, Long> scans = new HashMap<>();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> scans.put(String.valueOf(row[0]), ((Number) row[1]).longValue()));
        return scans;
    }

    @Test
    void what_a_transaction_has_changed_is_seen_by_itself_at_once_and_by_others_when_it_is_done() {
        Frozen before = memory.asItStands(ROUND);
        undone(() -> {
            execute(MORE_SEATS);
            Frozen changed = memory.asItStands(ROUND);
            assertThat(changed.problemHash()).isNotEqualTo(before.problemHash());
            assertThat(CompletableFuture.supplyAsync(() -> memory.asItStands(ROUND))
                            .join())
                    .as("what others see meanwhile")
                    .isSameAs(before);
        });
        assertThat(memory.asItStands(ROUND)).as("after it was undone").isSameAs(before);
        for (String change : List.of(MORE_SEATS, MORE_SEATS.replace("+ 1", "- 1"))) {
            QuarkusTransaction.requiringNew().run(() -> execute(change));
            assertThat(memory.asItStands(ROUND).problemHash())
                    .isEqualTo(fresh().snapshot().problemHash());
        }
        assertThat(memory.asItStands(ROUND).problemHash()).isEqualTo(before.problemHash());
    }

    private PriorityOrder order() {
        return ((Result.Done<PriorityOrder>) frozen.order(ROUND)).value();
    }

    /** Without asking the memory. */
    private Snapshots.Fitted fresh() {
        return QuarkusTransaction.joiningExisting().call(() -> ((Result.Done<Snapshots.Fitted>)
                        snapshots.freezeWhatFits(ROUND, pins.of(ROUND), placements.earlier(ROUND)))
                .value());
    }

    private static Set<String> told() {
        Matcher tables = TABLE.matcher(RoundStamps.STAMP);
        return tables.results().map(each -> each.group(1)).collect(Collectors.toSet());
    }

    private void undone(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    /** For every table, what changes a row that matters to the round. */
    private static Map<String, List<String>> changes() {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put(
                "allocation_round",
                List.of("update allocation_round set deadline = deadline - 1 where id = 'ahus-2027-v'"));
        changes.put("waitlist_submission", List.of("""
                insert into waitlist_submission (round_id, area_code, number, content, sha256, submitted_at, submitted_by)
                select round_id, area_code, 99, content, sha256, submitted_at, submitted_by
                from waitlist_submission where round_id = 'ahus-2027-v' limit 1"""));
        changes.put(
                "settled_list",
                List.of("insert into settled_list values ('ahus-2027-v', 990000001, '3205', 'Flyttet i sommer.')"));
        String correction = "insert into round_correction (round_id, number, kind, policy_version, note, who, at)"
                + " values ('ahus-2027-v', 1, 'POLICY_VERSION', 1, 'Feil versjon.', 'test', now())";
        changes.put("round_correction", List.of(correction));
        changes.put(
                "round_correction_ended",
                List.of(correction, "insert into round_correction_ended values ('ahus-2027-v', 1, 'test', now())"));
        changes.put(
                "pin",
                List.of("insert into pin (round_id, hpr, stays, reason, made_by, made_at)"
                        + " values ('ahus-2027-v', 990000001, '[]', 'Har trukket seg.', 'test', now())"));
        List<String> given = List.of("""
                insert into allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,
                    policy_version, objective, lottery_seed, deadline, state, version)
                values ('husket-2085-v', 'ahus', 'Annen', '2085-V', 1, 'ahus-2020', 2, 'WISHES_FIRST', 'froe-2085',
                    '2084-12-01', 'CLOSED', 0)""", """
                insert into allocation_run (round_id, number, state, total, problem, problem_hash, roster, policy_id,
                    policy_version, seed, proposal, certificate, checked, started_by, requested_at, approved_by, approved_at)
                values ('husket-2085-v', 1, 'APPROVED', 0, '{}', repeat('0', 64), '{}', 'ahus-2020', 2, 0, '{}', '{}', true,
                    'test', now(), 'test', now())""", """
                insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs)
                select id, 990000001, '3205', 'ahus-geriatri-1', '2085-V', 1,
                    daterange('2085-03-01', '2085-08-31', '[]'), '[]'
                from allocation_run where round_id = 'husket-2085-v'""");
        changes.put("placement", given);
        changes.put("allocation_run", given);
        changes.put("sporadic_vacancy", List.of("""
                insert into sporadic_vacancy (id, hospital_id, department_id, first_day, last_day, on_call, state, version)
                values (999000001, 'ahus', 'ahus-geriatri', '2085-03-15', '2085-09-15', true, 'FILLED', 0)""", """
                insert into placement (vacancy_id, hpr, area_code, position_id, half_year, seat_number, period, legs, given_at)
                values (999000001, 990000001, '3205', 'vikariat--999000001', '2085-V', 1,
                    daterange('2085-03-15', '2085-09-15', '[]'), '[]', now())"""));
        changes.put("hospital", List.of("update hospital set name = name || ' HF' where id = 'ahus'"));
        changes.put(
                "hospital_division",
                List.of("update hospital_division set place = place + 1 where hospital_id = 'ahus'"));
        changes.put("department", List.of("update department set name = name || '.' where id = 'ahus-geriatri'"));
        changes.put(
                "earmarked_position",
                List.of("update earmarked_position set version = version + 1 where id = 'ahus-geriatri-1'"));
        changes.put("position_seats", List.of(MORE_SEATS));
        changes.put("area", List.of("update area set name = name || '.' where code = '3205'"));
        changes.put(
                "catchment_membership",
                List.of(
                        "update catchment_membership set first_day = first_day - 1 where hospital_id = 'ahus' and area_code = '3205'"));
        changes.put(
                "specialist_shortage",
                List.of("insert into specialist_shortage (area_code, first_day, last_day, source)"
                        + " values ('3205', '1995-01-01', '1995-01-02', 'Test')"));
        changes.put("training_agreement", List.of("""
                insert into training_agreement (hospital_id, area_code, registered_since, version)
                values ('ahus', '3205', '1995-01-01', 1) on conflict (hospital_id, area_code)
                do update set registered_since = '1995-01-02'"""));
        return changes;
    }
}
