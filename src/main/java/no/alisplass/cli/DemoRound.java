package no.alisplass.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Carries a folder of sample files through the front door: reference data, a round, waitlists, and a run of it. */
final class DemoRound {
    private static final String V1 = "/api/v1";
    private static final long POLL_MILLIS = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final FrontDoor.As coordinator;
    private final Function<String, FrontDoor.As> municipality;

    /** @param municipality the way in of an area's user, by the area's code */
    DemoRound(FrontDoor.As coordinator, Function<String, FrontDoor.As> municipality) {
        this.coordinator = coordinator;
        this.municipality = municipality;
    }

    /** Hospital, positions with seats, and areas; sending them again changes nothing. */
    void loadReferenceData(Path folder) {
        JsonNode hospital = read(folder.resolve("sykehus.json"));
        coordinator.send("PUT", V1 + "/hospitals/ahus", hospital);
        for (JsonNode position : read(folder.resolve("stillinger.json")).get("positions")) {
            String address =
                    V1 + "/hospitals/ahus/positions/" + position.get("id").asText();
            ObjectNode parts = json.createObjectNode();
            parts.set("parts", position.get("parts"));
            coordinator.send("PUT", address, parts);
            for (JsonNode seats : position.get("seats")) {
                ObjectNode count = json.createObjectNode();
                count.set("seats", seats.get("seats"));
                coordinator.send(
                        "PUT", address + "/seats/" + seats.get("halfYear").asText(), count);
            }
        }
        coordinator.send("PUT", V1 + "/areas", read(folder.resolve("omrader.json")));
    }

    /** The codes of the areas in the reference data. */
    static List<String> areas(Path folder) {
        List<String> codes = new ArrayList<>();
        new DemoRound(null, null)
                .read(folder.resolve("omrader.json"))
                .get("areas")
                .forEach(area -> codes.add(area.get("code").asText()));
        return codes;
    }

    boolean exists(String round) {
        return coordinator.exists(V1 + "/rounds/" + round);
    }

    /** Makes the round, lets every municipality send its list, and closes it. */
    void sendWaitlists(Path folder) {
        JsonNode round = read(folder.resolve("runde.json"));
        String address = V1 + "/rounds/" + round.get("id").asText();
        coordinator.send("POST", V1 + "/rounds", round);
        for (JsonNode seats : read(folder.resolve("plasser.json")).get("seats")) {
            String position =
                    V1 + "/hospitals/ahus/positions/" + seats.get("position").asText();
            coordinator.send(
                    "PUT",
                    position + "/seats/" + seats.get("halfYear").asText(),
                    json.createObjectNode().set("seats", seats.get("seats")));
        }
        coordinator.send("POST", address + "/open", json.createObjectNode());
        for (JsonNode list : read(folder.resolve("lister.json")).get("lists")) {
            sendList(address + "/waitlists/" + list.get("area").asText(), list, folder);
        }
        ObjectNode reason = json.createObjectNode().put("reason", "Alle kommunene har svart.");
        coordinator.send("POST", address + "/close", reason);
    }

    private void sendList(String address, JsonNode list, Path folder) {
        FrontDoor.As sender = municipality.apply(list.get("area").asText());
        Path file = folder.resolve(list.get("file").asText());
        boolean asJson = file.toString().endsWith(".json");
        ObjectNode draft = asJson ? (ObjectNode) read(file) : json.createObjectNode();
        draft.set("awayLimit", list.get("awayLimit"));
        if (!asJson) {
            draft.putArray("entries");
        }
        JsonNode written = sender.edit("PUT", address, draft, 0);
        if (!asJson) {
            written = sender.upload(
                    address + "/import", file, written.get("version").asLong());
        }
        sender.edit(
                "POST",
                address + "/submissions",
                json.createObjectNode(),
                written.get("version").asLong());
    }

    /** What each area has agreed with the hospital; where that is said already, it stays. */
    void sendAgreements(Path folder) {
        for (JsonNode each : read(folder.resolve("avtaler.json")).get("agreements")) {
            ObjectNode agreement = each.deepCopy();
            String address = V1 + "/hospitals/ahus/agreements/"
                    + agreement.remove("area").asText();
            if (coordinator.get(address).get("version").asLong() == 0) {
                coordinator.edit("PUT", address, agreement, 0);
            }
        }
    }

    /** Approves a run. */
    void approve(String run) {
        coordinator.send("POST", run + "/approve", json.createObjectNode());
    }

    /** Runs a closed round, or finds the run it has; the run's address once it is done. */
    String run(String round) {
        String runs = V1 + "/rounds/" + round + "/runs";
        for (JsonNode run : coordinator.get(runs)) {
            if (run.hasNonNull("proposalHash")) {
                return runs + "/" + run.get("number").asInt();
            }
        }
        JsonNode started = coordinator.send("POST", runs, json.createObjectNode());
        String address = runs + "/" + started.get("number").asInt();
        JsonNode run = started;
        while (List.of("QUEUED", "RUNNING").contains(run.get("state").asText())) {
            pause();
            run = coordinator.get(address);
        }
        if (!run.hasNonNull("proposalHash")) {
            throw new IllegalStateException(
                    "The run ended as " + run.get("state").asText());
        }
        return address;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the run", e);
        }
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
