package no.alisplass.register.entry;

/** A fact of an entry by its two names: the column of a file and the field of JSON. */
public interface EntryField {
    String header();

    String json();
}
