package no.alisplass.register;

import java.time.Instant;
import java.util.List;
import no.alisplass.domain.AreaCode;

/**
 * One change of a record.
 *
 * @param number the version it made
 * @param by user name
 * @param area whose record it was
 * @param fields that differ; all of them where the area had no record before
 */
public record DoctorChange(
        long number, Instant at, String by, AreaCode area, WhatChanged what, List<Difference> fields) {
    public DoctorChange {
        fields = List.copyOf(fields);
    }
}
