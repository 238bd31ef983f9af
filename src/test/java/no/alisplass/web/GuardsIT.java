package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing borrowed speaks for a person: one guard, on one reading of the path, before every change at both doors. */
@QuarkusTest
class GuardsIT {
    private static final String NAME = "guard-koordinator";
    private static final String PASSWORD = "et langt passord for vakten";
    private static final String APPROVE = "/api/v1/rounds/finnes-ikke/runs/1/approve";

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    @BeforeEach
    void people() {
        if (users.all().stream().noneMatch(user -> user.username().equals(NAME))) {
            users.create(User.of(NAME, "Vakt", Roles.COORDINATOR), PASSWORD);
        }
    }

    private static RequestSpecification program() {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(NAME, PASSWORD)
                .redirects()
                .follow(false);
    }

    @Test
    void a_remembered_password_does_not_let_another_site_change_anything_through_the_api() {
        program().post(APPROVE).then().statusCode(404);
        program().header("Sec-Fetch-Site", "cross-site").post(APPROVE).then().statusCode(403);
        program().header("Sec-Fetch-Site", "same-site").post(APPROVE).then().statusCode(403);
        program()
                .header("Origin", "http://localhost:18500")
                .post(APPROVE)
                .then()
                .statusCode(403);
        program().header("Origin", "null").post(APPROVE).then().statusCode(403);
        program()
                .header("Origin", "http://evil.example")
                .contentType("text/plain")
                .body("{}")
                .post("/api/v1/rounds/finnes-ikke/open")
                .then()
                .statusCode(403);
        program()
                .header("Sec-Fetch-Site", "cross-site")
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void no_challenge_makes_a_browser_ask_for_a_password_and_remember_it() {
        Response refused = RestAssured.get("/api/v1/me");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("Basic");
        Response wrong =
                RestAssured.given().auth().preemptive().basic(NAME, "feil").get("/api/v1/me");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().getValues("WWW-Authenticate"))
                .noneMatch(challenge ->
                        challenge.toLowerCase(java.util.Locale.ROOT).startsWith("basic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;x/v1/me",
                "/api/v1;jsessionid=1/me",
                "/api/%2e%2e/koordinator",
                "/api/%2E%2e/admin/brukere/x/steng",
                "/api/../koordinator",
                "/api/./v1/me",
                "/%61pi/%2e/v1/me",
                "/api%2fv1/me",
                "/api%5cv1/me",
                "/api/v1%3bx/me",
                "//api/v1/me",
                "/api//v1/me",
                "/api/%00",
                "/api/v1/me%0d%0aX:1",
                "/api/%252e%252e/koordinator",
                "/koordinator;a=b",
                "/koordinator/%zz"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused_whoever_asks(String path) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(statusOf(method, path)).as(method + " " + path).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a\"b",
                "/a|b",
                "/a{b}",
                "/a^b",
                "/a<b>",
                "/a`b",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a\\b",
                "//evil.example",
                "/%2e%2e/b",
                "/a%0d%0ab",
                "/../a",
                "/a,b",
                "https://evil.example/",
                "/æ"
            })
    void an_odd_address_to_return_to_is_answered_at_once_and_forgotten(String to) {
        Response login = RestAssured.given().queryParam("til", to).get("/logg-inn");
        assertThat(login.statusCode()).as(to).isEqualTo(200);
        assertThat(String.valueOf(login.getCookie("alis-til"))).as(to).isIn("null", "");
        RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("til", to)
                .get("/sprak/nb")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.matchesPattern("https?://[^/]+/"));
        RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("quarkus-credential", session())
                .cookie("alis-til", to)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/koordinator"));
    }

    @Test
    void an_address_of_ours_is_returned_to() {
        Response login = RestAssured.given()
                .queryParam("til", "/koordinator/runder/ahus-2027-v/rangering?side=2&s=%C3%A5se")
                .get("/logg-inn");
        assertThat(login.getCookie("alis-til"))
                .isEqualTo("/koordinator/runder/ahus-2027-v/rangering?side=2&s=%C3%A5se");
    }

    @Test
    void a_forged_message_is_nothing() {
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"text\":\"user-made\",\"arguments\":[\"Ring 815 00 000\"],\"undo\":\"/admin/brukere/x/steng\"}"
                                .getBytes(StandardCharsets.UTF_8));
        for (String cookie : new String[] {forged, forged + ".", forged + ".AAAA", "." + forged, "%%%"}) {
            String page = RestAssured.given()
                    .cookie("quarkus-credential", session())
                    .cookie("alis-melding", cookie)
                    .get("/koordinator")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page).doesNotContain("815 00 000", "/steng");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/rounds", "/logg-inn", "/finnes-ikke", "/q/health/ready"})
    void no_answer_is_kept_by_anyone_on_the_way(String path) {
        assertThat(program().get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
    }

    @Test
    void what_never_changes_may_be_kept() {
        assertThat(RestAssured.get("/webjars/htmx.org/dist/htmx.min.js").header("Cache-Control"))
                .isNotEqualTo("no-store");
    }

    /** Past every client that would tidy the path first. */
    private int statusOf(String method, String path) throws IOException {
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(10_000);
            String credentials =
                    Base64.getEncoder().encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((method + " " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                                    + credentials + "\r\nCookie: quarkus-credential=" + session()
                                    + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static String session() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", NAME)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .getCookie("quarkus-credential");
    }
}
