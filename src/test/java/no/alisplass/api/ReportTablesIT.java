package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked examples of the report come out through the API (003 §7.3.1.2). */
@QuarkusTest
class ReportTablesIT {
    private static final Path FOLDER = Path.of("sample-data", "rapport-2019");

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;

    @BeforeEach
    void inSpring2019() throws IOException {
        clock.set(LocalDate.of(2019, 2, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private Map<String, List<List<String>>> allocate(String sample) throws IOException {
        Path folder = FOLDER.resolve(sample);
        String round = FrontDesk.json(folder.resolve("runde.json")).get("id").asText();
        desk.sendAll(folder);
        desk.close(round);
        return desk.table(desk.run(round));
    }

    private static Map<String, List<List<String>>> expected(String sample) throws IOException {
        Map<String, List<List<String>>> table = new TreeMap<>();
        JsonNode key = FrontDesk.json(FOLDER.resolve(sample).resolve("fasit.json"));
        key.get("departments").properties().forEach(row -> {
            List<List<String>> cells = new ArrayList<>();
            row.getValue().forEach(cell -> {
                List<String> names = new ArrayList<>();
                cell.forEach(name -> names.add(name.asText()));
                cells.add(names);
            });
            table.put(row.getKey(), cells);
        });
        return table;
    }

    @Test
    void the_old_scheme_gives_four_doctors_two_departments_each() throws IOException {
        assertThat(allocate("gammel-ordning")).isEqualTo(expected("gammel-ordning"));
    }

    @Test
    void the_new_scheme_gives_eight_doctors_one_each() throws IOException {
        assertThat(allocate("ny-ordning")).isEqualTo(expected("ny-ordning"));
    }

    @Test
    void without_any_wishes_every_doctor_still_gets_two_different_departments_in_two_half_years() throws IOException {
        Map<String, List<List<String>>> table = allocate("uten-onsker");
        for (int halfYear = 0; halfYear < 2; halfYear++) {
            int column = halfYear;
            assertThat(table.values().stream().flatMap(row -> row.get(column).stream()))
                    .containsExactlyInAnyOrder("Per", "Pål", "Kari", "Mari");
        }
        Map<String, Set<String>> departments = new TreeMap<>();
        table.forEach((department, row) -> row.forEach(cell -> cell.forEach(name ->
                departments.computeIfAbsent(name, key -> new HashSet<>()).add(department))));
        assertThat(departments.values()).allSatisfy(held -> assertThat(held).hasSize(2));
    }
}
