package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.InBrowser;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.DepartmentId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@InBrowser
class DepartmentAndAdminIT {
    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void people() {
        new MunicipalityTown(users, capacity, catchment, rounds).openRound();
        users.create(
                new User(
                        "town-lunge",
                        "Lungeavdelingen",
                        new TreeSet<>(Set.of(Roles.DEPARTMENT)),
                        Optional.empty(),
                        Optional.of(MunicipalityTown.HOSPITAL),
                        Optional.of(new DepartmentId("town-lunge")),
                        false,
                        false),
                PASSWORD);
        users.create(User.of("town-admin", "Ada Admin", Roles.ADMIN), PASSWORD);
    }

    @Test
    void a_department_reports_and_withdraws_a_vacancy_of_its_own() {
        try (Browser.Visitor visitor =
                MunicipalityTown.visit(Browser.visitor(site, 320, 1280), "town-lunge", "/avdeling")) {
            Page page = visitor.page();
            visitor.finds("department").picture("avdeling-start");
            page.click("main >> text=Meld ledig vikariat");
            visitor.finds("report a vacancy");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".error-summary li").count()).isEqualTo(3);
            visitor.finds("faulty vacancy").picture("avdeling-meld-feil");
            assertThat(page.locator("[name=department]").count()).isEqualTo(1);
            page.check("[name=department]");
            page.fill("[name=from]", "1.3.2050");
            page.fill("[name=to]", "31.8.2050");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Lungeavdelingen");
            visitor.finds("reported").picture("avdeling-meldt");
            page.click("main table >> text=Trekk tilbake");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("trukket tilbake");
            page.click(".flash button");
            assertThat(page.locator(".flash").innerText()).contains("ledig igjen");
            page.click("main table >> text=Trekk tilbake");
            page.click("dialog[open] button[type=submit]");
            visitor.finds("withdrawn");
        }
    }

    @Test
    void an_administrator_makes_a_user_gives_a_password_and_shuts_the_user_out() {
        String name = "town-ny";
        try (Browser.Visitor visitor =
                MunicipalityTown.visit(Browser.visitor(site, 1280, 320), "town-admin", "/admin")) {
            Page page = visitor.page();
            visitor.finds("users").picture("admin-brukere");
            page.click("main >> text=Lag bruker");
            page.fill("[name=username]", name);
            page.fill("[name=displayName]", "Ny Bruker");
            page.fill("[name=password]", "kort");
            page.check("[name=roles][value=municipality]");
            page.click("#bruker button[type=submit]");
            assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
            visitor.finds("faulty user").picture("admin-ny-feil");
            page.fill("[name=password]", PASSWORD);
            page.selectOption("[name=area]", "9301");
            page.click("#bruker button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains(name);
            page.fill("[name=sok]", name);
            page.click(".search button");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            page.click("tbody a");
            visitor.finds("account").picture("admin-bruker");
            page.fill("[name=password]", "et-annet-langt-passord");
            page.click("text=Gi nytt passord");
            visitor.at("/admin/brukere/" + name).page().click("[data-dialog=steng]");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("deaktivert");
            visitor.at("/admin/brukere/" + name).finds("shut out");
            page.click("text=Aktiver brukeren igjen");
            assertThat(page.locator(".flash").innerText()).contains("logge inn igjen");
        }
    }
}
