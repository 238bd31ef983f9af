package no.alisplass.sample;

import java.util.Arrays;
import java.util.Optional;
import no.alisplass.domain.text.Text;

/** The forms in which areas send their lists. */
public enum ListFormat {
    /** A workbook with a title above the column names; area codes are numbers and have lost their leading zero. */
    XLSX(".xlsx", "Excel"),
    /** Semicolons, Windows-1252, area codes without their leading zero. */
    CSV_1252(".csv", "CSV i Windows-1252"),
    /** Semicolons, UTF-8 with BOM. */
    CSV_UTF8(".csv", "CSV i UTF-8"),
    /** What the API takes. */
    JSON(".json", "JSON");

    private final String ending;
    private final String description;

    ListFormat(String ending, String description) {
        this.ending = ending;
        this.description = description;
    }

    String ending() {
        return ending;
    }

    /** In Norwegian. */
    String description() {
        return description;
    }

    /** The word for it on the command line. */
    String word() {
        return Text.word(this);
    }

    static Optional<ListFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
