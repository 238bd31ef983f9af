package no.alisplass.vacancy.life;

import no.alisplass.domain.text.Text;

/** What may be done with a sporadic vacancy. From where to where, by whom and on which conditions, {@link VacancyTable} tells. */
public enum VacancyStep {
    REPORT,
    /** Dates, duty or note are others than they were. */
    CHANGE,
    /** The area has a doctor ranked whom it was not wished for. */
    NOMINATE,
    /** The area does not have a doctor ranked. */
    TAKE_OUT,
    OFFER,
    /** The offer is accepted. */
    FILL,
    /** The offer came to nothing. */
    FALL,
    /** An offer that came to nothing is open again. */
    RESUME,
    /** Who had it has it no longer. */
    GIVE_UP,
    RELEASE,
    /** The department found somebody by itself. */
    FILL_OTHERWISE,
    WITHDRAW,
    REOPEN;

    /** As message codes write it: {@code take-out}. */
    public String word() {
        return Text.word(this);
    }
}
