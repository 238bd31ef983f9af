package no.alisplass.offer.life;

import static no.alisplass.offer.life.Actor.AREA;
import static no.alisplass.offer.life.Actor.CLOCK;
import static no.alisplass.offer.life.Actor.COORDINATOR;
import static no.alisplass.offer.life.Actor.DEPARTMENT;
import static no.alisplass.offer.life.Actor.DOCTOR;
import static no.alisplass.offer.life.Actor.SECOND_PERSON;
import static no.alisplass.offer.life.OfferGuard.BEFORE_DEADLINE;
import static no.alisplass.offer.life.OfferGuard.LEAVE_AND_LOCUM;
import static no.alisplass.offer.life.OfferGuard.NOT_STOPPED;
import static no.alisplass.offer.life.OfferGuard.REASON;
import static no.alisplass.offer.life.OfferGuard.TEXT;
import static no.alisplass.offer.life.OfferGuard.TWO_STEPS;
import static no.alisplass.offer.life.OfferGuard.WHO_ANSWERS;
import static no.alisplass.offer.life.OfferState.ACCEPTED;
import static no.alisplass.offer.life.OfferState.ACCEPTED_UPGRADABLE;
import static no.alisplass.offer.life.OfferState.COMPLETED;
import static no.alisplass.offer.life.OfferState.CONFIRMED;
import static no.alisplass.offer.life.OfferState.DECLINED;
import static no.alisplass.offer.life.OfferState.DEFERRED;
import static no.alisplass.offer.life.OfferState.DRAFT;
import static no.alisplass.offer.life.OfferState.DROPPED;
import static no.alisplass.offer.life.OfferState.EXPIRED;
import static no.alisplass.offer.life.OfferState.INTERRUPTED;
import static no.alisplass.offer.life.OfferState.READY;
import static no.alisplass.offer.life.OfferState.RECALLED;
import static no.alisplass.offer.life.OfferState.SENT;
import static no.alisplass.offer.life.OfferState.STARTED;
import static no.alisplass.offer.life.OfferState.TURNED_DOWN;
import static no.alisplass.offer.life.OfferState.UPGRADED;
import static no.alisplass.offer.life.OfferState.VOID;
import static no.alisplass.offer.life.OfferState.WITHDRAWN;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;

/** The life of an offer: every step there is, and nothing else (docs/offers.md shows the same). */
public final class OfferTable {
    private static final List<OfferRow> ROWS = List.of(
            row(OfferStep.PREPARE, null, DRAFT, COORDINATOR, Actor.REFILL)
                    .when(OfferGuard.ROUND_APPROVED, OfferGuard.DECISION_ASKED, NOT_STOPPED)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.PREPARE, null, READY, COORDINATOR, Actor.REFILL)
                    .when(OfferGuard.ROUND_APPROVED, OfferGuard.NO_DECISION_ASKED, NOT_STOPPED),
            row(OfferStep.REFILL, null, ACCEPTED_UPGRADABLE, Actor.REFILL)
                    .when(OfferGuard.STRICTLY_BETTER, OfferGuard.SEAT_FREE, NOT_STOPPED)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.DEFER, null, ACCEPTED, COORDINATOR)
                    .when(OfferGuard.SEAT_LATER)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASSESS, DRAFT, READY, DEPARTMENT)
                    .when(OfferGuard.ASSESSMENT, NOT_STOPPED)
                    .tells(Whom.COORDINATOR),
            row(OfferStep.TURN_DOWN, DRAFT, TURNED_DOWN, DEPARTMENT)
                    .when(REASON, TEXT, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.COORDINATOR),
            row(OfferStep.TURN_DOWN, READY, TURNED_DOWN, DEPARTMENT)
                    .when(OfferGuard.DECISION_ASKED, REASON, TEXT, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.COORDINATOR, Whom.DEPARTMENT),
            row(OfferStep.TURN_DOWN, READY, TURNED_DOWN, COORDINATOR)
                    .when(REASON, TEXT, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.COORDINATOR, Whom.DEPARTMENT),
            row(OfferStep.NEED_MORE, DRAFT, DRAFT, DEPARTMENT)
                    .when(TEXT, NOT_STOPPED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR),
            row(OfferStep.DEVIATE, DRAFT, READY, COORDINATOR)
                    .when(TEXT, NOT_STOPPED)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.DROP, DRAFT, DROPPED, COORDINATOR)
                    .when(REASON, TEXT)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.DROP, READY, DROPPED, COORDINATOR)
                    .when(REASON, TEXT)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.LAPSE, DRAFT, DROPPED, CLOCK)
                    .when(OfferGuard.AFTER_LATE_STOP, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DEPARTMENT, Whom.COORDINATOR),
            row(OfferStep.LAPSE, READY, DROPPED, CLOCK)
                    .when(OfferGuard.AFTER_LATE_STOP, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DEPARTMENT, Whom.COORDINATOR),
            row(OfferStep.RELEASE, READY, SENT, COORDINATOR)
                    .when(OfferGuard.NONE_UNDECIDED, OfferGuard.AFTER_MARKING, NOT_STOPPED)
                    .then(OfferEffect.DEADLINE)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.ACCEPT, SENT, ACCEPTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, TWO_STEPS, BEFORE_DEADLINE, LEAVE_AND_LOCUM, NOT_STOPPED)
                    .then(OfferEffect.RECEIPT)
                    .tells(Whom.COORDINATOR, Whom.DEPARTMENT, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.ACCEPT_UPGRADABLE, SENT, ACCEPTED_UPGRADABLE, DOCTOR, AREA)
                    .when(
                            WHO_ANSWERS,
                            TWO_STEPS,
                            BEFORE_DEADLINE,
                            LEAVE_AND_LOCUM,
                            OfferGuard.BEFORE_UPGRADE_STOP,
                            NOT_STOPPED)
                    .then(OfferEffect.RECEIPT)
                    .tells(Whom.COORDINATOR, Whom.DEPARTMENT, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.DECLINE, SENT, DECLINED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, TWO_STEPS, BEFORE_DEADLINE, REASON, NOT_STOPPED)
                    .then(OfferEffect.RECEIPT, OfferEffect.FREES)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.ASK_TIME, SENT, SENT, DOCTOR, AREA)
                    .when(WHO_ANSWERS, BEFORE_DEADLINE, OfferGuard.NOT_ASKED, NOT_STOPPED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.GRANT_TIME, SENT, SENT, COORDINATOR)
                    .when(OfferGuard.ASKED, BEFORE_DEADLINE, OfferGuard.BEFORE_LATE_STOP, NOT_STOPPED)
                    .then(OfferEffect.DEADLINE, OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_TIME, SENT, SENT, COORDINATOR)
                    .when(OfferGuard.ASKED, NOT_STOPPED)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.TICK, SENT, SENT, AREA),
            row(OfferStep.TICK, ACCEPTED, ACCEPTED, AREA).tells(Whom.COORDINATOR),
            row(OfferStep.TICK, ACCEPTED_UPGRADABLE, ACCEPTED_UPGRADABLE, AREA).tells(Whom.COORDINATOR),
            row(OfferStep.TICK, CONFIRMED, CONFIRMED, AREA).tells(Whom.COORDINATOR),
            row(OfferStep.STOP, SENT, SENT, COORDINATOR)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.RESUME, SENT, SENT, COORDINATOR)
                    .when(OfferGuard.STOPPED)
                    .then(OfferEffect.DEADLINE)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.EXPIRE, SENT, EXPIRED, CLOCK)
                    .when(OfferGuard.AFTER_DEADLINE, NOT_STOPPED)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.COORDINATOR),
            row(OfferStep.REINSTATE, EXPIRED, SENT, COORDINATOR)
                    .when(TEXT, OfferGuard.SEAT_FREE, OfferGuard.BEFORE_LATE_STOP, NOT_STOPPED)
                    .then(OfferEffect.TAKES, OfferEffect.DEADLINE)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.ASK_RECALL, SENT, SENT, COORDINATOR)
                    .when(REASON, TEXT, OfferGuard.NOT_ASKED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR),
            row(OfferStep.UNASK_RECALL, SENT, SENT, COORDINATOR)
                    .when(OfferGuard.ASKED)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.COORDINATOR),
            row(OfferStep.RECALL, SENT, RECALLED, SECOND_PERSON)
                    .when(OfferGuard.ASKED, OfferGuard.ANOTHER_PERSON)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.SETTLE, ACCEPTED_UPGRADABLE, ACCEPTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, TWO_STEPS, NOT_STOPPED)
                    .then(OfferEffect.RECEIPT)
                    .tells(Whom.COORDINATOR, Whom.DEPARTMENT, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.SETTLE, ACCEPTED_UPGRADABLE, ACCEPTED, CLOCK)
                    .when(OfferGuard.AFTER_UPGRADE_STOP, NOT_STOPPED)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.REFILL, ACCEPTED_UPGRADABLE, UPGRADED, Actor.REFILL)
                    .when(
                            OfferGuard.STRICTLY_BETTER,
                            OfferGuard.BEFORE_UPGRADE_STOP,
                            OfferGuard.NOTHING_UNDECIDED,
                            NOT_STOPPED)
                    .then(OfferEffect.FREES, OfferEffect.NEW_OFFER)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.ASK_WITHDRAWAL, ACCEPTED, ACCEPTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOTHING_UNDECIDED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_WITHDRAWAL, ACCEPTED, ACCEPTED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.WITHDRAW, ACCEPTED, WITHDRAWN, COORDINATOR)
                    .when(REASON)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_DEFERRAL, ACCEPTED, ACCEPTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, OfferGuard.NOTHING_UNDECIDED, OfferGuard.SEAT_LATER)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_DEFERRAL, ACCEPTED, ACCEPTED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.DEFER, ACCEPTED, DEFERRED, COORDINATOR)
                    .when(OfferGuard.ASKED, OfferGuard.SEAT_LATER)
                    .then(OfferEffect.FREES, OfferEffect.NEW_OFFER)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.ANNUL, ACCEPTED, VOID, COORDINATOR)
                    .when(REASON, TEXT)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_WITHDRAWAL, ACCEPTED_UPGRADABLE, ACCEPTED_UPGRADABLE, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOT_ASKED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_WITHDRAWAL, ACCEPTED_UPGRADABLE, ACCEPTED_UPGRADABLE, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.WITHDRAW, ACCEPTED_UPGRADABLE, WITHDRAWN, COORDINATOR)
                    .when(REASON)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ANNUL, ACCEPTED_UPGRADABLE, VOID, COORDINATOR)
                    .when(REASON, TEXT)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_WITHDRAWAL, CONFIRMED, CONFIRMED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOTHING_UNDECIDED)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_WITHDRAWAL, CONFIRMED, CONFIRMED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.WITHDRAW, CONFIRMED, WITHDRAWN, COORDINATOR)
                    .when(REASON)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_DEFERRAL, CONFIRMED, CONFIRMED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, OfferGuard.NOTHING_UNDECIDED, OfferGuard.SEAT_LATER)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_DEFERRAL, CONFIRMED, CONFIRMED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.DEFER, CONFIRMED, DEFERRED, COORDINATOR)
                    .when(OfferGuard.ASKED, OfferGuard.SEAT_LATER)
                    .then(OfferEffect.FREES, OfferEffect.NEW_OFFER)
                    .tells(Whom.DEPARTMENT),
            row(OfferStep.ANNUL, CONFIRMED, VOID, COORDINATOR)
                    .when(REASON, TEXT)
                    .then(OfferEffect.FREES)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_GIVE_UP, ACCEPTED, ACCEPTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOT_ASKED, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_GIVE_UP, ACCEPTED, ACCEPTED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.GIVE_UP, ACCEPTED, ACCEPTED, COORDINATOR)
                    .when(REASON, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.FREES_LATER)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_GIVE_UP, CONFIRMED, CONFIRMED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOT_ASKED, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_GIVE_UP, CONFIRMED, CONFIRMED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.GIVE_UP, CONFIRMED, CONFIRMED, COORDINATOR)
                    .when(REASON, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.FREES_LATER)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.ASK_GIVE_UP, STARTED, STARTED, DOCTOR, AREA)
                    .when(WHO_ANSWERS, REASON, OfferGuard.NOT_ASKED, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.PENDING)
                    .tells(Whom.COORDINATOR, Whom.DOCTOR, Whom.AREA),
            row(OfferStep.REFUSE_GIVE_UP, STARTED, STARTED, COORDINATOR)
                    .when(OfferGuard.ASKED, TEXT)
                    .then(OfferEffect.DECIDED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.GIVE_UP, STARTED, STARTED, COORDINATOR)
                    .when(REASON, OfferGuard.TWO_PARTS)
                    .then(OfferEffect.FREES_LATER)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.CONFIRM, ACCEPTED, CONFIRMED, COORDINATOR, DEPARTMENT)
                    .when(LEAVE_AND_LOCUM)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT),
            row(OfferStep.START, CONFIRMED, STARTED, DEPARTMENT, COORDINATOR, CLOCK)
                    .when(OfferGuard.FIRST_DAY, OfferGuard.NOTHING_UNDECIDED)
                    .tells(Whom.AREA),
            row(OfferStep.COMPLETE, STARTED, COMPLETED, DEPARTMENT, COORDINATOR, CLOCK)
                    .when(OfferGuard.LAST_DAY)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.CONFIRM_MONTHS, COMPLETED, COMPLETED, DEPARTMENT, COORDINATOR)
                    .when(OfferGuard.MONTHS, OfferGuard.EACH_PART_ONCE)
                    .then(OfferEffect.REGISTERED)
                    .tells(Whom.DOCTOR, Whom.AREA),
            row(OfferStep.INTERRUPT, STARTED, INTERRUPTED, DEPARTMENT, COORDINATOR)
                    .when(OfferGuard.LAST_DAY_SERVED)
                    .then(OfferEffect.FREES, OfferEffect.REGISTERED, OfferEffect.VACANCY)
                    .tells(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT, Whom.COORDINATOR));

    private OfferTable() {}

    private static OfferRow row(OfferStep step, OfferState from, OfferState to, Actor... who) {
        return OfferRow.of(step, from, to, who);
    }

    public static List<OfferRow> rows() {
        return ROWS;
    }

    /** The row of a step from a state by someone; empty when there is none. */
    public static Optional<OfferRow> row(OfferStep step, OfferState from, Actor by) {
        return ROWS.stream()
                .filter(row ->
                        row.step() == step && row.from() == from && row.who().contains(by))
                .findFirst();
    }

    /** What someone may do from a state, if the guards hold; a coordinator may be the second person too. In the order of the steps. */
    public static List<OfferStep> steps(OfferState from, Actor by) {
        return ROWS.stream()
                .filter(row -> row.from() == from)
                .filter(row -> row.who().contains(by)
                        || by == Actor.COORDINATOR && row.who().contains(Actor.SECOND_PERSON))
                .map(OfferRow::step)
                .distinct()
                .sorted()
                .toList();
    }

    /** Why a step cannot be taken from a state, or not by this one; empty when its row says it can, if its guards hold. */
    public static Optional<Finding> refuses(OfferStep step, OfferState from, Actor by) {
        if (row(step, from, by).isPresent()) {
            return Optional.empty();
        }
        List<OfferRow> all = ROWS.stream().filter(row -> row.step() == step).toList();
        TreeSet<Actor> may = new TreeSet<>(Comparator.naturalOrder());
        all.stream().filter(row -> row.from() == from).forEach(row -> may.addAll(row.who()));
        if (may.isEmpty()
                && from != null
                && all.stream().anyMatch(row -> row.who().contains(by))) {
            return Optional.of(Finding.of("state", from, "offer." + step.word() + "-when", Message.of(from.clause())));
        }
        if (may.isEmpty()) {
            all.forEach(row -> may.addAll(row.who()));
        }
        return Optional.of(notBy(by, step, may));
    }

    /** That a step is for others than the one who wants to take it. */
    private static Finding notBy(Actor by, OfferStep step, TreeSet<Actor> may) {
        Object others = may.first();
        for (Actor other : may.tailSet(may.first(), false)) {
            boolean last = other == may.last();
            others = Message.of(last ? "offer.this-or-that" : "offer.this-and-more", others, other);
        }
        return Finding.of("actor", by, "offer.not-by", by, step, others);
    }
}
