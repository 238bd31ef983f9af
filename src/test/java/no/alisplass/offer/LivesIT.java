package no.alisplass.offer;

import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.alisplass.SettableClock;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.offer.served.Said;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The life of a hospital from the first release to the last completed stay, refills among the rest, by several at once. After each while the
 * invariants hold: no seat has two holders or a doctor two places at a time, who has said yes keeps it or gets better, the record replays,
 * and each step is told and recorded. {@code -Dalis.lives=1000} lives more of them, {@code -Dalis.lives.seed=7} others.
 */
@QuarkusTest
class LivesIT {
    private static final HalfYear AUTUMN = HalfYear.parse("2090-H");
    private static final int DOCTORS = 12;
    private static final int THREADS = 3;
    private static final int STEPS = 8;
    private static final List<String> DEPARTMENTS = List.of("a", "b", "c");
    private static final int SEATS = 2;

    /** Hours from one while to the next: to the marking, then week after week, to the start, into the stay, past its end, and after. */
    private static final int[] WHILES = {
        2, 24 * 9, 24 * 7, 24 * 7, 24 * 10, 24 * 100, 24 * 110, 24 * 60, 24 * 130, 24 * 7
    };

    private static final Set<OfferStep> BY_ONE = Set.of(
            OfferStep.ACCEPT,
            OfferStep.ACCEPT_UPGRADABLE,
            OfferStep.DECLINE,
            OfferStep.SETTLE,
            OfferStep.WITHDRAW,
            OfferStep.ANNUL,
            OfferStep.REINSTATE,
            OfferStep.INTERRUPT);

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
    Refills refills;

    private OfferedRound round;
    private Acting kari;

    /** The departments each wants, the dearest first. */
    private List<List<String>> wishes;

    @AfterEach
    void asItWas() {
        clock.run();
        if (round != null) {
            round.remove();
        }
    }

    @Test
    void nothing_is_lost_doubled_or_half_done_and_nobody_gets_worse_whatever_is_done_in_whatever_order()
            throws Exception {
        int lives = Integer.getInteger("alis.lives", 2);
        long seed = Long.getLong("alis.lives.seed", new Random().nextLong());
        Map<OfferStep, Integer> seen = new EnumMap<>(OfferStep.class);
        for (int life = 0; life < lives; life++) {
            try {
                live(new Random(seed + life), seen);
            } catch (Exception | AssertionError fault) {
                throw new AssertionError("Life of -Dalis.lives.seed=" + (seed + life), fault);
            }
            round.remove();
            round = null;
        }
        System.out.println(lives + " lives from seed " + seed + ": " + seen);
        assertThat(seen).containsKeys(OfferStep.PREPARE, OfferStep.RELEASE);
        if (lives >= 50) {
            assertThat(seen)
                    .containsKeys(
                            OfferStep.REFILL,
                            OfferStep.EXPIRE,
                            OfferStep.START,
                            OfferStep.COMPLETE,
                            OfferStep.INTERRUPT,
                            OfferStep.CONFIRM_MONTHS);
        }
    }

    private String department(String name) {
        return round.hospital + "-ny-" + name;
    }

    private void begin(Random random) {
        clock.set(OfferedRound.APPROVED);
        round = OfferedRound.of(database, 0);
        kari = round.coordinator("kari");
        wishes = new ArrayList<>();
        Frozen frozen = new Frozen();
        DEPARTMENTS.forEach(each -> frozen.seats(department(each), AUTUMN, SEATS));
        for (int d = 1; d <= DOCTORS; d++) {
            List<String> wanted = new ArrayList<>(DEPARTMENTS);
            Collections.shuffle(wanted, random);
            wishes.add(wanted.stream().map(this::department).toList());
            frozen.doctor(round.doctor(d).value(), "Lege " + d)
                    .area(OfferedRound.area(d).value())
                    .months(60 - d)
                    .wants(wishes.get(d - 1).toArray(String[]::new));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            DEPARTMENTS.forEach(each -> round.department(department(each), SEATS));
            round.frozen(frozen.freeze());
            List<Integer> first = new ArrayList<>(
                    IntStream.rangeClosed(1, DEPARTMENTS.size() * SEATS).boxed().toList());
            Collections.shuffle(first, random);
            for (int at = 0; at < first.size(); at++) {
                round.gave(first.get(at), department(DEPARTMENTS.get(at / SEATS)), 1 + at % SEATS);
            }
        });
        done(releases.prepare(round.round, kari));
    }

    private void live(Random random, Map<OfferStep, Integer> seen) throws Exception {
        begin(random);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int hours : WHILES) {
                List<Callable<Void>> work = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    Random own = new Random(random.nextLong());
                    work.add(() -> {
                        for (int step = 0; step < STEPS; step++) {
                            one(own);
                        }
                        return null;
                    });
                }
                for (Future<Void> each : threads.invokeAll(work)) {
                    each.get();
                }
                everythingHolds();
                clock.set(clock.instant().plus(Duration.ofHours(hours)));
                offerClock.run();
            }
        } finally {
            threads.shutdownNow();
        }
        everythingHolds();
        all().forEach(offer -> events(offer).forEach(event -> seen.merge(event.step(), 1, Integer::sum)));
    }

    private List<Offer> all() {
        return offers.page(OfferFilter.of(round.round), 0, 1000).offers();
    }

    private List<OfferEvent> events(Offer offer) {
        return done(offers.events(offer.id(), kari));
    }

    /** One thing more, of an offer drawn at random; may be refused. What else happens in a hospital has its place here. */
    private Result<?> one(Random random) {
        List<Offer> all = all();
        Offer offer = all.get(all.size() - 1 - random.nextInt(Math.min(all.size(), DOCTORS)));
        int doctor = offer.hpr().value() - round.doctor(0).value();
        Acting own = random.nextBoolean() ? round.asDoctor(doctor) : round.asArea(doctor);
        Acting ola = round.coordinator("ola");
        long id = offer.id();
        Long version = offer.version();
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> answer(offer, OfferStep.ACCEPT_UPGRADABLE, own);
            case 4 -> answer(offer, OfferStep.ACCEPT, own);
            case 5 -> answer(offer, OfferStep.DECLINE, own);
            case 6 -> answer(offer, OfferStep.SETTLE, own);
            case 7 -> answers.askWithdrawal(id, "OTHER", own, version);
            case 8 ->
                random.nextBoolean()
                        ? decisions.withdraw(id, null, false, kari, version)
                        : decisions.refuseWithdrawal(id, "Nei.", kari, version);
            case 9 -> decisions.annul(id, "CHECK_FAILED", "Attesten mangler.", kari, version);
            case 10 -> decisions.confirm(id, kari, version);
            case 11, 12 ->
                refills.preview(round.round, kari).then(shown -> refills.refill(round.round, shown.hash(), ola));
            case 13 -> {
                List<OfferRound> sent = releases.of(round.round);
                yield releases.release(round.round, sent.get(sent.size() - 1).number(), "Venter ikke lenger.", kari);
            }
            case 14 ->
                random.nextBoolean()
                        ? decisions.askRecall(id, "WRONG_FACTS", "Feil.", kari, version)
                        : decisions.recall(id, ola, version);
            case 15 -> decisions.reinstate(id, "Var på reise.", kari, version);
            case 16 -> served.interrupt(id, LocalDate.now(clock).minusDays(1), kari, version);
            default ->
                served.confirm(
                        id,
                        offer.legs().stream()
                                .map(leg -> new Said(leg.key(), leg.months(), null))
                                .toList(),
                        kari,
                        version);
        };
    }

    private Result<Receipt> answer(Offer offer, OfferStep answer, Acting by) {
        String reason = answer == OfferStep.DECLINE ? DeclineReason.NO_LOCUM.name() : null;
        return answers.begin(offer.id(), answer, reason, by).then(begun -> answers.give(begun.key(), by));
    }

    private void everythingHolds() {
        List<Offer> all = all();
        for (Offer offer : all) {
            List<OfferEvent> events = events(offer);
            assertThat(OfferReplay.replay(events)).as("offer %d", offer.id()).isEqualTo(offer.facts());
            everyStepIsTold(offer, events);
            whoSaidYesKeepsItOrGetsBetter(offer, events, all);
        }
        nothing(
                "offers that stand without their places, or the other way",
                "select o.id from offer o join offer_seat s on s.offer_id = o.id join placement p on p.id = s.placement_id"
                        + " where o.round_id = :round and (p.active <> o.live or s.live <> o.live)");
        nothing(
                "seats with more holders than there are",
                "select p.position_id from placement p join allocation_run r on r.id = p.run_id join position_seats s"
                        + " on s.position_id = p.position_id and s.half_year = p.half_year where r.round_id = :round and p.active"
                        + " group by p.position_id, p.half_year, s.seats having count(*) > s.seats"
                        + " or count(*) > count(distinct p.seat_number)");
        nothing(
                "doctors with two places at a time",
                "select p.hpr from placement p join allocation_run r on r.id = p.run_id join placement q on q.hpr = p.hpr"
                        + " and q.id > p.id and q.period && p.period and q.active where r.round_id = :round and p.active");
        for (OfferStep step : BY_ONE) {
            nothing(
                    "recorded as often as done: " + step,
                    "select 1 where (select count(*) from offer_event e join offer o on o.id = e.offer_id"
                            + " where o.round_id = :round and e.step = '" + step
                            + "') <> (select count(*) from audit_log where what = 'offer." + step.word()
                            + "' and subject like 'round/' || :round || '/offer/%')");
        }
        refillsAreWhole(all);
    }

    private void nothing(String what, String sql) {
        List<?> found = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql)
                .setParameter("round", round.round.value())
                .getResultList());
        assertThat(found).as(what).isEmpty();
    }

    private void everyStepIsTold(Offer offer, List<OfferEvent> events) {
        Set<String> expected = new HashSet<>();
        for (OfferEvent event : events) {
            for (OfferRow row : OfferTable.rows()) {
                if (row.step() == event.step()
                        && row.from() == event.from()
                        && row.to() == event.to()
                        && row.who().contains(event.actor())) {
                    row.tells().forEach(whom -> expected.add(event.number() + " " + whom + " " + row.told()));
                }
            }
        }
        Set<String> told = new HashSet<>();
        done(offers.told(offer.id(), kari))
                .forEach(each -> told.add(each.event() + " " + each.whom() + " " + each.code()));
        assertThat(told).as("told of offer %d", offer.id()).isEqualTo(expected);
    }

    private void whoSaidYesKeepsItOrGetsBetter(Offer offer, List<OfferEvent> events, List<Offer> all) {
        boolean yes = events.stream().anyMatch(event -> event.to().isAccepted());
        OfferEvent last = events.get(events.size() - 1);
        if (!yes || offer.state().isLive()) {
            return;
        }
        if (offer.state() == OfferState.UPGRADED) {
            Offer better = all.stream()
                    .filter(each -> each.id() > offer.id()
                            && each.hpr().equals(offer.hpr())
                            && events(each).get(0).step() == OfferStep.REFILL)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nothing came instead of offer " + offer.id()));
            assertThat(wish(better))
                    .as("offer %d instead of %d", better.id(), offer.id())
                    .isLessThan(wish(offer));
        } else {
            assertThat(last.to()).isIn(OfferState.WITHDRAWN, OfferState.VOID, OfferState.INTERRUPTED);
        }
    }

    private int wish(Offer offer) {
        return wishes.get(offer.hpr().value() - round.doctor(0).value() - 1)
                .indexOf(offer.departments().iterator().next().value());
    }

    private void refillsAreWhole(List<Offer> all) {
        List<StoredRefill> stored = done(refills.of(round.round, kari));
        assertThat(stored.stream().map(StoredRefill::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, stored.size()).boxed().toList());
        long moved = all.stream()
                .filter(offer -> events(offer).get(0).step() == OfferStep.REFILL)
                .count();
        assertThat(moved)
                .isEqualTo(stored.stream().mapToInt(StoredRefill::upgraded).sum());
        assertThat(all.size() - moved)
                .isEqualTo(DEPARTMENTS.size() * SEATS
                        + stored.stream().mapToInt(StoredRefill::placed).sum());
    }
}
