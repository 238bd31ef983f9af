package no.alisplass.scenario.least;

import no.alisplass.problem.AllocationProblem;

/** All that is needed to check a least number of seats: {@code least.json}. */
public record LeastProven(AllocationProblem problem, LeastCertificate certificate) {}
