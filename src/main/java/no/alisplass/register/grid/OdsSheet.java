package no.alisplass.register.grid;

import javax.xml.stream.XMLStreamException;

/** Reads the cells of one sheet of a LibreOffice workbook; what is repeated stands once, with how often. */
final class OdsSheet {
    private final Xml xml;
    private final GridBuilder grid;
    private int row = 1;
    private int column;
    private int columns;

    /** How often the row being read stands below itself. */
    private int times;

    /** @param xml just inside the sheet */
    OdsSheet(Xml xml, GridBuilder grid) {
        this.xml = xml;
        this.grid = grid;
    }

    void read() throws XMLStreamException {
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.ends("table-row")) {
                row = Math.min(row + times, Bounds.MAX_ROWS);
            }
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "table-column" -> columns();
                case "table-row" -> row();
                case "table-cell", "covered-table-cell" -> cell();
                case "shapes", "annotation", "forms" -> xml.skip();
                default -> {}
            }
        }
    }

    private void columns() {
        int number = repeated("number-columns-repeated", Bounds.LAST_COLUMN);
        if (isUnseen()) {
            grid.hideColumns(columns, columns + number - 1);
        }
        columns = Math.min(columns + number, Bounds.LAST_COLUMN);
    }

    private void row() {
        times = repeated("number-rows-repeated", Bounds.MAX_ROWS);
        column = 0;
        if (isUnseen()) {
            for (int i = 0; i < Math.min(times, Grid.MAX_LINES); i++) {
                grid.hideRow(row + i);
            }
        }
    }

    private boolean isUnseen() {
        String visibility = xml.attribute("visibility");
        return visibility.equals("collapse") || visibility.equals("filter");
    }

    private int repeated(String attribute, int most) {
        String text = xml.attribute(attribute);
        return text.isEmpty() ? 1 : Math.max(1, Xml.number(text, most, most));
    }

    private void cell() throws XMLStreamException {
        int number = repeated("number-columns-repeated", Bounds.LAST_COLUMN);
        int down = xml.whole("number-rows-spanned", Bounds.MAX_ROWS, 1);
        int right = xml.whole("number-columns-spanned", Bounds.LAST_COLUMN, 1);
        boolean covered = xml.name().equals("covered-table-cell");
        String type = xml.attribute("value-type", "office");
        boolean error = xml.attribute("value-type", "calcext").equals("error");
        String said =
                switch (type) {
                    case "float", "percentage", "currency" -> Cells.number(xml.attribute("value"), false, false);
                    case "date" -> Cells.isoDate(xml.attribute("date-value"));
                    case "boolean" ->
                        Cells.yesOrNo(xml.attribute("boolean-value").equals("true"));
                    default -> xml.attribute("string-value");
                };
        String shown = text();
        String text = error ? Grid.NO_VALUE : said.isEmpty() ? shown : said;
        if (!covered && !Cells.plain(text).isEmpty()) {
            fill(number, text);
            if (down > 1 || right > 1) {
                grid.merge(row, column, row + down - 1, column + right - 1);
            }
        }
        column = Math.min(column + number, Bounds.LAST_COLUMN);
    }

    private void fill(int number, String text) {
        for (int down = 0; down < times; down++) {
            for (int right = 0; right < number; right++) {
                grid.cell(row + down, column + right, text);
            }
        }
    }

    /** The paragraphs of the cell just started, without comments and drawings. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int own = xml.depth();
        boolean first = true;
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("p")) {
                text.append(first ? "" : "\n");
                first = false;
                paragraph(text);
            } else if (xml.isStart()) {
                xml.skip();
            }
            if (text.length() > Bounds.CELL) {
                throw Bounds.tooLong(row, column);
            }
        }
        return text.toString();
    }

    private void paragraph(StringBuilder text) throws XMLStreamException {
        xml.runs(text, name -> switch (name) {
            case "span", "a", "ruby", "ruby-base", "meta", "title", "sheet-name", "date", "time" -> null;
            case "s" -> " ";
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> "";
        });
    }
}
