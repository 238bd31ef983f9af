package no.alisplass.offer;

import static no.alisplass.Results.codes;
import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.SettableClock;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.Months;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.served.FewerReason;
import no.alisplass.offer.served.Leg;
import no.alisplass.offer.served.Said;
import no.alisplass.offer.served.Service;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.RegisterWriter;
import no.alisplass.register.RegisteredDoctor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of stays that are over: what of them counts goes back to the register. */
@QuarkusTest
class ServedIT {
    private static final LocalDate FIRST_DAY = LocalDate.of(OfferedRound.YEAR, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(OfferedRound.YEAR + 1, 2, 28);

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    Releases releases;

    @Inject
    Offers offers;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    Served served;

    @Inject
    OfferClock offerClock;

    @Inject
    Placements placements;

    @Inject
    RegisterWriter register;

    @Inject
    Vacancies vacancies;

    private OfferedRound made;

    @BeforeEach
    void afterTheApproval() {
        clock.set(OfferedRound.APPROVED);
    }

    @AfterEach
    void asItWas() {
        clock.run();
        if (made != null) {
            made.remove();
        }
    }

    /** A round whose doctors all have begun, and are registered with so many months left. */
    private OfferedRound started(int doctors, int left) {
        made = OfferedRound.of(database, doctors);
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute(
                        "update placement set months_left = " + left + " where position_id = '" + made.position + "'"));
        Acting kari = made.coordinator("kari");
        done(releases.prepare(made.round, kari));
        done(releases.release(made.round, 1, null, kari));
        for (int seat = 1; seat <= doctors; seat++) {
            registered(seat, left);
            Acting area = made.asArea(seat);
            done(answers.give(
                    done(answers.begin(offer(seat).id(), OfferStep.ACCEPT, null, area))
                            .key(),
                    area));
            done(decisions.confirm(offer(seat).id(), kari, offer(seat).version()));
        }
        clock.set(FIRST_DAY);
        offerClock.run();
        return made;
    }

    private void registered(int seat, int left) {
        DoctorFacts facts = DoctorFacts.of("""
                {"schema": 1, "name": "Lege %d", "hpr": %s, "affiliation": "PERMANENT", "scheme": "NEW",
                 "periods": [], "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": %d,
                 "interrupted": false, "wishes": {"ranked": [], "onlyRanked": false, "refused": [],
                 "blocked": [], "weight": "START"}, "leave": "GRANTED", "locum": "SECURED", "stays": []}
                """.formatted(seat, made.doctor(seat).digits(), left));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        register.filed(OfferedRound.area(seat), List.of(new RegisterWriter.Filed(null, facts)), true));
    }

    private OfferedRound over(int doctors, int left) {
        started(doctors, left);
        clock.set(LAST_DAY.plusDays(1));
        offerClock.run();
        return made;
    }

    private Offer offer(int seat) {
        return offers.page(new OfferFilter(made.round, null, null, null, made.doctor(seat), null), 0, 10)
                .offers()
                .get(0);
    }

    private RegisteredDoctor record(int seat) {
        return register.known(List.of(made.doctor(seat))).get(made.doctor(seat));
    }

    private Months left(int seat) {
        return record(seat).facts().entry().institution().monthsLeft();
    }

    private Acting department(String id) {
        return new Acting(Actor.DEPARTMENT, "leder", null, null, made.hospital, new DepartmentId(id));
    }

    private static List<Said> all(Offer offer) {
        return offer.legs().stream()
                .map(leg -> new Said(leg.key(), leg.months(), null))
                .toList();
    }

    private static List<Said> only(Offer offer, int months, FewerReason reason) {
        return List.of(new Said(offer.legs().get(0).key(), months, reason));
    }

    /** What later rounds take the doctor to have been given. */
    private List<Integer> given(int seat) {
        return placements.besides(new RoundId("en-annen")).stream()
                .filter(each -> each.hpr().equals(made.doctor(seat)))
                .map(each -> each.months())
                .toList();
    }

    private void replays(int seat) {
        List<OfferEvent> events = done(offers.events(offer(seat).id(), made.coordinator("kari")));
        assertThat(OfferReplay.replay(events)).isEqualTo(offer(seat).facts());
    }

    @Test
    void what_is_over_waits_for_its_months_and_the_register_has_them_once_they_are_confirmed() {
        OfferedRound round = started(2, 6);
        Acting leader = department(round.position);
        assertThat(codes(served.of(offer(1).id(), leader))).containsExactly("offer.not-served");
        assertThat(codes(served.confirm(offer(1).id(), all(offer(1)), leader, offer(1).version())))
                .containsExactly("offer.confirm-months-when");
        clock.set(LAST_DAY.plusDays(1));
        offerClock.run();
        assertThat(served.waiting(OfferFilter.of(leader), 0, 10).offers())
                .extracting(Offer::hpr)
                .contains(round.doctor(1));
        assertThat(served.waiting(OfferFilter.of(leader), 0, 10).total()).isEqualTo(2);
        assertThat(record(1).version()).isEqualTo(1);
        Served.Certificate proposed = done(served.of(offer(1).id(), round.asArea(1)));
        assertThat(proposed.isWhole()).isFalse();
        assertThat(proposed.legs()).extracting(each -> each.months()).containsExactly(Months.of(6));

        Offer after = done(served.confirm(offer(1).id(), all(offer(1)), leader, offer(1).version()));
        assertThat(after.state()).isEqualTo(OfferState.COMPLETED);
        assertThat(record(1).facts().stays())
                .containsExactly(new InstitutionStay(
                        new DepartmentId(round.position),
                        null,
                        FIRST_DAY,
                        LAST_DAY,
                        Months.of(6),
                        InstitutionStay.Known.COMPLETED));
        assertThat(left(1)).isEqualTo(Months.ZERO);
        assertThat(record(1).closed().reason().name()).isEqualTo("FINISHED");
        assertThat(changes(1)).containsExactly("REGISTERED", "SERVED leder", "CLOSED leder");
        assertThat(served.waiting(OfferFilter.of(leader), 0, 10).offers())
                .extracting(Offer::hpr)
                .containsExactly(round.doctor(2));
        Served.Certificate whole = done(served.of(after.id(), round.asArea(1)));
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.confirmed().values()).extracting(Served.Confirmed::by).containsExactly((String) null);
        assertThat(done(served.of(after.id(), leader)).confirmed().values())
                .extracting(Served.Confirmed::by)
                .containsExactly("leder");
        assertThat(codes(served.confirm(after.id(), all(after), leader, after.version())))
                .containsExactly("offer.months-confirmed-already");
        assertThat(codes(served.of(after.id(), round.asArea(2)))).containsExactly("offer.offer-unknown");
        replays(1);
    }

    private List<String> changes(int seat) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select case what when 'REGISTERED' then what"
                                + " else what || ' ' || changed_by end from registered_change where hpr = "
                                + made.doctor(seat).digits() + " order by number")
                        .getResultList());
        return rows.stream().map(String.class::cast).toList();
    }

    @Test
    void fewer_months_need_a_reason_and_later_rounds_count_what_was_served() {
        OfferedRound round = over(1, 12);
        Acting kari = round.coordinator("kari");
        Offer offer = offer(1);
        assertThat(codes(served.confirm(offer.id(), List.of(), kari, offer.version())))
                .containsExactly("offer.months-missing");
        assertThat(codes(served.confirm(offer.id(), only(offer, 4, null), kari, offer.version())))
                .containsExactly("offer.fewer-needs-reason");
        assertThat(codes(served.confirm(offer.id(), only(offer, 2, FewerReason.ABSENT), kari, offer.version())))
                .containsExactly("offer.months-too-few");
        assertThat(codes(served.confirm(offer.id(), only(offer, 7, null), kari, offer.version())))
                .containsExactly("offer.months-unfit");
        assertThat(codes(served.confirm(offer.id(), only(offer, 6, FewerReason.OTHER), kari, offer.version())))
                .containsExactly("offer.all-needs-no-reason");
        assertThat(codes(served.confirm(offer.id(), all(offer), round.asArea(1), offer.version())))
                .containsExactly("offer.not-by");
        assertThat(codes(served.confirm(offer.id(), all(offer), kari, offer.version() - 1)))
                .containsExactly("offer.offer-changed-meanwhile");
        assertThat(given(1)).containsExactly(6);
        done(served.confirm(offer.id(), only(offer, 4, FewerReason.ABSENT), kari, offer.version()));
        assertThat(given(1)).containsExactly(4);
        assertThat(left(1)).isEqualTo(Months.of(8));
        assertThat(record(1).isOpen()).isTrue();
        replays(1);
    }

    @Test
    void each_of_two_departments_confirms_its_own_months() {
        OfferedRound round = shared();
        Offer offer = offer(1);
        String other = round.position + "-2";
        Acting first = department(round.position);
        Acting second = department(other);
        List<Leg> legs = offer.legs();
        assertThat(codes(served.confirm(offer.id(), all(offer), first, offer.version())))
                .containsExactly("offer.leg-of-another");
        Offer half =
                done(served.confirm(offer.id(), List.of(new Said(legs.get(0).key(), 3, null)), first, offer.version()));
        assertThat(left(1)).isEqualTo(Months.of(3));
        assertThat(served.waiting(OfferFilter.of(first), 0, 10).total()).isZero();
        assertThat(served.waiting(OfferFilter.of(second), 0, 10).total()).isEqualTo(1);
        done(served.confirm(
                offer.id(), List.of(new Said(legs.get(1).key(), 0, FewerReason.BEGAN_LATER)), second, half.version()));
        assertThat(left(1)).isEqualTo(Months.of(3));
        assertThat(given(1)).containsExactly(3);
        assertThat(record(1).facts().stays())
                .extracting(InstitutionStay::department)
                .containsExactly(new DepartmentId(round.position));
        replays(1);
    }

    /** One doctor, three months in each of two departments, who has served to the end. */
    private OfferedRound shared() {
        OfferedRound round = started(1, 6);
        QuarkusTransaction.requiringNew().run(() -> {
            round.execute("insert into department (id, hospital_id, division_name, name, on_call, place) values ('"
                    + round.position + "-2', '" + round.hospital + "', 'Medisin', 'Geriatri', true, 1)");
            round.execute("update placement set legs = '[{\"department\":\"" + round.position
                    + "\",\"months\":3},{\"department\":\"" + round.position + "-2\",\"months\":3}]'"
                    + " where position_id = '" + round.position + "'");
        });
        clock.set(LAST_DAY.plusDays(1));
        offerClock.run();
        return round;
    }

    @Test
    void a_stay_that_is_broken_off_leaves_a_vacancy_and_what_is_left_to_serve() {
        OfferedRound round = started(2, 6);
        Acting leader = department(round.position);
        long id = offer(1).id();
        LocalDate last = LocalDate.of(OfferedRound.YEAR, 11, 30);
        assertThat(codes(served.interruption(id, last, leader))).containsExactly("offer.last-day-unfit");
        clock.set(LocalDate.of(OfferedRound.YEAR, 11, 30));
        assertThat(codes(served.interruption(id, null, leader))).containsExactly("offer.last-day-missing");
        assertThat(codes(served.interruption(id, last, round.asDoctor(1)))).containsExactly("offer.not-by");
        Served.Interruption shown = done(served.interruption(id, last, leader));
        assertThat(shown.served()).extracting(each -> each.months()).containsExactly(Months.of(3));
        assertThat(shown.rests())
                .containsExactly(new Service.Rest(
                        new DepartmentId(round.position), LocalDate.of(OfferedRound.YEAR, 12, 1), LAST_DAY, true));
        assertThat(shown.left()).isEqualTo(Months.of(3));
        assertThat(offer(1).state()).isEqualTo(OfferState.STARTED);
        assertThat(vacancies()).isEmpty();
        assertThat(left(1)).isEqualTo(Months.of(6));

        assertThat(codes(served.interrupt(id, last, leader, offer(1).version() - 1)))
                .containsExactly("offer.offer-changed-meanwhile");
        Served.Interruption told = done(served.interrupt(id, last, leader, offer(1).version()));
        assertThat(told.rests()).isEqualTo(shown.rests());
        assertThat(told.left()).isEqualTo(shown.left());
        assertThat(offer(1).state()).isEqualTo(OfferState.INTERRUPTED);
        assertThat(round.holds(1)).isFalse();
        assertThat(given(1)).isEmpty();
        assertThat(vacancies())
                .extracting(each -> each.department() + " " + each.from() + " " + each.to() + " " + each.note())
                .containsExactly(round.position + " 2090-12-01 2091-02-28 null");
        assertThat(left(1)).isEqualTo(Months.of(3));
        assertThat(record(1).facts().entry().institution().interrupted()).isTrue();
        assertThat(record(1).isOpen()).isTrue();
        assertThat(record(1).facts().stays())
                .extracting(InstitutionStay::from, InstitutionStay::to, InstitutionStay::months)
                .containsExactly(tuple(FIRST_DAY, last, Months.of(3)));
        assertThat(changes(1)).containsExactly("REGISTERED", "SERVED leder");
        assertThat(done(served.of(id, round.asArea(1))).isWhole()).isTrue();
        List<OfferEvent> events = done(offers.events(id, leader));
        assertThat(events.get(events.size() - 1)).satisfies(event -> {
            assertThat(event.reason()).isNull();
            assertThat(event.text()).isNull();
        });
        assertThat(codes(served.interrupt(id, last, leader, offer(1).version())))
                .containsExactly("offer.interrupt-when");
        replays(1);
        // The other serves on, and is not touched.
        assertThat(offer(2).state()).isEqualTo(OfferState.STARTED);
        assertThat(left(2)).isEqualTo(Months.of(6));
    }

    @Test
    void under_three_months_count_for_nothing_and_under_three_that_are_left_are_the_departments_own() {
        OfferedRound round = started(2, 6);
        Acting kari = round.coordinator("kari");
        clock.set(LocalDate.of(OfferedRound.YEAR + 1, 1, 15));
        // What was told late: nobody can begin before today.
        Served.Interruption early = done(
                served.interrupt(offer(1).id(), LocalDate.of(OfferedRound.YEAR, 10, 15), kari, offer(1).version()));
        assertThat(early.served()).extracting(each -> each.months()).containsExactly(Months.ZERO);
        assertThat(early.left()).isEqualTo(Months.of(6));
        assertThat(record(1).facts().stays()).isEmpty();
        assertThat(early.rests()).extracting(Service.Rest::counts).containsExactly(false);
        done(served.interrupt(offer(2).id(), LocalDate.of(OfferedRound.YEAR + 1, 1, 15), kari, offer(2).version()));
        assertThat(left(2)).isEqualTo(new Months(16));
        assertThat(vacancies()).isEmpty();
    }

    /** What an earlier stay falls short of, a later round's stay no longer counts on. */
    @Test
    void what_a_stay_fell_short_of_is_left_before_the_later_ones() {
        OfferedRound round = started(3, 12);
        Acting kari = round.coordinator("kari");
        OfferedRound next = OfferedRound.of(database, 3);
        try {
            for (int seat = 1; seat <= 3; seat++) {
                given(next, seat);
            }
            assertThat(leftBefore(next, 1)).isEqualTo(Months.of(6));
            clock.set(LocalDate.of(OfferedRound.YEAR, 12, 15));
            done(served.interrupt(offer(1).id(), LocalDate.of(OfferedRound.YEAR, 12, 15), kari, offer(1).version()));
            // Of the six 3.4 count.
            assertThat(leftBefore(next, 1)).isEqualTo(new Months(86));
            assertThat(left(1)).isEqualTo(new Months(86));
            clock.set(LAST_DAY.plusDays(1));
            offerClock.run();
            done(served.confirm(offer(2).id(), only(offer(2), 4, FewerReason.ABSENT), kari, offer(2).version()));
            assertThat(leftBefore(next, 2)).isEqualTo(Months.of(8));
            assertThat(placements.besides(new RoundId("en-annen")).stream()
                            .filter(each -> each.round().equals(next.round)
                                    && each.hpr().equals(round.doctor(2)))
                            .map(GivenStay::monthsLeft))
                    .containsExactly(Months.of(8));
            done(served.confirm(offer(3).id(), all(offer(3)), kari, offer(3).version()));
            assertThat(leftBefore(next, 3)).isEqualTo(Months.of(6));
        } finally {
            next.remove();
        }
    }

    /** The spring after, to a doctor of the round before: six of the six that would then be left. */
    private void given(OfferedRound next, int seat) {
        QuarkusTransaction.requiringNew()
                .run(() -> next.execute(
                        "update placement set hpr = " + made.doctor(seat).value()
                                + ", half_year = '2091-V', period = daterange('2091-03-01', '2091-08-31', '[]'), months_left = 6"
                                + " where position_id = '" + next.position + "' and seat_number = " + seat));
    }

    private Months leftBefore(OfferedRound next, int seat) {
        Number held = (Number) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select id from placement where position_id = '" + next.position
                                + "' and seat_number = " + seat)
                        .getSingleResult());
        return placements.leftBefore(held.longValue()).orElseThrow();
    }

    private List<Vacancy> vacancies() {
        return done(vacancies.all(made.hospital, null)).stream()
                .map(Versioned::value)
                .toList();
    }
}
