package no.alisplass.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.explanation.Audience;
import no.alisplass.explanation.ExplanationWriter;
import no.alisplass.explanation.Reasons;
import no.alisplass.explanation.Told;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Waiting;

/**
 * Why one doctor got what they got.
 *
 * @param wish the number of the doctor's own wish that is met, of two the better; null for none
 * @param choice how good the outcome is among what could be offered, 1 the best; null for none and when settled by hand
 * @param waiting why the doctor waits; null for a placed one
 * @param summary the reasons in three lines
 * @param told all the reasons in sentences, to be read in this order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonsResponse(
        String name,
        HprNumber hprNumber,
        Reasons.Standing standing,
        List<Stay> stays,
        Integer wish,
        Integer choice,
        Waiting waiting,
        List<String> summary,
        Told told) {

    static ReasonsResponse of(Reasons reasons, Roster roster, Hospital hospital, Audience voice, Locale locale) {
        RosterEntry entry = roster.entry(reasons.doctor());
        OwnWish wish = reasons.held().wish();
        Told told = telling(roster, hospital, voice, locale).tell(reasons);
        return new ReasonsResponse(
                entry.name(),
                entry.facts().hpr(),
                reasons.held().standing(),
                reasons.held().stays(),
                wish == null ? null : wish.number(),
                wish == null ? null : wish.choice(),
                reasons.cause().waiting(),
                told.summary(),
                told);
    }

    static ReasonsResponse of(IneligibleDoctor one, Roster roster, Hospital hospital, Audience voice, Locale locale) {
        Told told = telling(roster, hospital, voice, locale).tellNotEligible(one.name(), one.reasons());
        return new ReasonsResponse(
                one.name(), one.facts().hpr(), null, List.of(), null, null, null, told.summary(), told);
    }

    private static ExplanationWriter telling(Roster roster, Hospital hospital, Audience voice, Locale locale) {
        return new ExplanationWriter(roster, voice, locale, id -> hospital.department(id)
                .map(department -> department.name())
                .orElse(id.value()));
    }
}
