package no.alisplass.domain;

/** Which matters more to a doctor where both cannot be had: the department, or an early start. */
public enum WishWeight {
    DEPARTMENT,
    START
}
