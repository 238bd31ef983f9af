package no.alisplass.vacancy.life;

import java.util.List;
import java.util.Set;
import no.alisplass.capacity.VacancyState;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.Whom;

/**
 * One row of the table: a step from one state.
 *
 * @param from null for the report
 * @param to may be the same
 * @param who may take it, each
 * @param guards what must hold, all of it
 * @param tells who must be told
 */
public record VacancyRow(
        VacancyStep step,
        VacancyState from,
        VacancyState to,
        Set<Actor> who,
        List<VacancyGuard> guards,
        Set<Whom> tells) {
    public VacancyRow {
        who = Set.copyOf(who);
        guards = List.copyOf(guards);
        tells = Set.copyOf(tells);
    }

    VacancyRow when(VacancyGuard... all) {
        return new VacancyRow(step, from, to, who, List.of(all), tells);
    }

    VacancyRow tells(Whom... all) {
        return new VacancyRow(step, from, to, who, guards, Set.of(all));
    }

    /** The code of the text for those who are told. */
    public String told() {
        return "vacancy.told-" + step.word() + (from != to && to == VacancyState.OWN ? "-own" : "");
    }
}
