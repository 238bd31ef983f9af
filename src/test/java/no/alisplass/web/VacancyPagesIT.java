package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.offer.OfferedRound;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.RegisterWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vacancy through the pages: reported by a department, nominated to by areas, offered, declined, offered to the next, accepted. */
@QuarkusTest
@InBrowser
class VacancyPagesIT {
    private static final AreaCode BY = new AreaCode("9985");
    private static final AreaCode BYGD = new AreaCode("9986");

    @Inject
    Users users;

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @Inject
    RegisterWriter register;

    @TestHTTPResource("/")
    URL site;

    private OfferedRound made;

    @BeforeEach
    void a_hospital_that_serves_two_areas() {
        clock.set(OfferedRound.APPROVED);
        made = OfferedRound.of(database, 0);
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("insert into area (code, name, kind, version) values ('9985', 'Ledigby', 'MUNICIPALITY', 0),"
                    + " ('9986', 'Ledigbygd', 'MUNICIPALITY', 0) on conflict (code) do nothing");
            made.execute("insert into catchment_membership (area_code, hospital_id, first_day) values ('9985', '"
                    + made.hospital + "', '2080-01-01'), ('9986', '" + made.hospital + "', '2080-01-01')");
            registered(BY, 1, "Astrid Først", 48, "");
            registered(BYGD, 2, "Bo Neste", 36, "");
            registered(BY, 3, "Cecilie Uvillig", 30, made.position);
        });
        user("kari", "Kari Koordinator", Roles.COORDINATOR, null, null);
        user("leder", "Lisa Leder", Roles.DEPARTMENT, null, made.position);
        user("by", "Berit By", Roles.MUNICIPALITY, BY, null);
        user("bygd", "Gerd Bygd", Roles.MUNICIPALITY, BYGD, null);
    }

    private void registered(AreaCode area, int number, String name, int served, String refused) {
        register.filed(
                area,
                List.of(new RegisterWriter.Filed(null, DoctorFacts.of("""
                {"schema": 1, "name": "%s", "hpr": 87100000%d, "affiliation": "PERMANENT", "scheme": "NEW",
                 "statedService": %d, "statedOpenPractice": 24, "statedOn": "2090-01-01", "periods": [],
                 "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 6,
                 "interrupted": false, "wishes": {"ranked": [], "onlyRanked": false, "refused": [%s],
                 "blocked": [], "weight": "START"}, "leave": "GRANTED", "locum": "SECURED", "stays": []}
                """.formatted(
                                name, number, served, refused.isEmpty() ? "" : "\"" + refused + "\"")))),
                true);
    }

    private void user(String role, String called, String as, AreaCode area, String department) {
        users.create(
                new User(
                        name(role),
                        called,
                        new TreeSet<>(Set.of(as)),
                        Optional.ofNullable(area),
                        area == null ? Optional.of(made.hospital) : Optional.empty(),
                        Optional.ofNullable(department).map(DepartmentId::new),
                        false,
                        false),
                PASSWORD);
    }

    @AfterEach
    void asItWas() {
        clock.run();
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("delete from catchment_membership where hospital_id = '" + made.hospital + "'");
            made.execute("alter table registered_change disable trigger user");
            made.execute("delete from registered_change where hpr between 871000000 and 871000099");
            made.execute("alter table registered_change enable trigger user");
            made.execute("delete from registered_affiliation where hpr between 871000000 and 871000099");
            made.execute("delete from registered_doctor where hpr between 871000000 and 871000099");
        });
        made.remove();
    }

    private String name(String role) {
        return made.hospital + "-v-" + role;
    }

    private Browser.Visitor visitor(String role) {
        return Browser.visitor(site, 360, 1280).in(name(role), PASSWORD);
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static void click(Page page, String button) {
        page.click("main >> text=" + button);
    }

    @Test
    void a_vacancy_is_reported_nominated_to_offered_declined_and_accepted_by_the_next() {
        try (Browser.Visitor lisa = visitor("leder")) {
            Page leader = lisa.at("/avdeling/vikariater/nytt").page();
            leader.fill("[name=from]", "10.4.2090");
            leader.fill("[name=to]", "10.6.2090");
            click(leader, "Lunge");
            leader.click("main button[type=submit]");
            assertThat(leader.locator(".error-summary").innerText())
                    .contains("Tjenesten teller først fra 3 måneder i én avdeling. Skriv 9. juli 2090 eller senere");
            lisa.finds("too short").picture("vikariat-for-kort");
            leader.fill("[name=to]", "15.11.2090");
            leader.click("main button[type=submit]");
            assertThat(leader.locator(".flash").innerText())
                    .contains("Vikariatet i Lunge er meldt. Det er lengre enn seks måneder, og må lyses ut.");
            leader.click("main th a");
            assertThat(text(leader)).contains("2 leger er rangert for vikariatet.", "Kommunene kan nominere til");
            lisa.finds("one of the department").picture("vikariat-avdeling");
        }
        try (Browser.Visitor berit = visitor("by")) {
            Page area = berit.at("/kommune").page();
            assertThat(text(area)).contains("Ett ledig vikariat kan passe for legene deres. Frist for å nominere: ");
            click(area, "Ett ledig vikariat");
            area.click("main th a");
            assertThat(text(area))
                    .contains(
                            "2 leger er rangert, 1 av dem fra andre kommuner.",
                            "Nr. 1 av 2.",
                            "Legen vil ikke ha denne")
                    .doesNotContain("Bo Neste");
            berit.finds("own doctors").picture("vikariat-kommune");
            area.click("button:has-text('Nominer: Cecilie')");
            assertThat(area.locator(".flash").innerText()).contains("Cecilie Uvillig er nominert.");
            assertThat(text(area)).contains("Nr. 3 av 3.", "nominert av kommunen");
            area.click("button:has-text('Ta ut: Cecilie')");
            assertThat(area.locator(".flash").innerText()).contains("Cecilie Uvillig er tatt ut av rekkefølgen.");
            assertThat(text(area)).contains("tatt ut av kommunen");
            berit.finds("taken out");
        }
        clock.set(LocalDate.of(OfferedRound.YEAR, 1, 18));
        try (Browser.Visitor kari = visitor("kari")) {
            Page desk = kari.at("/koordinator/vikariater").page();
            kari.finds("all vacancies").picture("vikariater");
            desk.click("main th a");
            assertThat(text(desk)).contains("Astrid Først", "Bo Neste", "Ikke rangert (1)", "Frigis til alle");
            kari.finds("one vacancy").picture("vikariat");
            desk.selectOption("[name=doctor]", "871000002");
            desk.click("button:has-text('Tilby vikariatet')");
            assertThat(desk.locator(".error-summary").innerText())
                    .contains("Noen står foran legen i rekkefølgen. Skriv hvorfor de forbigås.");
            desk.selectOption("[name=doctor]", "871000001");
            desk.click("button:has-text('Tilby vikariatet')");
            assertThat(desk.locator(".flash").innerText()).contains("Vikariatet er tilbudt.");
            assertThat(text(desk)).contains("Tilbudt en lege", "Astrid Først");
            kari.finds("offered").picture("vikariat-tilbudt");
            desk.click("main td >> nth=0 >> xpath=../th/a");
            assertThat(text(desk)).contains("Lunge, vikariat 10. april 2090 til 15. november 2090");
            kari.finds("the offer").picture("vikariat-tilbud");
        }
        answered("by", "Astrid Først", "Nei");
        try (Browser.Visitor kari = visitor("kari")) {
            Page desk = kari.at("/koordinator/vikariater").page();
            desk.click("main th a");
            desk.click("button:has-text('Tilby vikariatet')");
            assertThat(desk.locator(".flash").innerText()).contains("Vikariatet er tilbudt.");
        }
        answered("bygd", "Bo Neste", "Ja");
        try (Browser.Visitor lisa = visitor("leder")) {
            Page leader = lisa.at("/avdeling/tilbud").page();
            assertThat(text(leader))
                    .contains("Bo Neste", "vikariat 10. april 2090")
                    .doesNotContain("Astrid");
            lisa.finds("who comes").picture("vikariat-kommer");
            lisa.at("/avdeling");
            assertThat(text(leader)).contains("Besatt");
        }
    }

    /** Answers on the doctor's behalf: the way, what a no needs, and the confirmation. */
    private void answered(String role, String doctor, String way) {
        try (Browser.Visitor area = visitor(role)) {
            Page page = area.at("/kommune/tilbud").page();
            assertThat(text(page)).contains("Lunge, vikariat 10. april 2090");
            click(page, doctor);
            area.finds("an offer of a vacancy").picture("vikariat-svar");
            // No round, and so no higher wish to wait for.
            assertThat(page.locator("main h3").allInnerTexts()).containsExactly("Ja", "Nei");
            if (way.equals("Nei")) {
                page.selectOption("[name=reason]", "OTHER");
            }
            page.locator("main button[type=submit]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(way.equals("Ja") ? "Ja" : "Nei"))
                    .first()
                    .click();
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator(".flash").innerText()).contains("Kvitteringen har nummer");
        }
    }
}
