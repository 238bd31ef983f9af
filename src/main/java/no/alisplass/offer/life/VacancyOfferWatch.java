package no.alisplass.offer.life;

/** Hears in the same transaction of each step of an offer of a vacancy, once it is taken; room {@code vacancy} does. */
public interface VacancyOfferWatch {
    void taken(long vacancy, long offer, OfferEvent event);
}
