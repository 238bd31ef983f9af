package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.SettableClock;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Signed;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is over when its user says so, when somebody else has reason to, and in any case after a day's work. */
@QuarkusTest
class SessionsIT {
    private static final String NAME = "okt-koordinator";
    private static final String PASSWORD = "et langt passord for denne";
    private static final Instant MORNING = Instant.parse("2027-03-01T07:00:00Z");

    @Inject
    Users users;

    @Inject
    Signed signed;

    @Inject
    SettableClock clock;

    @BeforeEach
    void people() {
        if (users.find(NAME).isEmpty()) {
            users.create(User.of(NAME, "Økt", Roles.COORDINATOR), PASSWORD);
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_log_out_ends_every_session_of_the_user() {
        String mine = session();
        String stolen = session();
        assertIn(mine);
        assertIn(stolen);
        Response page = page(mine, "/koordinator");
        RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(Sessions.COOKIE, mine)
                .cookie("alis-csrf", page.getCookie("alis-csrf"))
                .formParam("_csrf", tokenOf(page))
                .post("/logg-ut")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/logg-inn?ute=ja"));
        assertOut(mine);
        assertOut(stolen);
        assertIn(session());
    }

    @Test
    void a_log_out_that_our_pages_did_not_make_ends_nothing() {
        String mine = session();
        RestAssured.given()
                .cookie(Sessions.COOKIE, mine)
                .post("/logg-ut")
                .then()
                .statusCode(409);
        assertIn(mine);
    }

    @Test
    void a_new_password_ends_every_session() {
        User user = User.of("okt-nytt-passord", "Nytt", Roles.COORDINATOR);
        users.create(user, PASSWORD);
        String before = session(user.username(), PASSWORD);
        assertIn(before);
        users.setPassword(user.username(), "et annet langt passord");
        assertOut(before);
        assertIn(session(user.username(), "et annet langt passord"));
    }

    @Test
    void what_was_open_before_a_user_was_shut_out_stays_over_when_the_user_is_let_in_again() {
        User user = User.of("okt-stengt", "Stengt", Roles.COORDINATOR);
        users.create(user, PASSWORD);
        String before = session(user.username(), PASSWORD);
        users.setDisabled(user.username(), true);
        assertOut(before);
        users.setDisabled(user.username(), false);
        assertOut(before);
        assertIn(session(user.username(), PASSWORD));
    }

    @Test
    void a_session_that_nobody_uses_is_over_after_an_hour() {
        clock.set(MORNING);
        String session = session();
        clock.set(MORNING.plus(Duration.ofMinutes(59)));
        assertIn(session);
        clock.set(MORNING.plus(Duration.ofMinutes(60)));
        assertOut(session);
    }

    @Test
    void a_session_that_is_used_all_the_time_is_over_after_twelve_hours() {
        clock.set(MORNING);
        String session = session();
        for (int half = 1; half < 24; half++) {
            clock.set(MORNING.plus(Duration.ofMinutes(30L * half)));
            Response used = page(session, "/koordinator");
            assertThat(used.statusCode()).as("after " + half + " half hours").isEqualTo(200);
            session = used.getCookie(Sessions.COOKIE);
        }
        clock.set(MORNING.plus(Duration.ofHours(12)).minusSeconds(1));
        assertIn(session);
        clock.set(MORNING.plus(Duration.ofHours(12)));
        assertOut(session);
    }

    @Test
    void what_was_signed_for_something_else_and_what_was_changed_is_no_session() {
        String session = session();
        byte[] content = (NAME + " 0 " + Instant.now().toEpochMilli() + " "
                        + Instant.now().toEpochMilli())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertOut(signed.write("token", content));
        assertOut(signed.write("alis-melding", content));
        assertOut("");
        assertOut("." + session);
        assertOut(session.substring(0, session.length() - 4) + "AAAA");
        for (int at = 0; at < session.indexOf('.'); at += 7) {
            char other = session.charAt(at) == 'A' ? 'B' : 'A';
            assertOut(session.substring(0, at) + other + session.substring(at + 1));
        }
    }

    @Test
    void the_token_of_the_forms_is_another_after_the_login() {
        Response before = RestAssured.get("/logg-inn");
        String old = before.getCookie("alis-csrf");
        Response login = RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("alis-csrf", old)
                .formParam("j_username", NAME)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        assertThat(login.getCookie("alis-csrf")).isNotEmpty().isNotEqualTo(old);
        Response page = RestAssured.given()
                .cookie(Sessions.COOKIE, login.getCookie(Sessions.COOKIE))
                .cookie("alis-csrf", login.getCookie("alis-csrf"))
                .get("/koordinator");
        assertThat(tokenOf(page)).isEqualTo(login.getCookie("alis-csrf"));
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        Response login = logIn(NAME, PASSWORD);
        assertThat(login.getDetailedCookie(Sessions.COOKIE).isHttpOnly()).isTrue();
        assertThat(login.getDetailedCookie(Sessions.COOKIE).getSameSite()).isEqualTo("Lax");
    }

    private static void assertIn(String session) {
        assertThat(page(session, "/koordinator").statusCode()).isEqualTo(200);
    }

    private static void assertOut(String session) {
        Response page = page(session, "/koordinator");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).contains("/logg-inn?til=");
    }

    private static Response page(String session, String path) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(Sessions.COOKIE, session)
                .get(path);
    }

    private static String tokenOf(Response page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.asString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String session() {
        return session(NAME, PASSWORD);
    }

    private static String session(String name, String password) {
        return logIn(name, password).getCookie(Sessions.COOKIE);
    }

    private static Response logIn(String name, String password) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check");
    }
}
