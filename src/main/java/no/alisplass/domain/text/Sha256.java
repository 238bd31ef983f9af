package no.alisplass.domain.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a text or of bytes, as receipts, run cards and versions carry it and as {@code sha256sum} says it. */
public final class Sha256 {
    private Sha256() {}

    /** Of the text's UTF-8 bytes, in hexadecimal. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(fresh().digest(bytes));
    }

    /** For what is hashed while it passes; {@link #hex(MessageDigest)} says what came of it. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** Of what has passed, in hexadecimal; the digest begins anew. */
    public static String hex(MessageDigest passed) {
        return HexFormat.of().formatHex(passed.digest());
    }
}
