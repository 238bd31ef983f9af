package no.alisplass.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The append-only record of who did what, when, to what, with what stood before and after. */
@ApplicationScoped
public class Audit {
    /** Who does what no person asks for. */
    public static final String SYSTEM = "system";

    private static final String INSERT =
            "INSERT INTO audit_log (at, who, what, subject, before, after) VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    private static final String HISTORY = "SELECT at, who, what, after ->> 'reason' FROM audit_log"
            + " WHERE subject = ? AND split_part(what, '.', 1) = ? ORDER BY id DESC LIMIT 100";

    private static final String ABOUT = " FROM audit_log WHERE cardinality(?) = 0"
            + " OR EXISTS (SELECT 1 FROM unnest(?) AS s WHERE subject = s OR starts_with(subject, s || '/'))";

    private static final String OWNED =
            "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class" + " WHERE oid = 'audit_log'::regclass";

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    @Inject
    Audit(DataSource database, ObjectMapper json, Clock clock, Caller caller) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Records within the transaction that makes the change, so that neither exists without the other.
     *
     * @param what the act, {@code round.opened}
     * @param subject what it was done to, {@code round/ahus-2027-v}
     * @param before the state before, as it is written as JSON; null when there was none
     * @param after the state after; null when nothing is left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String what, String subject, Object before, Object after) {
        recordOf(who(), what, subject, before, after);
    }

    /** As {@link #record}, of someone of whom the request does not tell: who is logging in, or was read. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordOf(String who, String what, String subject, Object before, Object after) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setString(3, what);
            insert.setString(4, subject);
            insert.setString(5, before == null ? null : json.writeValueAsString(before));
            insert.setString(6, after == null ? null : json.writeValueAsString(after));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException fault) {
            throw new IllegalStateException("The act " + what + " on " + subject + " cannot be recorded", fault);
        }
    }

    /**
     * One act that was recorded.
     *
     * @param who user name
     * @param reason the reason given; null for none
     */
    public record Act(Instant at, String who, String what, String reason) {}

    /** What was done to it, the latest first; the acts of one room ({@code round}). */
    @Transactional
    public List<Act> of(String room, String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HISTORY)) {
            query.setString(1, subject);
            query.setString(2, room);
            List<Act> acts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    acts.add(new Act(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4)));
                }
            }
            return acts;
        } catch (SQLException fault) {
            throw new IllegalStateException("What was done to " + subject + " cannot be read", fault);
        }
    }

    /**
     * One act, as those read it who look after the service: what was changed from and to may name people, and stays inside.
     *
     * @param reason the reason given; null for none
     */
    public record Entry(Instant at, String who, String what, String subject, String reason) {}

    /** @param total of all pages */
    public record Page(List<Entry> acts, int page, int size, long total) {}

    /**
     * What was done to any of the subjects or to what is theirs, or to anything when there are none; the latest first.
     *
     * @param page from 0
     */
    @Transactional
    public Page page(List<String> subjects, int page, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("SELECT count(*)" + ABOUT);
                PreparedStatement query =
                        connection.prepareStatement("SELECT at, who, what, subject, after ->> 'reason'" + ABOUT
                                + " ORDER BY id DESC LIMIT ? OFFSET ?")) {
            Array about = connection.createArrayOf("text", subjects.toArray());
            for (PreparedStatement each : List.of(count, query)) {
                each.setArray(1, about);
                each.setArray(2, about);
            }
            query.setInt(3, size);
            query.setLong(4, (long) page * size);
            List<Entry> acts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    acts.add(new Entry(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
            }
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return new Page(acts, page, size, rows.getLong(1));
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("What was recorded cannot be read", fault);
        }
    }

    /** Whether the application's own database role could take the record's guard away, since it owns the table. */
    @Transactional
    public boolean isOwnedByApplication() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OWNED)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException fault) {
            throw new IllegalStateException("Whose the record is cannot be read", fault);
        }
    }

    private String who() {
        return Arc.container().requestContext().isActive() ? caller.name() : SYSTEM;
    }
}
