package no.alisplass.waitlist;

/** A fact of an entry by its two names: the column of a file and the field of JSON. */
interface Fact {
    String header();

    String json();
}
