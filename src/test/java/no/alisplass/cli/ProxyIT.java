package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.BesideTheService;
import no.alisplass.database.EmbeddedDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged services on one PostgreSQL with one session key, behind a real nginx that ends TLS and sends each request to
 * the other: what is said of addresses and schemes holds there and only there, and what is begun at one node goes on at the
 * other.
 */
@BesideTheService
class ProxyIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2028-var");
    private static final String ROUND = "to-noder";
    private static final String LIST = "/kommune/runder/" + ROUND;
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path databaseFolder;

    @TempDir
    static Path folderOfA;

    @TempDir
    static Path folderOfB;

    @TempDir
    static Path proxyFolder;

    private static EmbeddedDatabase database;
    private static Packaged atA;
    private static Packaged atB;
    private static Nginx nginx;
    private static int port;
    private static String a;
    private static String b;
    private static String password;

    @BeforeAll
    static void start() throws Exception {
        port = Packaged.freePort();
        int other = Packaged.freePort();
        nginx = Nginx.start(proxyFolder, List.of(port, other));
        Files.createDirectories(PROGRAMS);
        database = EmbeddedDatabase.start(databaseFolder, PROGRAMS);
        // At the second node nobody shows the sample again, and its users are known all the same.
        Map<String, String> settings = Map.of(
                "QUARKUS_PROFILE",
                "demo",
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.url(),
                "QUARKUS_DATASOURCE_USERNAME",
                database.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY",
                "den samme for begge nodene",
                "ALIS_BEHIND_PROXY",
                "true");
        atA = new Packaged(folderOfA);
        atB = new Packaged(folderOfB);
        // Both at once on an empty database, as after an installation.
        Process first = atA.start("demo", port, settings);
        Process second = atB.start("serve", other, settings);
        atA.awaitReady(first, port);
        atB.awaitReady(second, other);
        a = "http://127.0.0.1:" + port;
        b = "http://127.0.0.1:" + other;
        password = Files.readString(folderOfA.resolve("demo-password")).strip();
        openRound();
    }

    @AfterAll
    static void end() throws Exception {
        for (Packaged packaged : Stream.of(atA, atB).filter(Objects::nonNull).toList()) {
            packaged.endAll();
        }
        if (database != null) {
            database.close();
        }
        if (nginx != null) {
            nginx.stop();
        }
    }

    private static String site() {
        return "https://localhost:" + nginx.tls();
    }

    private static JsonNode api(String node, String user, String method, String path, Object body) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = new Visitor(node)
                .send(HttpRequest.newBuilder(URI.create(node + path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString())));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    /** A round that takes lists, its seats written at one node and its opening told at the other. */
    private static void openRound() throws Exception {
        // Later than any seats of the sample.
        int year = LocalDate.now().getYear() + 4;
        JsonNode positions =
                JSON.readTree(Path.of("sample-data", "ahus", "stillinger.json").toFile());
        String position = positions.get("positions").get(0).get("id").asText();
        ObjectNode round =
                (ObjectNode) JSON.readTree(SAMPLE.resolve("runde.json").toFile());
        round.put("id", ROUND).put("deadline", LocalDate.now().plusDays(30).toString());
        round.putArray("halfYears").add(year + "-V").add(year + "-H");
        String seats = "/api/v1/hospitals/ahus/positions/" + position + "/seats/";
        for (String halfYear : List.of(year + "-V", year + "-H")) {
            api(a, "koordinator", "PUT", seats + halfYear, "{\"seats\":2}");
        }
        api(a, "koordinator", "POST", "/api/v1/rounds", round);
        api(b, "koordinator", "POST", "/api/v1/rounds/" + ROUND + "/open", "{}");
    }

    private static int doctors(String node, String area) throws Exception {
        return api(node, "kommune-" + area, "GET", "/api/v1/rounds/" + ROUND + "/waitlists/" + area, null)
                .get("entries")
                .size();
    }

    /** Looks at a file, takes it in, takes that back, and logs out; each asked wherever the visitor has been sent. */
    private static void worksWithAFile(Visitor visitor, String area, Path file, Runnable turn) throws Exception {
        assertThat(visitor.logIn("kommune-" + area, password).statusCode()).isIn(302, 303);
        turn.run();
        assertThat(visitor.get(LIST).statusCode()).as("the session holds").isEqualTo(200);

        turn.run();
        HttpResponse<String> preview = visitor.upload(LIST + "/fil", LIST + "/fil", file);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        Matcher key = KEY.matcher(preview.body());
        assertThat(key.find()).as(preview.body()).isTrue();
        assertThat(doctors(a, area)).isZero();
        assertThat(doctors(b, area)).isZero();

        turn.run();
        HttpResponse<String> taken =
                visitor.post(LIST + "/fil", LIST + "/fil/bruk", Map.of("key", key.group(1), "rows", "good"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(doctors(a, area)).as("taken in").isPositive().isEqualTo(doctors(b, area));

        turn.run();
        HttpResponse<String> undone = visitor.post(LIST + "/fil", LIST + "/fil/angre/" + key.group(1), Map.of());
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(303);
        assertThat(doctors(a, area)).as("undone").isZero();
        assertThat(doctors(b, area)).as("undone").isZero();

        HttpCookie session = visitor.cookie("quarkus-credential");
        turn.run();
        assertThat(visitor.post(LIST, "/logg-ut", Map.of()).statusCode()).isEqualTo(303);
        for (String node : List.of(a, b)) {
            HttpResponse<String> after = new Visitor(node)
                    .send(HttpRequest.newBuilder(URI.create(node + LIST))
                            .header("Cookie", session.getName() + "=" + session.getValue()));
            assertThat(after.statusCode()).as("the session is over").isEqualTo(303);
            assertThat(after.headers().firstValue("Location").orElseThrow()).contains("/logg-inn");
        }
    }

    @Test
    void what_is_begun_at_one_node_goes_on_at_the_other() throws Exception {
        Visitor kari = new Visitor(a);
        boolean[] atTheFirst = {true};
        worksWithAFile(kari, "030111", SAMPLE.resolve("ventelister/030111-stovner.csv"), () -> {
            atTheFirst[0] = !atTheFirst[0];
            kari.goTo(atTheFirst[0] ? a : b);
        });
    }

    @Test
    void a_proxy_may_send_each_request_to_any_node() throws Exception {
        worksWithAFile(new Visitor(site()), "030112", SAMPLE.resolve("ventelister/030112-alna.csv"), () -> {});
        assertThat(nginx.answered())
                .contains(URI.create(a).getAuthority(), URI.create(b).getAuthority());
    }

    @Test
    void a_run_that_is_started_at_one_node_is_seen_done_at_the_other() throws Exception {
        String runs = "/api/v1/rounds/ahus-2028-v/runs";
        int number = api(a, "koordinator", "POST", runs, "{\"seed\":2}")
                .get("number")
                .asInt();
        JsonNode run = Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> api(b, "koordinator", "GET", runs + "/" + number, null), seen -> !List.of(
                                "QUEUED", "RUNNING")
                        .contains(seen.get("state").asText()));
        assertThat(run.get("state").asText()).isEqualTo("DONE");
        assertThat(run.get("checked").asBoolean()).isTrue();
    }

    @Test
    void one_logs_in_over_tls_and_everything_stays_there() throws Exception {
        Visitor visitor = new Visitor(site());
        HttpResponse<String> start = visitor.get("/");
        assertThat(start.statusCode()).isEqualTo(303);
        assertThat(start.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");
        HttpResponse<String> page = visitor.get("/logg-inn");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<String> in = visitor.logIn("koordinator", password);
        assertThat(in.statusCode()).isIn(302, 303);
        // A redirect to http: would be another origin, which form-action 'self' forbids.
        URI next = URI.create(in.headers().firstValue("Location").orElseThrow());
        assertThat(next.getScheme()).isEqualTo("https");
        assertThat(next.getHost()).isEqualTo("localhost");
        assertThat(visitor.cookie("quarkus-credential").getSecure()).isTrue();
        assertThat(visitor.cookie("quarkus-credential").isHttpOnly()).isTrue();
        assertThat(visitor.cookie("alis-csrf").getSecure()).isTrue();
        HttpResponse<String> own = visitor.get("/");
        assertThat(own.headers().firstValue("Location").orElseThrow())
                .startsWith("https://localhost")
                .doesNotContain("logg-inn");

        HttpResponse<String> out = visitor.post("/logg-inn", "/logg-ut", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");
    }

    @Test
    void plain_http_is_sent_to_tls_and_what_watches_the_inside_stays_inside() throws Exception {
        HttpResponse<String> plain = new Visitor("http://localhost:" + nginx.plain()).get("/logg-inn");
        assertThat(plain.statusCode()).isEqualTo(301);
        assertThat(plain.headers().firstValue("Location")).contains(site() + "/logg-inn");
        assertThat(new Visitor(site()).get("/q/health/ready").statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_caller_says_of_itself_is_not_believed() throws Exception {
        HttpResponse<String> said = new Visitor(site())
                .send(HttpRequest.newBuilder(URI.create(site() + "/"))
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "http")
                        .header("Forwarded", "host=evil.example;proto=http"));
        assertThat(said.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");

        // Past the proxy, from an address that is no proxy of ours.
        String direct = raw("127.0.0.2", "127.0.0.1", port, "localhost:" + port);
        assertThat(direct)
                .contains("http://localhost:" + port + "/logg-inn")
                .doesNotContain("evil.example", "Strict-Transport-Security", "https://");
        // And from the proxy's own address it is.
        String proxied = raw("127.0.0.1", "127.0.0.1", port, "localhost:" + port);
        assertThat(proxied).contains("https://evil.example", "Strict-Transport-Security");
    }

    @Test
    void a_host_that_is_not_ours_does_not_come_through() throws Exception {
        assertThat(raw("127.0.0.1", "127.0.0.1", nginx.plain(), "evil.example")).isEmpty();
    }

    private static String raw(String from, String to, int port, String host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName(to), port), 5000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                                    + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
