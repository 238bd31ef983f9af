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

/** Municipalities' program that answers offers in two steps, and confirms again what it was not told of. Some offers it leaves alone. */
final class OfferAnswerer extends LoadClient {
    private static final int CHANGED_MEANWHILE = 412;
    private static final int LEFT_ALONE = 6;

    private final Supplier<String> round;
    private final Random random;

    /** The numbers of the receipts, by the offer and the answer. */
    private final Map<String, String> receipts = new TreeMap<>();

    private Open open;
    private String numberOfOpen;

    /** An answer that was begun, and whose receipt has not come. */
    private record Open(long offer, String answer, String key, String user) {
        String id() {
            return offer + " " + answer;
        }
    }

    /** @param round whose offers are answered now */
    OfferAnswerer(URI site, String password, Supplier<String> round, long seed) {
        super(site, password);
        this.round = round;
        this.random = new Random(seed);
    }

    @Override
    void act() throws IOException {
        if (open != null) {
            confirm();
        }
        JsonNode offers =
                get("/api/v1/hospitals/ahus/offers?size=500&state=SENT&state=ACCEPTED&state=ACCEPTED_UPGRADABLE&round="
                        + round.get());
        JsonNode offer = offers.isEmpty() ? null : offers.get(random.nextInt(offers.size()));
        if (offer == null || offer.get("id").asLong() % LEFT_ALONE == 0) {
            pause();
            return;
        }
        String user = "kommune-" + offer.get("area").asText();
        int turn = random.nextInt(10);
        if (turn == 0) {
            tick(offer, user);
        } else if (offer.get("state").asText().equals("SENT")) {
            begin(offer.get("id").asLong(), turn < 5 ? "ACCEPT_UPGRADABLE" : turn < 7 ? "ACCEPT" : "DECLINE", user);
        } else if (turn == 1 && offer.get("state").asText().equals("ACCEPTED_UPGRADABLE")) {
            begin(offer.get("id").asLong(), "SETTLE", user);
        } else {
            pause();
        }
    }

    /** The other may have been first, or the time is over, or so long over that what was begun is forgotten. */
    private static boolean isDone(HttpResponse<String> answer, int status) throws IOException {
        return answer.statusCode() != 409 && answer.statusCode() != 404 && expect(answer, status) != null;
    }

    /** Of an offer as it was read; what the others did with it meanwhile comes first. */
    private void tick(JsonNode offer, String user) throws IOException {
        String path = "/api/v1/offers/" + offer.get("id").asLong() + "/steps";
        HttpResponse<String> ticked = send(json(user, "POST", path, "{\"step\":\"TICK\",\"leave\":true,\"locum\":true}")
                .header("If-Match", "\"" + offer.get("version").asLong() + "\""));
        if (ticked.statusCode() != CHANGED_MEANWHILE && isDone(ticked, 200)) {
            acknowledge();
        }
    }

    private void begin(long offer, String answer, String user) throws IOException {
        String reason = answer.equals("DECLINE") ? ",\"reason\":\"NO_LOCUM\"" : "";
        HttpResponse<String> begun = send(json(
                user, "POST", "/api/v1/offers/" + offer + "/answers", "{\"answer\":\"" + answer + "\"" + reason + "}"));
        if (isDone(begun, 201)) {
            open = new Open(
                    offer, answer, JSON.readTree(begun.body()).get("key").asText(), user);
            confirm();
        }
    }

    private void confirm() throws IOException {
        HttpResponse<String> given = send(json(
                open.user(),
                "POST",
                "/api/v1/offers/" + open.offer() + "/answers/" + open.key() + "/confirmation",
                ""));
        if (numberOfOpen != null || isDone(given, 200)) {
            String number =
                    JSON.readTree(expect(given, 200).body()).get("number").asText();
            if (numberOfOpen != null) {
                assertThat(number).as("confirmed again").isEqualTo(numberOfOpen);
            }
            String before = receipts.put(open.id(), number);
            assertThat(before).as("the receipt of %s", open.id()).isIn(null, number);
            acknowledge();
        }
        open = null;
        numberOfOpen = null;
    }

    @Override
    void compare(StoredFacts stored) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (List<String> answer : stored.rows(
                "SELECT offer_id || ' ' || step, offer_id || '-' || event FROM offer_answer WHERE given_at IS NOT NULL")) {
            assertThat(found.put(answer.get(0), answer.get(1))).as("given once").isNull();
        }
        assertThat(found).as("every receipt").containsAllEntriesOf(receipts);
        numberOfOpen = open == null ? null : found.get(open.id());
    }

    /** Whether it has a receipt of this, or asked for one. */
    boolean knows(String answer) {
        return receipts.containsKey(answer) || open != null && open.id().equals(answer);
    }
}
