package no.alisplass.domain;

import java.util.regex.Pattern;

/** The one form of our readable identifiers: lower-case letters, digits and hyphens, 2 to 60 characters. */
public final class Slug {
    public static final String FORM = "[a-z0-9][a-z0-9-]{0,58}[a-z0-9]";

    private static final Pattern SLUG = Pattern.compile(FORM);

    private Slug() {}

    static boolean fits(String value) {
        return value != null && SLUG.matcher(value).matches();
    }

    static String check(String what, String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "The " + what + " (" + value
                            + ") must be 2 to 60 lower-case letters, digits or hyphens. Maybe write it like \"ahus-geriatri\".");
        }
        return value;
    }
}
