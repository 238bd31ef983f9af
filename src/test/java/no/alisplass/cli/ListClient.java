package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A municipality's program: writes its list, reads it from files, and sends it. */
final class ListClient extends LoadClient {
    private static final int SEND_EVERY = 3;

    private final StampedList list;
    private final String user;

    /** The checksums of the receipts, by the number of the list that was sent. */
    private final Map<Integer, String> receipts = new TreeMap<>();

    private int turn;
    private String openKey;
    private Integer numberOfOpenKey;

    ListClient(URI site, String password, StampedList list) {
        super(site, password);
        this.list = list;
        this.user = "kommune-" + list.area();
    }

    @Override
    void act() throws IOException {
        if (openKey != null) {
            // As a program does that was not answered.
            submit();
        }
        int stamp = list.tries();
        if (++turn % 2 == 0) {
            expect(send(json(user, "PUT", list.address(), list.json(stamp)).header("If-Match", seen())), 200);
        } else {
            expect(send(file("preview", stamp)), 200);
            expect(send(file("commit", stamp).header("If-Match", seen())), 200);
        }
        list.stands();
        acknowledge();
        if (turn % SEND_EVERY == 0) {
            openKey = list.area() + "-" + turn;
            submit();
        }
    }

    private String seen() {
        return "\"" + list.version() + "\"";
    }

    private HttpRequest.Builder file(String mode, int stamp) {
        String body = "--skille\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n" + mode
                + "\r\n--skille\r\nContent-Disposition: form-data; name=\"file\"; filename=\"liste.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + list.csv(stamp) + "\r\n--skille--\r\n";
        return request(user, list.address() + "/import")
                .header("Content-Type", "multipart/form-data; boundary=skille")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private void submit() throws IOException {
        JsonNode receipt = JSON.readTree(expect(
                                send(json(user, "POST", list.address() + "/submissions", "")
                                        .header("If-Match", seen())
                                        .header("Idempotency-Key", openKey)),
                                201)
                        .body())
                .get("receipt");
        int number = receipt.get("number").asInt();
        if (numberOfOpenKey != null) {
            assertThat(number).as("sent again with the same key").isEqualTo(numberOfOpenKey);
        }
        assertThat(receipts.put(number, receipt.get("sha256").asText())).isNull();
        openKey = null;
        numberOfOpenKey = null;
        acknowledge();
    }

    @Override
    void compare(StoredFacts stored) throws SQLException, IOException {
        list.compare(stored);
        List<List<String>> sent = stored.rows(
                "SELECT number, sha256, content, idempotency_key FROM waitlist_submission"
                        + " WHERE round_id = ? AND area_code = ? ORDER BY number",
                list.round(),
                list.area());
        Set<String> keys = new HashSet<>();
        for (List<String> each : sent) {
            StampedList.whole(each.get(2));
            assertThat(keys.add(each.get(3))).as("sent once: %s", each.get(3)).isTrue();
            int number = Integer.parseInt(each.get(0));
            assertThat(number).isEqualTo(keys.size());
            if (each.get(3).equals(openKey)) {
                numberOfOpenKey = number;
            } else {
                assertThat(each.get(1)).as("receipt %d of %s", number, user).isEqualTo(receipts.get(number));
            }
        }
        assertThat(sent).hasSize(receipts.size() + (numberOfOpenKey == null ? 0 : 1));
        assertThat(stored.recorded("waitlist.submitted", "waitlist/" + list.round() + "/" + list.area()))
                .isEqualTo(sent.size());
    }
}
