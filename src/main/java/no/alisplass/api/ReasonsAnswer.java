package no.alisplass.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.explanation.Reasons;
import no.alisplass.explanation.Telling;
import no.alisplass.explanation.Told;
import no.alisplass.explanation.Voice;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.NotEligible;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;

/**
 * Why one doctor got what they got.
 *
 * @param wish how high among the doctor's own wishes the outcome is, 1 the best; null for none
 * @param told the reasons in sentences, to be read in this order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonsAnswer(
        String name, HprNumber hprNumber, Reasons.Standing standing, List<Stay> stays, Integer wish, Told told) {

    static ReasonsAnswer of(Reasons reasons, Roster roster, Hospital hospital, Voice voice, Locale locale) {
        RosterEntry entry = roster.entry(reasons.doctor());
        return new ReasonsAnswer(
                entry.name(),
                entry.facts().hpr(),
                reasons.held().standing(),
                reasons.held().stays(),
                reasons.held().wish(),
                telling(roster, hospital, voice, locale).tell(reasons));
    }

    static ReasonsAnswer of(NotEligible one, Roster roster, Hospital hospital, Voice voice, Locale locale) {
        return new ReasonsAnswer(
                one.name(),
                one.facts().hpr(),
                null,
                List.of(),
                null,
                telling(roster, hospital, voice, locale).tellNotEligible(one.name(), one.reasons()));
    }

    private static Telling telling(Roster roster, Hospital hospital, Voice voice, Locale locale) {
        return new Telling(roster, voice, locale, id -> hospital.department(id)
                .map(department -> department.name())
                .orElse(id.value()));
    }
}
