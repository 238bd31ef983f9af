package no.alisplass.register.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook share, and how any text of a workbook is written. */
final class XlsxStrings {
    private static final int MAX_TEXT = 16_000_000;
    private static final int MAX_STRINGS = 1_000_000;

    /** A sign that XML cannot hold, or that would not survive it, by its number. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> strings = new ArrayList<>();

    static XlsxStrings read(ZipParts parts, String place) throws IOException, XMLStreamException {
        XlsxStrings shared = new XlsxStrings();
        if (place == null) {
            return shared;
        }
        long text = 0;
        try (Xml xml = new Xml(parts.open(place))) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    String string = text(xml);
                    shared.strings.add(string);
                    text += string.length();
                    if (text > MAX_TEXT || shared.strings.size() > MAX_STRINGS) {
                        throw new Unreadable("file-too-much-text", MAX_TEXT / 1_000_000);
                    }
                }
            }
        }
        return shared;
    }

    /** Null when there is no string of the number. */
    String get(String number) {
        int index = Xml.number(number, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return index < strings.size() ? strings.get(index) : null;
    }

    /**
     * The text of the element just started, whole or in runs of different looks, without the reading aids of Asian scripts.
     * One that is longer than a cell may be is cut just beyond the bound, so that the cell is refused.
     */
    static String text(Xml xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("rPh")) {
                xml.skip();
            } else if (xml.starts("t")) {
                String run = xml.text();
                text.append(run, 0, Math.max(0, Math.min(run.length(), Bounds.CELL + 1 - text.length())));
            }
        }
        return unescape(text.toString());
    }

    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        sign -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
    }
}
