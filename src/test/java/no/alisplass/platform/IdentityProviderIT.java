package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
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
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get(path)
                .statusCode();
    }
}
