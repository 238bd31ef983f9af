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
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those whom an identity provider vouches for get in, with the roles and bonds of their token. */
@QuarkusTest
@WithTestResource(value = IdentityProvider.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class IdentityProviderIT {
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

    private static int status(String token, String path) {
        return answer(token, path).statusCode();
    }

    private static Response answer(String token, String path) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(path);
    }
}
