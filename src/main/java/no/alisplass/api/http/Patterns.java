package no.alisplass.api.http;

import java.util.Map;
import no.alisplass.capacity.HospitalRules;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Slug;

/** The forms that texts of requests must have; each is also what the domain's own type accepts. */
public final class Patterns {
    public static final String SLUG = Slug.FORM;
    public static final String HALF_YEAR = "(199[0-9]|20[0-9]{2})-[VH]";
    public static final String AREA = AreaCode.FORM;
    public static final String ORGANISATION_NUMBER = HospitalRules.ORGANISATION_NUMBER;

    private static final Map<String, String> CODES = Map.of(
            SLUG, "api.pattern-id",
            HALF_YEAR, "api.pattern-half-year",
            AREA, "api.pattern-area",
            ORGANISATION_NUMBER, "api.pattern-organisation-number");

    private Patterns() {}

    /** The message that says what form is wanted. */
    static String code(String form) {
        return CODES.getOrDefault(form, "api.pattern");
    }
}
