package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole round through the pages only: a coordinator, a municipality with a file and one that types its doctor in. */
@QuarkusTest
@InBrowser
class RoundByPagesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final Path SAMPLES = Path.of("sample-data");
    /** Later than any other test's, for a start page shows the latest rounds. */
    private static final String TITLE = "Vår 2095";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void people() throws IOException {
        new FrontDesk(users).loadReferenceData();
        users.create(User.of("sider-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("sider-gro", "Gro Grorud", Roles.MUNICIPALITY).in(new AreaCode("030110")), PASSWORD);
        users.create(User.of("sider-liv", "Liv Lillestrøm", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        clock.set(LocalDate.of(2094, 9, 1));
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_round_by_a_coordinator_and_two_municipalities() {
        try (Browser.Visitor kari = visitor(1280, "sider-kari");
                Browser.Visitor gro = visitor(1280, "sider-gro");
                Browser.Visitor liv = visitor(320, "sider-liv")) {
            String round = opens(kari);
            clock.run();
            List<String> fromGrorud = uploads(gro);
            typesIn(liv);
            closesAndRuns(kari, round);
            Page page = kari.page();
            // The two of the old scheme could not be done before it ends.
            assertThat(page.locator("main").innerText())
                    .contains("Tomasz Lauvlundmo", "Kari Nordmann", "2 leger. Se hvem og hvorfor");
            approves(kari);
            String outcome = outcome(gro);
            assertThat(outcome)
                    .contains(fromGrorud)
                    .contains("gammel ordning")
                    .doesNotContain("Kari Nordmann")
                    .doesNotContain("9144889");
            assertThat(outcome(liv))
                    .contains("Kari Nordmann")
                    .satisfies(
                            text -> fromGrorud.forEach(name -> assertThat(text).doesNotContain(name)));
        }
    }

    /** Plans the round, gives it seats and opens it; its address. */
    private static String opens(Browser.Visitor kari) {
        Page page = kari.page();
        click(page, "a[href='/koordinator/ny-runde']");
        page.fill("[name=title]", TITLE);
        page.selectOption("[name=halfYears]", "2095-V");
        page.check("[name=count][value='1']");
        click(page, "main form button[type=submit]");
        page.waitForURL("**/koordinator/runder/*");
        String round = page.url();
        page.click("main a:has-text('Gå til stillingene')");
        for (String position : List.of("geriatri", "lunge", "onh", "akuttpsykiatri")) {
            page.fill("#plasser-ahus-" + position + "-1-2095-V", "1");
            page.keyboard().press("Tab");
        }
        page.locator(".seat-saved").nth(3).waitFor();
        kari.at(round);
        page.click("[data-dialog=apne]");
        click(page, "dialog[open] button[type=submit]");
        page.waitForSelector("h2:has-text('Vent på ventelistene')");
        return round;
    }

    /** First a file with faults, of which nothing is taken; then the right one. The names on it. */
    private static List<String> uploads(Browser.Visitor gro) {
        Page page = gro.page();
        String list = list(gro);
        gro.at(list + "/fil");
        page.setInputFiles("[name=file]", SAMPLES.resolve("feil/mange-feil.csv"));
        click(page, "main form button[type=submit]");
        assertThat(page.locator("td.faulty").count()).isPositive();
        gro.finds("a file with many faults");
        gro.at(list);
        assertThat(page.locator(".doctor").count()).isZero();
        gro.at(list + "/fil");
        page.setInputFiles("[name=file]", SAMPLES.resolve("ahus-2027-var/ventelister/030110-grorud.xlsx"));
        click(page, "main form button[type=submit]");
        click(page, "main .toolbar form button[type=submit]");
        page.waitForSelector(".doctors");
        List<String> names = page.locator(".doctor h3").allInnerTexts();
        assertThat(names).hasSizeGreaterThan(1);
        sends(page);
        return names;
    }

    private static void typesIn(Browser.Visitor liv) {
        Page page = liv.page();
        liv.at(list(liv) + "/leger/ny");
        page.fill("[name=name]", "Kari Nordmann");
        page.fill("[name=hprNumber]", "9144889");
        page.check("[name=affiliation][value=PERMANENT]");
        page.fill("[name=statedService]", "51");
        page.fill("[name=statedOpenPractice]", "24");
        page.fill("[name=objectives]", "70");
        page.fill("[name=activities]", "8");
        page.check("[name=supervision][value=BEGUN]");
        page.fill("[name=monthsLeft]", "6");
        page.selectOption("[name=wish-ahus-geriatri]", "1");
        click(page, "form#lege button[type=submit]");
        page.waitForSelector(".flash");
        liv.finds("a list with one doctor");
        sends(page);
    }

    /** All by keyboard, which is how those work who do this every half-year. */
    private static void closesAndRuns(Browser.Visitor kari, String round) {
        Page page = kari.page();
        kari.at(round + "/ventelister");
        assertThat(page.locator("main").innerText()).contains("Grorud").contains("Lillestrøm");
        kari.at(round);
        kari.enter("[data-dialog=lukk]");
        kari.type("dialog[open] [name=reason]", "De to har svart.");
        kari.enter("dialog[open] button[type=submit]");
        page.waitForSelector("h2:has-text('Start fordelingen')");
        kari.at(round + "/rangering");
        kari.type("[name=forst]", "1");
        kari.type("[name=andre]", "2");
        page.keyboard().press("Enter");
        page.waitForSelector(".answer");
        kari.at(round + "/kjoringer");
        kari.enter("main form button[type=submit]");
        page.waitForSelector("text=Bevist og kontrollert");
        kari.finds("a proposal of two municipalities");
    }

    private static void approves(Browser.Visitor kari) {
        Page page = kari.page();
        kari.enter("main a:has-text('Godkjenn forslaget')");
        page.waitForURL("**/godkjenn");
        kari.type("[name=navn]", "Kari Koordinator");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Godkjent av Kari Koordinator");
    }

    private static String outcome(Browser.Visitor chief) {
        chief.at("/kommune");
        chief.page()
                .locator("section.next-step:has(h2:has-text('" + TITLE + "')) a[href$='/utfall']")
                .click();
        chief.page().waitForSelector(".outcome");
        chief.finds("an outcome");
        return chief.page().content();
    }

    /** The address of the list in the round, from the start page. */
    private static String list(Browser.Visitor chief) {
        Page page = chief.at("/kommune").page();
        page.locator("section.panel:has(h2:text-is('" + TITLE + "')) a.btn-primary")
                .click();
        page.waitForURL("**/kommune/runder/*");
        return page.url();
    }

    private static void sends(Page page) {
        page.click("text=Se over og send");
        click(page, "main form button[type=submit]");
        page.waitForSelector(".receipt");
    }

    private Browser.Visitor visitor(int width, String user) {
        return Browser.visitor(site, width).at("/").as(user, PASSWORD);
    }

    private static void click(Page page, String selector) {
        page.locator(selector + ":visible").first().click();
    }
}
