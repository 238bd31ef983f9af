package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A coordinator's program that releases, refills, and confirms or takes back what was accepted. */
final class OfferCoordinator extends LoadClient {
    private static final String NOTHING = "{}";

    private final Supplier<String> round;
    private final Random random;

    /** What stands in an offer's record, by offer and number. */
    private final Map<String, String> steps = new TreeMap<>();

    /** The hashes of refills, by round and number. */
    private final Map<String, String> refills = new TreeMap<>();

    private String openHash;

    /** @param round whose offers are released and refilled now */
    OfferCoordinator(URI site, String password, Supplier<String> round, long seed) {
        super(site, password);
        this.round = round;
        this.random = new Random(seed);
    }

    private String address() {
        return "/api/v1/rounds/" + round.get();
    }

    @Override
    void act() throws IOException {
        JsonNode rounds = get(address() + "/offer-rounds?size=500");
        JsonNode last = rounds.path(rounds.size() - 1);
        if (rounds.isEmpty()) {
            expect(send(json(COORDINATOR, "POST", address() + "/offer-rounds", "")), 201);
            acknowledge();
        } else if (!last.hasNonNull("releasedAt") && release(last.get("number").asInt()) || refill()) {
            acknowledge();
        } else {
            step();
        }
    }

    private boolean release(int number) throws IOException {
        String path = address() + "/offer-rounds/" + number + "/release";
        HttpResponse<String> released = send(json(COORDINATOR, "POST", path, NOTHING));
        return released.statusCode() != 409 && expect(released, 200) != null;
    }

    /** What an area answers meanwhile changes what was shown. */
    private boolean refill() throws IOException {
        JsonNode shown = get(address() + "/refill-preview");
        if (!shown.get("inTheWay").isEmpty()
                || shown.get("placed").isEmpty() && shown.get("upgraded").isEmpty()) {
            return false;
        }
        openHash = shown.get("hash").asText();
        HttpResponse<String> refilled =
                send(json(COORDINATOR, "POST", address() + "/refills", "{\"hash\":\"" + openHash + "\"}"));
        boolean done = refilled.statusCode() != 409 && expect(refilled, 201) != null;
        if (done) {
            JsonNode refill = JSON.readTree(refilled.body());
            assertThat(refills.put(
                            round.get() + " " + refill.get("number").asInt(),
                            refill.get("problemHash").asText()))
                    .isNull();
        }
        openHash = null;
        return done;
    }

    private void step() throws IOException {
        JsonNode offers = get(
                "/api/v1/hospitals/ahus/offers?size=500&state=ACCEPTED&state=ACCEPTED_UPGRADABLE&round=" + round.get());
        if (offers.isEmpty() || random.nextInt(3) > 0) {
            pause();
            return;
        }
        JsonNode offer = offers.get(random.nextInt(offers.size()));
        boolean accepted = offer.get("state").asText().equals("ACCEPTED");
        String step = accepted && random.nextBoolean() ? "CONFIRM" : random.nextBoolean() ? "WITHDRAW" : "ANNUL";
        String why =
                switch (step) {
                    case "WITHDRAW" -> ",\"reason\":\"OTHER\"";
                    case "ANNUL" -> ",\"reason\":\"CHECK_FAILED\",\"text\":\"Attesten mangler.\"";
                    default -> "";
                };
        long id = offer.get("id").asLong();
        HttpResponse<String> taken = send(
                json(COORDINATOR, "POST", "/api/v1/offers/" + id + "/steps", "{\"step\":\"" + step + "\"" + why + "}")
                        .header("If-Match", "\"" + offer.get("version").asLong() + "\""));
        // An area may have said something of it since it was read.
        if (taken.statusCode() != 409 && taken.statusCode() != 412) {
            long version =
                    JSON.readTree(expect(taken, 200).body()).get("version").asLong();
            steps.put(id + " " + version, step);
            acknowledge();
        }
    }

    @Override
    void compare(StoredFacts stored) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (List<String> event : stored.rows("SELECT offer_id || ' ' || number, step FROM offer_event")) {
            found.put(event.get(0), event.get(1));
        }
        assertThat(found).as("every step").containsAllEntriesOf(steps);
        Map<String, String> made = new TreeMap<>();
        for (List<String> refill :
                stored.rows("SELECT round_id || ' ' || number, problem_hash FROM refill ORDER BY round_id, number")) {
            made.put(refill.get(0), refill.get(1));
        }
        if (openHash != null && made.size() == refills.size() + 1) {
            assertThat(made).containsValue(openHash);
            made.forEach(refills::putIfAbsent);
        }
        openHash = null;
        assertThat(made).as("refills").isEqualTo(refills);
    }
}
