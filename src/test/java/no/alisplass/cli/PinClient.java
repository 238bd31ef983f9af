package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A coordinator's program that settles doctors by hand, and leaves them to the criteria again. */
final class PinClient extends LoadClient {
    private static final String ROUND = "ahus-2028-v";
    private static final List<String> DOCTORS = List.of("990000037", "990000031", "990000042");

    private final Map<String, String> reasons = new TreeMap<>();
    private int turn;
    private String openDoctor;
    private String openReason;

    PinClient(URI site, String password) {
        super(site, password);
    }

    @Override
    void act() throws IOException {
        openDoctor = DOCTORS.get(++turn % DOCTORS.size());
        String address = "/api/v1/rounds/" + ROUND + "/pins/" + openDoctor;
        // Each is settled twice before it is taken away.
        boolean away = turn / DOCTORS.size() % 3 == 2 && reasons.containsKey(openDoctor);
        openReason = away ? null : "Satt for hånd, nummer " + turn;
        if (away) {
            expect(send(request(COORDINATOR, address).DELETE()), 200);
        } else {
            String body = "{\"stays\":[],\"reason\":\"" + openReason + "\"}";
            expect(send(json(COORDINATOR, "PUT", address, body)), 200);
        }
        settle();
        acknowledge();
    }

    private void settle() {
        if (openReason == null) {
            reasons.remove(openDoctor);
        } else {
            reasons.put(openDoctor, openReason);
        }
        openDoctor = null;
    }

    @Override
    void compare(StoredFacts stored) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (List<String> pin : stored.rows("SELECT hpr, reason FROM pin WHERE round_id = ?", ROUND)) {
            found.put(pin.get(0), pin.get(1));
        }
        if (openDoctor != null && Objects.equals(found.get(openDoctor), openReason)) {
            settle();
        }
        openDoctor = null;
        assertThat(found).isEqualTo(reasons);
        long stillThere =
                stored.recorded("pin.put", "round/" + ROUND) - stored.recorded("pin.removed", "round/" + ROUND);
        assertThat(stillThere).as("recorded as put and not removed").isGreaterThanOrEqualTo(found.size());
    }
}
