package no.alisplass.register.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * What a workbook says of itself: its sheets, where they lie, and what its styles mean.
 *
 * @param sheets that are shown, in order
 * @param from1904 whether it counts days from 1904
 * @param strings the part of the shared strings; null when there is none
 * @param styles the part of the styles; null when there is none
 */
record XlsxBook(List<SheetPart> sheets, boolean from1904, String strings, String styles) {
    /** @param part where the sheet lies in the file */
    record SheetPart(String name, String part) {}

    /** A relation of a part to another. @param kind the last word of its type @param target from the top of the file */
    private record Relation(String kind, String target) {}

    /** Where the workbook lies, which the file says; usually xl/workbook.xml. Null when there is none. */
    static String place(ZipParts parts) throws IOException, XMLStreamException {
        for (Relation relation : relations(parts, "").values()) {
            if (relation.kind().equals("officedocument") && parts.has(relation.target())) {
                return relation.target();
            }
        }
        return parts.has("xl/workbook.xml") ? "xl/workbook.xml" : null;
    }

    static XlsxBook read(ZipParts parts, String place) throws IOException, XMLStreamException {
        Map<String, Relation> relations = relations(parts, place);
        List<SheetPart> sheets = new ArrayList<>();
        boolean from1904 = false;
        boolean workbook = false;
        try (Xml xml = new Xml(parts.open(place))) {
            while (xml.next()) {
                workbook |= xml.starts("workbook");
                if (xml.starts("workbookPr")) {
                    from1904 = xml.isTrue("date1904");
                } else if (xml.starts("sheet") && workbook) {
                    Relation relation = relations.get(xml.attribute("id"));
                    if (relation == null) {
                        throw new Unreadable("file-damaged");
                    }
                    if (relation.kind().equals("worksheet")
                            && !xml.attribute("state").matches("(?i)(very)?hidden")) {
                        sheets.add(new SheetPart(xml.attribute("name"), relation.target()));
                    }
                    if (sheets.size() > Bounds.MAX_SHEETS) {
                        throw new Unreadable("file-too-many-sheets", Bounds.MAX_SHEETS);
                    }
                }
            }
        }
        if (!workbook) {
            throw new Unreadable("file-damaged");
        }
        return new XlsxBook(
                sheets, from1904, target(relations, "sharedstrings", parts), target(relations, "styles", parts));
    }

    private static String target(Map<String, Relation> relations, String kind, ZipParts parts) {
        return relations.values().stream()
                .filter(relation -> relation.kind().equals(kind))
                .map(Relation::target)
                .filter(parts::has)
                .findFirst()
                .orElse(null);
    }

    /** Of the file itself ({@code part} empty) or of one of its parts, by their identifiers. */
    private static Map<String, Relation> relations(ZipParts parts, String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String place = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!parts.has(place)) {
            return relations;
        }
        try (Xml xml = new Xml(parts.open(place))) {
            while (xml.next()) {
                if (xml.starts("Relationship") && !xml.attribute("TargetMode").equalsIgnoreCase("External")) {
                    String type = xml.attribute("Type");
                    String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
                    relations.put(xml.attribute("Id"), new Relation(kind, from(folder, xml.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    private static String from(String folder, String target) {
        String slashes = target.replace('\\', '/');
        String whole = slashes.startsWith("/") ? slashes.substring(1) : folder + slashes;
        List<String> steps = new ArrayList<>();
        for (String step : whole.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
