package no.alisplass.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A\u030ase|Åse Lie",
                "ase|Åse Lie",
                "Aase|Åse Lie",
                "Åse|Aase Lie",
                "O^Brien|Pat O’Brien",
                "O’Brien|Pat O^Brien",
                "obrien|Pat O’Brien",
                "Nuhkka|Elle Ŋuhkká",
                "ŋuhkká|Elle Nuhkka",
                "Anne-Marja|Anne Marja Sara",
                "Anne Marja|Anne-Marja Sara",
                "annemarja|Anne-Marja Sara",
                "Dorde|Đorđe Ilić",
                "ILIC dor|Đorđe Ilić",
                "Moller|Møller",
                "Moeller|Møller",
                "gset bjø|Bjørn Høgset",
                "saether|Sæther",
                "\u00a0Hø\u00adgset\u200b|Bjørn Høgset",
                "Thi Anh|Nguyễn Thị Ánh"
            })
    void a_name_is_found(String sought, String name) {
        assertThat(Folding.finds(sought.replace("^", "'"), name.replace("^", "'")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Kari Hansen,Kari Nordmann", "Ola,Kari Nordmann", "Karin,Kari Nordmann"})
    void another_name_is_not(String sought, String name) {
        assertThat(Folding.finds(sought, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "-", "'", "%"})
    void nothing_sought_finds_nobody(String sought) {
        assertThat(Folding.finds(sought, "Kari Nordmann")).isFalse();
    }
}
