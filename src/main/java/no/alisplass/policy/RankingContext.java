package no.alisplass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.Start;

/**
 * What a ranking is made for.
 *
 * @param on the first day of the round
 * @param onStartDay whether a candidate's facts are asked on the day the first service they could be offered starts; one
 *     whose facts were taken on the first day of the round alone is asked then
 * @param lotterySeed the seed published with the round
 * @param training from the start of the training to the finished specialist
 * @param objectives how many learning objectives each scheme has, where doctors are compared by the share of them; else empty
 */
public record RankingContext(
        LocalDate on, boolean onStartDay, String lotterySeed, Months training, Map<Scheme, Integer> objectives) {
    /** The day a candidate's facts are asked on. */
    LocalDate day(Candidate candidate) {
        return start(candidate).map(start -> start.halfYear().start()).orElse(on);
    }

    /** The candidate's counted service on that day. */
    Months counted(Candidate candidate) {
        return start(candidate).map(Start::counted).orElse(candidate.countedService());
    }

    boolean shortOfSpecialists(Candidate candidate) {
        return start(candidate).map(Start::areaShortOfSpecialists).orElse(candidate.areaShortOfSpecialists());
    }

    /** The days a service could start for the candidate, in order; at least one. */
    List<LocalDate> days(Candidate candidate) {
        if (!onStartDay || candidate.starts() == null || candidate.starts().isEmpty()) {
            return List.of(on);
        }
        List<LocalDate> days = new ArrayList<>(candidate.starts().size());
        for (Start start : candidate.possibleStarts()) {
            days.add(start.halfYear().start());
        }
        return days;
    }

    private Optional<Start> start(Candidate candidate) {
        return onStartDay ? candidate.firstStart() : Optional.empty();
    }
}
