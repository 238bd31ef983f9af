package no.alisplass.platform.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.alisplass.platform.Account;

/**
 * The passwords that were right a little while ago, so that a program which sends one with every call does not cost a bcrypt
 * each time. What is kept is a hash with a key that this process drew and that never leaves it; it holds for the user's epoch
 * alone, which is read with the user at every call, so that a new password or a log-out at another instance ends it here too.
 * It holds for one address, and any other password from there ends it: else a guesser could try without end, past the limits,
 * which password is the remembered one.
 */
@ApplicationScoped
class RememberedProofs {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 10_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final SecretKeySpec key;
    private final Cache<String, Remembered> proofs;

    private record Remembered(long epoch, byte[] print) {}

    @Inject
    RememberedProofs(Clock clock) {
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        key = new SecretKeySpec(drawn, ALGORITHM);
        proofs = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(UNUSED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whether that password was right for the user as the user is now; false says nothing about it, and forgets the other. */
    boolean holds(Account account, String password, String address) {
        String username = account.user().username();
        String key = username + " " + address;
        Remembered found = proofs.getIfPresent(key);
        boolean holds = found != null
                && found.epoch() == account.epoch()
                && MessageDigest.isEqual(found.print(), print(username, password));
        if (found != null && !holds) {
            proofs.invalidate(key);
        }
        return holds;
    }

    void keep(Account account, String password, String address) {
        String username = account.user().username();
        proofs.put(username + " " + address, new Remembered(account.epoch(), print(username, password)));
    }

    /** Of a name and a password; the same for the same ones, and nothing without this process's key. */
    byte[] print(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", missing);
        }
    }
}
