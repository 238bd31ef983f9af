package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferClock;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferedRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.WrongRun;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers through the pages: sent by the coordinator, answered by an area and by a doctor, until the department sees who comes. */
@QuarkusTest
@InBrowser
class OfferPagesIT {
    @Inject
    Users users;

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @Inject
    Releases releases;

    @Inject
    HospitalOffers settings;

    @Inject
    Offers offers;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    OfferClock offerClock;

    @Inject
    Refills refills;

    @Inject
    Runs runs;

    @Inject
    Approval approval;

    @TestHTTPResource("/")
    URL site;

    private OfferedRound made;

    @BeforeEach
    void afterTheApproval() {
        clock.set(OfferedRound.APPROVED);
    }

    private void approved(int doctors) {
        made = OfferedRound.of(database, doctors);
        Frozen frozen = new Frozen().seats(made.position, HalfYear.parse("2090-H"), doctors);
        frozen.doctor(made.doctor(99).value(), "Lege 99").area("9981").wants(made.position);
        QuarkusTransaction.requiringNew().run(() -> made.frozen(frozen.freeze()));
        users.create(
                User.of(name("kari"), "Kari Koordinator", Roles.COORDINATOR).in(made.hospital), PASSWORD);
        users.create(
                User.of(name("knut"), "Knut Koordinator", Roles.COORDINATOR).in(made.hospital), PASSWORD);
        leads("lunge", "Lisa Leder", made.position);
        leads("annen", "Anne Annen", "en-annen");
    }

    private void leads(String role, String called, String department) {
        users.create(
                new User(
                        name(role),
                        called,
                        new TreeSet<>(Set.of(Roles.DEPARTMENT)),
                        Optional.empty(),
                        Optional.of(made.hospital),
                        Optional.of(new DepartmentId(department)),
                        false,
                        false),
                PASSWORD);
    }

    @AfterEach
    void asItWas() {
        clock.run();
        made.remove();
    }

    private String name(String role) {
        return made.hospital + "-" + role;
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

    /** Three who have begun, of whom nobody is registered. */
    private void begun() {
        Acting kari = new Acting(Actor.COORDINATOR, name("kari"), null, null, made.hospital, null);
        done(releases.prepare(made.round, kari));
        done(releases.release(made.round, 1, null, kari));
        for (Offer offer : offers.page(OfferFilter.of(made.round), 0, 3).offers()) {
            Acting area = new Acting(Actor.AREA, "kommune", null, offer.area(), null, null);
            done(answers.give(
                    done(answers.begin(offer.id(), OfferStep.ACCEPT, null, area))
                            .key(),
                    area));
            done(decisions.confirm(
                    offer.id(), kari, done(offers.read(offer.id(), kari)).version()));
        }
        clock.set(LocalDate.of(2090, 9, 1));
        offerClock.run();
    }

    @Test
    void a_department_breaks_off_a_service_and_confirms_the_months_of_another() {
        approved(5);
        begun();
        clock.set(LocalDate.of(2090, 11, 30));
        try (Browser.Visitor leader = visitor("lunge")) {
            Page desk = leader.page();
            leader.at("/avdeling");
            click(desk, "Tjeneste hos dere");
            assertThat(text(desk)).contains("Ingen venter på måneder", "I tjeneste nå");
            leader.finds("in service").picture("tjeneste");
            desk.click("main table >> a >> nth=0");
            leader.finds("interruption");
            desk.fill("[name=last]", "01.12.2090");
            desk.click("#avbrudd button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText())
                    .contains("fra 1. september 2090 til 30. november 2090");
            desk.fill("[name=last]", "30.11.2090");
            desk.click("#avbrudd button[type=submit]");
            assertThat(text(desk))
                    .contains(
                            "3 måneder teller.",
                            "ledig fra 1. desember 2090 til 28. februar 2091 og meldes som vikariat.",
                            "Ingen kommune har registrert");
            leader.finds("what an interruption does").picture("tjeneste-avbrudd");
            desk.click("#avbrudd button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Tjenesten er avbrutt.");
            leader.at("/avdeling");
            assertThat(text(desk)).contains("28. februar 2091");
        }
        clock.set(LocalDate.of(2091, 3, 1));
        offerClock.run();
        // Months have passed, and with them the log-in.
        try (Browser.Visitor kari = visitor("kari")) {
            Page desk = kari.page();
            kari.at("/koordinator/runder/" + made.round + "/tilbud");
            click(desk, "Tjeneste");
            desk.waitForURL("**/tjeneste");
            assertThat(text(desk)).contains("gjør du det for alle i runden", "Ingen er i tjeneste");
            kari.finds("a round's service").picture("tjeneste-runde");
            desk.click("main table >> a >> nth=0");
            desk.waitForURL("**/maneder");
            kari.finds("a coordinator's months").picture("tjeneste-runde-maneder");
            desk.click("#maneder button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Månedene er bekreftet.");
        }
        try (Browser.Visitor leader = visitor("lunge")) {
            Page desk = leader.page();
            leader.at("/avdeling/tjeneste");
            desk.click("main table >> a >> nth=0");
            leader.finds("months").picture("tjeneste-maneder");
            desk.selectOption("[name='legs[0].months']", "4");
            desk.click("#maneder button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText()).contains("færre enn 6 måneder");
            leader.finds("months refused");
            desk.selectOption("[name='legs[0].reason']", "ABSENT");
            desk.click("#maneder button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Månedene er bekreftet.");
            assertThat(text(desk)).contains("Ingen venter på måneder", "Ingen er i tjeneste");
        }
    }

    @Test
    void a_wrong_run_is_stopped_corrected_and_carried_out_by_two() {
        approved(0);
        WrongRun wrong = new WrongRun(made, runs, approval);
        Acting kari = new Acting(Actor.COORDINATOR, name("kari"), null, null, made.hospital, null);
        done(releases.prepare(made.round, kari));
        done(releases.release(made.round, 1, null, kari));
        Offer first = offers.page(OfferFilter.of(made.round), 0, 10).offers().stream()
                .filter(each -> each.hpr().equals(made.doctor(1)))
                .findFirst()
                .orElseThrow();
        Acting area = new Acting(Actor.AREA, "kommune", null, first.area(), null, null);
        done(answers.give(
                done(answers.begin(first.id(), OfferStep.ACCEPT, null, area)).key(), area));
        wrong.setRight();
        String round = "/koordinator/runder/" + made.round;
        users.create(User.of(name("k1"), "Kommunen", Roles.MUNICIPALITY).in(OfferedRound.area(3)), PASSWORD);
        try (Browser.Visitor one = visitor("kari");
                Browser.Visitor two = visitor("knut");
                Browser.Visitor town = visitor("k1")) {
            Page desk = one.page();
            one.at(round + "/tilbud");
            click(desk, "Stopp tilbudene");
            one.finds("what stopping does").picture("stopp");
            click(desk, "Stopp tilbudene nå");
            assertThat(desk.locator(".error-summary").innerText()).contains("Skriv hvorfor");
            one.finds("refused stop");
            desk.fill("[name=text]", "Lege 3 er ført med 30 måneder for 45.");
            click(desk, "Stopp tilbudene nå");
            assertThat(desk.locator(".flash").innerText()).contains("Ingen frist løper");
            assertThat(text(desk)).contains("Stoppet av Kari Koordinator", "30 måneder for 45");
            one.finds("stopped").picture("retting");
            two.at(round).finds("a stopped round").picture("stopp-runde");
            assertThat(text(two.page())).contains("Tilbudene i runden er stoppet");
            town.at("/kommune/tilbud").finds("an area's stopped offers").picture("stopp-kommune");
            assertThat(text(town.page())).contains("Ingen frist løper").doesNotContain("om 5 dager");
            town.page().click("main table >> nth=0 >> a >> text=Lege 3");
            assertThat(text(town.page())).contains("Ingen kan svare nå").doesNotContain("Takk nei");
            town.finds("a stopped offer");

            click(desk, "Opplysninger om en lege");
            assertThat(desk.locator("[name=hpr] option").allInnerTexts().toString())
                    .contains("Lege 3, Tilbudby: tellende tjeneste i måneder");
            desk.selectOption("[name=hpr]", made.doctor(3).digits());
            desk.fill("[name=note-facts]", "45 måneder.");
            click(desk, "Ta inn opplysningene");
            assertThat(desk.locator(".flash").innerText()).contains("Opplysningene er tatt inn");
            desk.click("main button >> text=Kjør runden på nytt");
            assertThat(desk.locator(".flash").innerText()).contains("Runden kjøres på nytt");
            wrong.ended(runs.of(made.round).get(0));
            one.at(round + "/retting").finds("the comparison").picture("retting-sammenligning");
            assertThat(text(desk))
                    .contains("2 tilbud som ikke er besvart, trekkes tilbake", "Bedre (1)", "Dårligere (2)")
                    .contains("Én lege beholder plassen det er takket ja til");
            click(desk, "Bedre (1)");
            assertThat(desk.locator("main table >> nth=-1").innerText())
                    .contains("Lege 3")
                    .doesNotContain("Lege 1");
            desk.fill("[name=text-ask]", "Rettet etter listen fra kommunen.");
            click(desk, "Be om at den gjennomføres");
            assertThat(desk.locator(".flash").innerText()).contains("En annen koordinator må bekrefte");
            assertThat(desk.locator("main >> text=Gjennomfør den rettede kjøringen")
                            .count())
                    .isZero();
            one.finds("asked");
            Page other = two.at(round + "/retting").finds("to confirm").page();
            two.picture("retting-bekreft");
            click(other, "Gjennomfør den rettede kjøringen");
            assertThat(other.locator(".flash").innerText()).contains("Den rettede kjøringen er gjennomført");
            assertThat(text(other)).contains("Trukket tilbake (2)").doesNotContain("er stoppet");
            two.finds("carried out").picture("retting-gjennomfort");
            one.at(round + "/retting");
            assertThat(desk.url()).endsWith("/tilbud");
            two.at(round + "/kjoringer").finds("both runs").picture("retting-kjoringer");
            assertThat(text(other)).contains("Erstattet", "Godkjent");
        }
    }

    @Test
    void offers_are_sent_and_recalled_by_two() {
        approved(5);
        String round = "/koordinator/runder/" + made.round;
        try (Browser.Visitor kari = visitor("kari");
                Browser.Visitor knut = visitor("knut")) {
            Page desk = kari.page();
            kari.at("/koordinator/tilbud").finds("settings").picture("tilbud-innstillinger");
            desk.fill("[name=firstDays]", "44");
            click(desk, "Lagre");
            assertThat(desk.locator(".error-summary").innerText()).contains("30");
            kari.finds("faulty settings");
            desk.fill("[name=firstDays]", "4");
            desk.check("[name=leaderDecides]");
            click(desk, "Lagre");
            assertThat(desk.locator(".flash").innerText()).contains("lagret");
            click(desk, "Utsikter før fristen");
            kari.finds("settings of chances").picture("utsikter-innstillinger");
            desk.uncheck("[name=shown]");
            click(desk, "Lagre");
            assertThat(desk.locator(".flash").innerText()).contains("får ikke se utsikter");
            assertThat(desk.isChecked("[name=shown]")).isFalse();
            kari.at(round).finds("approved round").picture("tilbud-runde");
            click(desk, "Gå til tilbudene");
            kari.finds("no offers yet").picture("tilbud-ingen");
            click(desk, "Lag 5 tilbud");
            assertThat(text(desk))
                    .contains("Dette går ut i tilbudsrunde 1", "5 tilbud venter på avdelingens vurdering");
            kari.finds("what would go out").picture("tilbud-utsending");
            decided();
            kari.reload();
            assertThat(text(desk)).contains("Ett tilbud\n", "3 tilbud venter på avdelingens vurdering");
            click(desk, "Send tilbudene");
            kari.finds("consequences").picture("tilbud-utsending-spor");
            desk.click("dialog[open] button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText()).contains("3 tilbud venter");
            kari.finds("refused release");
            desk.fill("dialog[open] [name=deviation]", "Avdelingen er på ferie.");
            assertThat(text(desk)).contains("av den som svarer ved sykehuset: ");
            // As if the page were from before the department's no, or of another day.
            desk.evaluate("document.querySelector('dialog[open] [name=offers]').value = '5'");
            desk.click("dialog[open] button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText())
                    .contains("Du ble vist at 5 tilbud går ut, men nå er det 4");
            kari.finds("another number than shown");
            click(desk, "Send tilbudene");
            desk.evaluate("document.querySelector('dialog[open] [name=answerBy]').value = '2090-01-12'");
            desk.click("dialog[open] button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText()).contains("Du ble vist svarfristen 12. januar 2090");
            click(desk, "Send tilbudene");
            desk.click("dialog[open] button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Tilbudsrunde 1 er sendt", "kl. 12");
            assertThat(text(desk)).contains("Venter på svar (4)", "om 4 dager", "4 tilbudt");
            kari.finds("board").picture("tilbud-tavle");

            desk.click("main table >> nth=1 >> a >> nth=0");
            kari.finds("one offer").picture("tilbud-ett");
            click(desk, "Be om at tilbudet trekkes tilbake");
            click(desk, "Be om at tilbudet trekkes tilbake >> visible=true >> nth=-1");
            assertThat(desk.locator(".error-summary li").count()).isEqualTo(2);
            kari.finds("refused step").picture("tilbud-steg");
            desk.selectOption("[name=reason]", "WRONG_FACTS");
            desk.fill("[name=text]", "Feil avdeling.");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("annen koordinator");
            assertThat(text(desk)).contains("Venter på avgjørelse", "Feil avdeling.", "av Kari Koordinator");
            assertThat(desk.locator("main >> text=Bekreft at tilbudet").count()).isZero();

            Page other = knut.page();
            other.navigate(desk.url());
            click(other, "Bekreft at tilbudet trekkes tilbake");
            knut.finds("step");
            other.click("#steg button[type=submit]");
            assertThat(other.locator(".flash").innerText()).contains("Plassen er ledig");
            knut.finds("recalled");
            // A second window of the first still shows the offer as it was.
            desk.navigate(desk.url() + "/gi-frist");
            assertThat(desk.locator(".flash").innerText()).contains("kan ikke gjøres nå");
            knut.at(round + "/tilbud?vis=recalled");
            assertThat(text(other)).contains("Trukket tilbake (1)");

            // All the others, after a fault in the run.
            kari.at("/koordinator").finds("start with offers");
            click(desk, "3 venter på svar");
            click(desk, "Trekk tilbake alle ubesvarte");
            desk.selectOption("[name=reason]", "WRONG_RUN");
            click(desk, "Be om at alle trekkes tilbake");
            assertThat(desk.locator(".error-summary").innerText()).contains("Skriv hvorfor");
            kari.finds("refused recall of all").picture("tilbud-tilbakekall");
            desk.fill("[name=text]", "En liste var lest feil.");
            click(desk, "Be om at alle trekkes tilbake");
            assertThat(desk.locator(".flash").innerText()).contains("3 tilbud");
            knut.at(round + "/tilbakekall").finds("recall of all to confirm");
            click(other, "Trekk tilbake 3 tilbud >> nth=-1");
            assertThat(other.locator(".flash").innerText()).contains("3 tilbud er trukket tilbake");
        }
        try (Browser.Visitor lisa = visitor("lunge");
                Browser.Visitor other = visitor("annen")) {
            lisa.at("/avdeling/tilbud").finds("who does not come").picture("tilbud-avdeling-borte");
            assertThat(text(lisa.page()))
                    .contains("Kommer ikke likevel (5)", "trukket tilbake", "ikke sendt: sykehuset sa nei");
            lisa.page().click("main table >> nth=0 >> a >> nth=0");
            assertThat(text(lisa.page())).contains("Tilbudet ble trukket tilbake");
            // Another department's offers are not there.
            String path = lisa.page().url();
            other.at("/avdeling/tilbud");
            assertThat(text(other.page())).doesNotContain("Kommer ikke likevel");
            other.page().navigate(path);
            assertThat(other.page().locator("h1").innerText()).isEqualTo("Siden finnes ikke");
        }
    }

    /** Two that go together, of which the first is there. */
    private void twoHalfYears(int seat) {
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into placement (run_id, hpr, area_code, position_id, half_year,"
                        + " seat_number, period, legs) select run_id, hpr, area_code, position_id, '2091-V', seat_number,"
                        + " daterange('2091-03-01', '2091-08-31', '[]'), legs from placement where position_id = '"
                        + made.position + "' and seat_number = " + seat));
    }

    /** By the area, of a yes that it gave. */
    private void deferralAsked(int seat) {
        Acting area = new Acting(Actor.AREA, "kommune", null, OfferedRound.area(seat), null, null);
        done(answers.give(
                done(answers.begin(offer(seat), OfferStep.ACCEPT, null, area)).key(), area));
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into position_seats (position_id, half_year, seats, version) values ('"
                        + made.position + "', '2091-V', 2, 0)"));
        done(answers.askDeferral(
                offer(seat), area, done(offers.read(offer(seat), area)).version()));
    }

    /** The department says yes to one, with the references, and no to another, with a reason. */
    private void decided() {
        try (Browser.Visitor lisa = visitor("lunge")) {
            Page desk = lisa.page();
            lisa.at("/avdeling").finds("decisions wait").picture("tilbud-avdeling-start");
            click(desk, "Leger som kommer, og vurderinger");
            lisa.finds("decisions").picture("tilbud-avdeling-vurder");
            desk.click("main table >> nth=0 >> a >> nth=0");
            lisa.finds("to decide of").picture("tilbud-avdeling-ett");
            click(desk, "Si ja til å sende tilbudet");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText()).contains("Skriv avdelingens vurdering");
            lisa.finds("refused assessment").picture("tilbud-avdeling-ja");
            desk.fill("[name=assessment]", "Passer godt hos oss.");
            desk.check("[name=references]");
            desk.click("#steg button[type=submit]");
            assertThat(text(desk)).contains("klart til å sendes", "Passer godt hos oss.", "Referansene er innhentet.");
            lisa.at("/avdeling/tilbud");
            desk.click("main table >> nth=0 >> a >> nth=0");
            click(desk, "Be om mer før dere avgjør");
            desk.waitForURL("**/trenger-mer");
            lisa.finds("needs more").picture("tilbud-avdeling-trenger-mer");
            desk.fill("[name=text]", "Mangler attest fra legevakten.");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Tilbudet venter");
            assertThat(text(desk)).contains("Avdelingen trenger mer før den avgjør: Mangler attest fra legevakten.");
            click(desk, "Si nei til å sende tilbudet");
            desk.waitForURL("**/send-ikke");
            assertThat(text(desk)).contains("Et nei går foran kravet", "Ingen andre ville fått plassen nå.");
            lisa.finds("whose claim a no sets aside").picture("tilbud-avdeling-nei");
            desk.selectOption("[name=reason]", "NOT_QUALIFIED");
            desk.fill("[name=text]", "Mangler tjenesten som kreves.");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Plassen er ledig");
            lisa.finds("turned down");
        }
    }

    @Test
    void an_area_and_a_doctor_answer_and_the_department_sees_who_comes() {
        approved(5);
        users.create(User.of(name("ola"), "Ola Overlege", Roles.MUNICIPALITY).in(OfferedRound.area(1)), PASSWORD);
        for (int seat : new int[] {1, 3, 5}) {
            register(seat);
        }
        twoHalfYears(3);
        done(releases.prepare(made.round, made.coordinator(name("kari"))));
        done(releases.release(made.round, 1, null, made.coordinator(name("kari"))));
        try (Browser.Visitor ola = visitor("ola");
                Browser.Visitor doctor = Browser.visitor(site, 360, 1280)) {
            Page desk = ola.page();
            ola.at("/kommune");
            assertThat(text(desk)).contains("3 tilbud venter på svar, frist mandag 16. januar kl. 12.00");
            ola.finds("offers wait").picture("tilbud-kommune-start");
            click(desk, "3 tilbud venter på svar");
            assertThat(text(desk))
                    .contains("Tilbud Lege 1", "Tilbud Lege 3", "om 7 dager")
                    .doesNotContain(made.doctor(2).digits());
            ola.finds("own offers").picture("tilbud-kommune");
            click(desk, "Tilbud Lege 1");
            ola.finds("answer").picture("tilbud-kommune-svar");
            desk.click("section:has(h3:text-is('Nei')) button");
            assertThat(desk.locator(".error-summary").innerText()).contains("Velg en grunn");
            ola.finds("no reason");
            desk.click("section:has(h3:text-is('Ja, men vil ha bedre')) button");
            ola.finds("confirm").picture("tilbud-kommune-bekreft");
            String confirm = desk.url();
            String repeated = desk.locator("#bekreft [name=_csrf]").inputValue();
            desk.click("#bekreft button[type=submit]");
            String offer = desk.url();
            String receipt = desk.locator(".notice-success").innerText();
            assertThat(receipt).contains("Kvittering", "Takket ja, og venter på et høyere ønske");
            ola.finds("receipt").picture("tilbud-kommune-kvittering");
            // The same once more, as another window of the same user sends it.
            int status = ola.context()
                    .request()
                    .post(
                            confirm,
                            RequestOptions.create().setForm(FormData.create().set("_csrf", repeated)))
                    .status();
            assertThat(status).isEqualTo(200);
            desk.navigate(offer);
            assertThat(desk.locator(".notice-success").innerText()).isEqualTo(receipt);
            desk.navigate(confirm);
            assertThat(desk.url()).isEqualTo(offer);
            click(desk, "Kryss av for permisjon og vikar");
            ola.finds("ticks");
            desk.check("[name=leave]");
            desk.click("#steg button[type=submit]");
            assertThat(text(desk)).contains("permisjon er ordnet, vikar er ikke ordnet");

            click(desk, "Be om å trekke svaret");
            desk.waitForURL("**/be-om-a-trekke");
            assertThat(text(desk)).contains("Etter reglene for runden endrer det ikke rekkefølgen i neste runde.");
            ola.finds("what taking a yes back does").picture("tilbud-kommune-trekke");

            // Another area's is not there.
            ola.at("/kommune/tilbud/" + offer(2));
            assertThat(desk.locator("h1").innerText()).isEqualTo("Siden finnes ikke");

            ola.at("/kommune/tilbud");
            click(desk, "Tilbud Lege 3");
            assertThat(text(desk))
                    .contains("Svaret gjelder både høst 2090 og vår 2091", "Det siste kan gis fra seg senere");
            ola.finds("two half-years").picture("tilbud-kommune-to-halvar");
            click(desk, "Be om lengre frist");
            desk.fill("[name=day]", "14.01.2090");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".error-summary").innerText()).contains("16. januar 2090");
            ola.finds("a day that does not do").picture("tilbud-kommune-frist");
            desk.fill("[name=day]", "18.01.2090");
            desk.click("#steg button[type=submit]");
            assertThat(text(desk)).contains("Det er bedt om svarfrist til onsdag 18. januar 2090 kl. 12.00");

            Page phone = doctor.page();
            phone.navigate(link(ola, 5));
            phone.waitForURL(site + "innsyn");
            phone.click("main form button[type=submit]");
            assertThat(text(phone))
                    .contains("Tilbud til deg", "Svarfrist: mandag 16. januar 2090")
                    .doesNotContain("Lege 1");
            doctor.finds("look with an offer").picture("tilbud-lege");
            phone.click("main a:has-text('Se tilbudet')");
            // The area could have opened the link: it is to look with.
            assertThat(text(phone)).contains("med den kan du ikke svare", "de kan svare for deg");
            assertThat(phone.locator("main form").count()).isZero();
            doctor.finds("doctor looks at an offer").picture("tilbud-lege-svar");
            // Another's offer is not there.
            phone.navigate(offer.replace("/kommune/", "/innsyn/mine/"));
            assertThat(phone.locator("h1").innerText()).isEqualTo("Siden finnes ikke");
        }
        try (Browser.Visitor kari = visitor("kari");
                Browser.Visitor lisa = visitor("lunge")) {
            Page desk = kari.page();
            kari.at("/koordinator/runder/" + made.round + "/tilbud?vis=venter");
            desk.click("main a:has-text('Tilbud Lege 3')");
            click(desk, "Gi lengre frist");
            assertThat(desk.inputValue("[name=day]")).isEqualTo("18.01.2090");
            desk.click("#steg button[type=submit]");
            assertThat(text(desk)).contains("onsdag 18. januar 2090", "av Kari Koordinator");
            deferralAsked(2);
            kari.at("/koordinator/runder/" + made.round + "/tilbud/" + offer(2));
            assertThat(text(desk)).contains("Det er bedt om å utsette tjenesten et halvår.");
            click(desk, "Utsett tjenesten et halvår");
            desk.waitForURL("**/utsett");
            assertThat(text(desk)).contains("Tjenesten flyttes til vår 2091");
            kari.finds("what putting off does").picture("tilbud-utsett");
            desk.click("#steg button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Plassen i neste halvår er holdt av.");
            Page ward = lisa.page();
            lisa.at("/avdeling/tilbud");
            assertThat(text(ward))
                    .contains("Tilbud Lege 1", "1. september 2090")
                    .doesNotContain("Lege 3", "Lege 5");
            lisa.finds("who comes").picture("tilbud-avdeling");
        }
        // Where the doctor alone answers, the area is told so, and asked for what the doctor's yes waits for.
        answeredBy(AnsweredBy.DOCTOR, LeaveAndLocum.BLOCK, 0L);
        try (Browser.Visitor ola = visitor("ola")) {
            ola.at("/kommune").finds("a tick waits").picture("tilbud-kommune-kryss");
            assertThat(text(ola.page()))
                    .contains("2 tilbud kan ikke takkes ja til før dere krysser av for permisjon og vikar")
                    .doesNotContain("venter på svar, frist");
            ola.at("/kommune/tilbud?vis=venter");
            click(ola.page(), "Tilbud Lege 3");
            assertThat(text(ola.page()))
                    .contains(
                            "det legen selv som svarer",
                            "Dette må dere ordne og krysse av for før noen kan takke ja: permisjon og vikar.",
                            "Kryss av for permisjon og vikar")
                    .doesNotContain("Be om lengre frist");
            ola.finds("another answers");
            click(ola.page(), "Kryss av for permisjon og vikar");
            ola.page().check("[name=leave]");
            ola.page().click("#steg button[type=submit]");
            // No button that can only be refused.
            answeredBy(AnsweredBy.AREA, LeaveAndLocum.BLOCK, 1L);
            ola.reload();
            assertThat(text(ola.page())).contains("krysse av for før noen kan takke ja: vikar.");
            assertThat(ola.page().locator("main h3").allInnerTexts()).containsExactly("Nei");
            // Where the area alone answers, the doctor is told so.
            String link = link(ola, 3);
            try (Browser.Visitor doctor = Browser.visitor(site, 360)) {
                doctor.at(link);
                doctor.page().click("main form button[type=submit]");
                doctor.page().click("main a:has-text('Se tilbudet')");
                assertThat(text(doctor.page()))
                        .contains("det kommunen eller bydelen som svarer for deg", "takke ja: vikar.");
                assertThat(doctor.page().locator("main h3").count()).isZero();
                doctor.finds("the area answers");
            }
        }
    }

    /** Of three who want lunge and then øye the first declines, the second has asked for better, and the third waits. */
    @Test
    void a_declined_seat_is_refilled_as_it_was_shown() {
        approved(0);
        String lunge = made.hospital + "-ny-lunge";
        String oye = made.hospital + "-ny-oye";
        HalfYear autumn = HalfYear.parse("2090-H");
        Frozen frozen = new Frozen().seats(lunge, autumn, 1).seats(oye, autumn, 1);
        for (int d = 1; d <= 3; d++) {
            frozen.doctor(made.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .months(60 - d)
                    .wants(lunge, oye);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            made.department(lunge, 1);
            made.department(oye, 1);
            made.frozen(frozen.freeze());
            made.gave(1, lunge, 1);
            made.gave(2, oye, 1);
        });
        done(releases.prepare(made.round, made.coordinator(name("kari"))));
        done(releases.release(made.round, 1, null, made.coordinator(name("kari"))));
        answer(1, OfferStep.DECLINE, DeclineReason.NO_LOCUM.name());
        answer(2, OfferStep.ACCEPT_UPGRADABLE, null);
        try (Browser.Visitor kari = visitor("kari")) {
            Page desk = kari.page();
            kari.at("/koordinator/runder/" + made.round + "/tilbud");
            click(desk, "Se hva som kan fylles på nytt");
            assertThat(text(desk)).contains("Det kan ikke gjøres nå", "er ikke avsluttet før");
            kari.finds("a refill too early");
            clock.set(releases.of(made.round).get(0).marking());
            kari.in(name("kari"), PASSWORD).at("/koordinator/runder/" + made.round + "/utfylling");
            assertThat(text(desk)).contains("Lege 2 går fra", "Lege 3 får").doesNotContain("Det kan ikke gjøres nå");
            kari.finds("what would be filled").picture("tilbud-utfylling");
            click(desk, "Fyll plassene");
            kari.finds("consequences of a refill");
            desk.click("dialog[open] button[type=submit]");
            assertThat(desk.locator(".flash").innerText()).contains("Ett tilbud er laget, og én lege er flyttet");
            assertThat(text(desk)).contains("Dette går ut i tilbudsrunde 2");
        }
    }

    /** Of four who want lunge, øye and hud the first declines lunge, the second has øye and the third hud, and the fourth waits. */
    @Test
    void who_waits_is_told_where_and_wishes_are_ordered_and_taken_back() {
        approved(0);
        users.create(User.of(name("ola"), "Ola Overlege", Roles.MUNICIPALITY).in(OfferedRound.area(1)), PASSWORD);
        String lunge = made.hospital + "-ny-lunge";
        String oye = made.hospital + "-ny-oye";
        String hud = made.hospital + "-ny-hud";
        HalfYear autumn = HalfYear.parse("2090-H");
        Frozen frozen =
                new Frozen().seats(lunge, autumn, 1).seats(oye, autumn, 1).seats(hud, autumn, 1);
        for (int d : new int[] {2, 1, 3, 5}) {
            frozen.doctor(made.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .months(60 - d)
                    .wants(lunge, oye, hud);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            for (String department : List.of(lunge, oye, hud)) {
                made.department(department, 1);
            }
            made.frozen(frozen.freeze());
            made.takesPart(1);
            made.gave(2, lunge, 1);
            made.gave(1, oye, 1);
            made.gave(3, hud, 1);
        });
        register(5);
        String waiting = "/kommune/runder/" + made.round + "/venter";
        try (Browser.Visitor ola = visitor("ola");
                Browser.Visitor doctor = Browser.visitor(site, 360, 1280)) {
            Page desk = ola.page();
            ola.at(waiting);
            assertThat(text(desk)).contains("Det er ikke laget tilbud i denne runden ennå");
            done(releases.prepare(made.round, made.coordinator(name("kari"))));
            ola.at(waiting);
            assertThat(text(desk)).contains("Neste tilbud blir gjort klare").doesNotContain("Lege 5");
            done(releases.release(made.round, 1, null, made.coordinator(name("kari"))));
            answer(2, OfferStep.DECLINE, DeclineReason.NO_LOCUM.name());
            answer(1, OfferStep.ACCEPT, null);
            answer(3, OfferStep.ACCEPT_UPGRADABLE, null);
            ola.at("/kommune/tilbud");
            click(desk, "Hvem som venter");
            desk.waitForURL(site + waiting.substring(1));
            assertThat(text(desk))
                    .contains(
                            made.hospital + "-ny-lunge: nr. 1 av 2 som venter. I runden var legen nr. 3 av 4",
                            made.hospital + "-ny-lunge: nr. 2 av 2 som venter. I runden var legen nr. 4 av 4")
                    .doesNotContain("Lege 1", "Lege 2");
            ola.finds("who waits").picture("venter-kommune");
            desk.click("main section:has-text('Lege 3') a");
            desk.waitForSelector("#onsker");
            assertThat(text(desk)).contains("Plassen nå: " + hud, "Høyere ønsker", "Et bytte kan ikke gjøres om.");
            ola.finds("wishes above").picture("onsker-kommune");
            desk.locator("[name=move][value=up-2]").focus();
            desk.keyboard().press("Enter");
            desk.waitForSelector("text=Rekkefølgen er ikke lagret ennå.");
            assertThat(desk.locator("#onsker label").allInnerTexts())
                    .element(0)
                    .asString()
                    .contains(oye);
            ola.finds("an order that is not saved");
            Page other = ola.context().newPage();
            other.navigate(desk.url());
            click(desk, "Lagre rekkefølgen");
            desk.waitForSelector(".flash:has-text('Rekkefølgen er lagret')");
            // The other tab has seen another order.
            other.click("text=Lagre rekkefølgen");
            other.waitForSelector(".error-summary");
            assertThat(other.locator(".error-summary").innerText()).contains("Ønskene er endret siden du åpnet siden");
            other.close();
            // As where one of them can be had no more: an order of others is not said to be saved.
            desk.evaluate("document.querySelector('#onsker [name=order]').remove()");
            click(desk, "Lagre rekkefølgen");
            desk.waitForSelector(".error-summary");
            assertThat(desk.locator(".error-summary").innerText()).contains("Ønskene er endret siden du åpnet siden");

            Page phone = doctor.page();
            phone.navigate(link(ola, 5));
            phone.waitForURL(site + "innsyn");
            phone.click("main form button[type=submit]");
            phone.waitForURL(site + "innsyn/mine");
            phone.navigate(site + "innsyn/mine/venter/" + made.round);
            assertThat(text(phone)).contains("I runden var du nr. 4 av 4").doesNotContain("Lege 3");
            doctor.finds("where one stands").picture("venter-lege");
            click(phone, "Se ønskene");
            phone.waitForSelector("main .doctors");
            assertThat(text(phone)).contains("kan du se ønskene, men ikke endre dem", "Ønskene, det høyeste først");
            assertThat(phone.locator("main form button").count()).isZero();
            doctor.finds("own wishes").picture("onsker-lege");

            ola.at(waiting);
            desk.click("main section:has-text('Lege 5') a");
            desk.waitForSelector("#onsker");
            click(desk, "Ta tilbake de valgte");
            desk.waitForSelector(".error-summary");
            assertThat(desk.locator(".error-summary").innerText()).contains("Velg minst ett");
            desk.check("#ta-1");
            click(desk, "Ta tilbake de valgte");
            desk.waitForSelector("#ta-tilbake");
            assertThat(text(desk)).contains("Vil du ta tilbake dette ønsket?", "Det kan ikke angres");
            ola.finds("is it to be taken back").picture("onsker-bekreft");
            click(desk, "Ja, ta tilbake");
            desk.waitForSelector("h2:has-text('Tatt tilbake')");
            ola.finds("taken back").picture("onsker-tatt-tilbake");
        }
        clock.set(releases.of(made.round).get(0).marking());
        try (Browser.Visitor kari = visitor("kari")) {
            Page desk = kari.page();
            done(refills.refill(
                    made.round,
                    done(refills.preview(made.round, made.coordinator("kari"))).hash(),
                    made.coordinator("kari")));
            kari.at("/koordinator/runder/" + made.round + "/tilbud");
            click(desk, "Se hvem som venter");
            desk.waitForURL(site + "koordinator/runder/" + made.round + "/venter");
            assertThat(text(desk))
                    .contains(made.hospital + "-ny-oye: nr. 1 av 1 som venter", "Utfylling 1", "Bytter fra");
            kari.finds("who waits, all").picture("venter-koordinator");
            desk.click("main section:has-text('Lege 3') a");
            desk.waitForSelector("main .doctors");
            assertThat(text(desk)).contains("ikke av sykehuset");
            assertThat(desk.locator("main form button").count()).isZero();
        }
    }

    private void answer(int doctor, OfferStep answer, String reason) {
        Acting area = new Acting(Actor.AREA, name("ola"), null, OfferedRound.area(doctor), null, null);
        done(answers.give(
                done(answers.begin(offer(doctor), answer, reason, area)).key(), area));
    }

    private long offer(int doctor) {
        return offers.page(new OfferFilter(made.round, null, null, null, made.doctor(doctor), null), 0, 1)
                .offers()
                .get(0)
                .id();
    }

    private void answeredBy(AnsweredBy who, LeaveAndLocum leaveAndLocum, long version) {
        done(settings.put(new OfferSettings(made.hospital, who, leaveAndLocum, false, 5, 2, 4, 8, 5), version));
    }

    private void register(int seat) {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(name("ola"), PASSWORD)
                .header("If-Match", "0")
                .contentType("application/json")
                .body("""
                        {"name": "Tilbud Lege %d", "affiliation": "PERMANENT", "affiliationFrom": "2084-01-01", "scheme": "NEW",
                         "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2090-01-01", "statedShare": 100,
                         "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 4,
                         "wishes": {"weight": "START"}}""".formatted(seat))
                .put("/api/v1/areas/" + OfferedRound.area(seat) + "/doctors/"
                        + made.doctor(seat).digits())
                .then()
                .statusCode(200);
    }

    private String link(Browser.Visitor area, int seat) {
        area.at("/kommune/leger/" + made.doctor(seat).digits());
        area.page().click("text=Legens eget innsyn");
        area.page().click("main button:has-text('Lag lenke')");
        return area.page().inputValue("[data-select]");
    }

    private static <T> T done(Result<T> result) {
        return MunicipalityTown.done(result);
    }
}
