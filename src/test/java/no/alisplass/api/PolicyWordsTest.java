package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import org.junit.jupiter.api.Test;

/** What published policies say in words of their own is told in three languages. */
class PolicyWordsTest {
    @Test
    void each_policy_has_its_own_words_in_every_language() {
        for (Policy policy : Policies.builtIn().all()) {
            Stream.concat(
                            Stream.of(policy.title(), policy.source()),
                            policy.criteria().stream().map(each -> each.source()))
                    .forEach(words -> {
                        assertThat(Messages.ofPolicy(words, Messages.BOKMAL)).isEqualTo(words);
                        assertThat(Messages.ofPolicy(words, Locale.ENGLISH))
                                .as(policy.id() + " " + policy.version() + ": " + words)
                                .isNotEqualTo(words);
                    });
        }
    }
}
