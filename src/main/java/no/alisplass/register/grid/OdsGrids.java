package no.alisplass.register.grid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads the sheets of a LibreOffice workbook (OpenDocument) that are shown. */
final class OdsGrids {
    static final String MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private OdsGrids() {}

    static List<Grid> read(ZipParts parts) throws IOException, XMLStreamException {
        if (isEncrypted(parts)) {
            throw new Unreadable("file-password");
        }
        if (!parts.has("content.xml")) {
            throw new Unreadable("file-damaged");
        }
        Bounds bounds = new Bounds();
        List<Grid> grids = new ArrayList<>();
        Set<String> unseen = new HashSet<>();
        String style = "";
        boolean body = false;
        try (Xml xml = new Xml(parts.open("content.xml"))) {
            while (xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                body |= xml.name().equals("spreadsheet");
                switch (xml.name()) {
                    case "style" -> style = xml.attribute("name");
                    case "table-properties" -> {
                        if (xml.attribute("display").equals("false")) {
                            unseen.add(style);
                        }
                    }
                    case "tracked-changes", "dde-links" -> xml.skip();
                    case "table" -> {
                        GridBuilder grid = new GridBuilder(bounds);
                        String name = xml.attribute("name");
                        if (unseen.contains(xml.attribute("style-name"))) {
                            xml.skip();
                        } else {
                            new OdsSheet(xml, grid).read();
                            grids.add(grid.grid(name));
                        }
                        if (grids.size() > Bounds.MAX_SHEETS) {
                            throw new Unreadable("file-too-many-sheets", Bounds.MAX_SHEETS);
                        }
                    }
                    default -> {}
                }
            }
        }
        if (!body) {
            throw new Unreadable("file-damaged");
        }
        return grids;
    }

    private static boolean isEncrypted(ZipParts parts) throws IOException {
        try (InputStream manifest = parts.open("META-INF/manifest.xml")) {
            return manifest != null
                    && new String(manifest.readNBytes(1024 * 1024), StandardCharsets.UTF_8).contains("encryption-data");
        }
    }
}
