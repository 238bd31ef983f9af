package no.alisplass.capacity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Sporadic vacancies in the database. */
@ApplicationScoped
class VacancyStore implements PanacheRepositoryBase<VacancyEntity, Long> {}
