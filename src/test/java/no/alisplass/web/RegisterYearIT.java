package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/** A year in a municipality, from a file to who has a place, who moves and who is done. */
@QuarkusTest
@InBrowser
class RegisterYearIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final String ROUND = "aaret-2077";
    private static final String LIST = "/kommune/runder/" + ROUND;
    private static final String SEND = "main form button[type=submit]";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    private FrontDesk desk;

    @BeforeEach
    void hospital() throws IOException {
        clock.set(LocalDate.of(2026, 4, 20));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        users.create(User.of("aar-nora", "Nora Nes", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        users.create(User.of("aar-siri", "Siri Sund", Roles.MUNICIPALITY).in(new AreaCode("3209")), PASSWORD);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_year_from_a_file_to_a_place() {
        fileIsTakenIn();
        clock.set(LocalDate.of(2026, 11, 25));
        oldInformationIsLookedOver();
        desk.seats("ahus-geriatri-1", "2077-V", 1);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Våren 2077", "halfYears": ["2077-V"],
                 "policyId": "ahus-2020", "policyVersion": 2, "deadline": "2076-01-10"}
                """.formatted(ROUND));
        chosenAndSent();
        changedAfterSendingAndSentAgain();
        finishedAndOffTheList();
        desk.close(ROUND);
        desk.coordinator().body("{}").post(desk.run(ROUND) + "/approve").then().statusCode(200);
        theOutcomeIsSeen();
        movedToTheNeighbour();
    }

    private Browser.Visitor nora(int width, int... others) {
        return Browser.visitor(site, width, others).in("aar-nora", PASSWORD);
    }

    private static String row(String name, String hpr, int objectives) {
        return name + ";" + hpr + ";fast ansatt;ny;30,5;24;01.01.2026;0;" + objectives + ";8;påbegynt;6;Geriatri\r\n";
    }

    private void fileIsTakenIn() {
        try (Browser.Visitor visitor = nora(1280)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/fil");
            String csv = "Navn;HPR-nummer;Tilknytning;Ordning;Tellende tjeneste (md);Åpen uselektert praksis (md);"
                    + "Tellende tjeneste per;Stilling videre i %;Fullførte læringsmål;Fullførte læringsaktiviteter;"
                    + "Gruppeveiledning;Gjenstående institusjonstjeneste (md);Ønsket avdeling 1\r\n"
                    + row("Anne Aas", "9167001", 60) + row("Bo Bakk", "9167002", 80) + row("Cato Cook", "9167003", 70);
            page.setInputFiles(
                    "[name=file]", new FilePayload("leger.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            page.click("main form button[type=submit]");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: 3 leger registrert.");
        }
    }

    private void oldInformationIsLookedOver() {
        try (Browser.Visitor visitor = nora(360)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger?vis=gamle");
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            page.click("main table a:has-text('Anne Aas')");
            page.click("text=Alt stemmer");
            assertThat(page.locator("main").innerText()).contains("Sist bekreftet 25. november 2026");
            visitor.at("/kommune/leger?vis=gamle");
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);
        }
    }

    private void chosenAndSent() {
        try (Browser.Visitor visitor = nora(360, 1280)) {
            Page page = visitor.page();
            visitor.at(LIST);
            visitor.finds("a list that nobody has begun");
            page.click("text=Velg fra registeret");
            assertThat(page.locator("main").innerText()).contains("Ingen av de 3 legene som venter, står på listen.");
            visitor.finds("whom to choose").picture("aaret-velg");
            page.click("text=Ta med alle som venter");
            assertThat(page.locator(".doctor h3").allInnerTexts()).containsExactly("Anne Aas", "Bo Bakk", "Cato Cook");
            assertThat(page.locator("#liste").innerText())
                    .contains("Etter kriteriene: nummer 3 av de 3 på listen som kan delta")
                    .contains("Dere har Anne Aas rett foran Bo Bakk; etter kriteriene står Bo Bakk foran.");
            visitor.finds("the own order beside the criteria's").picture("aaret-liste");
            page.click("text=Se over og send");
            page.click(SEND);
            assertThat(page.url()).endsWith("/innsendinger/1");
        }
    }

    private void changedAfterSendingAndSentAgain() {
        try (Browser.Visitor visitor = nora(1280, 360)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/9167001/endre/spesialisering");
            page.fill("[name=objectives]", "100");
            page.click("form#lege button[type=submit]");
            page.waitForURL("**/tjeneste");
            visitor.at(LIST);
            assertThat(page.locator(".doctor:has-text('Anne Aas')").innerText())
                    .contains("Endret etter innsending", "Etter kriteriene: nummer 1 av de 3");
            assertThat(page.locator(".doctor:has-text('Bo Bakk')").innerText())
                    .doesNotContain("Endret etter innsending");
            visitor.finds("changed after it was sent").picture("aaret-endret");
            page.click("text=Se over og send på nytt");
            page.click(SEND);
            assertThat(page.url()).endsWith("/innsendinger/2");
        }
    }

    private void finishedAndOffTheList() {
        try (Browser.Visitor visitor = nora(1280, 360)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/9167003");
            page.click("[data-dialog=avslutt]");
            page.check("dialog [value=FINISHED]");
            page.fill("dialog [name=on]", "20.11.2026");
            page.click("dialog[open] button[type=submit]");
            visitor.at(LIST);
            assertThat(page.locator(".doctor:has-text('Cato Cook')").innerText())
                    .contains("Legen er meldt ut av registeret deres.");
            visitor.finds("one who waits no longer").picture("aaret-meldt-ut");
            page.click("text=Cato Cook");
            page.click("[data-dialog=fjern]");
            page.click("dialog[open] button[type=submit]");
            page.click("text=Se over og send på nytt");
            page.click(SEND);
            assertThat(page.url()).endsWith("/innsendinger/3");
        }
    }

    private void theOutcomeIsSeen() {
        try (Browser.Visitor visitor = nora(1280)) {
            Page page = visitor.page();
            visitor.at(LIST + "/utfall");
            assertThat(page.locator("main").innerText())
                    .contains("Anne Aas", "Bo Bakk")
                    .doesNotContain("Cato Cook");
        }
    }

    private void movedToTheNeighbour() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("aar-siri", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/flytting");
            page.fill("[name=hprNumber]", "9167002");
            page.click("button:has-text('Be om legen')");
            assertThat(page.content()).doesNotContain("Bo Bakk");
        }
        try (Browser.Visitor visitor = nora(1280)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/flytting");
            page.click(".plain-list a.btn");
            page.fill("[name=on]", "24.11.2026");
            page.click(SEND);
            assertThat(page.locator(".flash").innerText()).contains("Bo Bakk er gitt til");
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("aar-siri", PASSWORD)) {
            visitor.at("/kommune/leger/9167002");
            assertThat(visitor.page().locator("main").innerText()).contains("Bo Bakk");
        }
    }
}
