package no.alisplass.vacancy;

import no.alisplass.vacancy.rank.VacancyRanking;

/** The ranking a vacancy was offered by, as it was then. @param sha256 of its canonical JSON */
public record StoredRanking(VacancyRanking ranking, String sha256) {}
