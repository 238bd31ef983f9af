package no.alisplass.offer.life;

/** Why a yes is taken back by the doctor or the area. */
public enum WithdrawalReason {
    HAS_OTHER_POSITION,
    LEAVE_NOT_POSSIBLE,
    NO_LOCUM,
    LEFT_AREA,
    NO_LONGER_NEEDED,
    /** Something weighty, which is not to be described here. */
    WEIGHTY,
    OTHER
}
