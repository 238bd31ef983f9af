package no.alisplass.platform.seen;

import no.alisplass.domain.text.Text;

/** What of doctors' data can be shown or handed out. The names stand in the record and never change. */
public enum Seen {
    /** The priority order, and why one doctor is ahead of another. */
    RANKING(Of.ROUND),
    /** Doctors found by name or number. */
    SEARCH(Of.ROUND),
    /** Doctors who are on several municipalities' lists. */
    TWO_LISTS(Of.ROUND),
    /** Doctors whose outcome was settled by hand. */
    PINS(Of.ROUND),
    /** What would have become of whom by other rules or seats. */
    WHAT_IF(Of.RUN),
    /** What differs between two runs. */
    DIFFERENCE(Of.ROUND),
    /** Who gets which place, and who waits. */
    PROPOSAL(Of.RUN),
    /** All that decided one doctor's outcome. */
    REASONS(Of.RUN),
    /** A run without names: doctors as {@code d001}. */
    CODED_RUN(Of.RUN),
    /** A municipality's list as it is written, whole or in part. */
    WAITLIST(Of.LIST),
    /** A municipality's list as it was sent. */
    SUBMISSION(Of.LIST),
    /** A municipality's list as a file. */
    WAITLIST_FILE(Of.LIST),
    /** A file that was sent in, as it was read. */
    FILE_PREVIEW(Of.LIST),
    /** One doctor on the municipality's list. */
    DOCTOR(Of.LIST),
    /** What chances the municipality's doctors have before the deadline. */
    CHANCES(Of.LIST),
    /** What became of the municipality's doctors. */
    OUTCOME(Of.LIST),
    /** Why one of the municipality's doctors got that outcome. */
    OWN_REASONS(Of.LIST),
    /** An area's register, whole or in part. */
    REGISTER(Of.AREA),
    /** All that is registered of one doctor. */
    REGISTERED_DOCTOR(Of.AREA),
    /** A doctor whose registration is begun. */
    BEGUN_DOCTOR(Of.AREA),
    /** What was changed of what is registered of one doctor. */
    REGISTER_HISTORY(Of.AREA),
    /** What doctors say of what is registered about them. */
    DOCTOR_ANSWERS(Of.AREA),
    /** What is registered about the doctor who looks, and what rounds gave them. */
    OWN_RECORD(Of.OWN),
    /** An area's register as a file. */
    REGISTER_FILE(Of.AREA),
    /** A file that was sent in, beside the register. */
    REGISTER_PREVIEW(Of.AREA),
    /** Who waits in the areas a hospital serves. */
    WAITING(Of.HOSPITAL),
    /** Doctors whom an area asks another for, or is asked for. */
    MOVES(Of.AREA),
    /** The same of all areas a hospital serves. */
    CATCHMENT_MOVES(Of.HOSPITAL),
    /** What a hospital offers whom, or who comes to one of its departments. */
    OFFERS(Of.HOSPITAL),
    /** Who is ranked for a vacancy, who is not and why; of an area its own. */
    VACANCY(Of.HOSPITAL),
    /** What an area's doctors are offered. */
    OWN_OFFERS(Of.AREA),
    /** What a refill would give whom. */
    REFILL(Of.ROUND),
    /** Who waits for seats that may fall free, and where they stand. */
    RESERVE(Of.ROUND),
    /** What a corrected run of a round is to whom, and what was corrected. */
    RECOVERY(Of.ROUND),
    /** When the doctors of a hospital's areas are likely to begin, by a forecast. */
    FORECAST(Of.HOSPITAL),
    /** The same of an area's own. */
    OWN_FORECAST(Of.AREA),
    /** One offer. */
    OFFER(Of.OFFER),
    /** What a round's doctors are offered, and what they have answered. */
    ROUND_OFFERS(Of.ROUND);

    /** What it is a part of, and so what of the address is told. */
    enum Of {
        ROUND,
        RUN,
        LIST,
        AREA,
        HOSPITAL,
        OFFER,
        /** The reader's own, of which the reader tells whose it is. */
        OWN
    }

    private final Of of;

    Seen(Of of) {
        this.of = of;
    }

    Of of() {
        return of;
    }

    /** As it is recorded: {@code two-lists}. */
    public String code() {
        return Text.word(this);
    }
}
