package no.alisplass.capacity;

import java.time.LocalDate;
import no.alisplass.domain.HospitalId;

/** Hears in the same transaction of each vacancy that is reported, wherever it was; room {@code vacancy} takes it on from there. */
public interface VacancyWatch {
    /** By what one that counts, and is reported now, will be filled. */
    Vacancy.Course course(HospitalId hospital, LocalDate from, LocalDate to);

    /** @param by null for the caller */
    void reported(Vacancy vacancy, Vacancies.Reporter by);
}
