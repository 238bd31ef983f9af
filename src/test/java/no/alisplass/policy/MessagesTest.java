package no.alisplass.policy;

import static no.alisplass.policy.Given.START;
import static no.alisplass.policy.Given.ahus2020;
import static no.alisplass.policy.Given.ahus2020With;
import static no.alisplass.policy.Given.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final List<Policy> POLICIES = List.of(
            ahus2020(),
            ahus2020With("when-early: rank-last", "when-early: not-eligible"),
            ahus2020With("when-early: rank-last", "when-early: flag-only"),
            ahus2020With("  affiliation: true", "  affiliation: false"),
            ahus2020With("- permanent\n      - own-list", "- own-list\n      - permanent"),
            second("when-early: rank-last", "when-early: flag-only"),
            second("counted-to: first-day", "counted-to: deadline"),
            second("facts-on: start-day", "facts-on: first-day"),
            second("months-left: true", "months-left: true\n  agreement: require\n  registration: require"),
            second("months-left: true", "months-left: true\n  agreement: warn\n  registration: warn"),
            second(
                    "institution-months: 12",
                    "institution-months: 12\n    objectives:\n      - total: 112",
                    "institution-months: 6",
                    "institution-months: 6\n    objectives:\n      - total: 66"),
            second("months-per-stay: 6", "months-per-stay: 6\n  department-again: always"),
            second("schemes:", "offers:\n  source: Utlysningen\n  late-withdrawal: behind-equals\n\nschemes:"),
            second("schemes:", "lead:\n  call-months: 11\n  deadline-months: 9\n\nschemes:"),
            second("months-per-stay: 6", "months-per-stay: 6\n  department-again: after-interruption"),
            second(
                    "last-application: 2026-12-31",
                    "last-application: 2026-12-31\n    after-last-application: not-eligible"),
            second("counted-to: first-day", "counted-to: deadline", "facts-on: start-day", "facts-on: first-day"));

    /** The second version, which asks facts on the day a service starts, with texts of its file replaced. */
    private static Policy second(String... replacements) {
        String file = Given.file("ahus-2020-v2.yaml");
        for (int i = 0; i < replacements.length; i += 2) {
            file = file.replace(replacements[i], replacements[i + 1]);
        }
        return new Policies(List.of(new Policies.PolicyFile("second.yaml", file.getBytes(StandardCharsets.UTF_8))))
                .all()
                .get(0);
    }

    private static Properties texts() throws IOException {
        return texts("policy.properties");
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle))) {
            texts.load(reader);
        }
        return texts;
    }

    /** Doctors of every kind: every code the room can give comes up. */
    private static List<Candidate> everyKind() {
        return List.of(
                doctor(1).interrupted().shortage().get(),
                doctor(2)
                        .counted("3.5")
                        .progress(0, 0, GroupSupervision.NOT_STARTED)
                        .get(),
                doctor(3)
                        .affiliation(Affiliation.OWN_LIST, null, null)
                        .progress(112, 11, GroupSupervision.FINISHED)
                        .get(),
                doctor(4).affiliation(Affiliation.LOCUM, "2027-01-01", null).get(),
                doctor(5).affiliation(Affiliation.LOCUM, null, "2027-03-31").get(),
                doctor(6).affiliation(null, null, null).get(),
                doctor(7)
                        .affiliation(Affiliation.LOCUM, "2027-04-01", "2027-02-01")
                        .covered()
                        .left("0")
                        .get(),
                doctor(8)
                        .affiliation(Affiliation.LOCUM, "2027-03-02", "2027-08-31")
                        .starts()
                        .get(),
                doctor(9).counted("3.5").starts().get(),
                doctor(10).starts().get(),
                doctor(11).old("12").starts().get(),
                doctor(12).starts().agreed(null, null, null).get(),
                doctor(13).starts().agreed("2027-09-02", null, "2027-09-02").get(),
                doctor(14)
                        .starts()
                        .agreed("2020-01-01", "2020-12-31", "2020-01-01")
                        .get(),
                doctor(15).get().withdrewLate(true));
    }

    private static List<Message> everyMessage() {
        List<Message> messages = new ArrayList<>();
        Arrays.stream(CriterionCode.values()).map(CriterionCode::text).forEach(messages::add);
        for (Policy policy : POLICIES) {
            messages.add(policy.counting().rule());
            messages.addAll(policy.furtherRules());
            policy.criteria().stream().map(Criterion::rule).forEach(messages::add);
            Ranking ranking = policy.rank(everyKind(), START, "seed");
            ranking.ranked().forEach(one -> {
                one.values().stream().map(CriterionValue::text).forEach(messages::add);
                one.values().stream().map(CriterionValue::brief).forEach(messages::add);
                one.remarks().stream().map(Finding::message).forEach(messages::add);
            });
            ranking.notEligible()
                    .forEach(one -> one.reasons().stream().map(Finding::message).forEach(messages::add));
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.properties", "policy_nn.properties", "policy_en.properties"})
    void every_code_has_a_text_and_every_text_a_code(String bundle) throws IOException {
        Stream<String> codes = everyMessage().stream().map(Message::code);
        assertThat(new TreeSet<>(texts(bundle).stringPropertyNames().stream()
                        .map(key -> "policy." + key)
                        .toList()))
                .isEqualTo(new TreeSet<>(codes.toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.properties", "policy_nn.properties", "policy_en.properties"})
    void every_text_takes_up_its_arguments(String bundle) throws IOException {
        Properties texts = texts(bundle);
        Properties original = texts();
        for (Message message : everyMessage()) {
            String key = message.code().substring("policy.".length());
            String pattern = texts.getProperty(key);
            String language = bundle.replaceAll("^policy_?|\\.properties$", "");
            String text =
                    Messages.text(message, language.isEmpty() ? Messages.BOKMAL : Locale.forLanguageTag(language));
            assertThat(text).as(key).isNotBlank().doesNotContain("{", "}", "null");
            for (int i = 0; i < 4; i++) {
                Pattern place = Pattern.compile("\\{" + i + "[,}]");
                assertThat(place.matcher(pattern).find())
                        .as(key + place)
                        .isEqualTo(place.matcher(original.getProperty(key)).find());
            }
            assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @Test
    void a_decision_reads_as_norwegian() {
        Decision decision =
                Given.decide(ahus2020(), doctor(1).counted("51"), doctor(2).counted("44"));
        Message value = decision.valueAhead().text();
        assertThat(Messages.text(value, Messages.BOKMAL)).isEqualTo("51 md tellende tjeneste, 9 md igjen");
    }
}
