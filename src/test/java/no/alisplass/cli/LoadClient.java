package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;

/**
 * One of those who work while the service is killed. Remembers what was acknowledged, and what was asked and never answered:
 * that may be done or not, but wholly.
 */
abstract class LoadClient implements Runnable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String COORDINATOR = "koordinator";
    private static final int BUSY = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final String password;
    private Throwable fault;
    private volatile int acknowledged;

    LoadClient(URI site, String password) {
        this.site = site;
        this.password = password;
    }

    /** Does one thing more. */
    abstract void act() throws Exception;

    /** Compares what was acknowledged with what is stored; what was open is settled by that. */
    abstract void compare(StoredFacts stored) throws SQLException, IOException;

    @Override
    public final void run() {
        try {
            while (true) {
                act();
            }
        } catch (IOException killed) {
            // The end of the service is the end of the work.
        } catch (Exception | AssertionError unexpected) {
            fault = unexpected;
        }
    }

    final void failIfAny() {
        if (fault != null) {
            throw new AssertionError(this + " was answered what nobody should be", fault);
        }
    }

    final int acknowledged() {
        return acknowledged;
    }

    final void acknowledge() {
        // Counted by this client's own thread alone.
        acknowledged = acknowledged + 1;
    }

    final URI site() {
        return site;
    }

    final String password() {
        return password;
    }

    final HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(site.resolve(path)).header("Authorization", "Basic " + login);
    }

    final HttpRequest.Builder json(String user, String method, String path, String body) {
        return request(user, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    final JsonNode get(String path) throws IOException {
        return JSON.readTree(expect(send(request(COORDINATOR, path)), 200).body());
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Whoever is told to come again leaves it open, as whoever is told nothing. */
    static HttpResponse<String> expect(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() == BUSY) {
            throw new IOException("busy");
        }
        assertThat(answer.statusCode())
                .as("%s: %s", answer.request(), answer.body())
                .isEqualTo(status);
        return answer;
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
