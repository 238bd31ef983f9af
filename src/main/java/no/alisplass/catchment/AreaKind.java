package no.alisplass.catchment;

/** A municipality (four digits) or an Oslo district (six digits). */
public enum AreaKind {
    MUNICIPALITY,
    DISTRICT
}
