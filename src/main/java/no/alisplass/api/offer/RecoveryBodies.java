package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.api.json.Lines;
import no.alisplass.correction.Correction;
import no.alisplass.correction.Corrections;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.offer.Recovering;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.recovery.Compared;
import no.alisplass.offer.recovery.Comparison;
import no.alisplass.offer.recovery.Ends;
import no.alisplass.offer.recovery.Recoveries;
import no.alisplass.offer.recovery.Then;
import no.alisplass.offer.recovery.Verdict;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.StopEvent;
import no.alisplass.offer.stop.StopStep;
import no.alisplass.platform.Messages;
import no.alisplass.waitlist.EntryFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of a run that was wrong. */
final class RecoveryBodies {
    private static final int MAX_TEXT = 4000;

    private RecoveryBodies() {}

    @Schema(name = "RoundStopBody")
    record Why(
            @Schema(description = "Hvorfor, med ord", examples = "Lege 990000012 er ført med 30 måneder for 90.")
            @NotNull @Lines
            @Size(max = MAX_TEXT) String text) {}

    @Schema(name = "RoundStopEventAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            StopStep step,
            String who,
            Instant at,
            String text,

            @Schema(description = "Den rettede kjøringen (ASKED, RECOVERED)")
            Integer run,

            @Schema(description = "Tilbudsrunden som ble laget (RECOVERED); utelatt når ingen fikk noe nytt")
            Integer offerRound) {
        static Event of(StopEvent event) {
            return new Event(event.step(), event.who(), event.at(), event.note(), event.run(), event.offerRound());
        }
    }

    @Schema(name = "RoundStopAnswer")
    record Stop(
            @Schema(description = "Fra 1") int number,

            @Schema(description = "Om tilbudene går videre") boolean over,

            List<Event> events) {
        static Stop of(RoundStop stop) {
            return new Stop(
                    stop.number(),
                    stop.isOver(),
                    stop.events().stream().map(Event::of).toList());
        }
    }

    @Schema(name = "RoundThawAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Later(
            @Schema(description = "Antall tilbud som venter på svar")
            int offers,

            @Schema(description = "Den tidligste svarfristen nå; utelatt når ingen venter")
            Instant answerBy,

            @Schema(description = "Det nye opprykksstoppet; utelatt når det står")
            Instant upgradeStop,

            @Schema(description = "Det nye sene stoppet; utelatt når det står")
            Instant lateStop) {
        static Later of(Recovering.Later later) {
            return new Later(later.offers(), later.answerBy(), later.upgradeStop(), later.lateStop());
        }
    }

    /** What was wrong. */
    @Schema(name = "RoundCorrectionBody")
    record Correct(
            @NotNull Correction.Kind kind,

            @Schema(description = "Legen (FACTS): opplysningene tas fra registeret, ønskene står som de ble sendt")
            @Pattern(regexp = "[1-9][0-9]{0,8}") @Size(max = 9) String hprNumber,

            @Schema(description = "Kommunen eller bydelen (AWAY_LIMIT; FACTS for en lege på flere lister)")
            AreaCode area,

            @Schema(description = "Hvor mange den kan unnvære samtidig (AWAY_LIMIT); utelatt for ingen grense")
            @Min(1) @Max(100) Integer awayLimit,

            @Schema(description = "Versjonen av rundens kriterier (POLICY_VERSION)") @Min(1) @Max(10_000) Integer policyVersion,

            @Schema(description = "Hva som var feil, med ord") @NotNull @Lines @Size(max = MAX_TEXT) String note) {}

    @Schema(name = "RoundCorrectionAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Corrected(
            @Schema(description = "Fra 1") int number,
            Correction.Kind kind,
            String area,
            String hprNumber,
            Integer awayLimit,
            Integer policyVersion,
            String note,
            String who,
            Instant at) {
        static Corrected of(Correction correction) {
            return new Corrected(
                    correction.number(),
                    correction.kind(),
                    correction.area() == null ? null : correction.area().value(),
                    correction.hpr() == null ? null : correction.hpr().digits(),
                    correction.awayLimit(),
                    correction.policyVersion(),
                    correction.note(),
                    correction.who(),
                    correction.at());
        }
    }

    @Schema(name = "RoundDifferingAnswer")
    record Differing(
            String hprNumber,
            String name,
            String area,

            @Schema(description = "Feltene registeret sier noe annet om enn runden ble fordelt etter")
            List<String> fields) {
        static Differing of(Corrections.Differing differing) {
            return new Differing(
                    differing.hpr().digits(),
                    differing.name(),
                    differing.area().value(),
                    differing.facts().stream().map(EntryFact::field).toList());
        }
    }

    @Schema(name = "RecoveryReasonAnswer")
    record Said(String code, String message) {
        static List<Said> of(List<Finding> findings, Locale locale) {
            return findings.stream()
                    .map(each -> new Said(each.code(), Messages.text(each, locale)))
                    .toList();
        }
    }

    @Schema(name = "RecoveryRunAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rerun(
            @Schema(description = "Kjøringens nummer i runden")
            int number,

            RunState state,

            @Schema(description = "Om den uavhengige kontrollen har godtatt beviset; utelatt til det er ett")
            Boolean checked) {
        static Rerun of(Run run) {
            return new Rerun(run.number(), run.state(), run.checked());
        }
    }

    @Schema(name = "RecoveryAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            Stop stop,

            @Schema(description = "Den godkjente kjøringen") int approvedRun,

            List<Corrected> corrections,

            @Schema(description = "Hva som er annerledes enn da den godkjente ble fordelt, på leserens språk")
            List<Said> changes,

            @Schema(description = "Den nyeste rettede kjøringen; utelatt før det er en")
            Rerun corrected,

            @Schema(description = "Om noe er endret siden den ble startet, så den ikke kan gjennomføres")
            boolean outdated) {
        static Standing of(Recoveries.Recovery recovery, Locale locale) {
            return new Standing(
                    Stop.of(recovery.stop()),
                    recovery.approved(),
                    recovery.corrections().stream().map(Corrected::of).toList(),
                    Said.of(recovery.changes(), locale),
                    recovery.corrected().map(Rerun::of).orElse(null),
                    recovery.outdated());
        }
    }

    @Schema(name = "RecoveryDoctorAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Doctor(
            String hprNumber,
            String name,
            String area,

            @Schema(description = "Det den godkjente kjøringen ga; tom for ingenting")
            List<RefillBodies.Place> before,

            @Schema(description = "Det den rettede gir") List<RefillBodies.Place> after,

            @Schema(description = "Hvor legens siste tilbud står; utelatt når ingenting er tilbudt")
            OfferState inHand,

            @Schema(description = "Etter legens egne ønsker")
            Verdict verdict,

            @Schema(description = "Hva som avsluttes") Ends ends,

            @Schema(description = "Hvordan det står etterpå")
            Then then,

            @Schema(description = "Det som tilbys, eller legen flyttes til")
            List<RefillBodies.Place> gets) {
        static Doctor of(Compared compared) {
            return new Doctor(
                    compared.hpr().digits(),
                    compared.name(),
                    compared.area().value(),
                    compared.before().stream().map(RefillBodies.Place::of).toList(),
                    compared.after().stream().map(RefillBodies.Place::of).toList(),
                    compared.inHand(),
                    compared.verdict(),
                    compared.ends(),
                    compared.then(),
                    compared.gets().stream().map(RefillBodies.Place::of).toList());
        }
    }

    @Schema(name = "RecoveryCountsAnswer")
    record Counts(
            int approvedRun,
            int correctedRun,
            Map<Verdict, Integer> verdicts,
            Map<Ends, Integer> ends,
            Map<Then, Integer> then) {
        static Counts of(Comparison comparison) {
            return new Counts(
                    comparison.approved(),
                    comparison.corrected(),
                    comparison.verdicts(),
                    comparison.ends(),
                    comparison.thens());
        }
    }

    @Schema(name = "RecoveryComparisonAnswer")
    record Shown(
            @Schema(description = "Det gjennomføringen bes om med")
            String hash,

            Counts counts,

            @Schema(description = "Etter den rettede rekkefølgen")
            List<Doctor> doctors,

            @Schema(description = "Hvorfor ingen får noe nytt; tom når det ikke er slik")
            List<Said> inTheWay) {
        static Shown of(Comparison comparison, Locale locale) {
            return new Shown(
                    comparison.hash(),
                    Counts.of(comparison),
                    comparison.doctors().stream().map(Doctor::of).toList(),
                    Said.of(comparison.inTheWay(), locale));
        }
    }

    @Schema(name = "RecoveryRequestBody")
    record Ask(
            @Schema(description = "«hash» i sammenligningen som ble sett", examples = "3b1f…")
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") @Size(max = 64) String hash,

            @Schema(description = "Hvorfor, med ord") @NotNull @Lines @Size(max = MAX_TEXT) String text) {}

    @Schema(name = "RecoveredAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recovered(
            Stop stop,
            Counts counts,

            @Schema(description = "Utfyllingen etter den rettede rekkefølgen; utelatt når ingen fikk noe ved en")
            RefillBodies.Done refill) {
        static Recovered of(Recoveries.Recovered recovered) {
            return new Recovered(
                    Stop.of(recovered.stop()),
                    Counts.of(recovered.comparison()),
                    recovered.refill() == null ? null : RefillBodies.Done.of(recovered.refill()));
        }
    }
}
