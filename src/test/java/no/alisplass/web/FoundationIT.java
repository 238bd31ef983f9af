package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.InBrowser;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@InBrowser
class FoundationIT {
    private static final String PASSWORD = "et-langt-nok-passord";

    @Inject
    Users users;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void people() {
        List.of(
                        User.of("web-coordinator", "Kari Koordinator", Roles.COORDINATOR),
                        User.of("web-municipality", "Ola Overlege", Roles.MUNICIPALITY)
                                .in(new AreaCode("3205")),
                        User.of("web-department", "Geriatrisk avdeling", Roles.DEPARTMENT)
                                .in(new HospitalId("ahus")),
                        User.of("web-planner", "Pia Planlegger", Roles.PLANNER),
                        User.of("web-admin", "Arne Admin", Roles.ADMIN))
                .forEach(user -> users.create(user, PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "web-coordinator,/koordinator",
        "web-municipality,/kommune",
        "web-department,/avdeling",
        "web-planner,/planlegger",
        "web-admin,/admin"
    })
    void each_role_lands_on_its_own_start_page(String user, String start) {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 320)) {
            visitor.at("/").as(user, PASSWORD);
            assertThat(visitor.page().url()).endsWith(start);
            visitor.finds(start).picture("start-" + user);
        }
    }

    @Test
    void the_login_page_and_its_failure() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280)) {
            visitor.at("/").finds("login").picture("login");
            visitor.as("web-admin", "galt-passord-galt");
            assertThat(visitor.page().locator(".notice-danger").innerText()).contains("feil");
            visitor.finds("failed login").picture("login-failed");
            visitor.at("/tilgjengelighet").finds("statement").picture("statement");
        }
    }

    @Test
    void every_tag_is_accessible_and_fits() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280).in("web-coordinator", PASSWORD)) {
            Page page = visitor.at("/test-tags").page();
            page.waitForSelector("[data-chart] canvas");
            visitor.finds("all tags").picture("tags");
            page.click("[data-dialog=lukk]");
            assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
            visitor.finds("open dialog").picture("dialog");
            page.keyboard().press("Escape");
            page.fill("[name=title]", "");
            page.fill("[name=start]", "i morgen");
            page.fill("[name=count]", "12");
            page.click("#alt button[type=submit]");
            assertThat(page.locator(".error-summary li").count()).isEqualTo(3);
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("error-summary");
            assertThat(page.inputValue("[name=start]")).isEqualTo("i morgen");
            visitor.finds("faulty form").picture("tags-faulty");
            page.click(".error-summary a >> nth=1");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("start");
            page.fill("[name=title]", "Høst 2027");
            page.fill("[name=start]", "1.9.2027");
            page.fill("[name=count]", "");
            page.click("#alt button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Høst 2027").contains("Angre");
            visitor.finds("done").picture("tags-done");
            visitor.reload();
            assertThat(page.locator(".flash").count()).isZero();
        }
    }

    @Test
    void the_coordinator_sees_where_each_round_stands() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 320).in("web-coordinator", PASSWORD)) {
            Page page = visitor.at("/test-tags/rounds").page();
            assertThat(page.locator("[aria-current=step]").count()).isEqualTo(2);
            assertThat(page.locator("main").innerText())
                    .contains("14 av 24 har svart", "1. juni 2027", "191 dager igjen", "1. september");
            visitor.finds("rounds").picture("rounds");
        }
    }

    @Test
    void typed_text_outlives_the_session() {
        try (Browser.Visitor visitor = coordinator(1280)) {
            Page page = visitor.at("/test-tags").page();
            page.fill("[name=title]", "Skrevet lenge");
            page.fill("[name=note]", "En lang merknad\nmed to linjer");
            page.selectOption("[name=state]", "b");
            page.check("[name=leave]");
            page.check("[name=several][value=b]");
            visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("quarkus-credential"));
            page.click("#alt button[type=submit]");
            assertThat(page.url()).contains("/logg-inn");
            visitor.finds("expired").picture("login-expired");
            visitor.as("web-coordinator", PASSWORD);
            assertThat(page.url()).endsWith("/test-tags");
            assertThat(page.inputValue("[name=title]")).isEqualTo("Skrevet lenge");
            assertThat(page.inputValue("[name=note]")).isEqualTo("En lang merknad\nmed to linjer");
            assertThat(page.inputValue("[name=state]")).isEqualTo("b");
            assertThat(page.isChecked("[name=leave]")).isTrue();
            assertThat(page.isChecked("[name=several][value=b]")).isTrue();
            assertThat(page.isChecked("[name=several][value=a]")).isFalse();
            visitor.finds("restored").picture("restored");
            visitor.reload();
            assertThat(page.inputValue("[name=title]")).isEqualTo("Vår 2027");
        }
    }

    @Test
    void typed_text_is_not_given_to_another() {
        users.create(User.of("web-annen", "Anne Annen", Roles.COORDINATOR), PASSWORD);
        try (Browser.Visitor visitor = coordinator(1280)) {
            Page page = visitor.at("/test-tags").page();
            page.fill("[name=note]", "Bare mitt");
            visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("quarkus-credential"));
            visitor.reload();
            visitor.as("web-annen", PASSWORD);
            assertThat(page.url()).endsWith("/test-tags");
            assertThat(page.inputValue("[name=note]")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/finnes-ikke,Siden finnes ikke",
        "/admin,Du har ikke tilgang",
        "/test-tags/taken,Dette går ikke akkurat nå",
    })
    void what_fails_is_told_on_a_page(String path, String heading) {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 320).in("web-coordinator", PASSWORD)) {
            Page page = visitor.at(path).page();
            assertThat(page.locator("h1").innerText()).startsWith(heading);
            assertThat(page.locator(".who").count()).isEqualTo(1);
            visitor.finds(path).picture("error" + path.replace('/', '-'));
        }
    }

    @Test
    void a_fault_tells_nothing_of_the_house() {
        var response = RestAssured.given()
                .cookie("quarkus-credential", session())
                .accept("text/html")
                .get("/test-tags/broken");
        response.then().statusCode(500).contentType("text/html");
        assertThat(response.asString()).contains("Noe gikk galt").doesNotContain("secret", "IllegalState");
    }

    @Test
    void a_form_not_made_by_our_pages_is_refused() {
        RestAssured.given()
                .cookie("quarkus-credential", session())
                .contentType("application/x-www-form-urlencoded")
                .body("title=Lurt&_csrf=gjettet")
                .post("/test-tags")
                .then()
                .statusCode(409)
                .contentType("text/html");
        RestAssured.given()
                .cookie("quarkus-credential", session())
                .header("Origin", "https://evil.example")
                .post("/test-tags")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("j_username", "web-coordinator")
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(403);
    }

    @Test
    void a_session_is_no_key_to_the_api_and_the_api_never_sends_anyone_to_a_form() {
        RestAssured.given()
                .cookie("quarkus-credential", session())
                .redirects()
                .follow(false)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("web-coordinator", PASSWORD)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void every_page_carries_the_security_headers() {
        RestAssured.get("/logg-inn")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", Matchers.containsString("default-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store");
    }

    @Test
    void everything_is_reached_by_keyboard_in_order() {
        try (Browser.Visitor visitor = coordinator(1280)) {
            Page page = visitor.page();
            visitor.reload();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip-link");
            visitor.picture("skip-link");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("innhold");
            // Not a reload: the address now ends in #innhold, where the keyboard would begin.
            visitor.at("/tilgjengelighet").at("/koordinator");
            List<String> order = new ArrayList<>();
            for (int press = 0; press < 8; press++) {
                page.keyboard().press("Tab");
                order.add(page.evaluate("document.activeElement.textContent")
                        .toString()
                        .strip());
                assertThat(
                                page.evaluate(
                                        "getComputedStyle(document.activeElement).outlineStyle !== 'none' || document.activeElement.className === 'skip-link'"))
                        .as("visible focus on " + order)
                        .isEqualTo(true);
            }
            assertThat(order)
                    .startsWith(
                            "Hopp til innholdet",
                            "alisplass",
                            "Bokmål",
                            "Nynorsk",
                            "English",
                            users.nameOf("web-coordinator"),
                            "Logg ut",
                            "Start");
            page.locator(".logout button").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/logg-inn?ute=ja");
            visitor.at("/koordinator");
            assertThat(page.url()).contains("/logg-inn?til=");
        }
    }

    @Test
    void the_language_is_chosen_and_kept() {
        try (Browser.Visitor visitor = coordinator(1280)) {
            Page page = visitor.page();
            page.click("text=English");
            assertThat(page.url()).endsWith("/koordinator");
            assertThat(page.locator("h1").innerText()).isEqualTo("Where are we?");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
            visitor.finds("English").at("/tilgjengelighet");
            assertThat(page.locator("h1").innerText()).isEqualTo("Accessibility");
        }
    }

    private Browser.Visitor coordinator(int width) {
        return Browser.visitor(site, width).as("web-coordinator", PASSWORD);
    }

    private static String session() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", "web-coordinator")
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .getCookie("quarkus-credential");
    }
}
