package no.alisplass.web;

import java.util.regex.Pattern;

/** Addresses to go back to, which the browser holds and which could therefore be anyone's. */
final class Returns {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,500}");

    private Returns() {}

    /** Whether it is a path of this site: never another host, never an address with odd characters. */
    static boolean isOurs(String path) {
        return path != null && OURS.matcher(path).matches();
    }

    /** The path when it is ours, else the start page. */
    static String of(String path) {
        return isOurs(path) ? path : "/";
    }
}
