package no.alisplass.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import no.alisplass.SettableClock;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessers wait, are told how long, and shut nobody out; programs with the right password wait for nothing. */
@QuarkusTest
class GuessingIT {
    private static final String PASSWORD = "et langt passord til gjetting";
    private static Instant noon = Instant.parse("2027-03-01T11:00:00Z");
    private static final String HERE = "192.0.2.1";

    @Inject
    Users users;

    @Inject
    Logins logins;

    @Inject
    Guesses guesses;

    @Inject
    DataSource database;

    @Inject
    SettableClock clock;

    @BeforeEach
    void stand() throws SQLException {
        forget();
        // Another hour for each test, so that nobody is still told to wait by the one before.
        noon = noon.plus(Duration.ofHours(1));
        clock.set(noon);
        for (String name : List.of("gjettet", "kollega")) {
            if (users.find(name).isEmpty()) {
                users.create(User.of(name, name, Roles.COORDINATOR), PASSWORD);
            }
            users.endSessions(name);
        }
    }

    @AfterEach
    void clockRunsAgain() throws SQLException {
        clock.run();
        forget();
    }

    @Test
    void after_ten_wrong_passwords_the_page_says_how_long_to_wait_and_the_right_one_works_then() {
        String session = logIn("gjettet", PASSWORD).getCookie(Sessions.COOKIE);
        for (int guess = 0; guess < 10; guess++) {
            Response wrong = logIn("gjettet", "feil nummer " + guess);
            assertThat(wrong.statusCode()).as("guess " + guess).isEqualTo(303);
            assertThat(wrong.header("Location")).endsWith("/logg-inn/feil");
        }
        Response held = logIn("gjettet", "feil nummer 11");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.header("Retry-After")).isEqualTo("30");
        assertThat(held.asString())
                .contains("Det er skrevet feil passord for mange ganger. Vent 30 sekunder, og prøv igjen.");
        // Not even the right one is looked at, or the wait would tell which it is.
        assertThat(logIn("gjettet", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(page(session).statusCode()).isEqualTo(200);
        clock.set(noon.plusSeconds(29));
        assertThat(logIn("gjettet", PASSWORD).header("Retry-After")).isEqualTo("1");
        clock.set(noon.plusSeconds(30));
        assertThat(page(logIn("gjettet", PASSWORD).getCookie(Sessions.COOKIE)).statusCode())
                .isEqualTo(200);
        // The right one has paid for all.
        for (int guess = 0; guess < 10; guess++) {
            assertThat(logIn("gjettet", "feil nummer " + guess).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_program_is_told_429_and_when_to_come_again() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(me("gjettet", "feil " + guess).statusCode()).isEqualTo(401);
        }
        Response held = me("gjettet", "feil 11");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.contentType()).startsWith("application/problem+json");
        assertThat(held.header("Retry-After")).isEqualTo("30");
        assertThat(held.jsonPath().getString("title")).isEqualTo("For mange feil passord");
        Response english = RestAssured.given()
                .header("Accept-Language", "en")
                .auth()
                .preemptive()
                .basic("gjettet", "feil 12")
                .get("/api/v1/me");
        assertThat(english.jsonPath().getString("title")).isEqualTo("Too many wrong passwords");
        clock.set(noon.plusSeconds(30));
        assertThat(me("gjettet", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_at_work_is_not_stopped_by_a_guesser_elsewhere_and_with_a_token_by_none() {
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic("gjettet", PASSWORD)
                .post("/api/v1/tokens")
                .jsonPath()
                .getString("token");
        assertThat(logins.prove("gjettet", PASSWORD, HERE)).isInstanceOf(Proof.Right.class);
        for (int guess = 0; guess < 11; guess++) {
            me("gjettet", "feil " + guess);
        }
        assertThat(me("gjettet", "feil 12").statusCode()).isEqualTo(429);
        assertThat(logins.prove("gjettet", PASSWORD, HERE)).isInstanceOf(Proof.Right.class);
        assertThat(bearer(token).statusCode()).isEqualTo(200);
        assertThat(me("kollega", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_guesser_does_not_find_the_password_that_is_remembered_past_the_limit() {
        assertThat(me("gjettet", PASSWORD).statusCode()).isEqualTo(200);
        for (int guess = 0; guess < 10; guess++) {
            me("gjettet", "feil " + guess);
        }
        assertThat(me("gjettet", PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out() {
        for (int guess = 0; guess < 11; guess++) {
            logins.prove("gjettet", "feil " + guess, HERE);
        }
        clock.set(noon.minus(Duration.ofDays(1)));
        assertThat(logins.prove("gjettet", PASSWORD, HERE)).isInstanceOf(Proof.Right.class);
    }

    @Test
    void one_address_guesses_at_one_user_without_shutting_the_user_out_elsewhere() {
        for (int guess = 0; guess < 40; guess++) {
            logins.prove("gjettet", "feil " + guess, HERE);
        }
        assertThat(logins.prove("gjettet", "feil", HERE)).isInstanceOf(Proof.HeldBack.class);
        assertThat(logins.prove("gjettet", PASSWORD, "192.0.2.2")).isInstanceOf(Proof.Right.class);
        assertThat(logins.prove("kollega", PASSWORD, HERE)).isInstanceOf(Proof.Right.class);
    }

    @Test
    void many_addresses_do_not_get_more_guesses_at_one_user() {
        for (int address = 0; address < 30; address++) {
            assertThat(logins.prove("gjettet", "feil", "198.51.100." + address)).isInstanceOf(Proof.Wrong.class);
        }
        assertThat(logins.prove("gjettet", "feil", "198.51.100.99"))
                .isEqualTo(new Proof.HeldBack(Duration.ofSeconds(10)));
    }

    @Test
    void one_address_does_not_get_more_guesses_by_guessing_at_everyone() {
        for (int name = 0; name < 60; name++) {
            assertThat(logins.prove("ukjent-" + name, "feil", HERE)).isInstanceOf(Proof.Wrong.class);
        }
        assertThat(logins.prove("ukjent-99", "feil", HERE)).isEqualTo(new Proof.HeldBack(Duration.ofSeconds(2)));
        assertThat(logins.prove("kollega", PASSWORD, "192.0.2.9")).isInstanceOf(Proof.Right.class);
    }

    @Test
    void a_name_that_can_be_nobodys_is_held_back_like_any() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(logins.prove("Kari\u0000" + guess, "feil\u0000", HERE)).isInstanceOf(Proof.Wrong.class);
        }
        assertThat(logins.prove("\ud800", "x".repeat(5000), HERE)).isInstanceOf(Proof.HeldBack.class);
    }

    @Test
    void many_threads_that_begin_with_the_right_password_are_all_let_in() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int thread = 0; thread < 32; thread++) {
                answers.add(threads.submit(() -> me("kollega", PASSWORD).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_remembered_password_is_nothing_once_the_user_has_another_or_is_shut_out() {
        users.create(User.of("husket", "Husket", Roles.PLANNER), PASSWORD);
        assertThat(me("husket", PASSWORD).statusCode()).isEqualTo(200);
        users.setPassword("husket", "et annet langt passord");
        assertThat(me("husket", PASSWORD).statusCode()).isEqualTo(401);
        users.setDisabled("husket", true);
        assertThat(me("husket", "et annet langt passord").statusCode()).isEqualTo(401);
    }

    @Test
    void who_logs_in_and_out_is_recorded_and_what_fails_is_counted() throws SQLException {
        String name = "logget-" + noon.getEpochSecond();
        users.create(User.of(name, "Logget", Roles.COORDINATOR), PASSWORD);
        logIn(name, PASSWORD);
        for (int guess = 0; guess < 10; guess++) {
            logIn(name, "feil " + guess);
            logins.prove("et passord i feil felt", "feil " + guess, HERE);
        }
        assertThat(logIn(name, "feil 11").statusCode()).isEqualTo(429);
        assertThat(ask("SELECT string_agg(what || ' ' || who || ' ' || (after ->> 'door'), ', ') FROM audit_log"
                        + " WHERE subject = 'user/" + name + "' AND what LIKE 'login.%'"))
                .isEqualTo("login.in " + name + " pages");
        assertThat(ask("SELECT failures FROM log_in_failed WHERE username = '" + name + "'"))
                .isEqualTo("10");
        assertThat(ask("SELECT count(*) FROM log_in_failed WHERE username NOT IN (SELECT username FROM app_user)"
                        + " AND username <> ''"))
                .isEqualTo("0");
        clock.set(noon.plusSeconds(600));
        me(name, PASSWORD);
        me(name, PASSWORD);
        assertThat(ask("SELECT count(*) FROM audit_log WHERE subject = 'user/" + name + "' AND what = 'login.in'"
                        + " AND after ->> 'door' = 'program'"))
                .isEqualTo("1");
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void neither_names_nor_addresses_are_kept() throws SQLException {
        logins.prove("gjettet", "feil", HERE);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT string_agg(print, ' '), count(*) FROM login_guess")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain("gjettet", HERE);
            assertThat(rows.getInt(2)).isEqualTo(3);
        }
    }

    @Test
    void what_is_paid_for_is_removed() throws SQLException {
        for (int guess = 0; guess < 20; guess++) {
            guesses.take("borte-" + guess, "203.0.113." + guess);
        }
        clock.set(noon.plus(Duration.ofHours(1)));
        for (int guess = 0; guess < 100; guess++) {
            guesses.right("kollega", HERE);
            guesses.take("kollega", HERE);
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM login_guess")) {
            rows.next();
            assertThat(rows.getInt(1)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_token_stands_for_the_password_for_a_quarter_of_an_hour() {
        Response made = RestAssured.given()
                .auth()
                .preemptive()
                .basic("kollega", PASSWORD)
                .post("/api/v1/tokens");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.jsonPath().getString("expiresAt"))
                .isEqualTo(noon.plus(Duration.ofMinutes(15)).toString());
        String token = made.jsonPath().getString("token");
        assertThat(bearer(token).jsonPath().getString("name")).isEqualTo("kollega");
        assertThat(RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .post("/api/v1/tokens")
                        .jsonPath()
                        .getString("errors[0].code"))
                .isEqualTo("api.token-needs-password");
        clock.set(noon.plus(Duration.ofMinutes(15)));
        assertThat(bearer(token).statusCode()).isEqualTo(401);
        clock.set(noon);
        assertThat(bearer(token).statusCode()).isEqualTo(200);
        users.endSessions("kollega");
        assertThat(bearer(token).statusCode()).isEqualTo(401);
        assertThat(bearer(token + "A").statusCode()).isEqualTo(401);
        assertThat(bearer("alis_").statusCode()).isEqualTo(401);
        // A session is no token, nor the other way about.
        String session = logIn("kollega", PASSWORD).getCookie(Sessions.COOKIE);
        assertThat(bearer("alis_" + session).statusCode()).isEqualTo(401);
    }

    private static Response bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }

    private static Response me(String name, String password) {
        return RestAssured.given().auth().preemptive().basic(name, password).get("/api/v1/me");
    }

    private static Response page(String session) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(Sessions.COOKIE, session)
                .get("/koordinator");
    }

    private static Response logIn(String name, String password) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check");
    }

    private void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE login_guess");
        }
    }
}
