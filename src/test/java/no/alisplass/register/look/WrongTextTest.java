package no.alisplass.register.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a doctor may write of what is wrong. */
class WrongTextTest {
    @Test
    void it_is_kept_in_the_one_form_of_text() {
        assertThat(WrongText.read("  Jeg begynte\u00a01.\u2009mars.\r\n\r\nIkke i mai.\u200b "))
                .isEqualTo(Result.done("Jeg begynte 1. mars.\n\nIkke i mai."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | register.look-wrong-missing",
                "'  ' | register.look-wrong-missing",
                "Nummeret mitt er 01019012345 | register.look-identity-number",
                "Født 010190 12345, ikke 02 | register.look-identity-number",
                "Jeg var sykmeldt i mai | register.look-health-words",
                "Var borte i barselpermisjon | register.look-health-words"
            })
    void what_must_not_be_kept_is_refused_and_not_repeated(String typed, String code) {
        List<Finding> findings = ((Result.Refused<String>) WrongText.read(typed)).findings();
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        assertThat(findings).allSatisfy(each -> {
            assertThat(each.field()).isEqualTo("wrong");
            assertThat(Messages.text(each, Messages.BOKMAL)).doesNotContain("01019", "010190");
        });
    }

    @Test
    void it_is_as_long_as_it_may_be_and_no_longer() {
        String most = "ø".repeat(DoctorAnswers.LONGEST);
        assertThat(WrongText.read(most)).isEqualTo(Result.done(most));
        assertThat(((Result.Refused<String>) WrongText.read(most + "ø")).findings())
                .extracting(Finding::code)
                .containsExactly("text.too-long");
    }
}
