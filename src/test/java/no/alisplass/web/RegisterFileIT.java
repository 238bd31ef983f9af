package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spreadsheet beside the register of a municipality, through the pages. */
@QuarkusTest
@InBrowser
class RegisterFileIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final HospitalId HOSPITAL = new HospitalId("fjordby");
    private static final AreaCode FILING = new AreaCode("9415");
    private static final String FILE = "Navn;HPR-nummer;Tilknytning;Ordning;Tellende tjeneste (md);"
            + "Åpen uselektert praksis (md);Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
            + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void aMunicipalityOfAHospital() {
        clock.set(LocalDate.of(2026, 11, 2));
        MunicipalityTown.done(capacity.put(
                new Hospital(
                        HOSPITAL,
                        "974600056",
                        "Fjordby sykehus",
                        List.of(new Division(
                                "Medisin",
                                Service.SOMATIC,
                                List.of(new Department(
                                        new DepartmentId("fjordby-geriatri"), "Geriatrisk avdeling", true))))),
                null));
        MunicipalityTown.done(catchment.put(new Area(FILING, "Fjordby", AreaKind.MUNICIPALITY), null));
        MunicipalityTown.done(catchment.putMemberships(
                FILING, List.of(new Membership(HOSPITAL, null, LocalDate.of(2020, 1, 1), null)), HOSPITAL::equals, 0L));
        users.create(
                User.of("fjord-frida", "Overlege i Fjordby", Roles.MUNICIPALITY).in(FILING), PASSWORD);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.run();
    }

    /** One area only: what it registers is in no other's way. */
    @Test
    void a_spreadsheet_is_looked_at_beside_the_register_and_taken_in_as_it_was_shown() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280).as("fjord-frida", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            page.click("main a:has-text('Last opp regneark')");
            visitor.finds("file to choose").picture("register-fil");
            page.click("main form button[type=submit]");
            assertThat(page.locator(".error-summary").innerText()).contains("Velg en fil først.");

            upload(page, row("Anne Berg", "9166101", 40, ""), row("Bo Dahl", "9166102", 50, "Geriatrisk avdeling"));
            assertThat(page.locator(".notice").first().innerText()).contains("I filen: 2 nye");
            assertThat(page.locator("main").innerText())
                    .contains("Filen har ikke disse kolonnene.", "Tjeneste med vakt");
            page.click("summary >> nth=0");
            visitor.finds("two new doctors").picture("register-fil-nye");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: 2 leger registrert.");
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);

            page.navigate(site + "kommune/leger/9166102?avslutt=ja");
            assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
            page.check("dialog [value=FINISHED]");
            page.fill("dialog [name=on]", "1.11.2026");
            page.click("dialog[open] button[type=submit]");

            upload(
                    page,
                    row("Anne Berg", "9166101", 55, "Geriatrisk avdeling"),
                    row("Bo Dahl", "9166102", 50, "Geriatrisk avdeling"),
                    row("Cato Eng", "9166103", 113, ""));
            assertThat(page.locator("main").innerText())
                    .contains("én endret", "én åpnes igjen", "én må rettes")
                    .contains("Legen er avsluttet. Tas raden inn, åpnes legen igjen.");
            assertThat(page.locator(".changes tbody tr").allInnerTexts())
                    .anySatisfy(row -> assertThat(row).contains("Fullførte læringsmål", "40", "55"))
                    .anySatisfy(row -> assertThat(row).contains("Ønskede avdelinger", "–", "1. Geriatrisk avdeling"));
            assertThat(page.isChecked("#rad-2")).isTrue();
            assertThat(page.isChecked("#rad-3")).isFalse();
            visitor.finds("changed, closed and faulty").picture("register-fil-endret");

            page.uncheck("#rad-2");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".error-summary").innerText()).contains("Ingenting er valgt.");
            visitor.finds("nothing chosen");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: én endret.");
            upload(page, row("Anne Berg", "9166101", 60, "Geriatrisk avdeling"));
            another(visitor, "9166101", "activities", "9");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Legen med HPR-nummer 9166101 er endret i registeret siden filen ble vist.");
            visitor.finds("changed meanwhile").picture("register-fil-imens");
            page.click("main button:has-text('Se over filen på nytt')");
            page.check("[name=confirm]");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: én endret.");

            upload(page, row("Dag Falk", "9166104", 10, ""));
            assertThat(page.locator("main").innerText())
                    .contains("Står i registeret, men ikke i filen (1)", "Anne Berg");
            visitor.finds("a doctor who is not in the file");
            page.click("text=Avslutt Anne Berg");
            assertThat(page.locator("dialog[open]").innerText()).contains("Venter ikke Anne Berg lenger?");

            APIResponse file = visitor.context().request().get(site + "kommune/leger/last-ned");
            page.navigate(site + "kommune/leger/fil");
            page.setInputFiles("[name=file]", new FilePayload("leger.xlsx", "application/octet-stream", file.body()));
            page.click("main form button[type=submit]");
            assertThat(page.locator(".notice").first().innerText()).contains("I filen: én uendret");
            visitor.finds("nothing is new").picture("register-fil-uendret");
            upload(page, row("Anne Berg", "9166101", 60, "Ukjent avdeling"), "Fotnote;;;;;;;;;;");
            visitor.finds("a row that must be corrected").picture("register-fil-feil");
        }
    }

    private void upload(Page page, String... rows) {
        page.navigate(site + "kommune/leger/fil");
        String csv = FILE + "\r\n" + String.join("\r\n", rows) + "\r\n";
        page.setInputFiles(
                "[name=file]", new FilePayload("leger.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
    }

    private static String row(String name, String hpr, int objectives, String wish) {
        return name + ";" + hpr + ";fast ansatt;ny;30,5;24;" + objectives + ";8;påbegynt;4;" + wish;
    }

    /** A colleague saves the same doctor in another window. */
    private void another(Browser.Visitor visitor, String hpr, String field, String value) {
        Page other = visitor.context().newPage();
        other.navigate("/kommune/leger/" + hpr + "/endre/spesialisering");
        other.fill("[name=" + field + "]", value);
        other.click("form#lege button[type=submit]");
        other.waitForURL("**/tjeneste");
        other.close();
    }
}
