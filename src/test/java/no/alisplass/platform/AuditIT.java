package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import no.alisplass.SettableClock;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditIT {
    @Inject
    Audit audit;

    @Inject
    Transactions transactions;

    @Inject
    DataSource database;

    @Inject
    SettableClock clock;

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void an_act_is_kept_with_who_when_before_and_after() throws SQLException {
        clock.set(Instant.parse("2027-03-01T10:00:00Z"));
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record("seats.changed", "test/kept", Map.of("seats", 1), Map.of("seats", 2)));
        assertThat(ask("SELECT who || ' ' || what || ' ' || (before ->> 'seats') || '>' || (after ->> 'seats')"
                        + " || ' ' || (at AT TIME ZONE 'UTC') FROM audit_log WHERE subject = 'test/kept'"))
                .isEqualTo("anonymous seats.changed 1>2 2027-03-01 10:00:00");
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_trace() throws SQLException {
        QuarkusTransaction.begin();
        audit.record("seats.changed", "test/undone", null, "x");
        QuarkusTransaction.rollback();
        assertThat(ask("SELECT count(*) FROM audit_log WHERE subject = 'test/undone'"))
                .isEqualTo("0");
    }

    @Test
    void a_refused_command_leaves_nothing_behind() throws SQLException {
        assertThat(refused("alone")).isInstanceOf(Result.Refused.class);
        assertThat(recorded("alone")).isEqualTo("0");
        transactions.command(() -> {
            done("first");
            return refused("then");
        });
        assertThat(recorded("first") + recorded("then")).isEqualTo("00");
        transactions.command(
                () -> Result.done("before").then(before -> refused("chained")).then(never -> done("after")));
        assertThat(recorded("chained") + recorded("after")).isEqualTo("00");
    }

    @Test
    void whoever_asks_another_command_answers_for_what_it_was_refused() throws SQLException {
        transactions.command(() -> {
            refused("asked");
            return done("done-after-all");
        });
        assertThat(recorded("asked") + recorded("done-after-all")).isEqualTo("11");
        QuarkusTransaction.requiringNew().run(() -> refused("by-hand"));
        assertThat(recorded("by-hand")).isEqualTo("1");
    }

    private Result<String> done(String act) {
        return transactions.command(() -> {
            audit.record("test.done", "refusal/" + act, null, null);
            return Result.done(act);
        });
    }

    private Result<String> refused(String act) {
        return transactions.command(() -> {
            audit.record("test.refused", "refusal/" + act, null, null);
            return Result.conflict(Finding.of("act", act, "round.round-unknown"));
        });
    }

    private String recorded(String act) throws SQLException {
        return ask("SELECT count(*) FROM audit_log WHERE subject = 'refusal/" + act + "'");
    }

    @Test
    void an_act_outside_a_transaction_is_a_fault() {
        assertThatThrownBy(() -> audit.record("seats.changed", "test/none", null, null))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_log SET who = 'other'", "DELETE FROM audit_log", "TRUNCATE audit_log"})
    void the_record_cannot_be_changed_or_removed(String sql) {
        assertThatThrownBy(() -> run(sql)).hasMessageContaining("append-only");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
