package no.alisplass.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.allocation.RunState;
import no.alisplass.capacity.VacancyState;
import no.alisplass.catchment.AreaKind;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import no.alisplass.round.RoundState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no text may say to people: ids, states as programs call them, dates as machines write them, empty places. */
public class WordsTest {
    /** Places not filled, dates and half-years of machines, names of constants and ids, and the fields of the API. */
    public static final Pattern UNTOLD =
            Pattern.compile("\\{\\d|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{4}-[VH]\\b|\\b[A-Z]{3,}_[A-Z_]+"
                    + "|\\b(OPEN|CLOSED|DRAFT|APPROVED|RUNNING|QUEUED|DONE|WITHDRAWN|FILLED|MUNICIPALITY|DISTRICT)\\b"
                    + "|\\b(seat|away):[a-z0-9]|\\bahus-[a-z]+|\\((reason|open|reopen|municipality|department)\\)|\\bIf-Match\\b"
                    + "|@[0-9a-f]{6}");

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Map<String, Locale> LANGUAGES = new TreeMap<>(
            Map.of("", Messages.BOKMAL, "_nn", Locale.forLanguageTag("nn-NO"), "_en", Locale.forLanguageTag("en-GB")));

    /** What only programs are told; at a page another text stands for it ({@code finding-…}). */
    private static final Pattern FOR_PROGRAMS = Pattern.compile("(changed-meanwhile|version-missing|round-taken)=.*");

    /** Files are written by machines: what a cell may hold is told as it is written there. */
    private static final List<String> OF_FILES = List.of("half-year-form");

    static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.contains("_") && !name.equals("api"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void no_text_speaks_like_a_machine_whatever_it_names(String room) throws IOException {
        boolean page = Texts.BUNDLES.contains(room);
        for (Map.Entry<String, Locale> language : LANGUAGES.entrySet()) {
            for (Map.Entry<Object, Object> each : read(room + language.getKey()).entrySet()) {
                String key = each.getKey().toString();
                if (FOR_PROGRAMS.matcher(key + "=").matches() || OF_FILES.contains(key)) {
                    continue;
                }
                for (Object named : List.of(
                        LocalDate.of(2028, 2, 29),
                        HalfYear.parse("2028-V"),
                        RoundState.OPEN,
                        RunState.RUNNING,
                        VacancyState.WITHDRAWN,
                        AreaKind.DISTRICT,
                        Months.of(26),
                        List.of(HalfYear.parse("2028-V"), HalfYear.parse("2028-H")))) {
                    // A text that counts is given a number.
                    boolean counts = each.getValue().toString().contains(",choice,");
                    Object[] all = new Object[8];
                    java.util.Arrays.fill(all, page && counts ? 2 : named);
                    if (counts && !page) {
                        continue;
                    }
                    String told = Messages.text(new Message(room + "." + key, List.of(all)), language.getValue());
                    assertThat(UNTOLD.matcher(told.replace("If-Match ", "")).find())
                            .as(room + language.getKey() + "." + key + ": " + told)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Fristen var 29. februar 2028. Sett en ny frist.",
                "_nn | Fristen var 29. februar 2028. Set ein ny frist.",
                "_en | The deadline was 29 February 2028. Set a new one."
            })
    void a_date_is_written_as_people_write_it(String language, String told) {
        Finding passed = Finding.of("deadline", null, "round.deadline-passed", LocalDate.of(2028, 2, 29));
        assertThat(Messages.text(passed, LANGUAGES.get(language))).isEqualTo(told);
    }

    @Test
    void states_half_years_and_months_are_written_in_words() {
        assertThat(Messages.text(
                        Finding.of(
                                "halfYears",
                                null,
                                "round.no-seats",
                                List.of(HalfYear.parse("2030-V"), HalfYear.parse("2030-H"))),
                        Messages.BOKMAL))
                .isEqualTo(
                        "Ingen stillinger har plasser i vår 2030, høst 2030. Skriv inn plasser på stillingene før fordelingen.");
        assertThat(Messages.text(
                        Finding.of("state", null, "allocation.round-not-closed", "Ahus, vår 2028", RoundState.OPEN),
                        Messages.BOKMAL))
                .isEqualTo(
                        "Rangering og fordeling vises når «Ahus, vår 2028» er lukket for ventelister. Nå er runden åpen for ventelister.");
        Months months = Months.of(new java.math.BigDecimal("48.5"));
        Finding early = Finding.of("countedService", null, "policy.too-early", months, Months.of(24));
        assertThat(Messages.text(early, LANGUAGES.get("_en"))).contains("48.5").doesNotContain("48,5");
        assertThat(Messages.text(early, Messages.BOKMAL)).contains("48,5");
    }

    /** «Begge feltene har plass {0}»: whoever names a text must fill all of its places. */
    @Test
    void every_place_of_a_text_is_filled_by_whoever_uses_it() throws IOException {
        TreeSet<String> short_ = new TreeSet<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher use = Pattern.compile(
                            "(?:Finding\\.of|Message\\.of|Texts\\.of|flash\\.tell|\\bt:)([A-Za-z0-9-]*)\\(")
                    .matcher(source);
            while (use.find()) {
                List<String> arguments = arguments(source, use.end());
                String called = use.group();
                int at = called.startsWith("Finding") ? 2 : 0;
                boolean template = called.startsWith("t:");
                if (called.contains("t:of(") || !template && arguments.size() <= at) {
                    continue;
                }
                String literal =
                        template ? '"' + use.group(1) + '"' : arguments.get(at).strip();
                if (!literal.matches("\"[A-Za-z0-9.-]+\"")) {
                    continue;
                }
                String key = literal.replace("\"", "");
                int given = template ? arguments.size() : arguments.size() - at - 1;
                boolean spread =
                        !template && given == 1 && arguments.get(at + 1).strip().matches("arguments|values");
                int places = places(key, called.startsWith("Finding") || called.startsWith("Message"));
                seen++;
                if (given < places && !spread) {
                    short_.add(
                            file.getFileName() + ": " + key + " has " + places + " places, " + given + " are filled");
                }
            }
            Matcher bare = Pattern.compile("\\{t:([A-Za-z0-9-]+)}|=t:([A-Za-z0-9-]+)[ }]")
                    .matcher(source);
            while (file.toString().endsWith(".html") && bare.find()) {
                String key = bare.group(1) == null ? bare.group(2) : bare.group(1);
                seen++;
                if (places(key, false) > 0) {
                    short_.add(file.getFileName() + ": " + key + " is used with nothing filled in");
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
        assertThat(short_).isEmpty();
    }

    private static int places(String key, boolean finding) throws IOException {
        List<String> bundles =
                finding && key.contains(".") ? List.of(key.substring(0, key.indexOf('.'))) : Texts.BUNDLES;
        String own = finding && key.contains(".") ? key.substring(key.indexOf('.') + 1) : key;
        for (String bundle : bundles) {
            Path file = MESSAGES.resolve(bundle + ".properties");
            String text = Files.exists(file) ? read(bundle).getProperty(own) : null;
            if (text != null) {
                return new MessageFormat(text).getFormatsByArgumentIndex().length;
            }
        }
        return 0;
    }

    /** What stands between the parentheses, parted at its own commas. */
    private static List<String> arguments(String source, int from) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 1;
        boolean text = false;
        for (int at = from; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (sign == '"' && source.charAt(at - 1) != '\\') {
                text = !text;
            }
            depth += text ? 0 : sign == '(' || sign == '{' ? 1 : sign == ')' || sign == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (sign == ',' && depth == 1 && !text) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        if (!part.toString().isBlank() || !parts.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*(java/no/alisplass/.*\\.java|templates/.*\\.html)"))
                    .toList();
        }
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
