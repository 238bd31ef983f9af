package no.alisplass.register.grid;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Which styles of a workbook show a number as a date. */
final class XlsxStyles {
    private static final int MOST = 65_536;

    /** What stands in a format without meaning anything: texts, colours and languages, signs taken as they are, widths and fillings. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].");

    private final BitSet dates = new BitSet();

    static XlsxStyles read(ZipParts parts, String place) throws IOException, XMLStreamException {
        XlsxStyles styles = new XlsxStyles();
        if (place == null) {
            return styles;
        }
        Map<Integer, String> formats = new HashMap<>();
        BitSet dated = new BitSet();
        Map<Integer, Integer> used = new HashMap<>();
        boolean cells = false;
        try (Xml xml = new Xml(parts.open(place))) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    formats.put(xml.whole("numFmtId", MOST, -1), xml.attribute("formatCode"));
                } else if (xml.isStart() && xml.name().equals("cellXfs")) {
                    cells = true;
                } else if (xml.ends("cellXfs")) {
                    cells = false;
                } else if (cells && xml.starts("xf") && used.size() < MOST) {
                    used.put(used.size(), xml.whole("numFmtId", MOST, 0));
                }
            }
        }
        used.forEach((style, format) -> {
            String code = formats.get(format);
            if (code == null ? isDate(format) : hasDate(code)) {
                dated.set(style);
            }
        });
        styles.dates.or(dated);
        return styles;
    }

    boolean isDate(String style) {
        return dates.get(Xml.number(style, MOST, MOST));
    }

    /** The formats that every workbook has, among them those of East Asian dates. */
    private static boolean isDate(int format) {
        return format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 31
                || format == 36
                || format >= 50 && format <= 58;
    }

    private static boolean hasDate(String code) {
        if (code.length() > 255) {
            return false;
        }
        String bare = ASIDE.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        return bare.contains("yy") || bare.contains("åå") || bare.contains("d") && bare.contains("m");
    }
}
