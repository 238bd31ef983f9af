package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URL;
import no.alisplass.InBrowser;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Sessions;
import org.junit.jupiter.api.Test;

/** Everyone's password is one that nobody else knows, and everyone can change it. */
@QuarkusTest
@InBrowser
class OwnPasswordIT {
    private static final String GIVEN = "gitt over telefonen i dag";
    private static final String OWN = "bare jeg vet dette ordet";

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    @Test
    void a_password_that_somebody_else_chose_opens_the_page_that_changes_it_and_nothing_else() {
        users.createForOther(User.of("eget-side", "Eget Navn", Roles.COORDINATOR), GIVEN);
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).as("eget-side", GIVEN)) {
            var page = visitor.page();
            assertThat(page.url()).endsWith("/passord");
            assertThat(page.locator("main").innerText()).contains("Velg ditt eget passord først");
            visitor.finds("forced change").picture("own-password");
            visitor.at("/koordinator");
            assertThat(page.url()).endsWith("/passord");
            change(page, "ikke det gamle i det hele tatt", OWN, OWN);
            assertThat(page.locator("main").innerText()).contains("Det er ikke passordet du har nå.");
            change(page, GIVEN, OWN, OWN + "x");
            assertThat(page.locator("main").innerText()).contains("De to er ikke like.");
            change(page, GIVEN, "password1234", "password1234");
            assertThat(page.locator("main").innerText()).contains("Passordet er for lett å gjette");
            change(page, GIVEN, GIVEN, GIVEN);
            assertThat(page.locator("main").innerText()).contains("Det nye passordet er det samme som det gamle.");
            change(page, GIVEN, OWN, OWN);
            assertThat(page.url()).endsWith("/koordinator");
            assertThat(page.locator("main").innerText()).contains("Passordet er endret.");
            page.click(".who-name");
            assertThat(page.url()).endsWith("/passord");
            visitor.finds("own password");
        }
    }

    private static void change(com.microsoft.playwright.Page page, String old, String password, String again) {
        page.fill("[name=old]", old);
        page.fill("[name=password]", password);
        page.fill("[name=again]", again);
        page.click("main form button[type=submit]");
        page.waitForLoadState();
    }

    @Test
    void a_program_is_told_where_to_change_it_and_then_let_in() {
        users.createForOther(User.of("eget-program", "Program", Roles.PLANNER), GIVEN);
        as("eget-program", GIVEN)
                .get("/api/v1/rounds")
                .then()
                .statusCode(403)
                .body("errors[0].code", equalTo("platform.password-must-change"))
                .body("errors[0].message", containsString("PUT /api/v1/me/password"));
        as("eget-program", GIVEN).post("/api/v1/tokens").then().statusCode(403);
        body("eget-program", GIVEN, "noe helt annet enn det", OWN)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("platform.password-old-wrong"));
        body("eget-program", GIVEN, GIVEN, "123456789012")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("platform.password-common"));
        body("eget-program", GIVEN, GIVEN, OWN).then().statusCode(204);
        as("eget-program", OWN).get("/api/v1/rounds").then().statusCode(200);
        as("eget-program", GIVEN).get("/api/v1/rounds").then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body("{\"old\":\"" + GIVEN + "\",\"password\":\"" + OWN + "\"}")
                .put("/api/v1/me/password")
                .then()
                .statusCode(401);
    }

    @Test
    void an_administrator_who_gives_a_password_ends_what_was_open_and_has_another_chosen() {
        users.create(User.of("eget-nytt", "Nytt", Roles.COORDINATOR), OWN);
        String session = session("eget-nytt", OWN);
        users.setPasswordOfOther("eget-nytt", GIVEN);
        page(session).then().statusCode(303).header("Location", containsString("/logg-inn"));
        page(session("eget-nytt", GIVEN)).then().statusCode(303).header("Location", endsWith("/passord"));
    }

    private static io.restassured.response.Response body(String name, String shown, String old, String password) {
        return as(name, shown)
                .contentType("application/json")
                .body("{\"old\":\"" + old + "\",\"password\":\"" + password + "\"}")
                .put("/api/v1/me/password");
    }

    private static RequestSpecification as(String name, String password) {
        return RestAssured.given().auth().preemptive().basic(name, password);
    }

    private static io.restassured.response.Response page(String session) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(Sessions.COOKIE, session)
                .get("/koordinator");
    }

    private static String session(String name, String password) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check")
                .getCookie(Sessions.COOKIE);
    }
}
