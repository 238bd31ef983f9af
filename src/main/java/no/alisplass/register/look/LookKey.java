package no.alisplass.register.look;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Sha256;

/** The secret in a link, and the one a device is known by: drawn here, given away once, and kept only as a hash. */
final class LookKey {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private LookKey() {}

    /** 256 bits, in letters that an address and a cookie may hold. */
    static String draw() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of it; of what cannot be a key, the hash of none, so that it costs the same to look for. */
    static String hash(String key) {
        String whole = key != null && FORM.matcher(key).matches() ? key : "";
        return Sha256.hex(whole.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of what someone pasted: it alone, or the whole link. */
    static String read(String typed) {
        String line = typed == null ? "" : typed.strip();
        return line.substring(line.lastIndexOf('#') + 1);
    }
}
