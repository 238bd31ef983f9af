package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01019012345",
                "010190 12345",
                "010190-12345",
                "01.01.90 12345",
                "01.01.1990 12345",
                "01 01 90 12345",
                "010190 123 45",
                "f.nr. 41019012345.",
                "Født01019012345x",
                "1019012345",
                "1019012345.0",
                "０１０１９０１２３４５",
                "010190\u00a012345",
                "010190–12345"
            })
    void what_looks_like_an_identity_number_is_recognised(String text) {
        assertThat(IdentityNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9144889",
                "HPR 914488912",
                "+47 22 33 44 55",
                "4722334455",
                "01.09.2022 - 31.08.2024 100 % åpen",
                "01.09.2022 - 31.08.2024 80 % åpen (permisjon 01.02.2023 - 31.03.2023, 01.05.2023 - 02.05.2023)",
                "123456789012",
                "2027-V, 2027-H",
                "kontonummer finnes ikke",
                "30.5"
            })
    void other_numbers_are_left_alone(String text) {
        assertThat(IdentityNumbers.in(text)).isFalse();
    }
}
