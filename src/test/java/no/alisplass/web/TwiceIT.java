package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.CHIEF;
import static no.alisplass.web.MunicipalityTown.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
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
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Vacancies;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Waitlists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two windows, two people, two clicks, a lost session, a link: a button does what it says, and nothing typed is lost. */
@QuarkusTest
@InBrowser
class TwiceIT {
    /** The form is posted twice at the same time, as a double click does it; where the two were sent. */
    private static final String DOUBLE_CLICK = """
            async selector => {
                const form = document.querySelector(selector);
                const post = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                const both = await Promise.all([post(), post()]);
                return both.map(each => each.status + ' ' + new URL(each.url).pathname);
            }""";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    Vacancies vacancies;

    @Inject
    Waitlists waitlists;

    @Inject
    EntityManager database;

    @TestHTTPResource("/")
    URL site;

    private String list;

    @BeforeEach
    void town() {
        list = new MunicipalityTown(users, capacity, catchment, rounds).openRound();
        users.create(
                new User(
                        "town-twice",
                        "Avdelingen",
                        new TreeSet<>(Set.of(Roles.DEPARTMENT)),
                        Optional.empty(),
                        Optional.of(MunicipalityTown.HOSPITAL),
                        Optional.empty(),
                        false,
                        false),
                PASSWORD);
        users.create(User.of("town-twice-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("town-twice-admin", "Anne Admin", Roles.ADMIN), PASSWORD);
    }

    private static void add(Page page, String list, String name, String hpr) {
        page.navigate(list + "/leger/ny");
        page.fill("[name=name]", name);
        page.fill("[name=hprNumber]", hpr);
        page.check("[name=affiliation][value=PERMANENT]");
        page.check("[name=scheme][value=NEW]");
        page.fill("[name=statedService]", "30");
        page.fill("[name=statedOpenPractice]", "24");
        page.fill("[name=objectives]", "70");
        page.fill("[name=activities]", "8");
        page.check("[name=supervision][value=BEGUN]");
        page.fill("[name=monthsLeft]", "6");
        page.click("main form[data-keep] button[type=submit].btn-primary");
    }

    private static void remove(Page page, String list, int number) {
        page.navigate(list + "/leger/" + number);
        page.click("[data-dialog]");
        page.click("dialog[open] button[type=submit]");
    }

    private static String told(Page page) {
        return page.locator(".flash p").innerText();
    }

    @Test
    void an_undo_gives_back_the_doctor_that_stands_beside_it() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, CHIEF, list)) {
            Page one = visitor.page();
            add(one, list, "Torunn Lia", "9100015");
            add(one, list, "Bjørn Høgset", "9100023");
            Page two = visitor.context().newPage();
            remove(one, list, 1);
            assertThat(told(one)).isEqualTo("Torunn Lia er tatt av listen.");
            remove(two, list, 1);
            assertThat(told(two)).isEqualTo("Bjørn Høgset er tatt av listen.");
            one.click(".flash button");
            assertThat(told(one)).isEqualTo("Torunn Lia står på listen igjen.");
            two.click(".flash button");
            assertThat(told(two)).isEqualTo("Bjørn Høgset står på listen igjen.");
            assertThat(two.locator("main").innerText()).contains("Torunn Lia", "Bjørn Høgset");
        }
    }

    @Test
    void an_undo_pressed_again_or_by_another_changes_nothing() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, CHIEF, list);
                Browser.Visitor other = MunicipalityTown.visit(site, 1280, MunicipalityTown.DEPUTY, list)) {
            Page page = visitor.page();
            add(page, list, "Sunniva Berg", "9100031");
            remove(page, list, 1);
            String undo = page.locator(".flash form").getAttribute("action");
            assertThat(visitor.page().evaluate(DOUBLE_CLICK, ".flash form"))
                    .isEqualTo(List.of("200 " + list, "200 " + list));
            assertThat(names()).containsExactly("Sunniva Berg");
            page.click(".flash button");
            assertThat(told(page)).isEqualTo("Sunniva Berg står på listen igjen.");
            assertThat(names()).containsExactly("Sunniva Berg");
            post(page, undo);
            assertThat(names()).containsExactly("Sunniva Berg");
            post(other.page(), undo);
            other.at(list);
            assertThat(told(other.page())).isEqualTo("Det er for sent å angre. Legg til legen på nytt.");
        }
    }

    private List<String> names() {
        RoundId round = new RoundId(list.substring(list.lastIndexOf('/') + 1));
        return MunicipalityTown.done(waitlists.draft(round, new AreaCode("9301"))).entries().stream()
                .map(each -> each.name())
                .toList();
    }

    /** As another window would, with a form of its own. */
    private static void post(Page page, String address) {
        page.evaluate("""
                async address => {
                    const csrf = document.querySelector('meta[name=csrf]').content;
                    await fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ _csrf: csrf }) });
                }""", address);
    }

    @Test
    void a_double_click_is_one_click() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, "town-twice", "/avdeling/vikariater/nytt")) {
            Page page = visitor.page();
            page.check("[name=department][value=town-lunge]");
            page.fill("[name=from]", "1.3.2071");
            page.fill("[name=to]", "31.8.2071");
            assertThat(page.evaluate(DOUBLE_CLICK, "#vikariat")).isEqualTo(List.of("200 /avdeling", "200 /avdeling"));
            long reported = MunicipalityTown.done(vacancies.all(MunicipalityTown.HOSPITAL, null)).stream()
                    .filter(each -> each.value().from().equals(LocalDate.of(2071, 3, 1)))
                    .count();
            assertThat(reported).isEqualTo(1);
            // Something else in the same form is something else, even after a step back.
            page.fill("[name=to]", "30.9.2071");
            page.click("#vikariat button[type=submit]");
            page.waitForURL("**/avdeling");
            reported = MunicipalityTown.done(vacancies.all(MunicipalityTown.HOSPITAL, null)).stream()
                    .filter(each -> each.value().from().equals(LocalDate.of(2071, 3, 1)))
                    .count();
            assertThat(reported).isEqualTo(2);
        }
    }

    @Test
    void a_double_click_makes_one_user_and_one_round() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, "town-twice-admin", "/admin/brukere/ny")) {
            Page page = visitor.page();
            assertThat(page.locator("[name=area]").isVisible()).isFalse();
            page.fill("[name=username]", "town-dobbel");
            page.fill("[name=displayName]", "Dag Dobbel");
            page.fill("[name=password]", PASSWORD);
            page.check("[name=roles][value=planner]");
            page.selectOption("[name=hospital]", new SelectOption().setIndex(1));
            assertThat(page.evaluate(DOUBLE_CLICK, "#bruker")).isEqualTo(List.of("200 /admin", "200 /admin"));
        }
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, "town-twice-kari", "/koordinator/ny-runde")) {
            Page page = visitor.page();
            page.fill("[name=title]", "Dobbeltrunden");
            Object sent = page.evaluate(DOUBLE_CLICK, "form[action='/koordinator/ny-runde']");
            assertThat(new TreeSet<>((List<?>) sent)).hasSize(1);
            assertThat(rounds.page(null, Set.of(RoundState.DRAFT), 0, 100).rounds())
                    .filteredOn(each -> each.title().equals("Dobbeltrunden"))
                    .hasSize(1);
        }
    }

    @Test
    void a_changed_form_left_by_a_link_asks_first() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, CHIEF, list + "/leger/ny")) {
            Page page = visitor.page();
            page.fill("[name=name]", "Halvskrevet Lege");
            page.click(".crumbs >> text=Start");
            assertThat(page.locator("dialog[open] h2").innerText()).isEqualTo("Vil du forlate siden?");
            visitor.finds("leaving").picture("forlat");
            page.click("dialog[open] >> text=Bli på siden");
            assertThat(page.inputValue("[name=name]")).isEqualTo("Halvskrevet Lege");
            page.click(".crumbs >> text=Start");
            page.click("dialog[open] >> text=Forlat siden");
            page.waitForURL("**/kommune");
            // What is not changed is left without a question.
            visitor.at(list + "/leger/ny").page().click(".crumbs >> text=Start");
            page.waitForURL("**/kommune");
        }
    }

    @Test
    void another_form_on_the_page_does_not_take_what_is_typed_with_it() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, CHIEF, list + "/leger/ny")) {
            Page page = visitor.page();
            page.fill("[name=name]", "Halvskrevet Lege");
            page.click(".logout button");
            assertThat(page.locator("dialog[open] h2").innerText()).isEqualTo("Vil du forlate siden?");
            page.click("dialog[open] >> text=Forlat siden");
            page.waitForURL("**/logg-inn**");
        }
    }

    @Test
    void seats_typed_into_a_lost_session_are_saved_after_the_login() {
        String seats = "/koordinator/stillinger?sykehus=town&fra=2090-V";
        capacityOfTown();
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, "town-twice-kari", seats)) {
            Page page = visitor.page();
            visitor.finds("seats");
            visitor.context().clearCookies();
            page.fill("tbody tr:first-child [name=seats] >> nth=0", "7");
            page.keyboard().press("Tab");
            page.waitForURL("**/logg-inn**");
            visitor.as("town-twice-kari", PASSWORD);
            page.waitForSelector(".seat-saved");
            assertThat(page.inputValue("tbody tr:first-child [name=seats] >> nth=0"))
                    .isEqualTo("7");
            assertThat(page.locator("#sum-2090-V").innerText()).isEqualTo("7");
            page.fill("tbody tr:first-child [name=seats] >> nth=0", "5");
            page.keyboard().press("Tab");
            page.waitForSelector("#sum-2090-V:text-is('5')");
            visitor.picture("plasser-sum");
            visitor.reload();
            assertThat(page.inputValue("tbody tr:first-child [name=seats] >> nth=0"))
                    .isEqualTo("5");
        }
    }

    private void capacityOfTown() {
        if (capacity.positions(MunicipalityTown.HOSPITAL).isEmpty()) {
            MunicipalityTown.done(capacity.putPosition(
                    MunicipalityTown.HOSPITAL,
                    new no.alisplass.domain.PositionId("town-lunge-1"),
                    List.of(new no.alisplass.capacity.PositionPart(
                            new no.alisplass.domain.DepartmentId("town-lunge"), 6)),
                    null));
        }
    }

    @Test
    void a_name_typed_with_capitals_is_the_same_name_and_stays_after_a_wrong_password() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280)) {
            Page page = visitor.at("/logg-inn").page();
            page.fill("[name=j_username]", "Town-9301 ");
            page.fill("[name=j_password]", "ikke-det-rette");
            page.click("main button[type=submit]");
            page.waitForURL("**/logg-inn/feil");
            assertThat(page.inputValue("[name=j_username]")).isEqualTo(CHIEF);
            page.fill("[name=j_password]", PASSWORD);
            page.click("main button[type=submit]");
            page.waitForURL("**/kommune");
        }
    }
}
