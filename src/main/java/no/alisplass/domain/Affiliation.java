package no.alisplass.domain;

/** How a doctor belongs to a municipality of the catchment area (003 §7.3.1.1, criterion 1). */
public enum Affiliation {
    PERMANENT,
    OWN_LIST,
    LOCUM
}
