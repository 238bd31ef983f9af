package no.alisplass.offer.life;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.text.Text;

/** How far an offer has come, and what its seats are while it stands there. */
public enum OfferState {
    /** Waits for the department's decision. */
    DRAFT(SeatState.PROPOSED),
    /** May be sent. */
    READY(SeatState.READY),
    /** The department said no; nobody was told. */
    TURNED_DOWN(SeatState.FREE),
    /** The hospital does without it before it is sent: it was a mistake, or there was no time left. Nobody outside was told. */
    DROPPED(SeatState.FREE),
    /** Waits for an answer. */
    SENT(SeatState.OFFERED),
    ACCEPTED(SeatState.HELD),
    /** Accepted by one who still wants what is higher among the own wishes. */
    ACCEPTED_UPGRADABLE(SeatState.HELD),
    /** A refill gave the doctor something better, by another offer. */
    UPGRADED(SeatState.FREE),
    DECLINED(SeatState.FREE),
    EXPIRED(SeatState.FREE),
    /** Taken back before it was answered. */
    RECALLED(SeatState.FREE),
    /** Given up after it was accepted. */
    WITHDRAWN(SeatState.FREE),
    /** Put off for a half-year: another offer reserves the seat there. */
    DEFERRED(SeatState.FREE),
    /** Taken back by the hospital after it was accepted. */
    VOID(SeatState.FREE),
    /** There is a contract. */
    CONFIRMED(SeatState.CONFIRMED),
    STARTED(SeatState.SERVING),
    COMPLETED(SeatState.COMPLETED),
    /** Broken off after it had begun. */
    INTERRUPTED(SeatState.FREE);

    private static final Set<OfferState> LIVE =
            EnumSet.copyOf(Arrays.stream(values()).filter(OfferState::isLive).toList());

    private final SeatState seat;

    OfferState(SeatState seat) {
        this.seat = seat;
    }

    /** What its seats are. */
    public SeatState seat() {
        return seat;
    }

    /** Whether nobody else can have its seats: the doctor is there, was there, or may come. */
    public boolean isLive() {
        return seat != SeatState.FREE;
    }

    /** Whether the doctor and the area were told of it. */
    public boolean isTold() {
        return this != DRAFT && this != READY && this != TURNED_DOWN && this != DROPPED;
    }

    /** Whether a yes stands. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_UPGRADABLE || this == CONFIRMED || this == STARTED;
    }

    /** Whether a yes stands that can still be taken back. */
    boolean canBeWithdrawn() {
        return isAccepted() && this != STARTED;
    }

    /** The code of what stands in the way of a step when the offer is here. */
    String clause() {
        return "offer.when-" + Text.word(this);
    }

    /** Whether no step leads away from it. */
    public boolean isLast() {
        return OfferTable.rows().stream().noneMatch(row -> row.from() == this && row.to() != this);
    }

    /** Those in which a yes stands. */
    public static Set<OfferState> accepted() {
        return Arrays.stream(values())
                .filter(OfferState::isAccepted)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OfferState.class)));
    }

    /** Those that doctors and areas were told of. */
    public static Set<OfferState> told() {
        return Arrays.stream(values())
                .filter(OfferState::isTold)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OfferState.class)));
    }
}
