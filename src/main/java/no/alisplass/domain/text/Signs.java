package no.alisplass.domain.text;

/** What each character is to a text: a sign to keep, white space, a line break, unseen, or forbidden. */
final class Signs {
    enum Kind {
        SEEN,
        SPACE,
        BREAK,
        UNSEEN,
        FORBIDDEN
    }

    private Signs() {}

    static Kind kind(int sign) {
        if (sign < 0x7f) {
            return sign >= 0x20 ? sign == ' ' ? Kind.SPACE : Kind.SEEN : control(sign);
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> sign == 0x85 ? Kind.BREAK : Kind.FORBIDDEN;
            case Character.SURROGATE, Character.UNASSIGNED -> Kind.FORBIDDEN;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.BREAK;
            case Character.SPACE_SEPARATOR -> Kind.SPACE;
            case Character.FORMAT -> turnsTheText(sign) ? Kind.FORBIDDEN : Kind.UNSEEN;
            default -> unseen(sign) ? Kind.UNSEEN : Kind.SEEN;
        };
    }

    private static Kind control(int sign) {
        return switch (sign) {
            case '\t' -> Kind.SPACE;
            case '\n', '\r', 0x0b, 0x0c -> Kind.BREAK;
            default -> Kind.FORBIDDEN;
        };
    }

    /** Embeddings, overrides and isolates of writing direction: with one of them a page shows another order than stands there. */
    private static boolean turnsTheText(int sign) {
        return sign >= 0x202a && sign <= 0x202e || sign >= 0x2066 && sign <= 0x2069;
    }

    /** Letters and marks by their kind, though nothing of them is ever seen. */
    private static boolean unseen(int sign) {
        return sign == 0x034f
                || sign == 0x115f
                || sign == 0x1160
                || sign == 0x17b4
                || sign == 0x17b5
                || sign >= 0x180b && sign <= 0x180f
                || sign == 0x2800
                || sign == 0x3164
                || sign >= 0xfe00 && sign <= 0xfe0f
                || sign == 0xffa0
                || sign >= 0xe0100 && sign <= 0xe01ef;
    }
}
