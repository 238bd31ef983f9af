package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes round after round from its plan to the approval, each step on what the service says the last one led to. */
final class RoundClient extends LoadClient {
    private static final List<String> STATES = List.of("", "DRAFT", "OPEN", "CLOSED", "APPROVED");
    private static final int FIRST_YEAR = 2040;
    private static final int YEARS = 58;
    private static final String SEATS = "/api/v1/hospitals/ahus/positions/ahus-geriatri-1/seats/";
    private static final String AREA = "3205";
    private static final int DOCTORS = 710_000_000;

    private final List<String> approved = new ArrayList<>();
    private String reached = "";

    RoundClient(URI site, String password) {
        super(site, password);
    }

    private String halfYear() {
        int number = approved.size() % (2 * YEARS);
        return FIRST_YEAR + number / 2 + (number % 2 == 0 ? "-V" : "-H");
    }

    private String id() {
        return "drept-" + approved.size();
    }

    private String address() {
        return "/api/v1/rounds/" + id();
    }

    @Override
    void act() throws IOException {
        HttpResponse<String> round = send(request(COORDINATOR, address()));
        String state = round.statusCode() == 404
                ? ""
                : JSON.readTree(expect(round, 200).body()).get("state").asText();
        assertThat(state).as("state of %s", id()).isEqualTo(reached);
        switch (state) {
            case "" -> plan();
            case "DRAFT" -> step("open", 200, "OPEN");
            case "OPEN" -> list();
            default -> allocate();
        }
    }

    private void plan() throws IOException {
        expect(send(json(COORDINATOR, "PUT", SEATS + halfYear(), "{\"seats\":2}")), 200);
        String deadline = Integer.parseInt(halfYear().substring(0, 4)) - 1 + "-12-01";
        expect(
                send(json(
                        COORDINATOR,
                        "POST",
                        "/api/v1/rounds",
                        "{\"id\":\"" + id() + "\",\"hospital\":\"ahus\",\"title\":\"Prøve\",\"halfYears\":[\""
                                + halfYear() + "\"],\"policyId\":\"ahus-2020\",\"deadline\":\"" + deadline + "\"}")),
                201);
        reached("DRAFT");
    }

    private void step(String step, int status, String state) throws IOException {
        String body = "{\"reason\":\"Alle kommunene har svart.\"}";
        expect(send(json(COORDINATOR, "POST", address() + "/" + step, body)), status);
        reached(state);
    }

    private void reached(String state) {
        reached = state;
        acknowledge();
    }

    private void list() throws IOException {
        StampedList list = new StampedList(id(), AREA, DOCTORS + 10 * approved.size());
        String user = "kommune-" + AREA;
        if (!get(list.address() + "/submissions").isEmpty()) {
            step("close", 200, "CLOSED");
            return;
        }
        long version = get(list.address()).get("version").asLong();
        if (version == 0) {
            expect(send(json(user, "PUT", list.address(), list.json(1)).header("If-Match", "\"0\"")), 200);
        } else {
            expect(
                    send(json(user, "POST", list.address() + "/submissions", "")
                            .header("If-Match", "\"" + version + "\"")
                            .header("Idempotency-Key", "den ene")),
                    201);
        }
        acknowledge();
    }

    private void allocate() throws IOException {
        JsonNode newest = get(address() + "/runs").path(0);
        switch (newest.path("state").asText()) {
            case "DONE" -> {
                expect(
                        send(json(COORDINATOR, "POST", address() + "/runs/" + newest.get("number") + "/approve", "")),
                        200);
                reached("APPROVED");
                next();
            }
            case "QUEUED", "RUNNING" -> pause();
            default -> {
                expect(send(json(COORDINATOR, "POST", address() + "/runs", "{}")), 202);
                acknowledge();
            }
        }
    }

    private void next() {
        approved.add(id());
        reached = "";
    }

    @Override
    void compare(StoredFacts stored) throws SQLException {
        List<List<String>> found = stored.rows("SELECT state FROM allocation_round WHERE id = ?", id());
        String state = found.isEmpty() ? "" : found.get(0).get(0);
        assertThat(STATES.indexOf(state))
                .as("%s is %s, and was acknowledged as %s", id(), state, reached)
                .isBetween(STATES.indexOf(reached), STATES.indexOf(reached) + 1);
        reached = state;
        if (state.equals("APPROVED")) {
            next();
        }
        assertThat(stored.rows("SELECT id FROM allocation_round WHERE state = 'APPROVED' AND id LIKE 'drept-%'"))
                .hasSize(approved.size());
    }
}
