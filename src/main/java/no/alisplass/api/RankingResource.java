package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Ranking;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshots;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/ranking")
@Tag(name = "Rangering")
class RankingResource {
    private final FrozenRounds frozen;
    private final Snapshots snapshots;

    RankingResource(FrozenRounds frozen, Snapshots snapshots) {
        this.frozen = frozen;
        this.snapshots = snapshots;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Operation(
            summary = "Rangeringen av en lukket runde",
            description =
                    "Hver lege med verdiene for hvert kriterium, og hvilket kriterium som skiller legen fra den neste;"
                            + " der en kommunes egen rekkefølge er en annen enn kriteriene, står det også.")
    public RankingAnswer ranking(RoundId round, @Context HttpHeaders headers) {
        Roster roster = Answers.of(frozen.ranked(round));
        return RankingAnswer.of(roster, snapshots.ranking(roster), Languages.of(headers));
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Path("/decision")
    @Operation(summary = "Hvorfor den ene av to leger står foran den andre")
    public RankingAnswer.Decided decision(
            RoundId round,
            @QueryParam("first") @Min(1) @Max(999_999_999) int first,
            @QueryParam("second") @Min(1) @Max(999_999_999) int second,
            @Context HttpHeaders headers) {
        Roster roster = Answers.of(frozen.ranked(round));
        Ranking ranking = snapshots.ranking(roster);
        Locale locale = Languages.of(headers);
        HprNumber one = Answers.of(ranked(ranking, "first", first));
        HprNumber other = Answers.of(ranked(ranking, "second", second));
        if (one.equals(other)) {
            Answers.of(Outcome.invalid(Finding.of("second", second, "allocation.same-doctor", second)));
        }
        return RankingAnswer.Decided.of(ranking.decide(one, other), roster, locale);
    }

    private static Outcome<HprNumber> ranked(Ranking ranking, String field, int number) {
        return HprNumber.read(Integer.toString(number))
                .filter(hpr -> ranking.place(hpr).isPresent())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.notFound(Finding.of(field, number, "allocation.not-ranked", number)));
    }
}
