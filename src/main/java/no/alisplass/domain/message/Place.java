package no.alisplass.domain.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in what was sent in something was found. */
public sealed interface Place {
    /** As senders are told it, in problems and in remarks: {@code entries[2].hprNumber}, {@code rad 7, HPR-nummer}. */
    String text();

    /** A field of a request or a form, or all that was sent under one name. */
    record Field(String name) implements Place {
        @Override
        public String text() {
            return name;
        }
    }

    /**
     * A cell of a file.
     *
     * @param row as people see it, from 1
     * @param column the name of the column; null for the whole row
     */
    record Cell(int row, String column) implements Place {
        @Override
        public String text() {
            return "rad " + row + (column == null ? "" : ", " + column);
        }
    }

    /**
     * One of several, or a part of it.
     *
     * @param list what they stand under
     * @param at which of them, from 0
     * @param rest the place within it; null for all of it
     */
    record Path(String list, int at, Place rest) implements Place {
        private static final Pattern FORM =
                Pattern.compile("([^\\[\\]]*)\\[(0|[1-9][0-9]{0,8})](?:\\.(.+))?", Pattern.DOTALL);

        @Override
        public String text() {
            return list + "[" + at + "]" + (rest == null ? "" : "." + rest.text());
        }
    }

    /** The field of that name, or the path to it ({@code divisions[0].departments[1].id}): its text is the same again. */
    static Place of(String field) {
        Matcher path = Path.FORM.matcher(field);
        return path.matches()
                ? new Path(
                        path.group(1),
                        Integer.parseInt(path.group(2)),
                        path.group(3) == null ? null : of(path.group(3)))
                : new Field(field);
    }

    /** A row of a file. */
    static Place row(int row) {
        return new Cell(row, null);
    }

    /** Whether it is the field of that name or a part of it: {@code halfYears[1]} is of {@code halfYears}. */
    default boolean isOf(String field) {
        String text = text();
        return text.startsWith(field)
                && (text.length() == field.length() || ".[".indexOf(text.charAt(field.length())) >= 0);
    }
}
