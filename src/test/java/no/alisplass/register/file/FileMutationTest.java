package no.alisplass.register.file;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.grid.Books;
import org.junit.jupiter.api.Test;

/** Good files with a few bytes or words changed by chance: each is read or refused, none is a fault. */
class FileMutationTest {
    private static final int TIMES = 500;
    private static final List<String> WORDS = List.of(
            "<",
            ">",
            "</c>",
            "<c>",
            "<row",
            "r='",
            "'",
            "&",
            "&#0;",
            "&x;",
            "]]>",
            "<!--",
            "<v>",
            "<is>",
            "<f/>",
            "t='d'",
            "99999999999",
            "-1",
            "\u0000",
            "\u202e",
            "\ud800",
            "_x0000_",
            "\"",
            ";",
            "\n",
            "",
            "é",
            "›",
            "hidden='1'");

    private final Random chance = new Random(20270301);

    @Test
    void bytes_of_a_workbook() {
        byte[] book = Books.zip(parts());
        for (int i = 0; i < TIMES; i++) {
            byte[] changed = book.clone();
            for (int k = 0; k <= i % 8; k++) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
            }
            isAnswered(changed, i);
        }
    }

    @Test
    void words_of_its_parts() {
        for (int i = 0; i < TIMES; i++) {
            Map<String, String> parts = parts();
            String part = List.copyOf(parts.keySet()).get(chance.nextInt(parts.size()));
            parts.put(part, changed(parts.get(part)));
            isAnswered(Books.zip(parts), i);
        }
    }

    @Test
    void words_and_bytes_of_a_text_file() {
        String text = Samples.csv(Samples.row());
        for (int i = 0; i < TIMES; i++) {
            byte[] changed = changed(text).getBytes(StandardCharsets.UTF_8);
            if (i % 2 == 0) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
            }
            isAnswered(changed, i);
        }
    }

    private String changed(String text) {
        int from = chance.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + chance.nextInt(4));
        return text.substring(0, from) + WORDS.get(chance.nextInt(WORDS.size())) + text.substring(to);
    }

    private static void isAnswered(byte[] file, int number) {
        assertThatCode(() -> WaitlistReader.read(file, Samples.LILLESTROM, Samples.RULES))
                .as("change " + number)
                .doesNotThrowAnyException();
    }

    private static Map<String, String> parts() {
        String names = row(List.copyOf(Samples.row().keySet()));
        String doctor = row(List.copyOf(Samples.row().values()));
        Map<String, String> parts = Books.parts("<sheetData>" + names + doctor + "</sheetData>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns='M'><si><t>a</t></si></sst>");
        return parts;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }
}
