package no.alisplass.register.grid;

import static no.alisplass.register.grid.Books.cells;
import static no.alisplass.register.grid.Books.grids;
import static no.alisplass.register.grid.Books.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvGridTest {
    private static final String LIST =
            "Navn;Åpen praksis;Fullførte læringsmål\r\nBjørn Høgset;påbegynt;70\r\nÅse Ærlig;Øst;8\r\n";
    private static final String LOWER = "Navn;Gjenstående;Læringsmål\r\nBjørn Høgset;påbegynt;70\r\nTåse;på;8\r\n";

    @Nested
    class Encoding {
        @ParameterizedTest
        @CsvSource({
            "UTF-8,",
            "windows-1252,",
            "ISO-8859-1,",
            "UTF-16LE,",
            "UTF-16BE,",
            "IBM850,MS-DOS (850)",
            "IBM865,MS-DOS (850)",
            "x-MacRoman,Macintosh"
        })
        void is_recognised_by_norwegian_letters_and_told_when_it_is_unusual(String charset, String name) {
            for (String text : List.of(LIST, LOWER)) {
                Grid grid = grids(text.getBytes(Charset.forName(charset))).get(0);
                assertThat(String.join(" ", grid.lines().get(1).cells())).isEqualTo("Bjørn Høgset påbegynt 70");
                assertThat(grid.notes())
                        .isEqualTo(name == null ? List.of() : List.of(Grid.Note.of("encoding-guessed", name)));
            }
        }

        @Test
        void of_dos_that_has_lost_a_letter_is_recognised_by_the_others() {
            byte[] file = "Navn;Læringsmål\r\nBj?rn;på\r\n".getBytes(Charset.forName("IBM437"));
            assertThat(cells(file).get(1)).containsExactly("Bj?rn", "på");
        }

        @ParameterizedTest
        @ValueSource(strings = {"IBM037", "windows-1251", "KOI8-R", "windows-1250"})
        void that_makes_no_norwegian_of_it_is_refused_with_the_way_out(String charset) {
            byte[] file = "Navn;Мужской;Žluťoučký;Đorđević\r\nBj¤rn;Ł\u00f3dź;ý\r\n".getBytes(Charset.forName(charset));
            assertThat(refusal(file)).matches("file-(encoding|not-text)\\[]");
        }

        @Test
        void mixed_within_one_file_is_refused() {
            byte[] utf8 = LIST.getBytes(StandardCharsets.UTF_8);
            byte[] windows = LIST.getBytes(Charset.forName("windows-1252"));
            byte[] both = java.util.Arrays.copyOf(utf8, utf8.length + windows.length);
            System.arraycopy(windows, 0, both, utf8.length, windows.length);
            assertThat(refusal(both)).isEqualTo("file-encoding[]");
        }

        @Test
        void of_windows_keeps_foreign_names_and_signs() {
            String text = "Navn;Merknad\r\nSeán O’Brien;“Ja” – 50 %…\r\nJosé Muñoz Gonçalves;½ stilling, 3 × 8 °\r\n";
            assertThat(cells(text.getBytes(Charset.forName("windows-1252"))))
                    .containsExactly(
                            List.of("Navn", "Merknad"),
                            List.of("Seán O’Brien", "“Ja” – 50 %…"),
                            List.of("José Muñoz Gonçalves", "½ stilling, 3 × 8 °"));
        }

        @Test
        void has_its_mark_taken_away_wherever_files_were_joined() {
            assertThat(cells(bytes("\ufeffa;b\r\n1;2\r\n\ufeff\"a\";b\r\n")))
                    .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("a", "b"));
        }
    }

    @Nested
    class WrongLetters {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bj›rn",
                    "Bj¿rn",
                    "BjÃ¸rn",
                    "Ã…se",
                    "Bj\ufffdrn",
                    "p†begynt",
                    "Bj?rn",
                    "l‘re",
                    "pÜbegynt",
                    "Bjшrn",
                    "S¯rli",
                    "Bj\u009brn",
                    "Bj¢rn",
                    "BjÂ rn",
                    "H°gset"
                })
        void are_found(String word) {
            assertThat(Letters.odd("Torunn " + word + " Li")).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "O’Brien",
                    "Mc’Donald",
                    "Ánne-Márjá Ŋuhkká",
                    "Đorđe Čáhppes",
                    "Nguyễn",
                    "Jean‑Luc",
                    "Šolli",
                    "ÅSE ØRNHAUGEN",
                    "李 明",
                    "Å.Li",
                    "hva? ja",
                    "https://x.no/?a=b",
                    "50 %–60 %",
                    "½ år",
                    "20 °C",
                    "§ 12a",
                    "Иван Петров",
                    "Anne👩‍⚕️",
                    "e\u0301clair",
                    "ÆØÅ",
                    "(påbegynt)",
                    "«Åse»",
                    "Kari/Åse"
                })
        void are_not_seen_in_what_people_write(String word) {
            assertThat(Letters.odd(word)).isEmpty();
        }
    }

    @Nested
    class Quotes {
        @Test
        void right_behind_others_are_told_with_their_line() {
            assertThat(refusal(bytes("a;b\r\n1;2\r\n2;\"Bjørn \"Bjønn\" Høgset\"\r\n")))
                    .isEqualTo("file-quotes[3]");
        }

        @Test
        void that_never_end_are_told_where_they_begin() {
            assertThat(refusal(bytes("a;b\r\n1;\"Kari\r\n2;Per\r\n3;Pål\r\n"))).isEqualTo("file-quotes[2]");
            assertThat(refusal(bytes("sep=;\r\na;b\r\n1;\"Kari\r\n2;Per\r\n"))).isEqualTo("file-quotes[3]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#I/T",
                "#VERDI!",
                "#NAVN?",
                "#TALL!",
                "#DIV/0!",
                "#REF!",
                "#N/A",
                "#NAME?",
                "#GETTING_DATA",
                "#FIELD!",
                "#CONNECT!",
                "#SPILL!",
                "#NV",
                "#WERT!",
                "#SAKNAS!",
                "#VÄRDEFEL!",
                "#VÆRDI!",
                "Err:502",
                "Feil:508",
                "########",
                "Laster inn...",
                "Loading..."
            })
    void the_words_of_an_error_are_no_value_in_any_language(String word) {
        assertThat(Grid.isFormulaError(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#1", "Kari #2", "# 3", "Feil: 508 kr", "#VIKTIG!", "Laster inn pasienter"})
    void other_texts_are_no_errors(String text) {
        assertThat(Grid.isFormulaError(text)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
