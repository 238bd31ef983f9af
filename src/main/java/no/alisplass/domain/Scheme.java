package no.alisplass.domain;

/** The specialisation rules a doctor follows: the old ones ask for 12 months of institutional service, the new for 6 (003 §2). */
public enum Scheme {
    OLD,
    NEW
}
