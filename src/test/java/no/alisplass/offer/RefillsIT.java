package no.alisplass.offer;

import static no.alisplass.Results.codes;
import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.alisplass.CpuTime;
import no.alisplass.SettableClock;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.message.Message;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.refill.Claim;
import no.alisplass.offer.refill.Claims;
import no.alisplass.offer.refill.RefillPreview;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.Reserve;
import no.alisplass.offer.refill.Reserves;
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.offer.refill.WishChanges;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.check.VerifyRefill;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a declined offer to the ones that a refill makes of it. */
@QuarkusTest
class RefillsIT {
    private static final HalfYear AUTUMN = HalfYear.parse("2090-H");

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
    OfferClock offerClock;

    @Inject
    Refills refills;

    @Inject
    Reserves reserves;

    @Inject
    Claims claims;

    @Inject
    WishChanges wishes;

    @Inject
    OfferNews news;

    private OfferedRound round;
    private Acting kari;

    @BeforeEach
    void afterTheApproval() {
        clock.set(OfferedRound.APPROVED);
        round = OfferedRound.of(database, 0);
        kari = round.coordinator("kari");
    }

    @AfterEach
    void asItWas() {
        clock.run();
        round.remove();
    }

    private List<Offer> offersOf(int doctor) {
        return offers.page(new OfferFilter(round.round, null, null, null, round.doctor(doctor), null), 0, 10)
                .offers();
    }

    private Offer offer(int doctor) {
        List<Offer> all = offersOf(doctor);
        return all.get(all.size() - 1);
    }

    private void answer(int doctor, OfferStep answer) {
        String reason = answer == OfferStep.DECLINE ? DeclineReason.NO_LOCUM.name() : null;
        Acting area = round.asArea(doctor);
        done(answers.give(
                done(answers.begin(offer(doctor).id(), answer, reason, area)).key(), area));
    }

    private String department(String name) {
        return round.hospital + "-ny-" + name;
    }

    /** One seat of lunge and one of øye; of three who want lunge and then øye the first got the one and the second the other. */
    private void threeWhoWantLunge() {
        threeWhoWantLungePrepared();
        done(releases.release(round.round, 1, null, kari));
    }

    private void threeWhoWantLungePrepared() {
        Frozen frozen = new Frozen().seats(department("lunge"), AUTUMN, 1).seats(department("oye"), AUTUMN, 1);
        for (int d = 1; d <= 3; d++) {
            frozen.doctor(round.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .months(60 - d)
                    .wants(department("lunge"), department("oye"));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            round.department(department("lunge"), 1);
            round.department(department("oye"), 1);
            round.frozen(frozen.freeze());
            round.gave(1, department("lunge"), 1);
            round.gave(2, department("oye"), 1);
        });
        done(releases.prepare(round.round, kari));
    }

    private void marked(int number) {
        clock.set(releases.of(round.round).get(number - 1).marking());
    }

    /** The offers are what their events come to, and their placements hold what they hold. */
    private void everythingFits() {
        for (Offer offer : offers.page(OfferFilter.of(round.round), 0, 10_000).offers()) {
            assertThat(OfferReplay.replay(done(offers.events(offer.id(), kari))))
                    .as("offer %d", offer.id())
                    .isEqualTo(offer.facts());
        }
        List<?> apart = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select o.id from offer o"
                                + " join offer_seat s on s.offer_id = o.id join placement p on p.id = s.placement_id"
                                + " where o.round_id = :round and (p.active <> o.live or s.live <> o.live)")
                        .setParameter("round", round.round.value())
                        .getResultList());
        assertThat(apart).isEmpty();
    }

    @Test
    void a_declined_seat_goes_to_who_asked_for_better_and_what_that_one_leaves_to_who_waits() {
        threeWhoWantLunge();
        answer(1, OfferStep.DECLINE);
        answer(2, OfferStep.ACCEPT_UPGRADABLE);
        RefillPreview early = done(refills.preview(round.round, kari));
        assertThat(early.inTheWay()).extracting(each -> each.message().code()).containsExactly("offer.before-marking");
        assertThat(codes(refills.refill(round.round, early.hash(), kari))).containsExactly("offer.before-marking");
        marked(1);
        done(answers.askWithdrawal(offer(2).id(), "OTHER", round.asArea(2), offer(2).version()));
        assertThat(done(refills.preview(round.round, kari)).upgraded())
                .as("who has asked to take the yes back is not moved")
                .isEmpty();
        done(decisions.refuseWithdrawal(offer(2).id(), "Legen kommer likevel.", kari, offer(2).version()));
        RefillPreview shown = done(refills.preview(round.round, kari));
        assertThat(shown.inTheWay()).isEmpty();
        assertThat(shown.mode()).isEqualTo(RefillMode.UPGRADES);
        assertThat(shown.upgraded()).extracting(RefillPreview.Change::name).containsExactly("Lege 2");
        assertThat(shown.placed()).extracting(RefillPreview.Change::name).containsExactly("Lege 3");
        assertThat(shown.chains()).hasSize(1);
        assertThat(shown.chains().get(0).stream().map(each -> each.code()))
                .containsExactly("refill.chain-free", "refill.chain-moves", "refill.chain-gets");
        assertThat(codes(refills.refill(round.round, "noe annet", kari))).containsExactly("offer.refill-changed");
        assertThat(codes(refills.refill(round.round, shown.hash(), round.asArea(1))))
                .isNotEmpty();
        assertThat(done(refills.of(round.round, kari))).isEmpty();

        StoredRefill refill = done(refills.refill(round.round, shown.hash(), kari));
        assertThat(refill.problemHash()).isEqualTo(shown.hash());
        assertThat(List.of(refill.number(), refill.offerRound(), refill.placed(), refill.upgraded()))
                .containsExactly(1, 2, 1, 1);
        assertThat(offersOf(2))
                .extracting(Offer::state)
                .containsExactly(OfferState.UPGRADED, OfferState.ACCEPTED_UPGRADABLE);
        assertThat(offer(2).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("lunge") + "-1");
        assertThat(offer(3).state()).isEqualTo(OfferState.READY);
        assertThat(offer(3).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("oye") + "-1");
        everythingFits();
        assertThat(done(refills.preview(round.round, kari)).inTheWay())
                .extracting(each -> each.message().code())
                .containsExactly("offer.prepared-already");

        assertThat(codes(releases.release(round.round, 2, null, kari))).containsExactly("offer.too-soon-to-release");
        clock.set(WorkingDays.after(
                WorkingDays.day(releases.of(round.round).get(0).marking()), 2));
        done(releases.release(round.round, 2, null, kari));
        answer(3, OfferStep.ACCEPT);
        assertThat(offer(3).state()).isEqualTo(OfferState.ACCEPTED);
        marked(2);
        RefillPreview nothing = done(refills.preview(round.round, kari));
        assertThat(nothing.givesSomething()).isFalse();
        assertThat(codes(refills.refill(round.round, nothing.hash(), kari))).containsExactly("offer.nothing-to-refill");
        assertThat(done(refills.of(round.round, kari))).containsExactly(refill);
        everythingFits();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> round.execute(
                                "update refill set made_by = 'x' where round_id = '" + round.round + "'")))
                .hasStackTraceContaining("refill is append-only");
    }

    @Test
    void a_no_before_sending_shows_whose_claim_it_sets_aside_and_who_would_be_next() {
        threeWhoWantLungePrepared();
        Claim claim = done(claims.of(offer(1).id(), kari));
        assertThat(claim.hpr()).isEqualTo(round.doctor(1));
        assertThat(claim.place()).isEqualTo(1);
        // Doctor 2 has øye by now, and has asked for nothing better.
        assertThat(claim.seats())
                .containsExactly(new Claim.Seat(
                        new PositionId(department("lunge") + "-1"),
                        AUTUMN,
                        new Claim.Next(round.doctor(3), "Lege 3", 3, false)));
        Acting leader = new Acting(Actor.DEPARTMENT, "leder", null, null, round.hospital, null);
        assertThat(done(claims.of(offer(1).id(), leader)).seats())
                .as("who does not come to it, a department does not hear of by name")
                .extracting(Claim.Seat::next)
                .containsExactly(new Claim.Next(null, null, 3, false));
        assertThat(codes(claims.of(offer(1).id(), round.asArea(1)))).containsExactly("offer.offer-unknown");
        done(decisions.turnDown(offer(1).id(), "REFERENCES", "Etter samtale.", true, kari, 1L));
        assertThat(done(refills.preview(round.round, kari)).placed())
                .extracting(RefillPreview.Change::name)
                .containsExactly("Lege 3");
        assertThat(codes(claims.of(offer(1).id(), kari))).containsExactly("offer.turn-down-when");
        assertThat(done(claims.of(offer(2).id(), kari)).seats())
                .as("doctor 1 waits for øye too by now")
                .extracting(each -> each.next().place())
                .containsExactly(1);
    }

    @Test
    void what_was_put_off_is_given_on_and_the_doctor_takes_no_more_part() {
        threeWhoWantLunge();
        answer(1, OfferStep.ACCEPT);
        answer(2, OfferStep.ACCEPT);
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into position_seats (position_id, half_year, seats, version) values ('"
                        + department("oye") + "-1', '2091-V', 1, 0)"));
        done(answers.askDeferral(offer(2).id(), round.asArea(2), offer(2).version()));
        done(decisions.defer(offer(2).id(), kari, offer(2).version()));
        assertThat(offersOf(2)).extracting(Offer::state).containsExactly(OfferState.DEFERRED, OfferState.ACCEPTED);
        marked(1);
        RefillPreview shown = done(refills.preview(round.round, kari));
        assertThat(shown.placed()).extracting(RefillPreview.Change::name).containsExactly("Lege 3");
        assertThat(done(refills.refill(round.round, shown.hash(), kari)).placed())
                .isEqualTo(1);
        everythingFits();
    }

    @Test
    void an_offer_round_of_which_nothing_is_left_to_send_is_closed_with_the_next() {
        threeWhoWantLunge();
        answer(1, OfferStep.DECLINE);
        answer(2, OfferStep.ACCEPT);
        marked(1);
        done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        assertThat(done(refills.preview(round.round, kari)).inTheWay())
                .extracting(each -> each.message().code())
                .containsExactly("offer.prepared-already");
        done(decisions.turnDown(offer(3).id(), "REFERENCES", "Etter samtale.", true, kari, 1L));
        RefillPreview nothing = done(refills.preview(round.round, kari));
        assertThat(nothing.inTheWay()).isEmpty();
        assertThat(nothing.givesSomething()).as("not that position again").isFalse();
        done(decisions.withdraw(offer(2).id(), "OTHER", false, kari, offer(2).version()));
        StoredRefill again = done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.offerRound()).isEqualTo(3);
        assertThat(offer(3).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("oye") + "-1");
        clock.set(WorkingDays.after(
                WorkingDays.day(releases.of(round.round).get(0).marking()), 2));
        assertThat(codes(releases.release(round.round, 2, null, kari))).containsExactly("offer.nothing-to-release");
        assertThat(done(releases.release(round.round, 3, null, kari)).number()).isEqualTo(3);
        everythingFits();
    }

    @Test
    void everyone_hears_of_their_own_and_the_folder_is_checked_without_the_database(@TempDir Path folder)
            throws IOException {
        threeWhoWantLunge();
        answer(1, OfferStep.DECLINE);
        answer(2, OfferStep.ACCEPT_UPGRADABLE);
        marked(1);
        // Doctor 2 has øye and asked for lunge; doctor 3 waits for both, and is next in line for what doctor 2 leaves.
        assertThat(done(reserves.of(round.round, kari)).doctors())
                .extracting(Reserve::name)
                .containsExactly("Lege 2", "Lege 3");
        assertThat(done(reserves.of(round.round, round.asDoctor(3)))
                        .doctors()
                        .get(0)
                        .places())
                .extracting(Reserve.Place::place)
                .containsExactly(2, 1);
        assertThat(done(reserves.of(round.round, round.asArea(2))).doctors())
                .extracting(Reserve::name)
                .containsExactly("Lege 2");
        assertThat(codes(reserves.of(round.round, round.department()))).containsExactly("offer.not-by");
        done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        assertThat(done(reserves.of(round.round, kari)).doctors()).isEmpty();

        assertThat(done(refills.told(round.round, 1, kari))).hasSize(3);
        assertThat(codes(refills.told(round.round, 1, round.asDoctor(3)))).containsExactly("offer.refill-not-sent");
        assertThat(refills.heard(round.round, round.asDoctor(3))).isEmpty();
        assertThat(done(reserves.of(round.round, round.asDoctor(3))).preparing())
                .isTrue();
        RoundWishes unsent = done(wishes.of(round.round, round.doctor(3), round.asArea(3)));
        assertThat(unsent.inTheWay())
                .extracting(each -> each.message().code())
                .containsExactly("offer.wishes-preparing");
        assertThat(unsent.held()).isNull();
        clock.set(WorkingDays.after(
                WorkingDays.day(releases.of(round.round).get(0).marking()), 2));
        done(releases.release(round.round, 2, null, kari));
        List<Refills.Told> own = done(refills.told(round.round, 1, round.asDoctor(3)));
        assertThat(own).extracting(Refills.Told::hpr).containsExactly(round.doctor(3));
        assertThat(own.get(0).reasons().stream().map(Message::code))
                .containsExactly("refill.placed", "refill.choice", "refill.missed-ahead-one");
        assertThat(done(refills.told(round.round, 1, round.asArea(2))))
                .extracting(Refills.Told::hpr)
                .containsExactly(round.doctor(2));
        assertThat(codes(refills.told(round.round, 2, kari))).containsExactly("offer.refill-unknown");
        assertThat(codes(refills.told(round.round, 1, round.department()))).containsExactly("offer.not-by");

        checked(folder, 1);
    }

    private static String line(String department) {
        return AUTUMN + ":" + department + ".6";
    }

    @Test
    void wishes_are_taken_back_and_put_in_order_between_refills_and_the_next_goes_by_them(@TempDir Path folder)
            throws IOException {
        String lunge = line(department("lunge"));
        String oye = line(department("oye"));
        threeWhoWantLunge();
        Acting area = round.asArea(3);
        assertThat(codes(wishes.save(round.round, round.doctor(3), Set.of(), null, area, null)))
                .containsExactly("offer.wishes-version-missing");
        assertThat(codes(wishes.save(round.round, round.doctor(2), Set.of(), null, round.asArea(2), 0L)))
                .containsExactly("offer.wishes-unanswered");
        answer(1, OfferStep.DECLINE);
        answer(2, OfferStep.ACCEPT_UPGRADABLE);
        assertThat(codes(wishes.save(round.round, round.doctor(1), Set.of(), null, area, 0L)))
                .containsExactly("offer.wishes-out");
        assertThat(codes(wishes.save(round.round, round.doctor(2), Set.of(), null, area, 0L)))
                .containsExactly("offer.wishes-no-doctor");
        assertThat(codes(wishes.save(round.round, round.doctor(3), Set.of(), null, kari, 0L)))
                .containsExactly("offer.wishes-not-by");
        RoundWishes held = done(wishes.of(round.round, round.doctor(2), kari));
        assertThat(held.part()).isEqualTo(RoundWishes.Part.MOVES);
        assertThat(held.held().key()).isEqualTo(oye);
        marked(1);
        RefillPreview before = done(refills.preview(round.round, kari));

        RoundWishes taken = done(wishes.save(round.round, round.doctor(3), Set.of(oye), null, area, 0L));
        assertThat(List.of(
                        taken.version(), taken.lines().size(), taken.removed().size()))
                .containsExactly(1L, 1, 1);
        assertThat(codes(wishes.save(round.round, round.doctor(3), Set.of(), null, area, 1L)))
                .containsExactly("offer.wishes-stay-gone");
        assertThat(codes(wishes.save(round.round, round.doctor(3), Set.of(oye, lunge), null, area, 0L)))
                .containsExactly("offer.wishes-changed-meanwhile");
        assertThat(done(wishes.save(round.round, round.doctor(3), Set.of(oye), null, area, 1L))
                        .version())
                .as("nothing changed")
                .isEqualTo(1);
        News told = news.of(area, false, 0, 1).news().get(0);
        assertThat(told.told().code()).isEqualTo("offer.told-wishes");
        assertThat(told.told().round()).isEqualTo(round.round);
        assertThat(told.waits()).isFalse();
        assertThat(news.of(round.asDoctor(3), false, 0, 10).total()).isEqualTo(1);
        assertThat(news.of(round.asArea(2), false, 0, 1).news().get(0).told().code())
                .isNotEqualTo("offer.told-wishes");

        assertThat(codes(refills.refill(round.round, before.hash(), kari))).containsExactly("offer.refill-changed");
        RefillPreview shown = done(refills.preview(round.round, kari));
        assertThat(shown.upgraded()).extracting(RefillPreview.Change::name).containsExactly("Lege 2");
        assertThat(shown.placed()).isEmpty();
        done(refills.refill(round.round, shown.hash(), kari));
        assertThat(done(wishes.of(round.round, round.doctor(2), round.asArea(2)))
                        .lines())
                .as("nothing is better than lunge")
                .isEmpty();
        checked(folder, 1);
        everythingFits();
        clock.set(WorkingDays.noon(LocalDate.of(OfferedRound.YEAR, 8, 1)));
        assertThat(codes(wishes.save(round.round, round.doctor(3), Set.of(oye, lunge), null, area, 1L)))
                .containsExactly("offer.late-stop-passed");
        assertThat(done(reserves.of(round.round, kari)).over()).isNotNull();
        assertThat(done(reserves.of(round.round, kari)).doctors()).isEmpty();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> round.execute("delete from wish_change where round_id = '" + round.round + "'")))
                .hasStackTraceContaining("wish_change is append-only");
    }

    @Test
    void a_holder_is_moved_in_an_order_of_their_own_and_asks_on_in_it(@TempDir Path folder) throws IOException {
        List<String> names = List.of("aa", "bb", "cc");
        Frozen frozen = new Frozen();
        names.forEach(name -> frozen.seats(department(name), AUTUMN, 1));
        for (int d = 1; d <= 3; d++) {
            frozen.doctor(round.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .months(60 - d)
                    .wants(department("aa"), department("bb"), department("cc"));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            names.forEach(name -> round.department(department(name), 1));
            round.frozen(frozen.freeze());
            round.gave(1, department("aa"), 1);
            round.gave(2, department("bb"), 1);
            round.gave(3, department("cc"), 1);
        });
        done(releases.prepare(round.round, kari));
        done(releases.release(round.round, 1, null, kari));
        answer(1, OfferStep.DECLINE);
        answer(2, OfferStep.ACCEPT);
        answer(3, OfferStep.ACCEPT_UPGRADABLE);
        String aa = line(department("aa"));
        String bb = line(department("bb"));
        RoundWishes ordered = done(wishes.save(
                round.round, round.doctor(3), Set.of(), List.of(List.of(bb), List.of(aa)), round.asDoctor(3), 0L));
        assertThat(ordered.lines().stream().map(group -> group.get(0).key())).containsExactly(bb, aa);
        marked(1);
        done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        assertThat(offer(3).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("aa") + "-1");
        checked(folder, 1);
        done(decisions.withdraw(offer(2).id(), "OTHER", false, kari, offer(2).version()));
        RefillPreview next = done(refills.preview(round.round, kari));
        assertThat(next.upgraded()).as("bb is still ahead of aa").hasSize(1);
        done(refills.refill(round.round, next.hash(), kari));
        assertThat(Files.readString(checked(folder, 2).resolve("refill-problem.json")))
                .contains("\"ownOrder\":true");
        everythingFits();
    }

    /** The folder of a refill, which verify accepts. */
    private Path checked(Path folder, int number) throws IOException {
        for (Map.Entry<String, String> file :
                done(refills.folder(round.round, number, kari)).files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(VerifyRefill.run(folder.toString(), lines, lines)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ACCEPTED: the order is that of the round's problem,");
        return folder;
    }

    @Test
    void an_unanswered_seat_is_free_at_its_marking_and_after_the_upgrade_stop_only_who_waits_gets_it() {
        threeWhoWantLunge();
        answer(2, OfferStep.ACCEPT_UPGRADABLE);
        RefillPreview before = done(refills.preview(round.round, kari));
        assertThat(before.givesSomething()).isFalse();
        // 1 September less four months, when who has said yes is moved no more.
        clock.set(WorkingDays.noon(LocalDate.of(OfferedRound.YEAR, 5, 2)));
        RefillPreview shown = done(refills.preview(round.round, kari));
        assertThat(shown.mode()).isEqualTo(RefillMode.WAITING_ONLY);
        StoredRefill refill = done(refills.refill(round.round, shown.hash(), kari));
        assertThat(List.of(refill.placed(), refill.upgraded())).containsExactly(1, 0);
        assertThat(offer(1).state()).isEqualTo(OfferState.EXPIRED);
        assertThat(offer(2).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("oye") + "-1");
        assertThat(offer(3).seats())
                .extracting(seat -> seat.position().value())
                .containsExactly(department("lunge") + "-1");
        everythingFits();
    }

    @Test
    void what_is_ticked_stays_ticked_for_a_stay_at_the_same_time() {
        threeWhoWantLunge();
        answer(1, OfferStep.DECLINE);
        done(answers.tick(offer(2).id(), true, true, round.asArea(2), offer(2).version()));
        answer(2, OfferStep.ACCEPT_UPGRADABLE);
        marked(1);
        done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        assertThat(offer(2).facts().leave()).isTrue();
        assertThat(offer(2).facts().locum()).isTrue();
        everythingFits();
    }

    @Test
    void a_refill_of_3000_doctors_and_600_seats_is_proven_checked_and_stored_in_a_moment() {
        Frozen frozen = new Frozen();
        for (int p = 1; p <= 30; p++) {
            frozen.seats(department("a" + p), AUTUMN, 20);
        }
        for (int d = 1; d <= 3000; d++) {
            frozen.doctor(round.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .tenths(20 + (d * 7919) % 900)
                    .wants(
                            department("a" + (1 + d % 30)),
                            department("a" + (1 + d / 7 % 30)),
                            department("a" + (1 + d / 11 % 30)));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            for (int p = 1; p <= 30; p++) {
                round.department(department("a" + p), 20);
            }
            round.frozen(frozen.freeze());
            for (int d = 0; d < 600; d++) {
                round.gave(5 * d + 1, department("a" + (1 + d / 20)), 1 + d % 20);
            }
        });
        done(releases.prepare(round.round, kari));
        done(releases.release(round.round, 1, null, kari));
        marked(1);
        offerClock.run();
        long begun = System.nanoTime();
        long worked = CpuTime.nanos();
        RefillPreview shown = done(refills.preview(round.round, kari));
        Duration preview = Duration.ofNanos(System.nanoTime() - begun);
        Duration previewWork = Duration.ofNanos(CpuTime.nanos() - worked);
        assertThat(shown.placed()).hasSize(600);
        begun = System.nanoTime();
        worked = CpuTime.nanos();
        StoredRefill refill = done(refills.refill(round.round, shown.hash(), kari));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Duration work = Duration.ofNanos(CpuTime.nanos() - worked);
        assertThat(refill.placed()).isEqualTo(600);
        System.out.printf(
                Locale.ROOT,
                "A refill of 3000 doctors and 600 seats: preview %d ms (%d of processor), done %d ms (%d of processor)%n",
                preview.toMillis(),
                previewWork.toMillis(),
                took.toMillis(),
                work.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }
}
