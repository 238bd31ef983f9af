package no.alisplass.domain;

/** The part of a hospital a department belongs to; an area can belong to a catchment for one of them only. */
public enum Service {
    SOMATIC,
    PSYCHIATRY
}
