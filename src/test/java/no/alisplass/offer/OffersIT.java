package no.alisplass.offer;

import static no.alisplass.Results.codes;
import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.alisplass.CpuTime;
import no.alisplass.SettableClock;
import no.alisplass.allocation.Placements;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.SeatLife;
import no.alisplass.offer.life.SeatState;
import no.alisplass.offer.life.Whom;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.policy.Policies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of offers in the database. */
@QuarkusTest
class OffersIT {
    private static final Random RANDOM = new Random();

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    HospitalOffers settings;

    @Inject
    Releases releases;

    @Inject
    Placements placements;

    @Inject
    Offers offers;

    @Inject
    SeatLives seatLives;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    Recovering recovering;

    @Inject
    OfferClock offerClock;

    @Inject
    OfferNews news;

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

    private OfferedRound round(int doctors) {
        made = OfferedRound.of(database, doctors);
        return made;
    }

    private OfferedRound released(int doctors) {
        OfferedRound round = round(doctors);
        done(releases.prepare(round.round, round.coordinator("kari")));
        done(releases.release(round.round, 1, null, round.coordinator("kari")));
        return round;
    }

    private Offer offer(int seat) {
        return offers.page(new OfferFilter(made.round, null, null, null, made.doctor(seat), null), 0, 10)
                .offers()
                .get(0);
    }

    private Receipt answered(int seat, OfferStep answer, String reason, Acting by) {
        return done(answers.give(
                done(answers.begin(offer(seat).id(), answer, reason, by)).key(), by));
    }

    private Result<Receipt> answer(Offer offer, OfferStep answer, Acting by) {
        String reason = answer == OfferStep.DECLINE ? DeclineReason.NO_LOCUM.name() : null;
        return answers.begin(offer.id(), answer, reason, by).then(begun -> answers.give(begun.key(), by));
    }

    private void set(AnsweredBy answeredBy, LeaveAndLocum leaveAndLocum, boolean leaderDecides) {
        OfferSettings usual = settings.of(made.hospital).value();
        done(settings.put(
                new OfferSettings(
                        made.hospital,
                        answeredBy,
                        leaveAndLocum,
                        leaderDecides,
                        usual.firstDays(),
                        usual.laterDays(),
                        usual.upgradeStopMonths(),
                        usual.lateStopWeeks(),
                        usual.rounds()),
                settings.of(made.hospital).version()));
    }

    /** The offers are what their events come to, and their placements hold what they hold. */
    private void everythingFits() {
        Acting coordinator = made.coordinator("kari");
        for (Offer offer : offers.page(OfferFilter.of(made.round), 0, 10_000).offers()) {
            List<OfferEvent> events = done(offers.events(offer.id(), coordinator));
            assertThat(OfferReplay.replay(events)).as("offer %d", offer.id()).isEqualTo(offer.facts());
        }
        List<?> apart = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select o.id from offer o"
                                + " join offer_seat s on s.offer_id = o.id join placement p on p.id = s.placement_id"
                                + " where o.round_id = :round and (p.active <> o.live or s.live <> o.live)")
                        .setParameter("round", made.round.value())
                        .getResultList());
        assertThat(apart).isEmpty();
    }

    @Test
    void the_whole_way_from_an_approved_round_to_a_completed_stay() {
        OfferedRound round = round(1);
        Acting kari = round.coordinator("kari");
        set(AnsweredBy.BOTH, LeaveAndLocum.BLOCK, true);
        assertThat(done(releases.proposed(round.round, OfferedRound.APPROVED)).rounds())
                .hasSize(5);
        OfferRound prepared = done(releases.prepare(round.round, kari));
        assertThat(prepared.offers()).isEqualTo(1);
        assertThat(offer(1).state()).isEqualTo(OfferState.DRAFT);
        assertThat(codes(offers.read(offer(1).id(), round.asDoctor(1)))).containsExactly("offer.offer-unknown");
        assertThat(codes(releases.release(round.round, 1, null, kari))).containsExactly("offer.undecided");
        done(decisions.assess(offer(1).id(), "Godt kvalifisert.", true, round.department(), 1L));
        OfferRound released = done(releases.release(round.round, 1, null, kari));
        // Monday 9 January 2090 at noon: five working days to answer, and marked the day after.
        assertThat(released.answerBy()).isEqualTo(WorkingDays.noon(LocalDate.of(2090, 1, 16)));
        assertThat(released.marking()).isEqualTo(WorkingDays.noon(LocalDate.of(2090, 1, 17)));
        assertThat(offer(1).isOpen(clock.instant())).isTrue();
        assertThat(codes(answers.begin(offer(1).id(), OfferStep.ACCEPT, null, round.asDoctor(1))))
                .containsExactly("offer.leave-not-arranged", "offer.locum-not-arranged");
        done(answers.tick(offer(1).id(), true, true, round.asArea(1), 3L));
        Receipt receipt = answered(1, OfferStep.ACCEPT_UPGRADABLE, null, round.asDoctor(1));
        assertThat(receipt.number()).isEqualTo(offer(1).id() + "-5");
        assertThat(receipt.warnings()).isEmpty();
        assertThat(codes(decisions.confirm(offer(1).id(), kari, 5L))).containsExactly("offer.confirm-when");
        answered(1, OfferStep.SETTLE, null, round.asArea(1));
        done(decisions.confirm(offer(1).id(), round.department(), 6L));
        assertThat(codes(decisions.start(offer(1).id(), round.department(), 7L)))
                .containsExactly("offer.not-begun");
        clock.set(LocalDate.of(2090, 9, 1));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.STARTED);
        assertThat(codes(decisions.complete(offer(1).id(), round.department(), 8L)))
                .containsExactly("offer.not-over");
        clock.set(LocalDate.of(2091, 3, 1));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.COMPLETED);
        assertThat(round.holds(1)).isTrue();
        assertThat(done(offers.events(offer(1).id(), kari)).stream().map(OfferEvent::step))
                .containsExactly(
                        OfferStep.PREPARE,
                        OfferStep.ASSESS,
                        OfferStep.RELEASE,
                        OfferStep.TICK,
                        OfferStep.ACCEPT_UPGRADABLE,
                        OfferStep.SETTLE,
                        OfferStep.CONFIRM,
                        OfferStep.START,
                        OfferStep.COMPLETE);
        assertThat(done(offers.told(offer(1).id(), kari)))
                .filteredOn(told -> told.whom() == Whom.DOCTOR)
                .extracting(Told::code)
                .containsExactly(
                        "offer.told-release",
                        "offer.told-accept-upgradable",
                        "offer.told-settle",
                        "offer.told-confirm",
                        "offer.told-complete");
        assertThat(done(offers.told(offer(1).id(), kari)))
                .filteredOn(told -> told.whom() == Whom.DEPARTMENT)
                .extracting(Told::code)
                .containsExactly(
                        "offer.told-prepare",
                        "offer.told-accept-upgradable",
                        "offer.told-settle",
                        "offer.told-confirm");
        assertThat(done(offers.told(offer(1).id(), kari)))
                .filteredOn(told -> told.code().equals("offer.told-release"))
                .allMatch(told -> told.answerBy().equals(released.answerBy()));
        everythingFits();
    }

    @Test
    void what_is_declined_expired_withdrawn_recalled_or_annulled_is_free_at_once() {
        OfferedRound round = released(6);
        seats(6);
        Acting kari = round.coordinator("kari");
        Acting ola = round.coordinator("ola");
        answered(1, OfferStep.DECLINE, DeclineReason.TIME_DOES_NOT_FIT.name(), round.asArea(1));
        assertThat(offer(1).state()).isEqualTo(OfferState.DECLINED);
        answered(2, OfferStep.ACCEPT, null, round.asDoctor(2));
        assertThat(codes(decisions.withdraw(offer(2).id(), null, false, kari, 3L)))
                .containsExactly("offer.reason-missing");
        done(answers.askWithdrawal(offer(2).id(), "NO_LOCUM", round.asArea(2), 3L));
        assertThat(codes(answers.askWithdrawal(offer(2).id(), "NO_LOCUM", round.asDoctor(2), 4L)))
                .containsExactly("offer.withdrawal-asked-already");
        done(decisions.refuseWithdrawal(offer(2).id(), "Vikaren er funnet.", kari, 4L));
        assertThat(codes(decisions.refuseWithdrawal(offer(2).id(), "Igjen.", kari, 5L)))
                .containsExactly("offer.withdrawal-not-asked");
        done(answers.askWithdrawal(offer(2).id(), "LEFT_AREA", round.asArea(2), 5L));
        done(decisions.withdraw(offer(2).id(), null, false, kari, 6L));
        assertThat(codes(decisions.recall(offer(3).id(), ola, 2L))).containsExactly("offer.recall-not-asked");
        done(decisions.askRecall(offer(3).id(), "WRONG_RUN", "Feil liste.", kari, 2L));
        assertThat(codes(decisions.recall(offer(3).id(), kari, 3L))).containsExactly("offer.recall-by-another");
        done(decisions.recall(offer(3).id(), ola, 3L));
        answered(4, OfferStep.ACCEPT, null, round.asDoctor(4));
        done(decisions.annul(offer(4).id(), "CHECK_FAILED", "Politiattest mangler.", kari, 3L));
        assertThat(List.of(1, 2, 3, 4)).noneMatch(round::holds);
        assertThat(done(offers.events(offer(4).id(), round.asArea(4))).get(2).reason())
                .as("not for the employer")
                .isNull();
        assertThat(done(offers.events(offer(4).id(), round.asDoctor(4))).get(2).reason())
                .isEqualTo("CHECK_FAILED");

        done(answers.askTime(offer(5).id(), LocalDate.of(2090, 1, 18), round.asDoctor(5), 2L));
        assertThat(codes(answers.askTime(offer(5).id(), LocalDate.of(2090, 1, 18), round.asDoctor(5), 3L)))
                .containsExactly("offer.time-asked-already");
        assertThat(codes(decisions.grantTime(offer(5).id(), LocalDate.of(2090, 1, 21), kari, 3L)))
                .containsExactly("offer.not-a-working-day");
        done(decisions.grantTime(offer(5).id(), null, kari, 3L));
        clock.set(WorkingDays.noon(LocalDate.of(2090, 1, 16)));
        assertThat(codes(answer(offer(6), OfferStep.ACCEPT, round.asDoctor(6))))
                .as("though no clock has come by")
                .containsExactly("offer.deadline-passed");
        offerClock.run();
        assertThat(offer(5).state()).isEqualTo(OfferState.SENT);
        assertThat(offer(6).state()).isEqualTo(OfferState.EXPIRED);
        assertThat(round.holds(6)).isFalse();
        assertThat(codes(answer(offer(6), OfferStep.ACCEPT, round.asDoctor(6)))).containsExactly("offer.accept-when");
        assertThat(codes(decisions.reinstate(offer(6).id(), " ", kari, 3L))).containsExactly("offer.text-missing");
        Offer again = done(decisions.reinstate(offer(6).id(), "Var på reise.", kari, 3L));
        assertThat(again.facts().answerBy()).isEqualTo(WorkingDays.noon(LocalDate.of(2090, 1, 18)));
        assertThat(round.holds(6)).isTrue();
        clock.set(again.facts().answerBy());
        offerClock.run();
        assertThat(List.of(offer(5).state(), offer(6).state())).containsOnly(OfferState.EXPIRED);
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into placement (run_id, hpr, area_code, position_id,"
                        + " half_year, seat_number, period, legs) select run_id, 880000000, area_code, position_id, half_year,"
                        + " seat_number, period, legs from placement where position_id = '" + round.position
                        + "' and seat_number = 6"));
        seats(1);
        assertThat(codes(decisions.reinstate(offer(6).id(), "Var på reise.", kari, 5L)))
                .as("the hospital has one seat left, and another holds it")
                .containsExactly("offer.seat-taken");
        seats(2);
        assertThat(done(decisions.reinstate(offer(6).id(), "Var på reise.", kari, 5L))
                        .seats())
                .as("another seat of the same position")
                .extracting(Offer.Seat::number)
                .containsExactly(1);
        assertThat(offer(6).seats()).extracting(Offer.Seat::number).containsExactly(1);
        assertThat(codes(decisions.reinstate(offer(5).id(), "Var på reise.", kari, offer(5).version())))
                .containsExactly("offer.seat-taken");
        everythingFits();
    }

    @Test
    void two_seats_that_go_together_are_one_offer() {
        OfferedRound round = round(2);
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into placement (run_id, hpr, area_code, position_id,"
                        + " half_year, seat_number, period, legs) select run_id, hpr, area_code, position_id, '2091-V', seat_number,"
                        + " daterange('2091-03-01', '2091-08-31', '[]'), legs from placement where position_id = '"
                        + round.position + "'"));
        Acting kari = round.coordinator("kari");
        assertThat(done(releases.prepare(round.round, kari)).offers()).isEqualTo(2);
        done(releases.release(round.round, 1, null, kari));
        assertThat(offer(1).seats())
                .extracting(seat -> seat.halfYear().toString())
                .containsExactly("2090-H", "2091-V");
        assertThat(offer(1).end()).isEqualTo(LocalDate.of(2091, 8, 31));
        answered(1, OfferStep.DECLINE, DeclineReason.OTHER.name(), round.asDoctor(1));
        assertThat(round.holds(1)).isFalse();
        answered(2, OfferStep.ACCEPT, null, round.asDoctor(2));
        done(decisions.confirm(offer(2).id(), kari, 3L));
        clock.set(LocalDate.of(2091, 3, 1));
        offerClock.run();
        assertThat(offer(2).state()).as("between the two").isEqualTo(OfferState.STARTED);
        everythingFits();
    }

    @Test
    void the_later_of_two_half_years_can_be_given_up_and_the_first_is_kept() {
        OfferedRound round = round(2);
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into placement (run_id, hpr, area_code, position_id,"
                        + " half_year, seat_number, period, legs) select run_id, hpr, area_code, position_id, '2091-V', seat_number,"
                        + " daterange('2091-03-01', '2091-08-31', '[]'), legs from placement where position_id = '"
                        + round.position + "'"));
        Acting kari = round.coordinator("kari");
        done(releases.prepare(round.round, kari));
        done(releases.release(round.round, 1, null, kari));
        Answers.GivingUp told = done(answers.givingUp(offer(1).id(), round.asArea(1)));
        assertThat(told.kept())
                .as("said before the answer")
                .extracting(seat -> seat.halfYear().toString())
                .containsExactly("2090-H");
        assertThat(told.later().halfYear()).hasToString("2091-V");
        assertThat(told.months()).isEqualTo(6);
        assertThat(codes(decisions.giveUp(offer(1).id(), "OTHER", kari, offer(1).version())))
                .containsExactly("offer.give-up-when");
        for (int seat : new int[] {1, 2}) {
            answered(seat, OfferStep.ACCEPT, null, round.asArea(seat));
            done(decisions.confirm(offer(seat).id(), kari, offer(seat).version()));
        }
        assertThat(codes(answers.askDeferral(offer(1).id(), round.asArea(1), offer(1).version())))
                .containsExactly("offer.deferral-of-one-seat");
        assertThat(codes(answers.askGiveUp(offer(1).id(), "ILL", round.asArea(1), offer(1).version())))
                .containsExactly("offer.reason-unknown");
        done(answers.askGiveUp(offer(1).id(), "NO_LOCUM", round.asArea(1), offer(1).version()));
        assertThat(codes(answers.askGiveUp(offer(1).id(), "NO_LOCUM", round.asDoctor(1), offer(1).version())))
                .containsExactly("offer.give-up-asked-already");
        done(decisions.refuseGiveUp(offer(1).id(), "Vikaren er funnet.", kari, offer(1).version()));
        done(answers.askGiveUp(offer(1).id(), "NO_LOCUM", round.asDoctor(1), offer(1).version()));
        clock.set(LocalDate.of(2090, 9, 1));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.STARTED);

        Offer kept = done(decisions.giveUp(offer(1).id(), null, kari, offer(1).version()));
        assertThat(kept).isEqualTo(offer(1));
        assertThat(kept.state()).isEqualTo(OfferState.STARTED);
        assertThat(kept.facts().giveUpAsked()).isNull();
        assertThat(kept.end()).isEqualTo(LocalDate.of(2091, 2, 28));
        assertThat(told(1, Whom.DEPARTMENT)).contains("offer.told-give-up");
        assertThat(placements.besides(new RoundId("en-annen")).stream()
                        .filter(given -> given.hpr().equals(round.doctor(1)))
                        .map(given -> given.halfYear().toString()))
                .as("what is left is for the next round")
                .containsExactly("2090-H");
        assertThat(codes(decisions.giveUp(offer(1).id(), "OTHER", kari, offer(1).version())))
                .containsExactly("offer.give-up-of-two");
        everythingFits();
        clock.set(LocalDate.of(2091, 3, 1));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.COMPLETED);
        assertThat(offer(2).state()).isEqualTo(OfferState.STARTED);
        assertThat(codes(decisions.giveUp(offer(2).id(), "OTHER", kari, offer(2).version())))
                .containsExactly("offer.later-begun");
    }

    @Test
    void where_every_seat_stands_is_told_of_who_holds_it() {
        OfferedRound round = round(3);
        seats(4);
        Acting kari = round.coordinator("kari");
        assertThat(seats()).containsExactly(SeatState.PROPOSED, SeatState.PROPOSED, SeatState.PROPOSED, SeatState.FREE);
        done(releases.prepare(round.round, kari));
        assertThat(seats()).containsExactly(SeatState.READY, SeatState.READY, SeatState.READY, SeatState.FREE);
        done(decisions.turnDown(offer(3).id(), "REFERENCES", "Etter samtale.", false, kari, 1L));
        done(releases.release(round.round, 1, null, kari));
        answered(1, OfferStep.ACCEPT, null, round.asDoctor(1));
        assertThat(seats()).containsExactly(SeatState.HELD, SeatState.OFFERED, SeatState.FREE, SeatState.FREE);
        clock.set(WorkingDays.noon(LocalDate.of(2090, 7, 7)));
        offerClock.run();
        assertThat(seats()).containsExactly(SeatState.HELD, SeatState.RELEASED, SeatState.RELEASED, SeatState.RELEASED);
        assertThat(codes(releases.prepare(round.round, kari))).containsExactly("offer.too-late-to-release");
    }

    private void seats(int count) {
        changed("insert into position_seats (position_id, half_year, seats, version) values ('" + made.position
                + "', '2090-H', " + count + ", 0) on conflict (position_id, half_year) do update set seats = " + count);
    }

    private List<SeatState> seats() {
        return done(seatLives.of(made.round)).stream().map(SeatLife::state).toList();
    }

    @Test
    void two_persons_take_back_all_that_is_not_answered_and_nobody_outside_knows_before() {
        OfferedRound round = released(4);
        Acting kari = round.coordinator("kari");
        Acting ola = round.coordinator("ola");
        answered(1, OfferStep.ACCEPT, null, round.asDoctor(1));
        assertThat(codes(decisions.recallAll(round.round, ola))).containsExactly("offer.recall-not-asked");
        assertThat(codes(decisions.askRecallOfAll(round.round, "WRONG_RUN", "Feil.", round.asArea(1))))
                .containsExactly("offer.not-by");
        assertThat(done(decisions.askRecallOfAll(round.round, "WRONG_RUN", "Feil i listen.", kari)))
                .isEqualTo(3);
        Offer seen = done(offers.read(offer(2).id(), round.asDoctor(2)));
        assertThat(seen.facts().recallAskedBy()).isNull();
        assertThat(done(offers.read(seen.id(), kari)).facts().recallAskedBy()).isEqualTo("kari");
        assertThat(done(offers.events(seen.id(), round.asArea(2))))
                .extracting(OfferEvent::step)
                .containsExactly(OfferStep.RELEASE);
        assertThat(List.of(
                        done(answers.begin(offer(2).id(), OfferStep.DECLINE, "OTHER", round.asDoctor(2)))
                                .offer(),
                        done(answers.tick(offer(2).id(), true, false, round.asArea(2), 3L)),
                        done(answers.askTime(offer(4).id(), LocalDate.of(2090, 1, 18), round.asDoctor(4), 3L))))
                .allMatch(told -> told.facts().recallAskedBy() == null);
        assertThat(done(answers.askWithdrawal(offer(1).id(), "OTHER", round.asDoctor(1), 3L))
                        .facts()
                        .recallAskedBy())
                .isNull();
        answered(2, OfferStep.ACCEPT, null, round.asArea(2));
        assertThat(codes(decisions.recallAll(round.round, kari))).containsExactly("offer.recall-by-another");
        assertThat(done(decisions.recallAll(round.round, ola))).isEqualTo(2);
        assertThat(offers.counts(OfferFilter.of(kari).in(round.round)))
                .isEqualTo(Map.of(OfferState.ACCEPTED, 2L, OfferState.RECALLED, 2L));
        assertThat(offers.page(OfferFilter.of(round.asArea(1)).in(Set.of(OfferState.RECALLED)), 0, 10)
                        .offers())
                .extracting(Offer::hpr)
                .containsExactly(round.doctor(3));
        assertThat(done(offers.told(offer(3).id(), round.asDoctor(3))))
                .extracting(Told::code)
                .containsExactly("offer.told-release", "offer.told-recall");
        everythingFits();
    }

    private List<String> told(int seat, Whom whom) {
        return done(offers.told(offer(seat).id(), made.coordinator("kari"))).stream()
                .filter(told -> told.whom() == whom)
                .map(Told::code)
                .toList();
    }

    @Test
    void what_is_not_sent_ends_by_the_coordinator_or_at_the_late_stop() {
        OfferedRound round = round(4);
        Acting kari = round.coordinator("kari");
        set(AnsweredBy.BOTH, LeaveAndLocum.WARN, true);
        done(releases.prepare(round.round, kari));
        assertThat(codes(decisions.drop(offer(1).id(), null, "", kari, 1L)))
                .containsExactlyInAnyOrder("offer.text-missing", "offer.reason-missing");
        assertThat(codes(decisions.drop(offer(1).id(), "WRONG_FACTS", "Feil.", round.department(), 1L)))
                .containsExactly("offer.not-by");
        done(decisions.drop(offer(1).id(), "WRONG_FACTS", "Gjelder en annen lege.", kari, 1L));
        assertThat(codes(decisions.needMore(offer(2).id(), " ", round.department(), 1L)))
                .containsExactly("offer.needed-missing");
        assertThat(codes(decisions.needMore(offer(2).id(), "Mangler attest.", kari, 1L)))
                .containsExactly("offer.not-by");
        Offer waits = done(decisions.needMore(offer(2).id(), "Mangler attest.", round.department(), 1L));
        assertThat(waits.state()).isEqualTo(OfferState.DRAFT);
        assertThat(waits.facts().needed()).isEqualTo("Mangler attest.");
        assertThat(told(2, Whom.COORDINATOR)).containsExactly("offer.told-need-more");
        assertThat(offers.counts(OfferFilter.of(kari).in(round.round).onlyAsked()))
                .containsExactly(Map.entry(OfferState.DRAFT, 1L));
        done(decisions.assess(offer(2).id(), "Godt kvalifisert.", true, round.department(), 2L));
        assertThat(offer(2).facts().needed()).isNull();
        assertThat(done(offers.events(offer(2).id(), kari)))
                .extracting(OfferEvent::references)
                .containsExactly(null, null, true);
        assertThat(List.of(offer(1).state(), offer(2).state(), offer(3).state()))
                .containsExactly(OfferState.DROPPED, OfferState.READY, OfferState.DRAFT);
        assertThat(round.holds(1)).isFalse();
        assertThat(codes(offers.read(offer(1).id(), round.asDoctor(1)))).containsExactly("offer.offer-unknown");
        assertThat(told(1, Whom.DEPARTMENT)).containsExactly("offer.told-prepare", "offer.told-drop");
        assertThat(told(1, Whom.DOCTOR)).isEmpty();
        clock.set(WorkingDays.noon(LocalDate.of(2090, 7, 7)));
        offerClock.run();
        assertThat(List.of(2, 3, 4))
                .allMatch(seat -> offer(seat).state() == OfferState.DROPPED)
                .noneMatch(round::holds);
        assertThat(told(3, Whom.COORDINATOR)).containsExactly("offer.told-lapse");
        assertThat(told(3, Whom.DEPARTMENT)).containsExactly("offer.told-prepare", "offer.told-lapse");
        everythingFits();
    }

    @Test
    void what_was_never_sent_is_closed_and_the_next_offer_round_is_the_first_to_be_answered() {
        OfferedRound round = round(2);
        Acting kari = round.coordinator("kari");
        done(releases.prepare(round.round, kari));
        assertThat(codes(decisions.turnDown(offer(1).id(), "REFERENCES", "Nei.", false, round.department(), 1L)))
                .as("the approval is the decision here")
                .containsExactly("offer.no-decision-asked");
        done(decisions.turnDown(offer(1).id(), "REFERENCES", "Etter samtale.", false, kari, 1L));
        assertThat(releases.of(round.round).get(0).isOpen()).isTrue();
        done(decisions.drop(offer(2).id(), "WRONG_RUN", "Feil i listen.", kari, 1L));
        assertThat(releases.of(round.round).get(0).isOpen()).isFalse();
        assertThat(codes(releases.release(round.round, 1, null, kari))).containsExactly("offer.nothing-to-release");
        assertThat(codes(releases.prepare(round.round, kari))).containsExactly("offer.nothing-to-prepare");
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into placement (run_id, hpr, area_code, position_id, half_year,"
                        + " seat_number, period, legs) select run_id, "
                        + round.doctor(3).value()
                        + ", area_code, position_id, half_year, 3, period, legs from placement where position_id = '"
                        + round.position + "' and seat_number = 1"));
        OfferRound next = done(releases.prepare(round.round, kari));
        assertThat(List.of(next.number(), next.offers())).containsExactly(2, 1);
        assertThat(done(releases.release(round.round, 2, null, kari)).answerBy())
                .as("five working days, as of the first")
                .isEqualTo(WorkingDays.noon(LocalDate.of(2090, 1, 16)));
        everythingFits();
    }

    private void set(int firstDays, int lateStopWeeks, int rounds) {
        done(settings.put(
                new OfferSettings(
                        made.hospital,
                        AnsweredBy.BOTH,
                        LeaveAndLocum.WARN,
                        true,
                        firstDays,
                        2,
                        4,
                        lateStopWeeks,
                        rounds),
                settings.of(made.hospital).version()));
    }

    @Test
    void the_upgrade_stop_follows_the_day_on_which_the_last_ordinary_offers_really_go_out() {
        OfferedRound round = round(1);
        Acting kari = round.coordinator("kari");
        set(5, 8, 1);
        done(releases.prepare(round.round, kari));
        assertThat(releases.course(round.round).orElseThrow().upgradeStop())
                .isEqualTo(WorkingDays.noon(LocalDate.of(2090, 4, 28)));
        // The department takes four weeks.
        clock.set(LocalDate.of(2090, 2, 6));
        OfferRound released = done(releases.release(round.round, 1, "Avdelingen svarer ikke.", kari));
        assertThat(releases.course(round.round).orElseThrow().upgradeStop())
                .isEqualTo(released.marking())
                .isEqualTo(WorkingDays.noon(LocalDate.of(2090, 2, 14)));
        assertThat(done(offers.events(offer(1).id(), kari)))
                .filteredOn(event -> event.number() > 1)
                .extracting(OfferEvent::at)
                .containsOnly(releases.of(round.round).get(0).releasedAt());
        answered(1, OfferStep.ACCEPT_UPGRADABLE, null, round.asDoctor(1));
        everythingFits();
    }

    @Test
    void nothing_is_sent_or_opened_again_that_would_be_answered_after_the_late_stop() {
        OfferedRound round = round(2);
        Acting kari = round.coordinator("kari");
        set(30, 0, 5);
        done(releases.prepare(round.round, kari));
        clock.set(WorkingDays.noon(LocalDate.of(2090, 9, 1)).minusSeconds(60));
        assertThat(codes(releases.release(round.round, 1, "Haster.", kari))).containsExactly("offer.no-time-to-answer");
        clock.set(WorkingDays.noon(LocalDate.of(2090, 7, 3)));
        OfferRound released = done(releases.release(round.round, 1, "Haster.", kari));
        clock.set(released.answerBy());
        offerClock.run();
        clock.set(WorkingDays.noon(LocalDate.of(2090, 8, 31)));
        assertThat(codes(decisions.reinstate(offer(1).id(), "Var på reise.", kari, offer(1).version())))
                .containsExactly("offer.no-time-to-answer");
    }

    @Test
    void that_a_yes_is_to_be_taken_back_is_not_forgotten_by_the_clock_or_a_contract() {
        OfferedRound round = released(1);
        Acting kari = round.coordinator("kari");
        answered(1, OfferStep.ACCEPT_UPGRADABLE, null, round.asDoctor(1));
        done(answers.askWithdrawal(offer(1).id(), "NO_LOCUM", round.asArea(1), 3L));
        clock.set(WorkingDays.noon(LocalDate.of(2090, 5, 2)));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.ACCEPTED);
        done(decisions.confirm(offer(1).id(), kari, 5L));
        clock.set(LocalDate.of(2090, 9, 1));
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.CONFIRMED);
        assertThat(codes(decisions.start(offer(1).id(), kari, 6L))).containsExactly("offer.withdrawal-undecided");
        done(decisions.withdraw(offer(1).id(), null, false, kari, 6L));
        assertThat(done(offers.events(offer(1).id(), kari)).get(6).reason()).isEqualTo("NO_LOCUM");
        everythingFits();
    }

    @Test
    void a_yes_taken_back_after_the_upgrade_stop_counts_in_the_next_round_where_the_policy_says_so(@TempDir Path folder)
            throws IOException {
        String policy = Files.readString(Path.of("solver-config/policies/ahus-2020-v2.yaml"));
        Files.writeString(
                folder.resolve("sen.yaml"),
                policy + "\noffers:\n  source: Utlysningen\n  late-withdrawal: behind-equals\n");
        Files.copy(Path.of("solver-config/policies/ahus-2020-v3.yaml"), folder.resolve("ikke-sen.yaml"));
        QuarkusMock.installMockForType(Policies.of(folder), Policies.class);
        OfferedRound round = round(5);
        Acting kari = round.coordinator("kari");
        RoundId next = new RoundId(round.round + "-neste");
        QuarkusTransaction.requiringNew().run(() -> {
            round.execute(
                    "insert into allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,"
                            + " policy_version, objective, lottery_seed, deadline, state, version) select '" + next
                            + "', hospital_id, 'Neste', '2091-V', 1, policy_id, policy_version, objective, lottery_seed,"
                            + " deadline, 'DRAFT', 0 from allocation_round where id = '" + round.round + "'");
        });
        try {
            done(releases.prepare(round.round, kari));
            done(releases.release(round.round, 1, null, kari));
            for (int seat = 1; seat <= 5; seat++) {
                answered(seat, OfferStep.ACCEPT, null, round.asArea(seat));
            }
            assertThat(codes(answers.takingBack(offer(1).id(), round.department())))
                    .containsExactly("offer.not-by");
            Answers.TakingBack before = done(answers.takingBack(offer(1).id(), round.asArea(1)));
            assertThat(before.counts()).isTrue();
            assertThat(before.behind()).isFalse();
            changed("update allocation_run set policy_version = 3 where round_id = '" + round.round + "'");
            assertThat(done(answers.takingBack(offer(1).id(), round.asArea(1))).counts())
                    .as("by the policy of the approved run, whatever the round was opened with")
                    .isFalse();
            changed("update allocation_run set policy_version = 2 where round_id = '" + round.round + "'");
            done(answers.askWithdrawal(offer(1).id(), "OTHER", round.asArea(1), offer(1).version()));
            done(recovering.stop(round.round, "Kan være feil.", kari));
            clock.set(before.upgradeStop());
            assertThat(done(answers.takingBack(offer(2).id(), kari)).behind())
                    .as("no deadline runs while the offers are stopped")
                    .isFalse();
            done(recovering.thaw(round.round, "Ingen feil.", kari));
            assertThat(done(answers.takingBack(offer(2).id(), kari)).behind())
                    .as("the stop was set anew")
                    .isFalse();
            clock.set(done(answers.takingBack(offer(2).id(), kari)).upgradeStop());
            assertThat(done(answers.takingBack(offer(1).id(), kari)).behind())
                    .as("it was asked for in time")
                    .isFalse();
            assertThat(done(answers.takingBack(offer(2).id(), round.asDoctor(2)))
                            .behind())
                    .isTrue();
            done(decisions.withdraw(offer(1).id(), null, false, kari, offer(1).version()));
            done(decisions.withdraw(offer(2).id(), "OTHER", false, kari, offer(2).version()));
            done(decisions.withdraw(offer(3).id(), "WEIGHTY", false, kari, offer(3).version()));
            done(decisions.withdraw(offer(4).id(), "OTHER", true, kari, offer(4).version()));
            assertThat(List.of(1, 2, 3, 4))
                    .extracting(seat -> {
                        List<OfferEvent> events = done(offers.events(offer(seat).id(), round.asDoctor(seat)));
                        return events.get(events.size() - 1).late();
                    })
                    .containsExactly(null, true, false, false);
            assertThat(placements.earlier(next).withdrewLate()).containsExactly(round.doctor(2));
            assertThat(placements.earlier(round.round).withdrewLate()).isEmpty();
            // Was the next approved before, it is the one after that; was it approved afterwards, it is itself.
            RoundId after = new RoundId(round.round + "-etter");
            changed("insert into allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,"
                    + " policy_version, objective, lottery_seed, deadline, state, version) select '" + after
                    + "', hospital_id, 'Etter', '2091-H', 1, policy_id, policy_version, objective, lottery_seed, deadline,"
                    + " 'DRAFT', 0 from allocation_round where id = '" + round.round + "'");
            assertThat(placements.earlier(next).withdrewLate()).containsExactly(round.doctor(2));
            changed(
                    "insert into allocation_run (round_id, number, state, total, problem, problem_hash, roster, policy_id,"
                            + " policy_version, seed, proposal, certificate, checked, started_by, requested_at, approved_by,"
                            + " approved_at) select '" + next
                            + "', 1, 'APPROVED', 0, problem, problem_hash, roster, policy_id,"
                            + " policy_version, seed, proposal, certificate, checked, 'test', now(), 'test',"
                            + " timestamptz '2090-01-02' from allocation_run where round_id = '" + round.round + "'");
            assertThat(placements.earlier(next).withdrewLate()).isEmpty();
            assertThat(placements.earlier(after).withdrewLate()).containsExactly(round.doctor(2));
            changed("update allocation_run set approved_at = timestamptz '2099-01-02' where round_id = '" + next + "'");
            assertThat(placements.earlier(next).withdrewLate()).containsExactly(round.doctor(2));
            assertThat(placements.earlier(after).withdrewLate()).isEmpty();
            everythingFits();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                round.execute("delete from allocation_run where round_id = '" + next + "'");
                round.execute("delete from allocation_round where id like '" + next + "' or id like '" + round.round
                        + "-etter'");
            });
        }
    }

    @Test
    void a_stay_is_put_off_for_a_half_year_only_where_a_seat_is_reserved_for_it() {
        OfferedRound round = round(3);
        Acting kari = round.coordinator("kari");
        done(releases.prepare(round.round, kari));
        done(releases.release(round.round, 1, null, kari));
        answered(1, OfferStep.ACCEPT, null, round.asArea(1));
        answered(2, OfferStep.ACCEPT, null, round.asArea(2));
        done(decisions.confirm(offer(1).id(), kari, offer(1).version()));
        long put = offer(1).id();
        assertThat(codes(decisions.defer(put, kari, offer(1).version()))).containsExactly("offer.deferral-not-asked");
        assertThat(codes(answers.askDeferral(put, round.asArea(1), offer(1).version())))
                .containsExactly("offer.no-seat-later");
        assertThat(done(answers.later(put, round.asArea(1))).inTheWay().code()).isEqualTo("offer.no-seat-later");
        changed("insert into position_seats (position_id, half_year, seats, version) values ('" + round.position
                + "', '2091-V', 1, 0)");
        assertThat(done(answers.later(put, round.asDoctor(1))))
                .isEqualTo(new Answers.Later(HalfYear.parse("2091-V"), null));
        changed("update position_seats set seats = 2 where position_id = '" + round.position + "'");
        changed("insert into placement (run_id, hpr, area_code, position_id, half_year, seat_number, period, legs)"
                + " select run_id, hpr, area_code, position_id, '2091-V', 9, daterange('2091-03-01', '2091-09-01'), legs"
                + " from placement where hpr = " + round.doctor(3).value());
        changed("insert into waitlist_submission (round_id, area_code, number, content, sha256, submitted_at,"
                + " submitted_by, away_limit) values ('" + round.round
                + "', '9981', 1, '{\"schema\":1,\"entries\":[]}', repeat('0', 64),"
                + " timestamptz '2089-11-30 12:00', 'test', 1)");
        assertThat(done(answers.later(put, round.asDoctor(1))).inTheWay().code())
                .as("one of the area is away then, and it spares one")
                .isEqualTo("offer.not-spared-later");
        changed("delete from placement where half_year = '2091-V' and hpr = "
                + round.doctor(3).value());
        changed("update position_seats set seats = 1 where position_id = '" + round.position + "'");
        clock.set(offer(1).start());
        assertThat(done(answers.later(put, round.asDoctor(1))).inTheWay().code())
                .isEqualTo("offer.deferral-begun");
        clock.set(OfferedRound.APPROVED);
        assertThat(codes(answers.askDeferral(offer(3).id(), round.asArea(3), offer(3).version())))
                .containsExactly("offer.ask-deferral-when");
        done(answers.askDeferral(put, round.asArea(1), offer(1).version()));
        assertThat(codes(answers.askDeferral(put, round.asDoctor(1), offer(1).version())))
                .containsExactly("offer.deferral-asked-already");
        assertThat(codes(answers.askWithdrawal(put, "OTHER", round.asArea(1), offer(1).version())))
                .containsExactly("offer.deferral-undecided");
        assertThat(told(1, Whom.COORDINATOR)).contains("offer.told-ask-deferral");
        done(decisions.refuseDeferral(put, "Avdelingen trenger legen nå.", kari, offer(1).version()));
        assertThat(offer(1).facts().deferralAsked()).isFalse();
        done(answers.askWithdrawal(put, "OTHER", round.asArea(1), offer(1).version()));
        assertThat(codes(answers.askDeferral(put, round.asArea(1), offer(1).version())))
                .containsExactly("offer.withdrawal-undecided");
        done(decisions.refuseWithdrawal(put, "Blir.", kari, offer(1).version()));
        done(answers.askDeferral(put, round.asDoctor(1), offer(1).version()));

        Offer later = done(decisions.defer(put, kari, offer(1).version()));
        assertThat(done(offers.read(put, kari)).state()).isEqualTo(OfferState.DEFERRED);
        assertThat(later.state()).isEqualTo(OfferState.ACCEPTED);
        assertThat(later.start()).isEqualTo(LocalDate.of(2091, 3, 1));
        assertThat(placements.besides(new RoundId("en-annen")).stream()
                        .filter(given -> given.hpr().equals(round.doctor(1)))
                        .map(given -> given.halfYear().toString()))
                .as("what later rounds take the doctor to have")
                .containsExactly("2091-V");
        assertThat(done(offers.told(later.id(), round.asDoctor(1))))
                .extracting(Told::code)
                .containsExactly("offer.told-defer");
        assertThat(codes(answers.askDeferral(later.id(), round.asArea(1), later.version())))
                .containsExactly("offer.deferred-already");
        assertThat(codes(answers.askDeferral(offer(2).id(), round.asArea(2), offer(2).version())))
                .as("the one seat there is, is reserved")
                .containsExactly("offer.no-seat-later");
        assertThat(codes(decisions.defer(put, kari, 9L))).containsExactly("offer.defer-when");
        everythingFits();
    }

    @Test
    void each_is_told_until_when_and_one_kind_of_step_that_fails_stops_no_other() {
        OfferedRound round = released(2);
        Acting kari = round.coordinator("kari");
        Instant first = WorkingDays.noon(LocalDate.of(2090, 1, 16));
        done(answers.askTime(offer(1).id(), LocalDate.of(2090, 1, 18), round.asDoctor(1), 2L));
        done(decisions.refuseTime(offer(1).id(), kari, 3L));
        assertThat(done(offers.told(offer(1).id(), kari)))
                .filteredOn(told -> told.event() == 3)
                .extracting(told -> told.whom() + " " + told.answerBy())
                .containsExactlyInAnyOrder("COORDINATOR " + first, "DOCTOR null", "AREA null");
        assertThat(done(offers.told(offer(1).id(), kari)))
                .filteredOn(told -> told.event() == 4)
                .extracting(Told::answerBy)
                .containsOnly(first);
        answered(2, OfferStep.ACCEPT, null, round.asArea(2));
        assertThat(told(2, Whom.DOCTOR)).containsExactly("offer.told-release", "offer.told-accept");
        done(decisions.confirm(offer(2).id(), kari, 3L));
        clock.set(LocalDate.of(2090, 9, 1));
        changed("create function fails_for_a_test() returns trigger language plpgsql as $$ begin"
                + " raise exception 'as asked'; end $$");
        changed("create trigger fails_for_a_test before update on offer for each row when (new.state = 'EXPIRED')"
                + " execute function fails_for_a_test()");
        try {
            assertThatThrownBy(() -> offerClock.run()).hasStackTraceContaining("as asked");
            assertThat(offer(2).state()).isEqualTo(OfferState.STARTED);
        } finally {
            changed("drop function fails_for_a_test cascade");
        }
        offerClock.run();
        assertThat(offer(1).state()).isEqualTo(OfferState.EXPIRED);
    }

    @Test
    void what_cannot_be_done_is_refused_by_name() {
        OfferedRound round = round(2);
        Acting kari = round.coordinator("kari");
        assertThat(codes(releases.prepare(round.round, round.asArea(1)))).containsExactly("offer.not-by");
        assertThat(codes(releases.prepare(round.round, round.department()))).containsExactly("offer.not-by");
        assertThat(codes(releases.release(round.round, 1, null, kari))).containsExactly("offer.offer-round-unknown");
        done(releases.prepare(round.round, kari));
        assertThat(codes(releases.prepare(round.round, kari))).containsExactly("offer.prepared-already");
        done(releases.release(round.round, 1, null, kari));
        assertThat(codes(releases.release(round.round, 1, null, kari))).containsExactly("offer.released-already");
        assertThat(codes(releases.prepare(round.round, kari))).containsExactly("offer.nothing-to-prepare");
        long id = offer(1).id();
        assertThat(codes(answers.begin(id, OfferStep.RECALL, null, round.asDoctor(1))))
                .containsExactly("offer.answer-unfit");
        assertThat(codes(answers.begin(id, OfferStep.DECLINE, "SYK", round.asDoctor(1))))
                .containsExactly("offer.reason-unknown");
        assertThat(codes(answers.begin(id, OfferStep.DECLINE, null, round.asDoctor(1))))
                .containsExactly("offer.reason-missing");
        assertThat(codes(answers.begin(id, OfferStep.ACCEPT, null, round.asDoctor(2))))
                .containsExactly("offer.offer-unknown");
        assertThat(codes(answers.begin(id, OfferStep.ACCEPT, null, kari))).containsExactly("offer.not-by");
        assertThat(codes(answers.give(UUID.randomUUID(), round.asDoctor(1)))).containsExactly("offer.answer-unknown");
        UUID key = done(answers.begin(id, OfferStep.ACCEPT, null, round.asDoctor(1)))
                .key();
        assertThat(codes(answers.give(key, round.asArea(1)))).containsExactly("offer.answer-unknown");
        set(AnsweredBy.AREA, LeaveAndLocum.WARN, false);
        assertThat(codes(answers.give(key, round.asDoctor(1)))).containsExactly("offer.answered-by-area");
        set(AnsweredBy.DOCTOR, LeaveAndLocum.WARN, false);
        assertThat(codes(answers.begin(id, OfferStep.ACCEPT, null, round.asArea(1))))
                .containsExactly("offer.answered-by-doctor");
        assertThat(codes(decisions.assess(id, "Fin.", true, round.department(), 2L)))
                .containsExactly("offer.assess-when");
        assertThat(codes(decisions.assess(id, "Fin.", true, kari, 2L))).containsExactly("offer.not-by");
        assertThat(codes(decisions.askRecall(id, "WRONG_RUN", "Feil.", kari, 1L)))
                .containsExactly("offer.offer-changed-meanwhile");
        assertThat(codes(decisions.askRecall(id, "WRONG_RUN", "Feil.", kari, null)))
                .containsExactly("offer.offer-version-missing");
        assertThat(codes(decisions.askRecall(id, null, null, kari, 2L)))
                .containsExactlyInAnyOrder("offer.text-missing", "offer.reason-missing");
        assertThat(done(answers.give(key, round.asDoctor(1))).warnings())
                .extracting(each -> each.message().code())
                .containsExactly("offer.leave-not-arranged", "offer.locum-not-arranged");
        assertThat(codes(answer(offer(1), OfferStep.DECLINE, round.asDoctor(1))))
                .containsExactly("offer.decline-when");
        clock.set(WorkingDays.noon(LocalDate.of(2090, 5, 1)));
        assertThat(codes(decisions.reinstate(offer(2).id(), "Borte.", kari, 2L)))
                .containsExactly("offer.reinstate-when");
        assertThat(codes(settings.put(
                        new OfferSettings(made.hospital, null, null, false, 0, 99, 13, -1, 21),
                        settings.of(made.hospital).version())))
                .containsExactly(
                        "offer.answered-by-missing",
                        "offer.leave-and-locum-missing",
                        "offer.number-unfit",
                        "offer.number-unfit",
                        "offer.number-unfit",
                        "offer.number-unfit",
                        "offer.number-unfit");
        assertThat(codes(settings.put(OfferSettings.usual(made.hospital), 0L)))
                .containsExactly("offer.settings-changed-meanwhile");
        everythingFits();
    }

    @Test
    void a_repeated_answer_has_the_same_receipt_and_of_twenty_at_once_one_is_given() throws Exception {
        OfferedRound round = released(2);
        List<UUID> keys = IntStream.range(0, 20)
                .mapToObj(each -> done(answers.begin(
                                offer(1).id(),
                                OfferStep.ACCEPT,
                                null,
                                each % 2 == 0 ? round.asDoctor(1) : round.asArea(1)))
                        .key())
                .toList();
        List<Result<Receipt>> given = atOnce(IntStream.range(0, 20)
                .<Callable<Result<Receipt>>>mapToObj(
                        each -> () -> answers.give(keys.get(each), each % 2 == 0 ? round.asDoctor(1) : round.asArea(1)))
                .toList());
        Set<Receipt> receipts = new HashSet<>();
        given.forEach(each -> receipts.add(done(each)));
        assertThat(receipts).hasSize(1);
        assertThat(done(answers.give(keys.get(7), round.asArea(1)))).isIn(receipts);
        assertThat(done(answers.receipts(offer(1).id(), round.asDoctor(1)))).containsExactlyElementsOf(receipts);
        assertThat(offer(1).version()).isEqualTo(3);
        done(answers.tick(offer(1).id(), true, true, round.asArea(1), 3L));
        Receipt again = done(answers.give(keys.get(3), round.asArea(1)));
        assertThat(again).as("also after what it warned of is arranged").isIn(receipts);
        assertThat(again.warnings()).hasSize(2);
        assertThat(again.at())
                .isEqualTo(done(offers.events(offer(1).id(), round.coordinator("kari")))
                        .get(2)
                        .at());
        assertThat(told(1, Whom.COORDINATOR)).containsExactly("offer.told-accept", "offer.told-tick");

        List<Result<Receipt>> different = atOnce(IntStream.range(0, 20)
                .<Callable<Result<Receipt>>>mapToObj(each ->
                        () -> answer(offer(2), each % 2 == 0 ? OfferStep.ACCEPT : OfferStep.DECLINE, round.asDoctor(2)))
                .toList());
        Set<String> numbers = new HashSet<>();
        different.stream()
                .filter(Result.Done.class::isInstance)
                .forEach(each -> numbers.add(done(each).number()));
        assertThat(numbers).hasSize(1);
        everythingFits();
    }

    @Test
    void answers_given_at_the_moment_of_a_stop_are_given_before_it_or_refused_by_it() throws Exception {
        OfferedRound round = released(6);
        List<Callable<String>> work = new ArrayList<>();
        for (int doctor = 1; doctor <= 6; doctor++) {
            Acting by = round.asDoctor(doctor);
            UUID key = done(answers.begin(offer(doctor).id(), OfferStep.ACCEPT, null, by))
                    .key();
            work.add(() -> answers.give(key, by) instanceof Result.Refused<Receipt> refused
                    ? refused.findings().get(0).message().code()
                    : "given");
        }
        work.add(3, () -> done(recovering.stop(round.round, "Kan være feil.", round.coordinator("kari")))
                .reason());
        List<String> came = new ArrayList<>(atOnce(work));
        assertThat(came.remove(3)).isEqualTo("Kan være feil.");
        for (int doctor = 1; doctor <= 6; doctor++) {
            assertThat(offer(doctor).state() + " " + came.get(doctor - 1))
                    .isIn("ACCEPTED given", "SENT offer.round-frozen");
            assertThat(codes(answers.begin(offer(doctor).id(), OfferStep.ACCEPT, null, round.asDoctor(doctor))))
                    .as("what is not given by then waits for the stop to end")
                    .isNotEmpty();
        }
        everythingFits();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CyclicBarrier together = new CyclicBarrier(work.size());
        try {
            List<Future<T>> all = work.stream()
                    .map(each -> threads.submit(() -> {
                        together.await();
                        return each.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_database_itself_refuses_two_holders_two_places_and_steps_without_an_offer() {
        OfferedRound round = released(2);
        long first = offer(1).id();
        long second = offer(2).id();
        assertThatThrownBy(() -> changed("update offer_seat set seat_number = 1 where offer_id = " + second))
                .hasStackTraceContaining("a_seat_is_offered_once");
        assertThatThrownBy(() ->
                        changed("insert into offer_seat (offer_id, hpr, live, position_id, half_year, seat_number,"
                                + " period, placement_id) select offer_id, hpr, live, position_id, '2090-V', 9,"
                                + " daterange('2090-12-01', '2091-05-01'), placement_id from offer_seat where offer_id = "
                                + first))
                .hasStackTraceContaining("a_doctor_is_offered_one_place_at_a_time");
        assertThatThrownBy(() -> changed("update offer_seat set live = false where offer_id = " + first))
                .hasStackTraceContaining("violates foreign key constraint");
        assertThatThrownBy(() ->
                        changed("insert into offer_event (offer_id, number, step, from_state, to_state, actor, who, at)"
                                + " values (0, 2, 'DECLINE', 'SENT', 'DECLINED', 'DOCTOR', 'test', now())"))
                .hasStackTraceContaining("violates foreign key constraint");
        assertThatThrownBy(() -> changed("update offer_event set who = 'annen'"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> changed("delete from offer_told")).hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> changed("update offer set state = 'SENT', answer_by = null where id = " + first))
                .hasStackTraceContaining("what_is_sent_has_a_deadline");
        answered(1, OfferStep.ACCEPT, null, round.asDoctor(1));
        assertThatThrownBy(() -> changed(
                        "insert into offer_answer (key, offer_id, step, actor, begun_by, begun_at, event, given_at, not_arranged)"
                                + " values (gen_random_uuid(), " + first
                                + ", 'ACCEPT', 'AREA', 'test', now(), 3, now(), '')"))
                .hasStackTraceContaining("an_offer_is_answered_once");
    }

    private void changed(String sql) {
        QuarkusTransaction.requiringNew().run(() -> made.execute(sql));
    }

    @Test
    void a_release_of_600_offers_is_done_in_a_moment() {
        int count = Integer.getInteger("alis.offers", 600);
        OfferedRound round = round(count);
        Acting kari = round.coordinator("kari");
        done(releases.prepare(round.round, kari));
        long begun = System.nanoTime();
        long worked = CpuTime.nanos();
        done(releases.release(round.round, 1, null, kari));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Duration work = Duration.ofNanos(CpuTime.nanos() - worked);
        assertThat(offers.counts(OfferFilter.of(round.round))).isEqualTo(Map.of(OfferState.SENT, (long) count));
        System.out.println(
                "A release of " + count + " offers: " + took.toMillis() + " ms (" + work.toMillis() + " of processor)");
        assertThat(took).isLessThan(Duration.ofSeconds(8));
    }

    /** From several threads, in any order; -Dalis.lives=N for more. */
    @Test
    void whatever_is_done_in_whatever_order_nothing_is_lost_doubled_or_half_done() throws Exception {
        long seed = RANDOM.nextLong();
        int lives = Integer.getInteger("alis.lives", 2);
        Set<OfferStep> seen = EnumSet.noneOf(OfferStep.class);
        for (int life = 0; life < lives; life++) {
            clock.set(OfferedRound.APPROVED);
            live(new Random(seed + life), seen);
            made.remove();
            made = null;
        }
        assertThat(seen)
                .as("steps taken, seed %d", seed)
                .contains(OfferStep.PREPARE, OfferStep.RELEASE)
                .hasSizeGreaterThan(5);
    }

    private void live(Random random, Set<OfferStep> seen) throws Exception {
        OfferedRound round = round(12);
        seats(12);
        set(AnsweredBy.values()[random.nextInt(3)], LeaveAndLocum.values()[random.nextInt(3)], random.nextBoolean());
        done(releases.prepare(round.round, round.coordinator("kari")));
        for (int hours : new int[] {1, 30, 40, 90, 200, 5000, 6000}) {
            List<Callable<Boolean>> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Random own = new Random(random.nextLong());
                threads.add(() -> {
                    boolean any = false;
                    for (int step = 0; step < 12; step++) {
                        any |= one(round, own);
                    }
                    return any;
                });
            }
            atOnce(threads);
            everythingFits();
            clock.set(clock.instant().plus(Duration.ofHours(hours)));
            offerClock.run();
            everythingFits();
            if (hours == 1) {
                releases.release(round.round, 1, "Venter ikke lenger.", round.coordinator("ola"));
            }
        }
        acceptedOffersSurvive(round);
        for (Offer offer : offers.page(OfferFilter.of(round.round), 0, 100).offers()) {
            done(offers.events(offer.id(), round.coordinator("kari"))).forEach(event -> seen.add(event.step()));
        }
    }

    /** A yes ends by what somebody did about it, and nothing else. */
    private void acceptedOffersSurvive(OfferedRound round) {
        Collection<OfferStep> ends = List.of(OfferStep.WITHDRAW, OfferStep.ANNUL);
        for (Offer offer : offers.page(OfferFilter.of(round.round), 0, 100).offers()) {
            List<OfferEvent> events = done(offers.events(offer.id(), round.coordinator("kari")));
            boolean yes = events.stream().anyMatch(event -> event.to().isAccepted());
            boolean ended = events.stream().anyMatch(event -> ends.contains(event.step()));
            if (yes && !ended) {
                assertThat(offer.state().isAccepted() || offer.state() == OfferState.COMPLETED)
                        .as("offer %d", offer.id())
                        .isTrue();
            }
        }
    }

    private boolean one(OfferedRound round, Random random) {
        int seat = 1 + random.nextInt(12);
        Offer offer = offer(seat);
        Long version = random.nextInt(20) == 0 ? Long.valueOf(1) : Long.valueOf(offer.version());
        Acting kari = round.coordinator(random.nextBoolean() ? "kari" : "ola");
        Acting own = random.nextBoolean() ? round.asDoctor(seat) : round.asArea(seat);
        long id = offer.id();
        Result<?> result =
                switch (random.nextInt(19)) {
                    case 0, 1 -> answer(offer, OfferStep.ACCEPT, own);
                    case 2 -> answer(offer, OfferStep.ACCEPT_UPGRADABLE, own);
                    case 3 -> answer(offer, OfferStep.DECLINE, own);
                    case 4 -> answer(offer, OfferStep.SETTLE, own);
                    case 5 -> answers.tick(id, random.nextBoolean(), random.nextBoolean(), round.asArea(seat), version);
                    case 6 -> answers.askTime(id, laterDay(offer), own, version);
                    case 7 ->
                        random.nextBoolean()
                                ? decisions.grantTime(id, null, kari, version)
                                : decisions.refuseTime(id, kari, version);
                    case 8 -> decisions.askRecall(id, "WRONG_FACTS", "Feil.", kari, version);
                    case 9 -> decisions.recall(id, kari, version);
                    case 10 -> answers.askWithdrawal(id, "OTHER", own, version);
                    case 11 ->
                        random.nextBoolean()
                                ? decisions.withdraw(id, null, false, kari, version)
                                : decisions.refuseWithdrawal(id, "Nei.", kari, version);
                    case 12 -> decisions.annul(id, "WRONG_RUN", "Feil.", kari, version);
                    case 13 -> decisions.confirm(id, kari, version);
                    case 14 ->
                        random.nextInt(3) == 0
                                ? decisions.needMore(id, "Mangler attest.", round.department(), version)
                                : decisions.assess(id, "Godt kvalifisert.", true, round.department(), version);
                    case 15 ->
                        decisions.turnDown(id, "REFERENCES", "Etter samtale.", false, round.department(), version);
                    case 16 ->
                        random.nextBoolean()
                                ? releases.release(round.round, 1, null, kari)
                                : releases.prepare(round.round, kari);
                    case 17 -> decisions.drop(id, "SEAT_GONE", "Plassen er borte.", kari, version);
                    default -> decisions.reinstate(id, "Var på reise.", kari, version);
                };
        return result instanceof Result.Done;
    }

    private static LocalDate laterDay(Offer offer) {
        Instant until =
                offer.facts().answerBy() == null ? Instant.EPOCH : offer.facts().answerBy();
        return WorkingDays.after(WorkingDays.day(until), 2);
    }

    /** In the register of an area; taken away with the round. */
    private void registered(int seat, AreaCode area) {
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into registered_doctor (hpr, area_code, version, content) values ("
                        + made.doctor(seat).value() + ", '" + area
                        + "', 1, '{\"schema\": 1, \"name\": \"Flyttet Lege\", \"stays\": []}')"
                        + " on conflict (hpr) do update set area_code = excluded.area_code, version = 2"));
    }

    @Test
    void who_has_the_doctor_now_answers_and_the_area_that_sent_the_doctor_sees_it_no_more() {
        released(2);
        Acting sender = made.asArea(1);
        Acting holder = made.asArea(2);
        registered(1, sender.area());
        long id = offer(1).id();
        done(answers.tick(id, true, false, sender, offer(1).version()));
        assertThat(codes(offers.read(id, holder))).containsExactly("offer.offer-unknown");

        registered(1, holder.area());
        assertThat(codes(offers.read(id, sender))).containsExactly("offer.offer-unknown");
        assertThat(codes(answers.tick(id, true, true, sender, offer(1).version())))
                .containsExactly("offer.offer-unknown");
        assertThat(codes(answers.begin(id, OfferStep.ACCEPT, null, sender))).containsExactly("offer.offer-unknown");
        assertThat(ofRound(sender)).isEmpty();
        assertThat(ofRound(holder)).containsExactlyInAnyOrder(id, offer(2).id());
        assertThat(news.of(sender, false, 0, 100).news())
                .noneMatch(each -> each.told().offer() == id);
        assertThat(news.of(holder, true, 0, 100).news())
                .filteredOn(each -> each.told().offer() == id)
                .extracting(each -> each.told().area())
                .containsExactly(holder.area());
        // What was done before is told, and not who of the other area did it.
        assertThat(done(offers.events(id, holder)).stream()
                        .filter(event -> event.step() == OfferStep.TICK)
                        .map(OfferEvent::who))
                .containsExactly((String) null);
        done(answers.give(
                done(answers.begin(id, OfferStep.ACCEPT, null, holder)).key(), holder));
        assertThat(offers.accepted(holder.area(), made.doctor(1))).hasSize(1);
        assertThat(offers.accepted(sender.area(), made.doctor(1))).isEmpty();

        // A record that was made in error is nobody's: whoever sent the doctor answers.
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("update registered_doctor set closed_on = '2090-01-10',"
                        + " closed_reason = 'ENTERED_IN_ERROR' where hpr = "
                        + made.doctor(1).value()));
        assertThat(done(offers.read(id, sender)).holder()).isEqualTo(sender.area());
        assertThat(codes(offers.read(id, holder))).containsExactly("offer.offer-unknown");
    }

    private List<Long> ofRound(Acting by) {
        return offers.page(OfferFilter.of(by).in(made.round), 0, 10).offers().stream()
                .map(Offer::id)
                .toList();
    }

    @Test
    void a_link_is_to_look_with_and_whoever_holds_it_answers_nothing() {
        released(2);
        Acting own = made.asDoctor(1);
        Acting link = new Acting(Actor.DOCTOR, "look:1", own.doctor(), null, null, null, OfferedRound.area(1));
        long id = offer(1).id();
        assertThat(done(offers.read(id, link)).id()).isEqualTo(id);
        assertThat(ofRound(link)).containsExactly(id);
        for (OfferStep answer : List.of(OfferStep.ACCEPT, OfferStep.ACCEPT_UPGRADABLE)) {
            assertThat(codes(answers.begin(id, answer, null, link))).containsExactly("offer.link-only-looks");
        }
        assertThat(codes(answers.begin(id, OfferStep.DECLINE, DeclineReason.NO_LOCUM.name(), link)))
                .containsExactly("offer.link-only-looks");
        assertThat(codes(answers.askTime(id, LocalDate.of(OfferedRound.YEAR, 1, 18), link, offer(1).version())))
                .containsExactly("offer.link-only-looks");
        done(answers.give(done(answers.begin(id, OfferStep.ACCEPT, null, own)).key(), own));
        // When another area has the doctor the link shows nothing of it, and the doctor still sees it.
        registered(1, OfferedRound.area(2));
        assertThat(codes(offers.read(id, link))).containsExactly("offer.offer-unknown");
        assertThat(ofRound(link)).isEmpty();
        assertThat(done(offers.read(id, own)).id()).isEqualTo(id);
    }
}
