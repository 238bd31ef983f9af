package no.alisplass.problem;

import no.alisplass.domain.DepartmentId;

/** The part of a stay spent in one department, in whole months. */
public record Leg(DepartmentId department, int months) {
    public Leg {
        if (months < 1 || months > 12) {
            throw new IllegalArgumentException("A leg (" + months + " months) must last from 1 to 12 months.");
        }
    }
}
