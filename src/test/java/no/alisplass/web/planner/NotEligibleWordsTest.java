package no.alisplass.web.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;

/** Every reason by which a policy lets somebody take no part has its words on the page of a forecast. */
class NotEligibleWordsTest {
    private static final Pattern REASON = Pattern.compile("Finding\\.of\\([^;]*?\"policy\\.([a-z-]+)\"");

    @Test
    void each_reason_is_told_in_every_language() throws IOException {
        Set<String> reasons = new TreeSet<>(Set.of("too-early-on"));
        for (String file : List.of("Eligibility", "SchemeRules", "Ready")) {
            Path source = Path.of("src/main/java/no/alisplass/policy", file + ".java");
            Matcher found = REASON.matcher(Files.readString(source));
            while (found.find()) {
                reasons.add(found.group(1));
            }
        }
        assertThat(reasons).hasSizeGreaterThan(10).contains("scheme-ends", "too-early", "agreement-ended");
        for (String reason : reasons) {
            String key = "web-forecast.forecast-out-" + reason;
            for (Locale locale : List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.ENGLISH)) {
                assertThat(Messages.text(key, locale, 3)).as(key + " " + locale).endsWith(": 3");
            }
        }
    }
}
