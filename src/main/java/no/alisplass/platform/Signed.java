package no.alisplass.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What others keep for us and give back: only what we gave them counts, and only for what we gave it. Signed with a key
 * made from the one of the sessions, so that every process behind the same address knows it.
 */
@ApplicationScoped
public class Signed {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    @Inject
    Signed(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> sessions) {
        key = sessions.map(text -> mac(text.getBytes(StandardCharsets.UTF_8), "signed-cookies"))
                .orElseGet(Signed::drawn);
    }

    /**
     * @param purpose what it is for: what was written for one purpose is nothing for another
     * @return the text, in letters that a cookie may hold, with its signature
     */
    public String write(String purpose, byte[] content) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return text + "." + print(purpose, text);
    }

    /** A keyed hash, in letters that a cookie may hold, of what must not be kept itself. */
    public String print(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, purpose + "." + text));
    }

    /** What was written for that purpose; empty for anything else. */
    public Optional<byte[]> read(String purpose, String signed) {
        int dot = signed.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String text = signed.substring(0, dot);
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, mac(key, purpose + "." + text))
                    ? Optional.of(Base64.getUrlDecoder().decode(text))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", missing);
        }
    }

    private static byte[] drawn() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
