package no.alisplass.register;

/** What is done to a record. The names stand in the history and never change. */
public enum WhatChanged {
    REGISTERED,
    CHANGED,
    /** The area said that all of it is right. */
    CONFIRMED,
    CLOSED,
    REOPENED,
    /** The area let go of the doctor. */
    RELEASED,
    /** Another area took the doctor over. */
    TAKEN_OVER,
    /** A hospital told what the doctor has served here. */
    SERVED,
    /** Read out of the lists of rounds when there was no register yet. */
    MIGRATED
}
