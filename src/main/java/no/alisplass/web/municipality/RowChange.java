package no.alisplass.web.municipality;

import java.util.List;
import no.alisplass.web.shell.Form;

/**
 * A form after its button for a row was pressed, and which field to go to.
 *
 * <p>The button is called {@code row}: {@code +periods} adds a row, {@code +periods[2].leaves} one within a row, {@code
 * -periods[2]} takes one away. Without it the form stays as it is.
 */
public record RowChange(Form form, String focus) {
    public static RowChange of(Form form) {
        String row = form.value("row");
        if (row.matches("\\+(periods|approved|stays|periods\\[[0-9]{1,2}]\\.leaves)")) {
            String list = row.substring(1);
            int next = count(form, list);
            String name = list + "[" + next + "]";
            parts(list).forEach(part -> form.with(name + "." + part, initial(part)));
            return new RowChange(form, name + "." + parts(list).get(0));
        }
        if (row.matches("-(periods|approved|stays|periods\\[[0-9]{1,2}]\\.leaves)\\[[0-9]{1,2}]")) {
            int bracket = row.lastIndexOf('[');
            String list = row.substring(1, bracket);
            int gone = Integer.parseInt(row.substring(bracket + 1, row.length() - 1));
            return new RowChange(form.without(list, gone), "+" + list);
        }
        return new RowChange(form, "");
    }

    static List<String> parts(String list) {
        return switch (list) {
            case "approved" -> List.of("department", "elsewhere", "months");
            case "stays" -> List.of("department", "elsewhere", "from", "to", "months", "known");
            case "periods" -> List.of("from", "to", "percentage", "kind");
            default -> List.of("from", "to");
        };
    }

    private static String initial(String part) {
        return part.equals("percentage") ? "100" : "";
    }

    private static int count(Form form, String list) {
        String part = parts(list).get(0);
        int count = 0;
        while (!form.all(list + "[" + count + "]." + part).isEmpty()) {
            count++;
        }
        return count;
    }
}
