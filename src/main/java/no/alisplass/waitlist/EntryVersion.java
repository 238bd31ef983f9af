package no.alisplass.waitlist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * Which version of what is known of a doctor somebody has seen. Where the doctor stands in the municipality's order is no part of it,
 * so that others may move and change other doctors meanwhile without being in the way.
 */
public record EntryVersion(String value) {
    public static EntryVersion of(WaitlistEntry entry) {
        try {
            byte[] facts = WaitlistContent.write(List.of(entry.withPriority(0))).getBytes(StandardCharsets.UTF_8);
            return new EntryVersion(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(facts)));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
