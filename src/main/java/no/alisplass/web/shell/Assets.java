package no.alisplass.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Our own style and script. */
final class Assets {
    /** Changes with what is in them, so that no browser keeps an old one. */
    static final String VERSION = version("alis.css", "alis.js");

    private Assets() {}

    private static String version(String... names) {
        CRC32 sum = new CRC32();
        for (String name : names) {
            try (InputStream file = Assets.class.getResourceAsStream("/META-INF/resources/web/" + name)) {
                sum.update(file.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
