package no.alisplass.api.chance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Whole;
import no.alisplass.chance.AreaChances;
import no.alisplass.chance.Chance;
import no.alisplass.chance.Chances;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What chances a municipality's own doctors have before the deadline of a round; of nobody else anything is in the answer. */
@Path("/api/v1/rounds/{round}/chances")
@Tag(name = "Ventelister")
class ChanceResource {
    private final Chances chances;
    private final Caller caller;
    private final Asker asker;

    ChanceResource(Chances chances, Caller caller, Asker asker) {
        this.chances = chances;
        this.caller = caller;
        this.asker = asker;
    }

    @Schema(name = "AreaChances")
    record Answer(
            RoundId round,
            AreaCode area,
            LocalDate deadline,

            @Schema(description = "Områder som ikke har sendt liste ennå", examples = "4")
            int missing,

            @Schema(examples = "23") int areas,

            @Schema(description = "På hvor mange måter runden er fordelt", examples = "198")
            int ways,

            @Schema(description = "Hva tallene er regnet over, til å lese før dem")
            List<String> about,

            List<OfDoctor> doctors,
            List<Served> lastServed) {
        static Answer of(AreaChances known, Locale locale) {
            return new Answer(
                    known.round().id(),
                    known.area(),
                    known.round().deadline(),
                    known.missing(),
                    known.areas(),
                    known.ways(),
                    known.about().stream()
                            .map(each -> Messages.text(each, locale))
                            .toList(),
                    known.doctors().stream()
                            .map(each -> OfDoctor.of(each, locale))
                            .toList(),
                    known.lastServed().stream().map(Served::of).toList());
        }
    }

    @Schema(name = "DoctorChances")
    record OfDoctor(
            @Schema(examples = "990000022") String hprNumber,

            @Schema(examples = "Kari Nordmann") String name,

            @Schema(description = "For en plass, uansett hvor")
            Line place,

            List<Wish> wishes,

            @Schema(description = "Hvorfor legen ikke kan delta med denne listen; tom for den som kan")
            List<String> cannot) {
        static OfDoctor of(AreaChances.OfDoctor known, Locale locale) {
            return new OfDoctor(
                    known.hpr().digits(),
                    known.name(),
                    Line.of(known.place(), locale),
                    known.wishes().stream()
                            .map(each -> new Wish(each.department(), each.wish(), Line.of(each.line(), locale)))
                            .toList(),
                    known.cannot().stream()
                            .map(each -> Messages.text(each, locale))
                            .toList());
        }
    }

    @Schema(name = "WishChance")
    record Wish(
            @Schema(examples = "ahus-lunge") DepartmentId department,
            @Schema(examples = "1") int wish,
            Line chance) {}

    @Schema(name = "Chance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Chance.Told told,

            @Schema(description = "Prosent; utelatt når tallet ikke vises", examples = "30")
            Integer from,

            @Schema(examples = "50") Integer to,

            @Schema(description = "Om listene som mangler, er regnet med", examples = "true")
            boolean missingCounted,

            @Schema(examples = "30–50 %") String text) {
        static Line of(AreaChances.Line known, Locale locale) {
            Chance chance = known.chance();
            return new Line(
                    chance.told(),
                    chance.from(),
                    chance.to(),
                    known.guesses(),
                    Messages.text(chance.inWords(), locale));
        }
    }

    @Schema(name = "LastServedBefore")
    record Served(
            @Schema(examples = "ahus-lunge") DepartmentId department,
            @Schema(examples = "ahus-2027-v") RoundId round,

            @Schema(description = "Plassen til den siste som fikk, blant dem som ønsket avdelingen", examples = "5")
            int place,

            @Schema(examples = "11") int inRound) {
        static Served of(LastServed served) {
            return new Served(served.department(), served.round(), served.place(), served.inRound());
        }
    }

    @GET
    @Whole("One list, no longer than a file may be.")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.CHANCES)
    @Operation(
            summary = "Utsiktene til kommunens egne leger før fristen, med listene slik de er sendt",
            description =
                    "Spennet er over listene som mangler (ingen av dem, de samme legene som sist, alle som venter i registeret) og over loddet."
                            + " Det er ikke noe løfte, og sier ingenting om andre leger: «told» er THIRDS eller HIDDEN der få andre"
                            + " ønsker det samme. 409 når fristen er ute, når kommunen ikke har sendt liste, og når sykehuset har slått det av."
                            + " 503 mens utsiktene regnes ut: spør igjen.")
    public Answer chances(RoundId round) {
        return Answer.of(Answers.of(chances.of(round, caller.ownArea())), asker.language());
    }
}
