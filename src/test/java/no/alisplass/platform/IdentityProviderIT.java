package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.SettableClock;
import no.alisplass.SettingsLane;
import no.alisplass.api.Endpoints;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those whom an identity provider vouches for get in, with the roles and bonds of their token. */
@QuarkusTest
@Tag(SettingsLane.OTHER_SETTINGS)
@WithTestResource(value = IdentityProvider.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class IdentityProviderIT {
    private static final String IDP = "/logg-inn/idp";
    private static final String ROUNDS = "/api/v1/rounds";
    private static final String OWN_LIST = "/api/v1/rounds/idp-runde/waitlists/3205";
    private static final String OTHER_LIST = "/api/v1/rounds/idp-runde/waitlists/030110";
    private static final Set<String> COORDINATOR = Set.of(Roles.COORDINATOR);
    private static final Set<String> MUNICIPALITY = Set.of(Roles.MUNICIPALITY);

    IdentityProvider provider;

    @Inject
    Users users;

    @Inject
    Rounds rounds;

    @Inject
    Audit audit;

    @Inject
    SettableClock clock;

    @BeforeEach
    void anOpenRound() throws IOException {
        FrontDesk desk = new FrontDesk(users);
        if (rounds.round(new RoundId("idp-runde")).isEmpty()) {
            desk.loadReferenceData();
            desk.open("""
                    {"id": "idp-runde", "hospital": "ahus", "title": "Med token", "halfYears": ["2062-V"],
                     "policyId": "ahus-2020", "lotterySeed": "token", "deadline": "2061-12-01"}
                    """);
        }
    }

    @Test
    void a_coordinator_with_a_token_comes_in() {
        assertThat(status(provider.token("kari@ahus.example", COORDINATOR, Map.of()), ROUNDS))
                .isEqualTo(200);
    }

    @Test
    void a_token_without_a_role_opens_nothing() {
        assertThat(status(provider.token("kari@ahus.example", Set.of(), Map.of()), ROUNDS))
                .isEqualTo(403);
    }

    @Test
    void a_municipality_is_bound_to_the_area_of_its_token() {
        String token = provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of("alis_area", "3205"));
        assertThat(status(token, OWN_LIST)).isEqualTo(200);
        assertThat(status(token, OTHER_LIST)).isIn(403, 404);
    }

    @Test
    void a_municipality_without_an_area_is_turned_away() {
        assertThat(status(provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of()), OWN_LIST))
                .isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lillestrøm", "32", "3205x", ""})
    void a_token_with_an_area_that_is_no_code_is_not_taken(String area) {
        String token = provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of("alis_area", area));
        assertThat(status(token, OWN_LIST)).isEqualTo(401);
    }

    @Test
    void an_old_token_and_one_that_another_signed_are_not_taken() {
        assertThat(status(provider.expired("kari@ahus.example", COORDINATOR), ROUNDS))
                .isEqualTo(401);
        assertThat(status(provider.forged("kari@ahus.example", COORDINATOR), ROUNDS))
                .isEqualTo(401);
        assertThat(status("ikke.et.token", ROUNDS)).isEqualTo(401);
    }

    @Test
    void a_token_for_another_service_or_for_nobody_opens_nothing() {
        for (String audience : new String[] {"another-api", null, "", "any"}) {
            String token = provider.tokenFor(audience, "eve@ahus.example", Set.of(Roles.ADMIN), Map.of());
            assertThat(status(token, "/api/v1/users")).as("for " + audience).isEqualTo(401);
        }
        assertThat(status(
                        provider.tokenFor("alisplass", "kari@ahus.example", Set.of(Roles.ADMIN), Map.of()),
                        "/api/v1/users"))
                .isEqualTo(200);
    }

    @Test
    void a_token_without_a_name_is_turned_away_and_told_which_claim_is_missing() {
        String token = provider.tokenFor("alisplass", null, COORDINATOR, Map.of());
        answer(token, ROUNDS)
                .then()
                .statusCode(401)
                .body("errors[0].field", equalTo("sub"))
                .body("errors[0].message", containsString("sier ikke hvem det gjelder"));
        String byNumber = provider.tokenFor("alisplass", null, COORDINATOR, Map.of("sub", "7d1f"));
        assertThat(answer(byNumber, "/api/v1/me").jsonPath().getString("name")).isEqualTo("oidc:7d1f");
    }

    @Test
    void a_role_without_its_bond_is_refused_with_the_claim_it_needs() {
        answer(
                        provider.token("avd@ahus.example", Set.of(Roles.DEPARTMENT), Map.of()),
                        "/api/v1/hospitals/ahus/vacancies")
                .then()
                .statusCode(403)
                .body("errors[0].field", equalTo("alis_hospital"))
                .body("errors[0].message", containsString("krever også kravet alis_hospital"));
        answer(provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of()), OWN_LIST)
                .then()
                .statusCode(403)
                .body("errors[0].field", equalTo("alis_area"));
    }

    @Test
    void a_bond_that_cannot_be_read_is_told() {
        answer(provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of("alis_area", "Lillestrøm")), OWN_LIST)
                .then()
                .statusCode(401)
                .body("errors[0].field", equalTo("alis_area"))
                .body("errors[0].value", equalTo("Lillestrøm"));
    }

    @Test
    void someone_whom_the_provider_calls_administrator_is_not_the_administrator_here() {
        users.createFirstAdmin("et-langt-nok-passord");
        String token = provider.token("administrator", Set.of(Roles.ADMIN), Map.of());
        assertThat(answer(token, "/api/v1/me").jsonPath().getString("name")).isEqualTo("oidc:administrator");
        String made = "laget-" + System.nanoTime();
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"username\":\"" + made + "\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"Laget\","
                        + "\"roles\":[\"planner\"],\"allHospitals\":true}")
                .post("/api/v1/users")
                .then()
                .statusCode(201);
        assertThat(QuarkusTransaction.requiringNew().call(() -> audit.of("user", "user/" + made)))
                .extracting(Audit.Act::who)
                .containsExactly("oidc:administrator");
    }

    @Test
    void a_first_administrator_is_known_by_a_claim() {
        String token =
                provider.token("sjef@ahus.example", Set.of(), Map.of("groups", List.of("alisplass-administratorer")));
        assertThat(status(token, "/api/v1/users")).isEqualTo(200);
        String other = provider.token("en@ahus.example", Set.of(), Map.of("groups", List.of("andre")));
        assertThat(status(other, "/api/v1/users")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "any", "alisplass,any", " "})
    void there_is_no_start_without_an_audience(String audience) {
        assertThatThrownBy(() -> IdentityProviderSettings.refuseWithout(List.of(audience.split(","))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("QUARKUS_OIDC_TOKEN_AUDIENCE");
        assertThatThrownBy(() -> IdentityProviderSettings.refuseWithout(List.of()))
                .isInstanceOf(StartRefused.class);
        IdentityProviderSettings.refuseWithout(List.of("alisplass"));
    }

    @Test
    void a_name_and_a_password_still_do() {
        users.create(
                User.of("passord-ola", "Ola", Roles.MUNICIPALITY).in(new AreaCode("3205")), "et-langt-nok-passord");
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("passord-ola", "et-langt-nok-passord")
                .get(ROUNDS)
                .then()
                .statusCode(200);
    }

    private Browser arrives(String subject, Set<String> roles, Map<String, Object> claims) {
        provider.place.sits(subject, subject + "@ahus.example", roles, claims);
        Browser browser = new Browser();
        browser.get("/logg-inn");
        browser.get(IDP);
        return browser;
    }

    private static void assertIsAt(HttpResponse<String> page, String path) {
        assertThat(page.uri().getPath()).isEqualTo(path);
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void someone_logs_in_to_the_pages_with_the_provider_and_no_token_is_seen_or_kept() {
        provider.place.sits("sub-kari", "kari@ahus.example", COORDINATOR, Map.of());
        Browser browser = new Browser();
        assertThat(browser.get("/logg-inn").body()).contains("Logg inn med Ahus-ID", "name=\"j_password\"");
        HttpResponse<String> start = browser.get(IDP);
        assertIsAt(start, "/koordinator");
        assertThat(start.body()).contains("Navnet til kari@ahus.example").doesNotContain("href=\"/passord\"");
        assertThat(provider.place.asked.get("scope")).contains("openid");
        assertThat(provider.place.asked.get("redirect_uri")).endsWith("/logg-inn/idp/svar");
        assertThat(browser.visited).noneMatch(each -> each.contains("eyJ"));
        assertThat(browser.cookiesSet)
                .filteredOn(each -> each.startsWith("q_auth"))
                .isNotEmpty()
                .allMatch(each -> each.contains("; Path=/logg-inn/idp"))
                .filteredOn(each -> !each.contains("Max-Age=0"))
                .hasSize(1)
                .allMatch(each -> each.contains("; HTTPOnly; SameSite=Lax"));
        assertThat(browser.cookiesSet).noneMatch(each -> each.startsWith("q_session"));
        assertThat(browser.cookiesSet)
                .filteredOn(each -> each.startsWith("quarkus-credential"))
                .hasSize(1)
                .allMatch(each -> each.contains("; HTTPOnly; SameSite=Lax"));
        assertThat(acts("oidc:kari@ahus.example")).startsWith("login.in");
        // Nobody here chose a password for them, so there is none to change.
        HttpResponse<String> password = browser.get("/passord");
        assertThat(password.statusCode()).isEqualTo(409);
        assertThat(password.body()).contains("Du logger inn uten passord her.");
        browser.get("/koordinator");
        assertThat(browser.post("/passord", Map.of("old", "x", "password", "et-langt-nok-passord"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_doctor_without_a_role_sees_what_is_registered_and_nothing_else() {
        String hpr = "9168001";
        String claim = "helseid://claims/hpr/hpr_number";
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer " + provider.token("ola@lillestrom.example", MUNICIPALITY, Map.of("alis_area", "3205")))
                .contentType("application/json")
                .body("""
                        {"name": "Solveig Ser", "affiliation": "PERMANENT", "scheme": "NEW", "statedService": 30.5,
                         "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 0, "objectives": 70,
                         "activities": 8, "supervision": "BEGUN", "monthsLeft": 6, "wishes": {}}""")
                .put("/api/v1/areas/3205/doctors/" + hpr)
                .then()
                .statusCode(200);
        Browser doctor = arrives("sub-solveig", Set.of(), Map.of(claim, hpr));
        HttpResponse<String> mine = doctor.get("/");
        assertIsAt(mine, "/innsyn/mine");
        assertThat(mine.body()).contains("Solveig Ser", "Navnet til sub-solveig@ahus.example", "Logg ut");
        assertThat(doctor.visited).noneMatch(each -> each.contains(hpr));
        assertIsAt(
                doctor.post("/innsyn/mine", Map.of("svar", "stemmer", "version", "1", "area", "3205")), "/innsyn/mine");
        assertThat(acts("oidc:sub-solveig@ahus.example")).startsWith("login.in");
        int walked = 0;
        for (Method method : Endpoints.all()) {
            RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
            Path type = method.getDeclaringClass().getAnnotation(Path.class);
            if (method.isAnnotationPresent(GET.class)
                    && roles != null
                    && type != null
                    && !List.of(roles.value()).contains(Roles.DOCTOR)) {
                Path own = method.getAnnotation(Path.class);
                String path = ("/" + type.value() + (own == null ? "" : "/" + own.value()))
                        .replaceAll("\\{(?:[^{}]|\\{[^}]*\\})*\\}", "1")
                        .replaceAll("/+", "/");
                assertThat(doctor.get(path).statusCode()).as(path).isIn(401, 403, 404);
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(100);
        assertThat(status(
                        provider.token("solveig@ahus.example", Set.of(), Map.of(claim, hpr)),
                        "/api/v1/areas/3205/doctors/" + hpr))
                .isEqualTo(403);

        Browser nobody = arrives("sub-ukjent", Set.of(), Map.of(claim, "9168002"));
        assertThat(nobody.get("/innsyn/mine").body()).contains("Ingen kommune eller bydel har registrert deg");
        // Who has a role keeps it, and is no doctor beside it.
        Browser kari = arrives("sub-kari", COORDINATOR, Map.of(claim, hpr));
        assertThat(kari.get("/innsyn/mine").statusCode()).isEqualTo(403);
        // Whom the provider calls a doctor without a number is nobody.
        Browser empty = arrives("sub-tom", Set.of(Roles.DOCTOR), Map.of(claim, "0"));
        assertThat(empty.get("/innsyn/mine").uri().getPath()).isEqualTo("/innsyn");
    }

    @Test
    void behind_tls_the_cookies_are_for_tls_only_and_the_provider_sends_back_to_it() {
        Browser browser = new Browser();
        String address = browser.answer(IDP, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "alisplass.example.no")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(address)
                .contains(
                        "redirect_uri=https%3A%2F%2Falisplass.example.no%2Flogg-inn%2Fidp%2Fsvar", "nonce=", "state=");
        assertThat(browser.cookiesSet)
                .filteredOn(each -> each.startsWith("q_auth"))
                .hasSize(1)
                .allMatch(each -> each.contains("; Secure; HTTPOnly; SameSite=Lax"));
    }

    @Test
    void who_had_to_log_in_comes_back_to_the_page_and_never_to_another_site() {
        provider.place.sits("sub-kari", "kari@ahus.example", COORDINATOR, Map.of());
        Browser browser = new Browser();
        assertThat(browser.get("/koordinator/stillinger").uri().getPath()).isEqualTo("/logg-inn");
        assertIsAt(browser.get(IDP), "/koordinator/stillinger");
        Browser lured = new Browser();
        lured.get("/logg-inn?til=//ond.example/");
        assertIsAt(lured.get(IDP), "/koordinator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coordinator",
                "municipality",
                "department",
                "planner",
                "admin",
                "coordinator,planner",
                "department,admin"
            })
    void the_pages_and_the_api_open_the_same_for_the_same_claims(String all) {
        Set<String> roles = Set.of(all.split(","));
        Map<String, Object> claims = Map.of("alis_area", "3205", "alis_hospital", "ahus");
        Browser browser = arrives("sub-" + all.replace(',', '-'), roles, claims);
        String token = provider.token("api@ahus.example", roles, claims);
        List<String> known = answer(token, "/api/v1/me").jsonPath().getList("roles");
        Map<String, String> sections = Map.of(
                "coordinator", "/koordinator",
                "municipality", "/kommune",
                "department", "/avdeling",
                "planner", "/planlegger",
                "admin", "/admin");
        sections.forEach((role, page) -> assertThat(browser.get(page).statusCode())
                .as(page + " for " + all)
                .isEqualTo(known.contains(role) ? 200 : 403));
        assertThat(status(token, "/api/v1/users")).isEqualTo(roles.contains("admin") ? 200 : 403);
        assertThat(browser.answer("/api/v1/me").statusCode())
                .as("a session is no key to the API")
                .isEqualTo(401);
    }

    @Test
    void a_municipality_reaches_its_own_list_alone() {
        Browser browser = arrives("sub-ola", MUNICIPALITY, Map.of("alis_area", "3205"));
        assertIsAt(browser.get("/kommune/runder/idp-runde"), "/kommune/runder/idp-runde");
        browser.post("/kommune/runder/idp-runde/samtidig", Map.of("awayLimit", "7"));
        String coordinator = provider.token("kari@ahus.example", COORDINATOR, Map.of());
        assertThat(answer(coordinator, OWN_LIST).jsonPath().getInt("awayLimit")).isEqualTo(7);
        assertThat(answer(coordinator, OTHER_LIST).body().asString()).doesNotContain("\"awayLimit\":7");
        Browser elsewhere =
                arrives("sub-ola-drammen", Set.of(Roles.COORDINATOR), Map.of("alis_hospital", "et-annet-sykehus"));
        assertThat(elsewhere.get("/koordinator/runder/idp-runde").statusCode()).isEqualTo(404);
        assertThat(status(
                        provider.token("o@x.example", COORDINATOR, Map.of("alis_hospital", "et-annet-sykehus")),
                        "/api/v1/rounds/idp-runde"))
                .isEqualTo(404);
    }

    private void assertUnfinished(Browser browser, HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Du kom ikke inn med Ahus-ID", "Innloggingen ble ikke fullført. Prøv igjen.");
        assertThat(browser.hasSession()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_token_that_is_not_the_one_asked_for_lets_nobody_in(Map<String, Object> lie) {
        provider.place.sits("sub-eve", "eve@ahus.example", Set.of(Roles.ADMIN), Map.of());
        provider.place.lies(lie);
        Browser browser = new Browser();
        assertUnfinished(browser, browser.get(IDP));
    }

    static List<Map<String, Object>> lies() {
        return List.of(
                Map.of("aud", "another-client"),
                // The API's own audience is not the pages'.
                Map.of("aud", "alisplass"),
                Map.of("aud", ""),
                Map.of("nonce", "another"),
                Map.of("nonce", ""),
                Map.of("iss", "http://another.example"),
                Map.of("sub", ""),
                Map.of("exp", Instant.now().minusSeconds(3600).getEpochSecond()));
    }

    @Test
    void an_answer_this_browser_did_not_ask_for_lets_nobody_in() {
        provider.place.sits("sub-eve", "eve@ahus.example", Set.of(Roles.ADMIN), Map.of());
        Browser attacker = new Browser();
        String authorize = attacker.answer(IDP).headers().firstValue("Location").orElseThrow();
        String back =
                attacker.answer(authorize).headers().firstValue("Location").orElseThrow();
        // Another browser is led to the attacker's answer: without a log-in of its own, and with one.
        Browser victim = new Browser();
        assertUnfinished(victim, victim.get(back));
        victim.answer(IDP);
        assertUnfinished(victim, victim.get(back));
        // The right browser, with another state, and another code.
        assertUnfinished(attacker, attacker.get(back.replaceAll("state=[^&]+", "state=another")));
        assertUnfinished(attacker, attacker.get(back.replaceAll("code=[^&]+", "code=another")));
        for (String query : List.of("", "?state=x", "?code=x", "?state=a&state=b&code=c", "?code=%00&state=%00")) {
            assertUnfinished(victim, victim.get(IDP + "/svar" + query));
        }
        // A header of the sender's own counts for nothing there.
        assertThat(attacker.answer(back.replaceAll("state=[^&]+", "state=another"), "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(403);
        // And a code is good once.
        Browser right = new Browser();
        String mine = right.answer(
                        right.answer(IDP).headers().firstValue("Location").orElseThrow())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(right.get(mine).uri().getPath()).isEqualTo("/admin");
        assertThat(right.get(mine).statusCode()).isEqualTo(403);
    }

    @Test
    void who_breaks_off_at_the_provider_is_told_so_and_nothing_of_its_words() {
        provider.place.sits("sub-kari", "kari@ahus.example", COORDINATOR, Map.of());
        provider.place.declines();
        Browser browser = new Browser();
        HttpResponse<String> page = browser.get(IDP);
        assertUnfinished(browser, page);
        assertThat(page.body()).doesNotContain("Kari Nordmann");
    }

    @Test
    void a_login_without_its_bond_role_or_right_is_refused_on_a_page_that_says_what_is_missing() {
        assertTold("sub-1", Set.of(Roles.DEPARTMENT), Map.of(), "rollen department krever også kravet alis_hospital");
        assertTold("sub-2", MUNICIPALITY, Map.of(), "rollen municipality krever også kravet alis_area");
        assertTold("sub-3", MUNICIPALITY, Map.of("alis_area", "Lillestrøm"), "kravet alis_area er «Lillestrøm»");
        assertTold("sub-4", Set.of(), Map.of(), "Du har ingen rolle i alisplass.");
        assertTold("sub-5", Set.of("boss"), Map.of(), "Du har ingen rolle i alisplass.");
    }

    private void assertTold(String subject, Set<String> roles, Map<String, Object> claims, String why) {
        provider.place.sits(subject, subject + "@ahus.example", roles, claims);
        Browser browser = new Browser();
        HttpResponse<String> page = browser.get(IDP);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(why, "name=\"j_password\"");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void a_first_administrator_comes_to_the_pages_by_the_claim() {
        Browser browser = arrives("sub-sjef", Set.of(), Map.of("groups", List.of("alisplass-administratorer")));
        assertIsAt(browser.get("/"), "/admin");
    }

    @Test
    void log_out_ends_the_session_here_and_leads_on_to_the_provider() {
        Browser browser = arrives("sub-ut", COORDINATOR, Map.of());
        assertIsAt(browser.get("/koordinator"), "/koordinator");
        Browser thief = browser.withStolenSession();
        assertIsAt(thief.get("/koordinator"), "/koordinator");
        HttpResponse<String> out = browser.post("/logg-ut", Map.of());
        assertThat(out.body()).contains("Nå logges du også ut av Ahus-ID.");
        assertThat(out.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self'");
        Matcher onward = Pattern.compile("content=\"0;url=([^\"]+)\"").matcher(out.body());
        assertThat(onward.find()).isTrue();
        HttpResponse<String> end = browser.get(onward.group(1).replace("&amp;", "&"));
        assertThat(end.body()).contains("Du er logget ut.");
        assertThat(provider.place.left)
                .containsOnlyKeys("client_id", "post_logout_redirect_uri")
                .containsEntry("client_id", LoginPlace.CLIENT);
        assertThat(browser.hasSession()).isFalse();
        assertThat(thief.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
        assertThat(acts("oidc:sub-ut@ahus.example")).containsExactly("login.out", "login.in");
    }

    @Test
    void a_session_ends_when_it_is_not_used_and_when_it_has_lasted_its_whole_length() {
        Instant began = Instant.now();
        try {
            Browser idle = arrives("sub-idle", COORDINATOR, Map.of());
            Browser busy = arrives("sub-busy", COORDINATOR, Map.of());
            for (int minutes = 50; minutes < 12 * 60; minutes += 50) {
                clock.set(began.plus(Duration.ofMinutes(minutes)));
                assertIsAt(busy.get("/koordinator"), "/koordinator");
            }
            assertThat(idle.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
            clock.set(began.plus(Duration.ofMinutes(12 * 60 + 1)));
            assertThat(busy.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
        } finally {
            clock.run();
        }
    }

    @Test
    void whoever_is_shut_out_here_is_out_at_once_and_stays_out_whatever_the_provider_says() {
        Browser boss = arrives("sub-admin", Set.of(Roles.ADMIN), Map.of());
        Browser browser = arrives("sub-stengt", COORDINATOR, Map.of());
        assertIsAt(browser.get("/koordinator"), "/koordinator");
        String row = boss.get("/admin?sok=sub-stengt").body();
        Matcher link = Pattern.compile("href=\"(/admin/hos-tilbyder/[0-9]+)\"").matcher(row);
        assertThat(link.find()).isTrue();
        String address = link.group(1);
        // The guard for forms is the same as for those who logged in with a password.
        assertThat(boss.postAs(address + "/steng", Map.of()).statusCode()).isEqualTo(409);
        assertThat(boss.postAs(address + "/steng", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertIsAt(browser.get("/koordinator"), "/koordinator");
        boss.get(address);
        assertThat(boss.post(address + "/steng", Map.of()).body())
                .contains("Navnet til sub-stengt@ahus.example er deaktivert.");

        assertThat(browser.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
        assertTold("sub-stengt", COORDINATOR, Map.of(), "Brukeren din er deaktivert i alisplass.");
        // By another number, and by another name.
        provider.place.sits("sub-ny", "sub-stengt@ahus.example", COORDINATOR, Map.of());
        assertThat(new Browser().get(IDP).statusCode()).isEqualTo(403);
        provider.place.sits("sub-stengt", "nytt-navn@ahus.example", COORDINATOR, Map.of());
        assertThat(new Browser().get(IDP).statusCode()).isEqualTo(403);
        for (String token : List.of(
                provider.token("sub-stengt@ahus.example", COORDINATOR, Map.of()),
                provider.token("nytt-navn@ahus.example", COORDINATOR, Map.of("sub", "sub-stengt")))) {
            answer(token, ROUNDS)
                    .then()
                    .statusCode(401)
                    .body("errors[0].message", equalTo("Brukeren er deaktivert i alisplass."));
        }
        boss.get(address);
        boss.post(address + "/apne", Map.of());
        assertThat(browser.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
        provider.place.sits("sub-stengt", "sub-stengt@ahus.example", COORDINATOR, Map.of());
        assertIsAt(browser.get(IDP), "/koordinator");
        assertThat(QuarkusTransaction.requiringNew().call(() -> audit.of("user", "user/oidc:sub-stengt@ahus.example")))
                .extracting(Audit.Act::who)
                .containsExactly("oidc:sub-admin@ahus.example", "oidc:sub-admin@ahus.example");
    }

    @Test
    void administrators_shut_someone_out_by_the_api_too() {
        Browser browser = arrives("sub-api-stengt", COORDINATOR, Map.of());
        String boss = provider.token("sjef@ahus.example", Set.of(Roles.ADMIN), Map.of());
        long id = answer(boss, "/api/v1/provider-users")
                .jsonPath()
                .getLong("find { it.username == 'oidc:sub-api-stengt@ahus.example' }.id");
        for (boolean disabled : new boolean[] {true, false}) {
            disable(boss, id, disabled).then().statusCode(200).body("disabled", equalTo(disabled));
            assertThat(browser.get("/koordinator").uri().getPath()).isEqualTo("/logg-inn");
        }
        disable(boss, 999_999, true)
                .then()
                .statusCode(404)
                .body("errors[0].message", containsString("ingen bruker med nummeret 999999"));
        String coordinator = provider.token("kari@ahus.example", COORDINATOR, Map.of());
        assertThat(status(coordinator, "/api/v1/provider-users")).isEqualTo(403);
        disable(coordinator, id, true).then().statusCode(403);
    }

    private static Response disable(String token, long id, boolean disabled) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("disabled", disabled))
                .put("/api/v1/provider-users/" + id + "/disabled");
    }

    @Test
    void what_the_provider_says_now_counts_from_the_next_login_in_every_session() {
        Browser browser = arrives("sub-bytter", COORDINATOR, Map.of());
        assertIsAt(browser.get("/koordinator"), "/koordinator");
        arrives("sub-bytter", Set.of(Roles.PLANNER), Map.of());
        assertThat(browser.get("/koordinator").statusCode()).isEqualTo(403);
        assertIsAt(browser.get("/planlegger"), "/planlegger");
    }

    @Test
    void when_the_provider_does_not_answer_the_page_says_so_and_the_password_still_opens() {
        users.create(User.of("passord-kari", "Kari", Roles.COORDINATOR), "et-langt-nok-passord");
        provider.place.sits("sub-kari", "kari@ahus.example", COORDINATOR, Map.of());
        Browser browser = new Browser();
        try {
            provider.place.falls(true, false);
            clock.set(Instant.now().plusSeconds(60));
            HttpResponse<String> page = browser.get(IDP);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.body()).contains("Får ikke svar fra Ahus-ID", "name=\"j_password\"");
            assertIsAt(
                    browser.post(
                            "/j_security_check",
                            Map.of("j_username", "passord-kari", "j_password", "et-langt-nok-passord")),
                    "/koordinator");
            assertThat(browser.get("/koordinator").body()).contains("href=\"/passord\"");
            provider.place.falls(false, true);
            clock.set(Instant.now().plusSeconds(120));
            HttpResponse<String> late = new Browser().get(IDP);
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).contains("Får ikke svar fra Ahus-ID");
        } finally {
            provider.place.falls(false, false);
            clock.run();
        }
        assertIsAt(new Browser().get(IDP), "/koordinator");
    }

    private List<String> acts(String who) {
        return QuarkusTransaction.requiringNew().call(() -> audit.page(List.of("user/" + who), 0, 20)).acts().stream()
                .map(Audit.Entry::what)
                .toList();
    }

    private static int status(String token, String path) {
        return answer(token, path).statusCode();
    }

    private static Response answer(String token, String path) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(path);
    }
}
