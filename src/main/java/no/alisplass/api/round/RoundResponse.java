package no.alisplass.api.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.http.ProblemDetails;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Messages;
import no.alisplass.round.Round;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundPage;
import no.alisplass.round.RoundState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A round.
 *
 * @param warnings what the coordinator should know about the command just carried out; empty otherwise
 */
record RoundResponse(
        @Schema(implementation = String.class, examples = "ahus-2027-v")
        RoundId id,

        @Schema(implementation = String.class, examples = "ahus")
        HospitalId hospital,

        String title,

        @Schema(implementation = String[].class, examples = "[\"2027-V\", \"2027-H\"]")
        List<HalfYear> halfYears,

        @Schema(examples = "ahus-2020") String policyId,
        int policyVersion,
        Objective objective,

        @Schema(description = "Frøet for loddtrekningen; står fast fra runden åpnes.")
        String lotterySeed,

        LocalDate deadline,
        RoundState state,
        long version,
        List<ProblemDetails.Entry> warnings) {

    /** Some of a list of rounds. */
    @Schema(name = "RoundsPage")
    record Page(
            List<RoundResponse> rounds,
            int page,
            int size,

            @Schema(description = "Antall på alle sidene") long total) {
        static Page of(RoundPage page, Locale locale) {
            return new Page(
                    page.rounds().stream()
                            .map(round -> RoundResponse.of(round, locale))
                            .toList(),
                    page.page(),
                    page.size(),
                    page.total());
        }
    }

    static RoundResponse of(Round round, Locale locale) {
        return of(new RoundChange(round, List.of()), locale);
    }

    static RoundResponse of(RoundChange change, Locale locale) {
        Round round = change.round();
        List<ProblemDetails.Entry> warnings = change.warnings().stream()
                .map(finding -> new ProblemDetails.Entry(
                        finding.field(), finding.value(), finding.code(), Messages.text(finding, locale)))
                .toList();
        return new RoundResponse(
                round.id(),
                round.hospital(),
                round.title(),
                round.halfYears(),
                round.policyId(),
                round.policyVersion(),
                round.objective(),
                round.lotterySeed(),
                round.deadline(),
                round.state(),
                round.version(),
                warnings);
    }
}
