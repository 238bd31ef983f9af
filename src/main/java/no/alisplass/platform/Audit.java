package no.alisplass.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String INSERT =
            "INSERT INTO audit_log (at, who, what, subject, before, after) VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    private static final String HISTORY = "SELECT at, who, what, after ->> 'reason' FROM audit_log"
            + " WHERE subject = ? AND split_part(what, '.', 1) = ? ORDER BY id DESC LIMIT 100";

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

    private String who() {
        return Arc.container().requestContext().isActive() ? caller.name() : "system";
    }
}
