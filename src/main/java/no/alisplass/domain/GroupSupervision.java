package no.alisplass.domain;

/** How far the obligatory group supervision has come; later is further (003 §7.3.1.1, criterion 3). */
public enum GroupSupervision {
    NOT_STARTED,
    BEGUN,
    FINISHED
}
