package no.alisplass.vacancy;

import static no.alisplass.Results.codes;
import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.alisplass.SettableClock;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferClock;
import no.alisplass.offer.OfferedRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Served;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.refill.Claims;
import no.alisplass.offer.served.Said;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policies;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisterWriter;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.rank.Nomination;
import no.alisplass.vacancy.rank.OutRule;
import no.alisplass.vacancy.rank.Standing;
import no.alisplass.vacancy.rank.VacancyCase;
import no.alisplass.vacancy.rank.VacancyOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sporadic vacancies the whole way, on a real database: reported, told, nominated to, ranked, offered, filled or released. */
@QuarkusTest
class VacanciesIT {
    private static final LocalDate FROM = LocalDate.of(OfferedRound.YEAR, 4, 10);
    private static final LocalDate TO = LocalDate.of(OfferedRound.YEAR, 9, 15);
    private static final LocalDate AFTER_NOMINATIONS = LocalDate.of(OfferedRound.YEAR, 1, 18);
    private static final AreaCode BY = new AreaCode("9983");
    private static final AreaCode BYGD = new AreaCode("9984");
    private static final HprNumber FIRST = new HprNumber(870_000_001);
    private static final HprNumber SECOND = new HprNumber(870_000_002);
    private static final HprNumber THIRD = new HprNumber(870_000_003);
    private static final HprNumber ELSEWHERE = new HprNumber(870_000_004);

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    VacancyWay way;

    @Inject
    VacancyBoard board;

    @Inject
    VacancyClock vacancyClock;

    @Inject
    Vacancies vacancies;

    @Inject
    Offers offers;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    Claims claims;

    @Inject
    Served served;

    @Inject
    OfferClock offerClock;

    @Inject
    Placements placements;

    @Inject
    RegisterWriter register;

    @Inject
    ListedDoctors registered;

    private OfferedRound made;
    private Acting kari;
    private Acting department;
    private DepartmentId lunge;

    /** Three doctors of two areas, by how long they have served, and one who wants to be elsewhere. */
    @BeforeEach
    void a_hospital_that_serves_two_areas() {
        clock.set(OfferedRound.APPROVED);
        made = OfferedRound.of(database, 0);
        kari = made.coordinator("kari");
        department = new Acting(Actor.DEPARTMENT, "leder", null, null, made.hospital, null);
        lunge = new DepartmentId(made.position);
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("insert into area (code, name, kind, version) values ('9983', 'Vikarby', 'MUNICIPALITY', 0),"
                    + " ('9984', 'Vikarbygd', 'MUNICIPALITY', 0) on conflict (code) do nothing");
            made.execute("insert into catchment_membership (area_code, hospital_id, first_day) values ('9983', '"
                    + made.hospital + "', '2080-01-01'), ('9984', '" + made.hospital + "', '2080-01-01')");
            registered(BY, FIRST, 48, "");
            registered(BYGD, SECOND, 36, "");
            registered(BY, THIRD, 30, "");
            registered(BYGD, ELSEWHERE, 60, made.position);
        });
    }

    @AfterEach
    void asItWas() {
        clock.run();
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("delete from catchment_membership where hospital_id = '" + made.hospital + "'");
            made.execute("alter table registered_change disable trigger user");
            made.execute("delete from registered_change where hpr between 870000000 and 870000099");
            made.execute("alter table registered_change enable trigger user");
            made.execute("delete from registered_affiliation where hpr between 870000000 and 870000099");
            made.execute("delete from registered_doctor where hpr between 870000000 and 870000099");
        });
        made.remove();
    }

    private void registered(AreaCode area, HprNumber hpr, int served, String refused) {
        DoctorFacts facts = DoctorFacts.of(
                """
                {"schema": 1, "name": "Lege %s", "hpr": %s, "affiliation": "PERMANENT", "scheme": "NEW",
                 "statedService": %d, "statedOpenPractice": 24, "statedOn": "2090-01-01", "periods": [],
                 "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 6,
                 "interrupted": false, "wishes": {"ranked": [], "onlyRanked": false, "refused": [%s],
                 "blocked": [], "weight": "START"}, "leave": "GRANTED", "locum": "SECURED", "stays": []}
                """.formatted(hpr.digits(), hpr.digits(), served, refused.isEmpty() ? "" : "\"" + refused + "\""));
        register.filed(area, List.of(new RegisterWriter.Filed(null, facts)), true);
    }

    private static Acting asArea(AreaCode area) {
        return new Acting(Actor.AREA, "kommune-" + area, null, area, null, null);
    }

    private static Acting asDoctor(HprNumber hpr) {
        return new Acting(Actor.DOCTOR, "lege", hpr, null, null, null);
    }

    private long reported() {
        return done(way.report(made.hospital, lunge, FROM, TO, true, null, true, department))
                .vacancy()
                .value()
                .id();
    }

    private Vacancy vacancy(long id) {
        return done(vacancies.read(made.hospital, id)).value();
    }

    private Offer offered(long id) {
        return done(way.offer(made.hospital, id, null, null, kari));
    }

    private void answer(Offer offer, OfferStep answer, String reason) {
        Acting doctor = asDoctor(offer.hpr());
        done(answers.give(
                done(answers.begin(offer.id(), answer, reason, doctor)).key(), doctor));
    }

    private Offer read(Offer offer) {
        return done(offers.read(offer.id(), kari));
    }

    private List<VacancyStep> steps(long id) {
        return done(board.events(made.hospital, id, kari)).stream()
                .map(VacancyEvent::step)
                .toList();
    }

    private List<String> told(long id, Acting by) {
        return done(board.told(made.hospital, id, by, 0, 50)).told().stream()
                .map(VacancyTold::code)
                .toList();
    }

    private List<HprNumber> ranked(long id, Acting by) {
        return done(board.one(made.hospital, id, by)).standings().stream()
                .filter(Standing::isRanked)
                .map(Standing::hpr)
                .toList();
    }

    @Test
    void a_vacancy_is_told_nominated_to_offered_to_the_first_then_to_the_next_and_served() {
        long id = reported();
        // Those who have somebody are told at once, until when; each sees its own doctors alone, with their places.
        assertThat(told(id, asArea(BY))).containsExactly("vacancy.told-report");
        assertThat(told(id, kari)).containsExactly("vacancy.told-report");
        VacancyTold first = board.news(asArea(BYGD), true, 0, 10).told().get(0);
        assertThat(first.until()).isEqualTo(vacancy(id).course().nominateBy());
        assertThat(first.until().toString()).startsWith("2090-01-16");
        assertThat(ranked(id, kari)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(ranked(id, asArea(BY))).containsExactly(FIRST, THIRD);
        assertThat(done(board.one(made.hospital, id, asArea(BYGD))).standings())
                .extracting(Standing::hpr, Standing::place, Standing::out)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(SECOND, 2, null),
                        org.assertj.core.api.Assertions.tuple(ELSEWHERE, null, OutRule.REFUSED));
        assertThat(done(board.one(made.hospital, id, department)).standings()).isEmpty();
        Standing third =
                done(board.one(made.hospital, id, asArea(BY))).standings().get(1);
        assertThat(Messages.text(third.why(), Messages.BOKMAL))
                .isEqualTo("Nr. 3 av 3. Det som skiller fra plassen foran, er ansiennitet.");

        // An area has a doctor ranked after all, and another not; never another's.
        assertThat(done(way.nominate(made.hospital, id, ELSEWHERE, Nomination.NOMINATED, asArea(BYGD)))
                        .place())
                .isEqualTo(1);
        done(way.nominate(made.hospital, id, ELSEWHERE, Nomination.TAKEN_OUT, asArea(BYGD)));
        assertThat(codes(way.nominate(made.hospital, id, FIRST, Nomination.TAKEN_OUT, asArea(BYGD))))
                .containsExactly("register.doctor-unknown");
        assertThat(codes(way.offer(made.hospital, id, null, null, kari))).containsExactly("vacancy.before-nominations");
        clock.set(AFTER_NOMINATIONS);
        assertThat(codes(way.nominate(made.hospital, id, ELSEWHERE, Nomination.NOMINATED, asArea(BYGD))))
                .containsExactly("vacancy.nominations-over");
        assertThat(codes(way.nominate(made.hospital, id, ELSEWHERE, Nomination.NOMINATED, kari)))
                .containsExactly("vacancy.not-by");

        // To the first; whoever passes the first by writes why. The ranking is stored, and comes to the same bytes
        // again.
        assertThat(codes(way.offer(made.hospital, id, SECOND, null, kari))).containsExactly("vacancy.passes-over");
        assertThat(codes(way.offer(made.hospital, id, ELSEWHERE, "Haster.", kari)))
                .containsExactly("vacancy.not-ranked");
        Offer offer = offered(id);
        assertThat(offer.hpr()).isEqualTo(FIRST);
        assertThat(offer.state()).isEqualTo(OfferState.SENT);
        assertThat(offer.start()).isEqualTo(FROM);
        assertThat(offer.end()).isEqualTo(TO);
        assertThat(offer.facts().answerBy().toString()).startsWith("2090-01-20T11:00");
        assertThat(codes(way.offer(made.hospital, id, null, null, kari))).containsExactly("vacancy.step-when");
        StoredRanking stored = done(board.ranking(
                made.hospital,
                id,
                done(board.events(made.hospital, id, kari)).get(3).number(),
                kari));
        assertThat(CanonicalJson.hash(VacancyOrder.again(
                        stored.ranking(), Policies.builtIn().get("ahus-2020", 2).orElseThrow())))
                .isEqualTo(stored.sha256());
        assertThat(codes(answers.begin(offer.id(), OfferStep.ACCEPT_UPGRADABLE, null, asDoctor(FIRST))))
                .containsExactly("offer.no-higher-wish-in-a-vacancy");
        assertThat(codes(claims.of(offer.id(), kari))).containsExactly("offer.no-claim-in-a-vacancy");

        // No: the next. Yes: filled, confirmed, begun, over, confirmed by the department, and the register knows.
        answer(offer, OfferStep.DECLINE, "OTHER");
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.OPEN);
        Offer next = offered(id);
        assertThat(next.hpr()).isEqualTo(SECOND);
        answer(next, OfferStep.ACCEPT, null);
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.FILLED);
        assertThat(told(id, asArea(BYGD))).contains("vacancy.told-fill");
        assertThat(done(board.one(made.hospital, id, department)).offers())
                .extracting(Offer::hpr)
                .containsExactly(SECOND);
        done(decisions.confirm(next.id(), kari, read(next).version()));
        clock.set(TO.plusDays(1));
        offerClock.run();
        offerClock.run();
        assertThat(read(next).state()).isEqualTo(OfferState.COMPLETED);
        Said said = new Said(read(next).legs().get(0).key(), 5, null);
        done(served.confirm(next.id(), List.of(said), department, read(next).version()));
        RegisteredDoctor after = registered.records(List.of(SECOND)).get(SECOND);
        assertThat(after.facts().entry().institution().monthsLeft()).isEqualTo(Months.of(1));
        assertThat(after.facts().stays()).extracting(stay -> stay.from()).containsExactly(FROM);
        assertThat(steps(id))
                .containsExactly(
                        VacancyStep.REPORT,
                        VacancyStep.NOMINATE,
                        VacancyStep.TAKE_OUT,
                        VacancyStep.OFFER,
                        VacancyStep.FALL,
                        VacancyStep.OFFER,
                        VacancyStep.FILL);
    }

    @Test
    void one_too_short_to_count_is_refused_with_the_rule_or_the_departments_own_on_purpose() {
        LocalDate shortEnd = FROM.plusMonths(2);
        Result<VacancyWay.Reported> refused =
                way.report(made.hospital, lunge, FROM, shortEnd, true, null, true, department);
        assertThat(codes(refused)).containsExactly("vacancy.too-short");
        assertThat(Messages.text(((Result.Refused<?>) refused).findings().get(0), Messages.BOKMAL))
                .isEqualTo(
                        "Tjenesten teller først fra 3 måneder i én avdeling. Skriv 9. juli 2090 eller senere som siste"
                                + " dag, eller si at tjenesten ikke teller.");
        Vacancy own = done(way.report(made.hospital, lunge, FROM, shortEnd, true, null, false, department))
                .vacancy()
                .value();
        assertThat(own.state()).isEqualTo(VacancyState.OWN);
        assertThat(told(own.id(), kari)).isEmpty();
        assertThat(board.of(BY)).isEmpty();
        assertThat(codes(board.one(made.hospital, own.id(), asArea(BY)))).containsExactly("capacity.vacancy-unknown");
        assertThat(codes(way.nominate(made.hospital, own.id(), FIRST, Nomination.NOMINATED, asArea(BY))))
                .containsExactly("capacity.vacancy-unknown");
        assertThat(codes(way.offer(made.hospital, own.id(), null, null, kari))).containsExactly("vacancy.step-when");
        assertThat(codes(way.report(made.hospital, lunge, FROM, TO, true, null, true, asArea(BY))))
                .containsExactly("vacancy.not-by");
        assertThat(done(way.report(made.hospital, lunge, FROM, TO.plusMonths(3), true, null, true, department))
                        .warnings())
                .extracting(each -> Messages.text(each, Locale.forLanguageTag("nn-NO")))
                .containsExactly("Vikariatet er lengre enn 6 månader. Då må det lysast ut.");
    }

    @Test
    void two_at_once_never_make_two_holders_and_who_does_not_answer_gives_way_to_the_next() throws Exception {
        long id = reported();
        clock.set(AFTER_NOMINATIONS);
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Result<Offer>>> tried = List.of(
                both.submit(() -> {
                    start.await();
                    return way.offer(made.hospital, id, null, null, made.coordinator("kari"));
                }),
                both.submit(() -> {
                    start.await();
                    return way.offer(made.hospital, id, SECOND, "Avtalt.", made.coordinator("ola"));
                }));
        start.countDown();
        int given = 0;
        for (Future<Result<Offer>> each : tried) {
            given += each.get() instanceof Result.Done ? 1 : 0;
        }
        both.shutdown();
        assertThat(given).isEqualTo(1);
        Offer live = done(board.one(made.hospital, id, kari)).offers().get(0);
        // The unanswered one holds the doctor for other rounds; the deadline frees both.
        assertThat(placements.away(FROM, TO)).extracting(Placements.Away::hpr).contains(live.hpr());
        clock.set(live.facts().answerBy());
        offerClock.run();
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.OPEN);
        assertThat(placements.away(FROM, TO)).extracting(Placements.Away::hpr).doesNotContain(live.hpr());
        Offer next = offered(id);
        assertThat(next.hpr()).isNotEqualTo(live.hpr());
        // Nobody opens again what is offered to another by now.
        assertThat(codes(decisions.reinstate(
                        live.id(), "Sykehuset var nede.", kari, read(live).version())))
                .containsExactly("offer.seat-taken");
        answer(next, OfferStep.DECLINE, "OTHER");
        done(decisions.reinstate(
                live.id(), "Sykehuset var nede.", kari, read(live).version()));
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.OFFERED);
        assertThat(codes(way.change(
                        made.hospital,
                        id,
                        new Vacancy.Change(null, TO.plusDays(1), null, null, null),
                        department,
                        done(vacancies.read(made.hospital, id)).version())))
                .containsExactly("vacancy.step-when");
        // Nor what has other days by now.
        clock.set(read(live).facts().answerBy());
        offerClock.run();
        done(way.change(
                made.hospital,
                id,
                new Vacancy.Change(null, TO.plusDays(1), null, null, null),
                department,
                done(vacancies.read(made.hospital, id)).version()));
        assertThat(codes(decisions.reinstate(
                        live.id(), "Sykehuset var nede.", kari, read(live).version())))
                .containsExactly("offer.vacancy-has-other-days");
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.OPEN);
    }

    @Test
    void what_is_taken_back_is_open_again_while_enough_is_left_and_released_to_all_in_time() {
        long id = reported();
        clock.set(AFTER_NOMINATIONS);
        Offer offer = offered(id);
        answer(offer, OfferStep.ACCEPT, null);
        // A round that is frozen afterwards knows the stay, in each half-year it is in, and what is left.
        List<GivenStay> given = placements.besides(made.round).stream()
                .filter(each -> each.hpr().equals(FIRST))
                .toList();
        assertThat(given).hasSize(1);
        assertThat(given.get(0).title()).isEqualTo("Vikariat ved Lunge");
        assertThat(given.get(0).months()).isEqualTo(5);
        assertThat(given.get(0).monthsLeft()).isEqualTo(Months.of(6));
        assertThat(given.get(0).isIn(HalfYear.parse("2090-V"))).isTrue();
        assertThat(given.get(0).isIn(HalfYear.parse("2090-H"))).isTrue();
        assertThat(given.get(0).isIn(HalfYear.parse("2091-V"))).isFalse();
        // It meets the doctor's need: too little is left for another vacancy.
        long other = reported();
        assertThat(done(board.one(made.hospital, other, kari)).standings())
                .filteredOn(each -> each.hpr().equals(FIRST))
                .extracting(Standing::out)
                .containsExactly(OutRule.TOO_LITTLE_LEFT);
        done(decisions.withdraw(offer.id(), "OTHER", false, kari, read(offer).version()));
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.OPEN);
        assertThat(told(id, asArea(BY))).contains("vacancy.told-give-up");
        Offer next = offered(id);
        assertThat(next.hpr()).isEqualTo(SECOND);
        answer(next, OfferStep.DECLINE, "OTHER");
        assertThat(codes(way.release(made.hospital, id, null, kari))).containsExactly("vacancy.somebody-left");
        clock.set(vacancy(id).course().releaseAt());
        vacancyClock.run();
        assertThat(vacancy(id).state()).isEqualTo(VacancyState.RELEASED);
        assertThat(told(id, asArea(BY))).contains("vacancy.told-release");
        assertThat(codes(way.offer(made.hospital, id, null, null, kari))).containsExactly("vacancy.step-when");
        assertThat(board.of(BY)).extracting(each -> each.value().id()).contains(id);
        // Found otherwise, by the department.
        done(way.change(
                made.hospital,
                id,
                new Vacancy.Change(null, null, null, null, VacancyState.FILLED),
                department,
                done(vacancies.read(made.hospital, id)).version()));
        assertThat(steps(id)).endsWith(VacancyStep.RELEASE, VacancyStep.FILL_OTHERWISE);
    }

    private void departmentsDecide() {
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into offer_settings (hospital_id, answered_by, leave_and_locum,"
                        + " leader_decides, first_days, later_days, upgrade_stop_months, late_stop_weeks, rounds, version)"
                        + " values ('" + made.hospital + "', 'BOTH', 'WARN', true, 5, 2, 4, 8, 5, 1)"));
    }

    private List<VacancyStep> steps(long id, Acting by) {
        return done(board.events(made.hospital, id, by)).stream()
                .map(VacancyEvent::step)
                .toList();
    }

    private Standing standing(long id, HprNumber hpr, Acting by) {
        return done(board.one(made.hospital, id, by)).standings().stream()
                .filter(each -> each.hpr().equals(hpr))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areas_are_not_told_of_drafts_and_what_was_dropped_was_no_offer() {
        departmentsDecide();
        long id = reported();
        clock.set(AFTER_NOMINATIONS);
        Offer draft = offered(id);
        assertThat(draft.state()).isEqualTo(OfferState.DRAFT);
        assertThat(steps(id)).containsExactly(VacancyStep.REPORT, VacancyStep.OFFER);
        assertThat(steps(id, asArea(BY))).containsExactly(VacancyStep.REPORT);
        assertThat(standing(id, FIRST, asArea(BY)).out()).isEqualTo(OutRule.AWAY);
        done(decisions.drop(draft.id(), "WRONG_FACTS", "Feil vikariat.", kari, draft.version()));
        assertThat(steps(id, asArea(BY))).containsExactly(VacancyStep.REPORT);
        Offer again = offered(id);
        assertThat(again.hpr()).isEqualTo(FIRST);
        done(decisions.turnDown(again.id(), "REFERENCES", "Passer ikke.", true, department, again.version()));
        assertThat(steps(id, asArea(BY))).containsExactly(VacancyStep.REPORT);
        assertThat(steps(id, asArea(BYGD))).containsExactly(VacancyStep.REPORT);
        Standing first = standing(id, FIRST, asArea(BY));
        assertThat(first.out()).isEqualTo(OutRule.NOT_OFFERED);
        assertThat(Messages.text(first.why(), Messages.BOKMAL)).isEqualTo("Legen får ikke tilbud om dette vikariatet.");
        // What is sent is told, as is how it ended.
        Offer next = offered(id);
        assertThat(next.hpr()).isEqualTo(SECOND);
        done(decisions.assess(next.id(), "Egnet.", true, department, next.version()));
        done(way.send(made.hospital, id, kari));
        assertThat(steps(id, asArea(BYGD))).containsExactly(VacancyStep.REPORT, VacancyStep.OFFER);
        answer(next, OfferStep.DECLINE, "OTHER");
        assertThat(steps(id, asArea(BYGD))).endsWith(VacancyStep.OFFER, VacancyStep.FALL);
    }

    @Test
    void what_is_left_of_a_stay_that_is_broken_off_is_offered_and_accepted() {
        long id = reported();
        clock.set(AFTER_NOMINATIONS);
        Offer offer = offered(id);
        answer(offer, OfferStep.ACCEPT, null);
        done(decisions.confirm(offer.id(), kari, read(offer).version()));
        LocalDate day = FROM.plusDays(10);
        clock.set(day);
        offerClock.run();
        done(served.interrupt(offer.id(), day, department, read(offer).version()));
        Vacancy rest =
                done(vacancies.all(made.hospital, VacancyState.OPEN)).get(0).value();
        assertThat(rest.from()).isEqualTo(day.plusDays(1));
        assertThat(rest.to()).isEqualTo(TO);
        assertThat(told(rest.id(), asArea(BYGD))).containsExactly("vacancy.told-report");
        // Who has just broken off may be asked for the rest too, unless the area says otherwise.
        assertThat(ranked(rest.id(), kari)).containsExactly(FIRST, SECOND, THIRD);
        done(way.nominate(made.hospital, rest.id(), FIRST, Nomination.TAKEN_OUT, asArea(BY)));
        // Areas nominate, and it is not released while somebody can be asked, though its first day has come.
        clock.set(rest.course().nominateBy());
        vacancyClock.run();
        Offer next = offered(rest.id());
        assertThat(next.hpr()).isEqualTo(SECOND);
        assertThat(next.start()).isAfter(WorkingDays.day(next.facts().answerBy()));
        // More time may be asked for, but to no later than the day before the first.
        LocalDate begins = WorkingDays.onOrAfter(next.start());
        assertThat(codes(answers.askTime(
                        next.id(), begins, asDoctor(SECOND), read(next).version())))
                .containsExactly("offer.no-time-to-answer");
        assertThat(next.start()).isEqualTo(vacancy(rest.id()).from());
        assertThat(next.seats().get(0).parts().get(0).months())
                .isEqualTo(VacancyCase.months(next.start(), TO))
                .isEqualTo(4);
        answer(next, OfferStep.ACCEPT, null);
        assertThat(vacancy(rest.id()).state()).isEqualTo(VacancyState.FILLED);
        done(decisions.confirm(next.id(), kari, read(next).version()));
    }

    @Test
    void one_that_was_reported_before_there_was_a_way_is_told_by_the_clock() {
        long id = reported();
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("alter table vacancy_event disable trigger user");
            made.execute("alter table vacancy_told disable trigger user");
            made.execute("delete from vacancy_told where vacancy_id = " + id);
            made.execute("delete from vacancy_event where vacancy_id = " + id);
            made.execute("alter table vacancy_event enable trigger user");
            made.execute("alter table vacancy_told enable trigger user");
            made.execute("update sporadic_vacancy set policy_id = null, policy_version = null, lottery_seed = null,"
                    + " nominate_by = null, release_at = null where id = " + id);
        });
        assertThat(ranked(id, kari)).isEmpty();
        vacancyClock.run();
        assertThat(ranked(id, kari)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(told(id, asArea(BY))).containsExactly("vacancy.told-report");
        vacancyClock.run();
        assertThat(steps(id)).containsExactly(VacancyStep.REPORT);
    }
}
