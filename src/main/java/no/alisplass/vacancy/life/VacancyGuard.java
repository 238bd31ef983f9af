package no.alisplass.vacancy.life;

/** What must hold for a step of a vacancy to be taken, besides where it stands and who takes it. */
public enum VacancyGuard {
    COUNTS("it is at least so long as counts in one department"),
    NOT_COUNTING("it is said on purpose that it does not count"),
    BEFORE_NOMINATE_BY("before the nomination deadline"),
    OWN_DOCTOR("a doctor the area has"),
    ONLY_WISHES_IN_THE_WAY("nothing is in the way but the doctor's wishes and the area's limit"),
    NOMINATIONS_OVER("the nomination deadline has passed, or no area was told; else a written reason"),
    FIRST("the first in the ranking of who was not offered it; another for a written reason"),
    TIME_TO_ANSWER("it would be answered before the release"),
    FOLLOWS_THE_OFFER("follows the offer, in its transaction"),
    NOBODY_LEFT("nobody is left to offer it to; else a written reason"),
    AFTER_RELEASE("the time of the release has come"),
    BEFORE_RELEASE("the time of the release has not come"),
    ENOUGH_LEFT("what is left is long enough to count"),
    TOO_LITTLE_LEFT("what is left is too short to count"),
    NOT_BY_OFFER("nobody has it by an offer");

    private final String words;

    VacancyGuard(String words) {
        this.words = words;
    }

    /** In English, for the documentation. */
    public String words() {
        return words;
    }
}
