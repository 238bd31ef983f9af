package no.alisplass.offer.served;

/** Why fewer months count than the days come to. What somebody's health has to do with it is nobody's question. */
public enum FewerReason {
    BEGAN_LATER,
    ENDED_EARLIER,
    PART_TIME,
    /** Away for longer than may be counted, whatever for. */
    ABSENT,
    AIMS_NOT_MET,
    OTHER
}
