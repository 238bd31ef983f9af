package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A coordinator's program that starts run after run of one round, each with a seed of its own. */
final class RunClient extends LoadClient {
    private static final String ROUND = "ahus-2028-v";
    private static final String RUNS = "/api/v1/rounds/" + ROUND + "/runs";
    private static final long FIRST_SEED = 1000;

    private final Map<Integer, Long> started = new TreeMap<>();
    private long seed = FIRST_SEED;
    private boolean open;

    RunClient(URI site, String password) {
        super(site, password);
    }

    @Override
    void act() throws IOException {
        seed++;
        open = true;
        JsonNode run = JSON.readTree(expect(send(json(COORDINATOR, "POST", RUNS, "{\"seed\":" + seed + "}")), 202)
                .body());
        int number = run.get("number").asInt();
        assertThat(started.put(number, seed)).isNull();
        open = false;
        acknowledge();
        while (List.of("QUEUED", "RUNNING").contains(run.get("state").asText())) {
            pause();
            run = get(RUNS + "/" + number);
        }
        assertThat(run.get("state").asText()).isEqualTo("DONE");
    }

    @Override
    void compare(StoredFacts stored) throws SQLException {
        Map<Integer, Long> found = new TreeMap<>();
        Set<Long> seeds = new HashSet<>();
        for (List<String> run : stored.rows(
                "SELECT number, seed FROM allocation_run WHERE round_id = ? AND seed > ?", ROUND, FIRST_SEED)) {
            found.put(Integer.parseInt(run.get(0)), Long.parseLong(run.get(1)));
            assertThat(seeds.add(Long.parseLong(run.get(1))))
                    .as("a run for each start")
                    .isTrue();
        }
        if (open && seeds.contains(seed)) {
            found.forEach((number, drawn) -> started.putIfAbsent(number, drawn));
        }
        open = false;
        assertThat(found).isEqualTo(started);
    }
}
