package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FoundationIT {
    private static final String PASSWORD = "et-langt-nok-passord";

    @Inject
    Users users;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void people() {
        List.of(
                        User.of("web-koordinator", "Kari Koordinator", Roles.COORDINATOR),
                        User.of("web-kommune", "Ola Overlege", Roles.MUNICIPALITY)
                                .in(new AreaCode("3205")),
                        User.of("web-avdeling", "Geriatrisk avdeling", Roles.DEPARTMENT)
                                .in(new HospitalId("ahus")),
                        User.of("web-planlegger", "Pia Planlegger", Roles.PLANNER),
                        User.of("web-admin", "Arne Admin", Roles.ADMIN))
                .forEach(user -> users.create(user, PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "web-koordinator,/koordinator",
        "web-kommune,/kommune",
        "web-avdeling,/avdeling",
        "web-planlegger,/planlegger",
        "web-admin,/admin"
    })
    void each_role_lands_on_its_own_start_page(String user, String start) {
        for (int width : new int[] {1280, 320}) {
            try (Browser.Visitor visitor = Browser.visitor(site, width)) {
                visitor.at("/").as(user, PASSWORD);
                assertThat(visitor.page().url()).endsWith(start);
                visitor.finds(start).picture("start-" + user);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void the_login_page_and_its_failure(int width) {
        try (Browser.Visitor visitor = Browser.visitor(site, width)) {
            visitor.at("/").finds("login").picture("login");
            visitor.as("web-admin", "galt-passord-galt");
            assertThat(visitor.page().locator(".notice-danger").innerText()).contains("feil");
            visitor.finds("failed login").picture("login-failed");
            visitor.at("/tilgjengelighet").finds("statement").picture("statement");
        }
    }
}
