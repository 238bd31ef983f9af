package no.alisplass.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import no.alisplass.CpuTime;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\n",
                "\r\n",
                "\u00a0",
                "\u1680",
                "\u2007",
                "\u2009",
                "\u200b",
                "\u200c",
                "\u200d",
                "\u200e",
                "\u200f",
                "\u2028",
                "\u2029",
                "\u202f",
                "\u205f",
                "\u2060",
                "\u2800",
                "\u3000",
                "\u3164",
                "\u00ad",
                "\u034f",
                "\u115f",
                "\u180e",
                "\ufe0f",
                "\ufeff",
                "\uffa0",
                "\udb40\udc41",
                " \u00a0\u200b\n\ufeff"
            })
    void white_space_and_unseen_characters_are_blank(String nothing) {
        assertThat(Text.blank(nothing)).isTrue();
        assertThat(Text.line(nothing)).isNull();
        assertThat(Text.lines(nothing)).isNull();
        assertThat(Text.key(nothing)).isEmpty();
        assertThat(Text.readLine(nothing, 10).isBlank()).isTrue();
    }

    @Test
    void unseen_characters_are_not_kept_and_white_space_is_plain() {
        String written = "\ufeff Bjørn\u00a0\u2009 Hø\u00adg\u200bset\u200e\n";
        assertThat(Text.readLine(written, 30)).isEqualTo(Read.of("Bjørn Høgset"));
        assertThat(Text.line(written)).isEqualTo("Bjørn Høgset");
        assertThat(Text.blank(written)).isFalse();
    }

    @Test
    void letters_are_composed_also_over_what_was_dropped() {
        assertThat(Text.line(Normalizer.normalize("Åse Fjellåsen", Normalizer.Form.NFD)))
                .isEqualTo("Åse Fjellåsen");
        assertThat(Text.line("A\u200b\u030ase")).isEqualTo("Åse");
    }

    @Test
    void lines_keep_their_breaks_of_every_sort_and_a_line_has_none() {
        String written = " en  to \r\n tre\u2028fire\u0085fem\rseks\n\nsju ";
        assertThat(Text.lines(written)).isEqualTo("en  to\ntre\nfire\nfem\nseks\n\nsju");
        assertThat(Text.line(written)).isEqualTo("en to tre fire fem seks sju");
        assertThat(Text.readLines(written, 100).value()).isEqualTo(Text.lines(written));
    }

    @ParameterizedTest
    @CsvSource({"0000", "0007", "001B", "007F", "0090", "202A", "202E", "2066", "2069", "D800", "DC00", "FFFE", "FFFF"})
    void a_forbidden_character_is_named(String point) {
        String written = "Ola" + (char) Integer.parseInt(point, 16) + "Nordmann";
        Read<String> read = Text.readLine(written, 30);
        assertThat(read.fault()).isEqualTo(Fault.of("forbidden", "U+" + point));
        assertThat(Text.line(written)).isEqualTo("OlaNordmann");
        assertThat(Messages.text(read.fault().at("name", written), Messages.BOKMAL))
                .isEqualTo("Teksten har et tegn som ikke kan stå her (U+" + point
                        + "): et styretegn eller et tegn som snur teksten. Slett det, eller skriv teksten på nytt.");
    }

    @Test
    void a_forbidden_character_alone_is_a_fault_and_no_blank() {
        assertThat(Text.readLine("\u0000", 30).isFault()).isTrue();
        assertThat(Text.blank("\u0000")).isTrue();
    }

    @Test
    void a_length_counts_what_is_seen() {
        assertThat(Text.readLine("  abc\u200b  ", 3)).isEqualTo(Read.of("abc"));
        assertThat(Text.readLine("\ud83d\ude00\ud83d\ude00", 2).isFault()).isFalse();
        assertThat(Text.readLine("abcd", 3).fault()).isEqualTo(Fault.of("too-long", 3, 4));
        assertThat(Text.readLine(" ".repeat(2000), 3).fault()).isEqualTo(Fault.of("too-long", 3, 2000));
    }

    @Test
    void what_is_shown_back_is_short_and_of_one_line() {
        assertThat(Text.shown("a\nb\u202e")).isEqualTo("a b");
        assertThat(Text.shown("x".repeat(41))).isEqualTo("x".repeat(40) + "…");
        assertThat(Text.shown(null)).isEmpty();
    }

    @Test
    void names_of_all_kinds_stand_as_they_are() {
        for (String name : new String[] {
            "Ŋuhkká Đorđe", "O’Brien-D'Arcy", "Nguyễn Thị Ánh", "ᚠᚢ", "李小龙", "محمد", "5. etg. (øst) – 100 %"
        }) {
            assertThat(Text.readLine(name, 60)).isEqualTo(Read.of(name));
        }
    }

    @Test
    void texts_too_long_to_be_a_misspelling_are_far_apart_at_once() {
        String big = "a".repeat(200_000);
        assertThat(Text.distance(big, "Hjerte")).isEqualTo(200_000);
        assertThat(Text.distance("hjertee", "hejrte")).isEqualTo(2);
    }

    @Test
    void a_great_text_of_spaces_is_read_at_once() {
        long start = CpuTime.nanos();
        assertThat(Text.lines(" ".repeat(3_000_000) + "x")).isEqualTo("x");
        assertThat(CpuTime.nanos() - start).isLessThan(3_000_000_000L);
    }

    @Test
    void the_three_languages_say_it() {
        Fault fault = Text.readLine("abcd", 3).fault();
        assertThat(Messages.text(fault.at("x", null), Locale.ENGLISH))
                .isEqualTo("There is room for 3 characters here, and 4 were written. Write less.");
        assertThat(Messages.text(fault.at("x", null), Locale.forLanguageTag("nn-NO")))
                .isEqualTo("Her er det plass til 3 teikn, og det står 4. Skriv kortare.");
    }
}
