package no.alisplass.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code sample-data} that are written by hand say the same as what lies beside them. */
class SampleDataTest {
    private static final Path ROOT = Path.of("sample-data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nested
    class Report {
        private final Path report = ROOT.resolve("rapport-2019");

        @Test
        void theAnswerOfTheOldSchemeIsTheWishesInTimeOrder() throws IOException {
            Path folder = report.resolve("gammel-ordning");
            Map<String, List<String>> answer = stays(folder);
            assertThat(answer).hasSize(4).allSatisfy((name, stays) -> assertThat(stays)
                    .hasSize(2));
            rows(folder).forEach(row -> assertThat(answer.get(row.get("Navn")))
                    .containsExactly(
                            "2019-H " + id(row.get("Ønsket avdeling 1")),
                            "2020-V " + id(row.get("Ønsket avdeling 2"))));
        }

        @Test
        void theAnswerOfTheNewSchemeIsTheWishAndTheStart() throws IOException {
            Path folder = report.resolve("ny-ordning");
            Map<String, List<String>> answer = stays(folder);
            assertThat(answer).hasSize(8);
            rows(folder).forEach(row -> assertThat(answer.get(row.get("Navn")))
                    .containsExactly((row.get("Ønsket oppstart").equals("høst 2019") ? "2019-H " : "2020-V ")
                            + id(row.get("Ønsket avdeling 1"))));
        }

        @Test
        void withoutWishesTheSameFourDoctorsCome() throws IOException {
            List<Map<String, String>> rows = rows(report.resolve("uten-onsker"));
            assertThat(rows.stream().map(row -> row.get("HPR-nummer")))
                    .isEqualTo(rows(report.resolve("gammel-ordning")).stream()
                            .map(row -> row.get("HPR-nummer"))
                            .toList());
            assertThat(rows).noneMatch(row -> row.containsKey("Ønsket avdeling 1"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"gammel-ordning", "uten-onsker", "ny-ordning"})
        void everyListNamedIsThereAndEveryPositionHasOneSeatInEachHalfYear(String name) throws IOException {
            Path folder = report.resolve(name);
            for (JsonNode list : json(folder.resolve("lister.json")).get("lists")) {
                assertThat(folder.resolve(list.get("file").asText())).isRegularFile();
            }
            assertThat(json(folder.resolve("plasser.json")).get("seats"))
                    .hasSize(8)
                    .allMatch(seat -> seat.get("seats").asInt() == 1);
        }

        /** Half-year and department of each doctor's stays, in time order. */
        private Map<String, List<String>> stays(Path folder) throws IOException {
            Map<String, List<String>> stays = new TreeMap<>();
            json(folder.resolve("fasit.json"))
                    .get("departments")
                    .properties()
                    .forEach(department -> department.getValue().properties().forEach(half -> half.getValue()
                            .forEach(name -> stays.computeIfAbsent(name.asText(), none -> new ArrayList<>())
                                    .add(half.getKey() + " " + department.getKey()))));
            stays.values().forEach(list -> list.sort(null));
            return stays;
        }

        private List<Map<String, String>> rows(Path folder) throws IOException {
            List<Map<String, String>> rows = new ArrayList<>();
            for (JsonNode list : json(folder.resolve("lister.json")).get("lists")) {
                String file = list.get("file").asText();
                Charset charset = file.contains("lorenskog") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
                List<String> lines = Files.readString(folder.resolve(file), charset)
                        .replace("\ufeff", "")
                        .lines()
                        .toList();
                List<String> header = List.of(lines.get(0).split("[;,]"));
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = line.split("[;,]", -1);
                    Map<String, String> row = new TreeMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(header.get(i), cells[i]);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }

        private String id(String name) {
            return Stream.of(SampleDepartment.values())
                    .map(SampleDepartment::id)
                    .filter(id -> SampleDepartment.name(id, 0).equals(name))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }

    @Nested
    class Faulty {
        private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| .+ \\| .+ \\| `[a-z-]+` \\|");

        @Test
        void theTableOfFaultyFilesNamesJustTheFilesThatAreThere() throws IOException {
            Path folder = ROOT.resolve("feil");
            List<String> named = Files.readString(folder.resolve("README.md"))
                    .lines()
                    .map(ROW::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(row -> row.group(1))
                    .toList();
            try (Stream<Path> files = Files.list(folder)) {
                List<String> there = files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("README.md"))
                        .toList();
                assertThat(named).containsExactlyInAnyOrderElementsOf(there).hasSizeGreaterThan(40);
            }
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
