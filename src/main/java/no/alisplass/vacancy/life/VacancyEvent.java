package no.alisplass.vacancy.life;

import java.time.Instant;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.life.Actor;

/**
 * One step of a vacancy that was taken, as it stands in the record.
 *
 * @param number from 1 for each vacancy
 * @param from null for the report
 * @param who user name, or {@code system}; null for who is not told
 * @param hpr the doctor it is about; null for none
 * @param area that had the doctor; null for none
 * @param offer it is about; null for none
 * @param text what was written; null for nothing
 * @param until until when areas nominate, of a step that tells them; else null
 */
public record VacancyEvent(
        long number,
        VacancyStep step,
        VacancyState from,
        VacancyState to,
        Actor actor,
        String who,
        Instant at,
        HprNumber hpr,
        AreaCode area,
        Long offer,
        String text,
        Instant until) {

    public VacancyEvent by(String newWho) {
        return new VacancyEvent(number, step, from, to, actor, newWho, at, hpr, area, offer, text, until);
    }
}
