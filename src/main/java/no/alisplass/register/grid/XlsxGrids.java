package no.alisplass.register.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads the sheets of an Excel workbook that are shown. */
final class XlsxGrids {
    private XlsxGrids() {}

    /** @param place of the workbook's part */
    static List<Grid> read(ZipParts parts, String place) throws IOException, XMLStreamException {
        XlsxBook book = XlsxBook.read(parts, place);
        XlsxStyles styles = XlsxStyles.read(parts, book.styles());
        XlsxStrings strings = XlsxStrings.read(parts, book.strings());
        Bounds bounds = new Bounds();
        List<Grid> grids = new ArrayList<>();
        for (XlsxBook.SheetPart sheet : book.sheets()) {
            GridBuilder grid = new GridBuilder(bounds);
            new XlsxSheet(book, strings, styles, grid).read(parts, sheet.part());
            grids.add(grid.grid(sheet.name()));
        }
        return grids;
    }
}
