package no.alisplass.api;

/** The forms that texts of requests must have; each is also what the domain's own type accepts. */
final class Forms {
    static final String SLUG = "[a-z0-9][a-z0-9-]{0,58}[a-z0-9]";
    static final String HALF_YEAR = "(199[0-9]|20[0-9]{2})-[VH]";
    static final String AREA = "[0-9]{4}|[0-9]{6}";
    static final String ORGANISATION_NUMBER = "[0-9]{9}";

    private Forms() {}
}
