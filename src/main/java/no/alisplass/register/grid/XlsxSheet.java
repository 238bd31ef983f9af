package no.alisplass.register.grid;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads the cells of one sheet of a workbook. */
final class XlsxSheet {
    private static final Pattern PLACE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    private final XlsxBook book;
    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final GridBuilder grid;
    private int row;
    private int column;

    XlsxSheet(XlsxBook book, XlsxStrings strings, XlsxStyles styles, GridBuilder grid) {
        this.book = book;
        this.strings = strings;
        this.styles = styles;
        this.grid = grid;
    }

    void read(ZipParts parts, String place) throws IOException, XMLStreamException {
        if (!parts.has(place)) {
            throw new Unreadable("file-damaged");
        }
        if (book.from1904()) {
            grid.from1904();
        }
        try (Xml xml = new Xml(parts.open(place))) {
            while (xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                switch (xml.name()) {
                    case "col" -> columns(xml);
                    case "row" -> row(xml);
                    case "c" -> cell(xml);
                    case "mergeCell" -> merge(xml);
                    default -> {}
                }
            }
        }
    }

    private void columns(Xml xml) {
        int first = xml.whole("min", Bounds.LAST_COLUMN, 0);
        if (first > 0 && xml.isTrue("hidden")) {
            grid.hideColumns(first - 1, xml.whole("max", Bounds.LAST_COLUMN, first) - 1);
        }
    }

    private void row(Xml xml) {
        String number = xml.attribute("r");
        row = number.isEmpty() ? row + 1 : Xml.number(number, Bounds.MAX_ROWS, 0);
        if (row < 1 || row > Bounds.MAX_ROWS) {
            throw new Unreadable("file-cell-wrong", Grid.shown(number));
        }
        column = -1;
        if (xml.isTrue("hidden")) {
            grid.hideRow(row);
        }
    }

    private void cell(Xml xml) throws XMLStreamException {
        place(xml.attribute("r"));
        String type = xml.attribute("t");
        boolean date = styles.isDate(xml.attribute("s"));
        boolean formula = false;
        String value = "";
        String inline = null;
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("f")) {
                formula = true;
                xml.skip();
            } else if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                inline = XlsxStrings.text(xml);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        grid.cell(row, column, inline != null ? inline : text(type, value, formula, date));
    }

    private void place(String reference) {
        if (reference.isEmpty()) {
            column++;
        } else {
            int[] place = place(PLACE.matcher(reference), reference);
            if (place[0] != row) {
                throw new Unreadable("file-cell-wrong", Grid.shown(reference));
            }
            column = place[1];
        }
        if (column >= Bounds.LAST_COLUMN || row < 1) {
            throw new Unreadable("file-cell-wrong", Grid.shown(reference));
        }
    }

    /** Row from 1 and column from 0. */
    private static int[] place(Matcher place, String reference) {
        if (!place.matches()) {
            throw new Unreadable("file-cell-wrong", Grid.shown(reference));
        }
        int column = 0;
        for (char letter : place.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        int row = Integer.parseInt(place.group(2));
        if (column > Bounds.LAST_COLUMN || row < 1 || row > Bounds.MAX_ROWS) {
            throw new Unreadable("file-cell-wrong", Grid.shown(reference));
        }
        return new int[] {row, column - 1};
    }

    private String text(String type, String value, boolean formula, boolean date) {
        String raw = value.strip();
        return switch (type) {
            case "s" -> shared(raw);
            case "str", "inlineStr" -> XlsxStrings.unescape(value);
            case "e" -> ErrorWords.has(raw) ? raw : Grid.NO_VALUE;
            case "b" -> raw.isEmpty() ? none(formula) : Cells.yesOrNo(raw.equals("1") || raw.equalsIgnoreCase("true"));
            case "d" -> raw.isEmpty() ? none(formula) : Cells.isoDate(raw);
            default -> raw.isEmpty() ? none(formula) : Cells.number(raw, date, book.from1904());
        };
    }

    /** A formula that came to an empty text says so by its type; one without a type was never calculated. */
    private static String none(boolean formula) {
        return formula ? Grid.NO_VALUE : "";
    }

    private String shared(String number) {
        if (number.isEmpty()) {
            return "";
        }
        String string = strings.get(number);
        if (string == null) {
            throw new Unreadable("file-cell-wrong", Bounds.name(row, column));
        }
        return string;
    }

    private void merge(Xml xml) {
        if (!grid.takesMerged()) {
            return;
        }
        String[] ends = xml.attribute("ref").split(":", 2);
        if (ends.length == 2) {
            int[] first = place(PLACE.matcher(ends[0]), ends[0]);
            int[] last = place(PLACE.matcher(ends[1]), ends[1]);
            grid.merge(first[0], first[1], last[0], last[1]);
        }
    }
}
