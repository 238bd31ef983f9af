package no.alisplass.policy;

import no.alisplass.domain.HprNumber;

/** Where a municipality puts a doctor on its own list; 1 is highest, doctors may share a number. */
public record OwnPriority(HprNumber hpr, int priority) {}
