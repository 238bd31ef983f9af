package no.alisplass.web.shell;

import java.util.regex.Pattern;

/**
 * Addresses to go back to, which the browser holds and which could therefore be anyone's. Every such address is read here,
 * and what is let through can stand in a header, in a cookie and in {@link java.net.URI} as it is.
 */
public final class ReturnUrl {
    private static final Pattern OURS = Pattern.compile("/(?!/)(?:[A-Za-z0-9/_.~!*:@=&?+-]|%[0-9A-Fa-f]{2}){0,500}");
    /** What a path could climb or hide by once it is decoded: dots, slashes and signs that nobody sees. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)%(?:0[0-9a-f]|1[0-9a-f]|7f|2e|2f|5c)|/\\.\\.?(?:/|$)");

    private ReturnUrl() {}

    /** Whether it is a path of this site: never another host, never an address with odd characters. */
    public static boolean isOurs(String path) {
        return path != null
                && OURS.matcher(path).matches()
                && !HIDDEN.matcher(path.split("\\?", 2)[0]).find();
    }

    /** The path when it is ours, else the start page. */
    public static String of(String path) {
        return isOurs(path) ? path : "/";
    }
}
