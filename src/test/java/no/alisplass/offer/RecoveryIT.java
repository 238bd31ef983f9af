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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import no.alisplass.SettableClock;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.certificate.check.Verify;
import no.alisplass.correction.Correction;
import no.alisplass.domain.AreaCode;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.Whom;
import no.alisplass.offer.recovery.Compared;
import no.alisplass.offer.recovery.Comparison;
import no.alisplass.offer.recovery.Ends;
import no.alisplass.offer.recovery.Recoveries;
import no.alisplass.offer.recovery.Then;
import no.alisplass.offer.recovery.Verdict;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.StopEvent;
import no.alisplass.offer.stop.StopStep;
import no.alisplass.policy.Policies;
import no.alisplass.refill.check.VerifyRefill;
import no.alisplass.waitlist.EntryFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erroneous run: its offers stopped, let go on, or the corrected run carried out by two. */
@QuarkusTest
class RecoveryIT {
    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    Runs runs;

    @Inject
    Approval approval;

    @Inject
    Policies policies;

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
    OfferNews news;

    @Inject
    Refills refills;

    @Inject
    Recovering recovering;

    @Inject
    Recoveries recoveries;

    private OfferedRound round;
    private WrongRun wrong;
    private Acting kari;
    private Acting ola;

    @BeforeEach
    void a_wrong_run_that_was_approved() {
        clock.set(OfferedRound.APPROVED);
        round = OfferedRound.of(database, 0);
        kari = round.coordinator("kari");
        ola = round.coordinator("ola");
        wrong = new WrongRun(round, runs, approval);
    }

    @AfterEach
    void asItWas() {
        clock.run();
        round.remove();
    }

    private void sent() {
        done(releases.prepare(round.round, kari));
        done(releases.release(round.round, 1, null, kari));
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

    private String seat(int doctor) {
        String position = offer(doctor).seats().get(0).position().value();
        return position.substring(position.lastIndexOf("ny-") + 3, position.length() - 2);
    }

    private List<String> told(int doctor, Whom whom) {
        return done(offers.told(offersOf(doctor).get(0).id(), kari)).stream()
                .filter(told -> told.whom() == whom)
                .map(Told::code)
                .toList();
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
    void while_a_round_is_stopped_nothing_is_sent_given_or_answered_and_the_clock_does_nothing() {
        assertThat(codes(recovering.thaw(round.round, "Ingen feil.", kari))).containsExactly("offer.round-not-frozen");
        sent();
        answer(1, OfferStep.ACCEPT_UPGRADABLE);
        Answers.Begun begun = done(answers.begin(offer(2).id(), OfferStep.ACCEPT, null, round.asArea(2)));
        assertThat(codes(recovering.stop(round.round, " ", kari))).containsExactly("offer.text-missing");
        assertThat(codes(recovering.stop(round.round, "Feil.", round.asArea(1))))
                .containsExactly("offer.not-by");
        RoundStop stop = done(recovering.stop(round.round, "Lege 3 har lengst tjeneste.", kari));
        assertThat(List.of(stop.owner(), stop.reason())).containsExactly("kari", "Lege 3 har lengst tjeneste.");
        for (Refused refused : List.of(
                new Refused("stop", codes(recovering.stop(round.round, "Igjen.", ola))),
                new Refused("give", codes(answers.give(begun.key(), round.asArea(2)))),
                new Refused(
                        "begin", codes(answers.begin(offer(2).id(), OfferStep.DECLINE, "NO_LOCUM", round.asArea(2)))),
                new Refused(
                        "time",
                        codes(answers.askTime(
                                offer(2).id(), LocalDate.of(2090, 1, 20), round.asArea(2), offer(2).version()))),
                new Refused("settle", codes(answers.begin(offer(1).id(), OfferStep.SETTLE, null, round.asArea(1)))),
                new Refused("prepare", codes(releases.prepare(round.round, kari))),
                new Refused("release", codes(releases.release(round.round, 1, null, kari))),
                new Refused("refill", codes(refills.refill(round.round, "0", kari))))) {
            assertThat(refused.codes()).as(refused.step()).containsExactly("offer.round-frozen");
        }
        assertThat(done(refills.preview(round.round, kari)).inTheWay())
                .extracting(each -> each.message().code())
                .containsExactly("offer.round-frozen");
        assertThat(told(2, Whom.AREA)).containsExactly("offer.told-release", "offer.told-stop");
        assertThat(news.of(round.asArea(2), true, 0, 50).news())
                .as("nothing waits for an answer")
                .noneMatch(each -> each.told().hpr() == null && each.told().offer() == offer(2).id());
        // Past every deadline and every stop.
        clock.set(WorkingDays.noon(LocalDate.of(2090, 8, 1)));
        offerClock.run();
        assertThat(offer(2).state()).isEqualTo(OfferState.SENT);
        assertThat(offer(1).state()).isEqualTo(OfferState.ACCEPTED_UPGRADABLE);
        Recovering.Later later = done(recoveries.thaw(round.round, "Listen var riktig.", kari));
        Instant soonest = WorkingDays.noon(WorkingDays.after(LocalDate.of(2090, 8, 1), 2));
        assertThat(later).isEqualTo(new Recovering.Later(2, soonest, soonest, soonest));
        assertThat(releases.course(round.round)).contains(new OfferCourse(round.round, soonest, soonest));
        assertThat(offer(2).facts().answerBy()).isEqualTo(soonest);
        assertThat(told(2, Whom.AREA)).endsWith("offer.told-resume");
        offerClock.run();
        answer(2, OfferStep.ACCEPT);
        clock.set(soonest);
        offerClock.run();
        assertThat(offer(3).state()).isEqualTo(OfferState.EXPIRED);
        assertThat(offer(1).state()).isEqualTo(OfferState.ACCEPTED);
        everythingFits();
    }

    private record Refused(String step, List<String> codes) {}

    @Test
    void a_deadline_that_is_far_enough_stands_and_corrections_go_with_the_stop() {
        sent();
        Instant before = offer(2).facts().answerBy();
        done(recovering.stop(round.round, "Kan være feil.", kari));
        wrong.setRight();
        done(recoveries.correctFacts(round.round, null, round.doctor(3), "45 måneder.", kari));
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into allocation_run (round_id, number, state, total, problem,"
                        + " problem_hash, roster, policy_id, policy_version, seed, started_by, requested_at, corrects)"
                        + " select round_id, 2, 'QUEUED', total, problem, problem_hash, roster, policy_id, policy_version,"
                        + " seed, started_by, requested_at, 1 from allocation_run where round_id = '" + round.round
                        + "'"));
        Recovering.Later later = done(recoveries.thaw(round.round, "Ingen feil likevel.", ola));
        assertThat(later).isEqualTo(new Recovering.Later(3, before, null, null));
        assertThat(offer(2).facts().answerBy()).isEqualTo(before);
        done(recovering.stop(round.round, "Likevel.", kari));
        assertThat(done(recoveries.read(round.round, kari)).corrections()).isEmpty();
        assertThat(done(recoveries.read(round.round, kari)).changes()).isEmpty();
        assertThat(recoveries.stops(round.round)).extracting(RoundStop::number).containsExactly(1, 2);
        Run rerun = wrong.ended(done(recoveries.rerun(round.round, kari)));
        assertThat(List.of(rerun.number(), rerun.corrects()))
                .as("not the one that waits since the first stop")
                .containsExactly(3, 2);
        assertThat(done(recoveries.read(round.round, kari)).corrected())
                .map(Run::number)
                .contains(3);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> round.execute("delete from round_stop where round_id = '" + round.round + "'")))
                .hasStackTraceContaining("round_stop is append-only");
        everythingFits();
    }

    @Test
    void a_recall_that_was_asked_for_is_taken_back_before_the_second_has_confirmed() {
        sent();
        assertThat(codes(decisions.unaskRecall(offer(2).id(), kari, offer(2).version())))
                .containsExactly("offer.recall-not-asked");
        done(decisions.askRecall(offer(2).id(), "WRONG_RUN", "Feil liste.", kari, offer(2).version()));
        done(decisions.unaskRecall(offer(2).id(), ola, offer(2).version()));
        assertThat(offer(2).facts().recallAskedBy()).isNull();
        assertThat(codes(decisions.recall(offer(2).id(), ola, offer(2).version())))
                .containsExactly("offer.recall-not-asked");
        assertThat(done(decisions.askRecallOfAll(round.round, "WRONG_RUN", "Feil liste.", kari)))
                .isEqualTo(3);
        assertThat(done(decisions.unaskRecallOfAll(round.round, ola))).isEqualTo(3);
        assertThat(codes(decisions.unaskRecallOfAll(round.round, ola))).containsExactly("offer.recall-not-asked");
        answer(2, OfferStep.ACCEPT);
        everythingFits();
    }

    @Test
    void who_was_out_of_time_before_the_stop_has_none_after_it() {
        sent();
        clock.set(offer(2).facts().answerBy());
        done(recovering.stop(round.round, "Kan være feil.", kari));
        assertThat(offer(2).state()).isEqualTo(OfferState.EXPIRED);
        assertThat(told(2, Whom.AREA)).doesNotContain("offer.told-stop");
        assertThat(done(recoveries.thaw(round.round, "Ingen feil.", kari)).offers())
                .isZero();
        everythingFits();
    }

    @Test
    void the_corrected_run_is_carried_out_by_two_and_what_was_accepted_stands(@TempDir Path folder) throws IOException {
        sent();
        assertThat(List.of(seat(1), seat(2), seat(3))).containsExactly("lunge", "oye", "hud");
        answer(1, OfferStep.ACCEPT);
        done(decisions.askRecall(offer(2).id(), "WRONG_FACTS", "Feil.", ola, offer(2).version()));
        done(recovering.stop(round.round, "Lege 3 har lengst tjeneste.", kari));
        assertThat(done(recoveries.differing(round.round, kari))).isEmpty();
        assertThat(codes(recoveries.correctFacts(round.round, null, round.doctor(3), "Feil.", kari)))
                .containsExactly("correction.nothing-differs");
        wrong.setRight();
        assertThat(done(recoveries.differing(round.round, kari)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.hpr()).isEqualTo(round.doctor(3));
                    assertThat(each.facts()).containsExactly(EntryFact.STATED_SERVICE);
                });
        assertThat(codes(recoveries.compare(round.round, kari))).containsExactly("offer.not-rerun");
        done(recoveries.correctFacts(round.round, null, round.doctor(3), "45 måneder.", kari));
        assertThat(codes(recoveries.correctPolicy(round.round, 99, "Feil.", kari)))
                .containsExactly("round.policy-unknown");
        assertThat(codes(recoveries.correctLimit(round.round, new AreaCode("9981"), 101, "Feil.", kari)))
                .containsExactly("correction.limit-unfit");
        Correction limit = done(recoveries.correctLimit(round.round, new AreaCode("9982"), 1, "Bare én.", kari));
        Run withLimit = wrong.ended(done(recoveries.rerun(round.round, kari)));
        assertThat(withLimit.corrects()).isEqualTo(1);
        done(recoveries.uncorrect(round.round, limit.number(), kari));
        assertThat(done(recoveries.read(round.round, kari)).outdated()).isTrue();
        assertThat(codes(recoveries.ask(
                        round.round, done(recoveries.compare(round.round, kari)).hash(), "Rettet.", kari)))
                .containsExactly("allocation.run-outdated");
        Run corrected = wrong.ended(done(recoveries.rerun(round.round, kari)));
        assertThat(List.of(corrected.number(), corrected.checked())).containsExactly(3, true);

        Comparison shown = done(recoveries.compare(round.round, kari));
        assertThat(shown.doctors()).extracting(Compared::name).containsExactly("Lege 3", "Lege 1", "Lege 2", "Lege 4");
        assertThat(shown.doctors())
                .extracting(Compared::verdict)
                .containsExactly(Verdict.BETTER, Verdict.WORSE, Verdict.WORSE, Verdict.SAME);
        assertThat(shown.doctors())
                .extracting(Compared::ends)
                .containsExactly(Ends.RECALLED, Ends.NOTHING, Ends.RECALLED, Ends.NOTHING);
        assertThat(shown.doctors())
                .extracting(Compared::then)
                .containsExactly(Then.NEW_OFFER, Then.KEEPS, Then.NEW_OFFER, Then.WAITS);
        assertThat(shown.verdicts()).isEqualTo(Map.of(Verdict.SAME, 1, Verdict.BETTER, 1, Verdict.WORSE, 2));

        assertThat(codes(recoveries.confirm(round.round, ola))).containsExactly("offer.recovery-not-asked");
        assertThat(codes(recoveries.ask(round.round, "0", "Rettet.", kari)))
                .containsExactly("offer.comparison-changed");
        done(recoveries.ask(round.round, shown.hash(), "Rettet.", kari));
        assertThat(codes(recoveries.confirm(round.round, kari))).containsExactly("offer.recovery-by-another");
        assertThat(codes(recoveries.uncorrect(round.round, 1, kari))).containsExactly("offer.recovery-asked-already");
        assertThat(codes(recoveries.rerun(round.round, kari))).containsExactly("offer.recovery-asked-already");
        assertThat(codes(recoveries.thaw(round.round, "Nei.", ola))).containsExactly("offer.recovery-asked-already");
        done(recoveries.takeBack(round.round, ola));
        done(recoveries.ask(round.round, shown.hash(), "Rettet.", kari));
        Recoveries.Recovered recovered = done(recoveries.confirm(round.round, ola));

        assertThat(recovered.stop().events())
                .extracting(StopEvent::step)
                .containsExactly(
                        StopStep.STOPPED, StopStep.ASKED, StopStep.TAKEN_BACK, StopStep.ASKED, StopStep.RECOVERED);
        assertThat(offer(1).state()).isEqualTo(OfferState.ACCEPTED);
        assertThat(offersOf(2)).extracting(Offer::state).containsExactly(OfferState.RECALLED, OfferState.READY);
        assertThat(offersOf(3)).extracting(Offer::state).containsExactly(OfferState.RECALLED, OfferState.READY);
        assertThat(List.of(seat(1), seat(2), seat(3)))
                .as("by the corrected order")
                .containsExactly("lunge", "hud", "oye");
        assertThat(done(offers.events(offersOf(2).get(0).id(), kari)))
                .extracting(OfferEvent::step)
                .endsWith(OfferStep.UNASK_RECALL, OfferStep.ASK_RECALL, OfferStep.RECALL);
        assertThat(runs.of(round.round))
                .extracting(Run::state)
                .containsExactly(RunState.APPROVED, RunState.DONE, RunState.SUPERSEDED);
        assertThat(runs.latestProposal(round.round).orElseThrow().number()).isEqualTo(3);
        everythingFits();

        OfferRound next = done(releases.release(round.round, 2, null, kari));
        assertThat(next.answerBy()).isEqualTo(WorkingDays.noon(WorkingDays.after(OfferedRound.APPROVED, 2)));
        answer(3, OfferStep.DECLINE);
        clock.set(next.marking());
        assertThat(done(refills.preview(round.round, kari)).placed())
                .extracting(each -> each.name())
                .as("who waits is next, by the corrected order")
                .containsExactly("Lege 4");
        for (int run : List.of(1, 3)) {
            Path files = Files.createDirectory(folder.resolve("run-" + run));
            for (Map.Entry<String, String> file : done(runs.folder(
                            round.round, run, (id, version) -> policies.text(id, version)
                                    .orElseThrow()))
                    .files()
                    .entrySet()) {
                Files.writeString(files.resolve(file.getKey()), file.getValue());
            }
            assertThat(accepted(lines -> Verify.run(new String[] {files.toString()}, lines, lines)))
                    .as("run %d", run)
                    .isZero();
        }
        Path files = Files.createDirectory(folder.resolve("refill"));
        for (Map.Entry<String, String> file :
                done(refills.folder(round.round, 1, kari)).files().entrySet()) {
            Files.writeString(files.resolve(file.getKey()), file.getValue());
        }
        assertThat(accepted(lines -> VerifyRefill.run(files.toString(), lines, lines)))
                .isZero();
    }

    private static int accepted(ToIntFunction<PrintStream> check) {
        try (PrintStream lines = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
            return check.applyAsInt(lines);
        }
    }

    @Test
    void what_was_never_offered_is_given_anew_by_the_corrected_run() {
        LocalDate lateStop =
                done(releases.proposed(round.round, OfferedRound.APPROVED)).lateStop();
        clock.set(WorkingDays.noon(lateStop));
        assertThat(codes(recovering.stop(round.round, "Lege 3 har lengst tjeneste.", kari)))
                .as("what became of it is not known here")
                .containsExactly("offer.settled-elsewhere");
        clock.set(WorkingDays.noon(lateStop.minusDays(1)));
        done(recovering.stop(round.round, "Lege 3 har lengst tjeneste.", kari));
        wrong.setRight();
        done(recoveries.correctFacts(round.round, null, round.doctor(3), "45 måneder.", kari));
        wrong.ended(done(recoveries.rerun(round.round, kari)));
        Comparison shown = done(recoveries.compare(round.round, kari));
        assertThat(shown.ends()).containsEntry(Ends.DROPPED, 3);
        assertThat(shown.thens()).containsEntry(Then.NEW_OFFER, 3).containsEntry(Then.WAITS, 1);
        done(recoveries.ask(round.round, shown.hash(), "Rettet.", kari));
        LocalDate start = LocalDate.of(2090, 9, 1);
        clock.set(WorkingDays.noon(start));
        assertThat(codes(recoveries.confirm(round.round, ola)))
                .as("its stays have begun")
                .containsExactly("offer.too-late-to-correct");
        clock.set(WorkingDays.noon(lateStop));
        assertThat(done(recoveries.confirm(round.round, ola)).refill()).isNull();
        assertThat(releases.course(round.round).orElseThrow().lateStop())
                .as("there is time for the first offers, though it was close")
                .isEqualTo(WorkingDays.noon(WorkingDays.after(lateStop, 6)));
        sent();
        assertThat(List.of(seat(1), seat(2), seat(3))).containsExactly("oye", "hud", "lunge");
        everythingFits();
    }

    @Test
    void what_was_ready_can_be_sent_when_the_offers_go_on_and_a_stop_that_was_moved_stays_so() {
        done(releases.prepare(round.round, kari));
        done(recovering.stop(round.round, "Kan være feil.", kari));
        LocalDate day = LocalDate.of(2090, 8, 1);
        clock.set(WorkingDays.noon(day));
        Instant moved = WorkingDays.noon(WorkingDays.after(day, 6));
        assertThat(done(recoveries.thaw(round.round, "Ingen feil.", kari)))
                .isEqualTo(new Recovering.Later(0, null, moved, moved));
        assertThat(done(releases.release(round.round, 1, null, kari)).answerBy())
                .isBefore(moved);
        assertThat(releases.course(round.round)).contains(new OfferCourse(round.round, moved, moved));
        answer(1, OfferStep.ACCEPT_UPGRADABLE);
        everythingFits();
        clock.set(WorkingDays.noon(LocalDate.of(2090, 9, 1)));
        assertThat(codes(recovering.stop(round.round, "Likevel.", kari))).containsExactly("offer.too-late-to-correct");
    }

    private void recovered() {
        wrong.setRight();
        done(recoveries.correctFacts(round.round, null, round.doctor(3), "45 måneder.", kari));
        wrong.ended(done(recoveries.rerun(round.round, kari)));
        done(recoveries.ask(
                round.round, done(recoveries.compare(round.round, kari)).hash(), "Rettet.", kari));
        done(recoveries.confirm(round.round, ola));
    }

    @Test
    void an_earlier_refill_stays_what_it_was_and_what_is_honoured_can_be_put_off(@TempDir Path folder)
            throws IOException {
        sent();
        answer(1, OfferStep.ACCEPT);
        answer(2, OfferStep.ACCEPT);
        answer(3, OfferStep.DECLINE);
        clock.set(WorkingDays.noon(WorkingDays.after(
                WorkingDays.day(releases.of(round.round).get(0).marking()), 2)));
        done(refills.refill(
                round.round, done(refills.preview(round.round, kari)).hash(), kari));
        done(releases.release(round.round, 2, null, kari));
        List<Refills.Told> told = done(refills.told(round.round, 1, kari));
        assertThat(told).extracting(Refills.Told::name).containsExactly("Lege 1", "Lege 2", "Lege 3", "Lege 4");
        done(recovering.stop(round.round, "Lege 3 har lengst tjeneste.", kari));
        recovered();

        assertThat(done(refills.told(round.round, 1, kari))).isEqualTo(told);
        assertThat(done(refills.told(round.round, 1, round.asDoctor(1))))
                .as("the own, by whatever the corrected run calls whom")
                .containsExactly(told.get(0));
        for (Map.Entry<String, String> file :
                done(refills.folder(round.round, 1, kari)).files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(accepted(lines -> VerifyRefill.run(folder.toString(), lines, lines)))
                .isZero();

        String position = offer(1).seats().get(0).position().value();
        QuarkusTransaction.requiringNew()
                .run(() -> round.execute("insert into position_seats (position_id, half_year, seats, version) values ('"
                        + position + "', '2091-V', 1, 0)"));
        done(answers.askDeferral(offer(1).id(), round.asArea(1), offer(1).version()));
        done(decisions.defer(offer(1).id(), kari, offer(1).version()));
        assertThat(offersOf(1)).extracting(Offer::state).containsExactly(OfferState.DEFERRED, OfferState.ACCEPTED);
        everythingFits();
    }
}
