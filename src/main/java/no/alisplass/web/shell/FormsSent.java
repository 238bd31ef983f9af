package no.alisplass.web.shell;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The forms that were sent lately, kept in the database because the second click may reach another instance. */
@ApplicationScoped
class FormsSent {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String HASH = "HmacSHA256";

    private final EntityManager database;
    private final Clock clock;
    private final byte[] secret;

    @Inject
    FormsSent(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> secret) {
        this.database = database;
        this.clock = clock;
        this.secret = secret.orElse("no session outlives this instance").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A form that was sent before.
     *
     * @param location where its sender was sent; null while it is still being done
     */
    record Sent(String location, String message) {}

    /** Of what a page asked and what was answered. Keyed, because a password may be among the answers. */
    String print(String content) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(secret, HASH));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Takes the form in hand; false when that has been done already. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean begin(String print) {
        database.createNativeQuery("DELETE FROM form_sent WHERE at < :old")
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
        return database.createNativeQuery(
                                "INSERT INTO form_sent (print, at) VALUES (:print, :now) ON CONFLICT DO NOTHING")
                        .setParameter("print", print)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Empty when it was given up, or never begun. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Sent> find(String print) {
        List<?> rows = database.createNativeQuery("SELECT location, message FROM form_sent WHERE print = :print")
                .setParameter("print", print)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Sent((String) row[0], (String) row[1]))
                .findFirst();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void done(String print, Sent sent) {
        database.createNativeQuery("UPDATE form_sent SET location = :location, message = :message WHERE print = :print")
                .setParameter("location", sent.location())
                .setParameter("message", sent.message())
                .setParameter("print", print)
                .executeUpdate();
    }

    /** The form was refused: sending it again, mended or not, is trying again. */
    @Transactional(TxType.REQUIRES_NEW)
    void giveUp(String print) {
        database.createNativeQuery("DELETE FROM form_sent WHERE print = :print")
                .setParameter("print", print)
                .executeUpdate();
    }

    /** Whether the thread may wait for the database. */
    static boolean mayWait() {
        return Infrastructure.canCallerThreadBeBlocked();
    }
}
