package no.alisplass.certificate.check;

/** Makes what a file says fit to be shown: a terminal obeys some signs, and others cannot be seen or change places. */
final class Shown {
    private static final int MOST = 400;

    private Shown() {}

    static String text(String from) {
        StringBuilder shown = new StringBuilder();
        from.codePoints().limit(MOST + 1L).forEach(sign -> {
            boolean plain = sign == ' ' || !Character.isWhitespace(sign) && Character.isDefined(sign) && !hidden(sign);
            shown.append(plain ? Character.toString(sign) : String.format("\\u%04x", sign));
        });
        return from.codePointCount(0, from.length()) > MOST ? shown + " ..." : shown.toString();
    }

    private static boolean hidden(int sign) {
        switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR:
                return true;
            default:
                return false;
        }
    }
}
