package no.alisplass.forecast.run;

import no.alisplass.domain.HprNumber;
import no.alisplass.domain.doctor.Employment;

/** A doctor as a replication has it at the moment. Half-years are numbered from the first of the plan. */
final class Person {
    enum State {
        WAITING,
        /** Has a place, to come or being served. */
        PLACED,
        /** Has done all that was needed. */
        SERVED,
        /** Withdrew, or belongs to no area any more. */
        LEFT
    }

    /** Of whom no one in the queue is like: nothing is wished, and the affiliation is permanent. */
    static final int NOBODY = -1;

    final HprNumber hpr;
    /** What draws about the doctor are keyed by: the same under every plan. */
    final long key;
    /** The doctor's own number in the queue as it stood; {@link #NOBODY} of a new one. */
    final int queued;
    /** Whom of the queue as it stood a new doctor is like; the doctor's own number of one of the queue. */
    final int like;

    final int joined;
    /** The half-year in which five years of training are over. */
    final int fiveYears;
    /** Tenths of months of counted service on the first day of {@link #joined}; not of one of the queue, whose months are computed. */
    final int counted;

    int area;
    int wishesLike;
    boolean ownWishes;
    int left;
    boolean interrupted;
    long served;
    int earliest;
    int waitsFrom;
    Employment employment;
    State state = State.WAITING;
    /** The first half-year after the place; of one who is placed. */
    int until;
    /** The half-year of the first stay; negative for none yet. */
    int first = -1;

    Person(HprNumber hpr, long key, int queued, int like, int joined, int fiveYears, int counted) {
        this.hpr = hpr;
        this.key = key;
        this.queued = queued;
        this.like = like;
        this.joined = joined;
        this.fiveYears = fiveYears;
        this.counted = counted;
    }

    boolean waits() {
        return state == State.WAITING;
    }
}
