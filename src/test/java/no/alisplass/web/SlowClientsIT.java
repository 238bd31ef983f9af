package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Waiting is bounded: whoever sends or reads slowly holds a connection of his own, and nobody's page. */
@QuarkusTest
class SlowClientsIT {
    private static final int MANY = 250;
    private static final String NAME = "treg-kommune";
    private static final String PASSWORD = "et langt passord for den trege";

    /** Far under the time such clients hold on, and far over what a page takes on a busy machine. */
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    @BeforeEach
    void municipality() {
        // The first page of all takes its time.
        RestAssured.get("/logg-inn").then().statusCode(200);
        if (users.all().stream().noneMatch(user -> user.username().equals(NAME))) {
            users.create(User.of(NAME, "Treg", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        }
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static String login() {
        byte[] both = (NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    }

    private void pagesAnswer(String beginning) throws IOException, InterruptedException {
        try (SlowClients slow = new SlowClients(site.getPort(), MANY, beginning)) {
            assertThat(slow.connected()).isEqualTo(MANY);
            List<Long> millis = new ArrayList<>();
            for (int probe = 0; probe < 10; probe++) {
                Thread.sleep(100);
                String path = probe % 2 == 0 ? "/logg-inn" : "/q/health/ready";
                long start = System.nanoTime();
                Response answer = RestAssured.get(path);
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            System.out.println(beginning.lines().findFirst().orElse("") + " x " + MANY + ": probes took " + millis);
            assertThat(millis).as("%s, milliseconds", beginning).allMatch(took -> took < AT_MOST.toMillis());
        }
    }

    /** Many of each kind are slow, while three of another wait for their time to be over. */
    @TestFactory
    Stream<DynamicTest> waiting_is_bounded() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String json = "Content-Type: application/json";
        SlowClients page = new SlowClients(site.getPort(), 1, head("POST /logg-ut", form, "Content-Length: 8000"));
        SlowClients login =
                new SlowClients(site.getPort(), 1, head("POST /j_security_check", form, "Content-Length: 8000"));
        SlowClients program =
                new SlowClients(site.getPort(), 1, head("PUT /api/v1/areas", login(), json, "Content-Length: 1000"));
        return Stream.of(
                dynamicTest(
                        "logging out slowly holds nobody's page",
                        () -> pagesAnswer(head("POST /logg-ut", form, "Content-Length: 8000"))),
                dynamicTest(
                        "a list sent slowly by one municipality holds nobody's page",
                        () -> pagesAnswer(head(
                                "PUT /api/v1/rounds/finnes/waitlists/3205",
                                login(),
                                json,
                                "If-Match: \"0\"",
                                "Content-Length: 100000"))),
                dynamicTest(
                        "a file sent slowly holds nobody's page",
                        () -> pagesAnswer(head(
                                        "POST /api/v1/rounds/finnes/waitlists/3205/import",
                                        login(),
                                        "Content-Type: multipart/form-data; boundary=x",
                                        "If-Match: \"0\"",
                                        "Content-Length: 1000000")
                                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")),
                dynamicTest(
                        "slow headers hold nobody's page",
                        () -> pagesAnswer("GET /logg-inn HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")),
                dynamicTest(
                        "connections that only wait hold nobody's page",
                        // What they ask for is cheap, or the first page would wait for 250 of its like.
                        () -> pagesAnswer(head("GET /q/health/live"))),
                dynamicTest("a body that is not whole in its time is answered and the connection closed", () -> {
                    try (page;
                            login;
                            program) {
                        assertThat(page.answerOfFirst(40_000))
                                .startsWith("HTTP/1.1 408 ")
                                .contains("text/html", "Det tok for lang tid")
                                .doesNotContain("(still open)");
                        assertThat(program.answerOfFirst(40_000))
                                .startsWith("HTTP/1.1 408 ")
                                .contains("application/problem+json", "urn:alisplass:problem:too-slow")
                                .doesNotContain("(still open)");
                        assertThat(login.answerOfFirst(40_000)).doesNotContain("(still open)");
                    }
                }));
    }

    @Test
    void a_body_larger_than_its_address_needs_is_refused_with_words() {
        Response logout = RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("a=" + "b".repeat(20_000))
                .post("/logg-ut");
        assertThat(logout.statusCode()).isEqualTo(413);
        assertThat(logout.asString()).contains("for stort");
        Response login = RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("a=" + "b".repeat(20_000))
                .post("/j_security_check");
        assertThat(login.statusCode()).isEqualTo(413);
        assertThat(login.asString()).contains("for stort");
        Response program = RestAssured.given()
                .auth()
                .preemptive()
                .basic(NAME, PASSWORD)
                .contentType("application/json")
                .body("\"" + "b".repeat(6_000_000) + "\"")
                .put("/api/v1/areas");
        assertThat(program.statusCode()).isEqualTo(413);
        assertThat(program.contentType()).startsWith("application/problem+json");
        assertThat(program.jsonPath().getString("type")).isEqualTo("urn:alisplass:problem:too-large");
    }

    @Test
    void who_asks_before_sending_is_told_to_go_on_and_served() throws Exception {
        try (Socket socket = new Socket("localhost", site.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head(
                                    "PUT /api/v1/areas",
                                    login(),
                                    "Content-Type: application/json",
                                    "Expect: 100-continue",
                                    "Connection: close",
                                    "Content-Length: 2")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("a municipality may not write areas; asked once, answered once")
                    .startsWith("HTTP/1.1 403 ");
        }
    }
}
