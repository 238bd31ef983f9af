package no.alisplass.offer.life;

/** What must hold for a step to be taken, besides where the offer stands and who takes it. */
public enum OfferGuard {
    ROUND_APPROVED(
            "the round is approved, and so its certificate accepted; or the vacancy is open and the doctor ranked"),
    DECISION_ASKED("the hospital asks its departments for a decision"),
    NO_DECISION_ASKED("the hospital asks for no decision"),
    ASSESSMENT("a written assessment"),
    TEXT("a written reason"),
    REASON("a reason from the list"),
    NONE_UNDECIDED("no offer of the offer round is a draft"),
    AFTER_MARKING("the offer round before is marked, and an ordinary one two working days ago"),
    WHO_ANSWERS("the hospital's settings let this one answer"),
    TWO_STEPS("said once, then confirmed"),
    BEFORE_DEADLINE("before the deadline"),
    AFTER_DEADLINE("the deadline has passed"),
    BEFORE_UPGRADE_STOP("before the upgrade stop"),
    AFTER_UPGRADE_STOP("the upgrade stop has passed"),
    BEFORE_LATE_STOP("before the late stop"),
    AFTER_LATE_STOP("the late stop has passed"),
    LEAVE_AND_LOCUM("leave and locum are arranged, where the hospital's settings block otherwise"),
    ASKED("it was asked for"),
    NOT_ASKED("it was not asked for already"),
    NOTHING_UNDECIDED("no wish to take the yes back, or to put it off, waits for a decision"),
    NOT_STOPPED("the round's offers are not stopped"),
    STOPPED("the round's offers are stopped"),
    ANOTHER_PERSON("not the one who asked"),
    SEAT_FREE("the seats are free, and the doctor is nowhere else"),
    SEAT_LATER(
            "one seat, not put off before and not begun; the position has a free seat in the plan of the half-year after, the area can spare the doctor then, and the doctor is nowhere else"),
    TWO_PARTS("two half-years that go together, of which the later has not begun"),
    STRICTLY_BETTER("higher among the doctor's own wishes, and within the area's limit"),
    FIRST_DAY("the first day has come"),
    LAST_DAY("the last day has passed"),
    MONTHS(
            "no more months than were given, none or at least so many that they count, and for fewer a reason from the list"),
    LAST_DAY_SERVED("the last day served, not before the first and not ahead"),
    EACH_PART_ONCE("a department's own part, and each part once");

    private final String words;

    OfferGuard(String words) {
        this.words = words;
    }

    /** In English, for the documentation. */
    public String words() {
        return words;
    }
}
