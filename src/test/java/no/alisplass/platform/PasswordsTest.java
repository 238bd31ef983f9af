package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;

import no.alisplass.domain.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final User KARI = User.of("kari.nordmann", "Kari Nordmann", Roles.PLANNER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa", "password1234", "123456789012", "passordpassord", "PasswordPassword1!", "qwertyuiop12",
                "abcabcabcabc", "asdfghjkløæ1", "kari.nordmann", "nordmannnordmann", "KariNordmann2027",
                        "kari.nordmann1",
                "098765432109", "P@ssw0rd1234", "administrator1", "alisplass2027!", "velkommen123456", "Sommer2027!!!!",
                "815 493 00 11 22", "------------", "ababababababc", "qwerty123456789", "hemmelig-passord",
                        "zxcvbnmasdfgh"
            })
    void what_everybody_tries_first_is_not_taken(String password) {
        assertThat(Passwords.unfit(KARI, password))
                .extracting(Finding::code)
                .containsExactly("platform.password-common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fire-tilfeldige-lange-ord",
                "et-langt-nok-passord",
                "et langt passord for vakten",
                "korrekt hest batteri",
                "fbmxsboW3zMEf8mfQHyxpe5H",
                "x7$kqT9#wLm2",
                "ærlig øker åtte bål",
                "demoens-eget-passord",
                "4f9a77c1e0b3d528"
            })
    void four_words_and_what_is_drawn_are_taken(String password) {
        assertThat(Passwords.unfit(KARI, password)).isEmpty();
    }

    @Test
    void the_length_is_told_in_characters_that_fit() {
        Finding shortOne = Passwords.unfit(KARI, "kort nok").get(0);
        assertThat(Messages.text(shortOne, Messages.BOKMAL)).isEqualTo("Passordet må ha minst 12 tegn. Dette har 8.");
        Finding longOne = Passwords.unfit(KARI, "ø".repeat(40)).get(0);
        assertThat(Messages.text(longOne, Messages.BOKMAL))
                .isEqualTo("Passordet er for langt: bare de 36 første av de 40 tegnene får plass. Kort det ned.");
        assertThat(Passwords.unfit(KARI, "blåbærsyltetøy på brødskiva er godt til frokost hver eneste dag"))
                .isEmpty();
    }
}
