package no.alisplass.api.vacancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.json.Lines;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.Whom;
import no.alisplass.platform.Messages;
import no.alisplass.vacancy.StoredRanking;
import no.alisplass.vacancy.VacancyTold;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.rank.Nomination;
import no.alisplass.vacancy.rank.OutRule;
import no.alisplass.vacancy.rank.Standing;
import no.alisplass.vacancy.rank.VacancyRanking;
import no.alisplass.vacancy.settings.VacancySettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered about the way of vacancies. */
final class VacancyBodies {
    private VacancyBodies() {}

    @Schema(name = "VacancyOfArea")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfArea(
            long id,

            @Schema(examples = "ahus") String hospital,

            @Schema(examples = "ahus-geriatri") String department,

            LocalDate from,
            LocalDate to,
            boolean onCall,
            String note,
            VacancyState state,

            @Schema(description = "Når kommunene må ha nominert legene sine")
            Instant nominateBy,

            @Schema(description = "Når det frigis til alle, om ingen har det da")
            Instant releaseAt) {
        static OfArea of(Versioned<Vacancy> versioned) {
            Vacancy vacancy = versioned.value();
            return new OfArea(
                    vacancy.id(),
                    vacancy.hospital().value(),
                    vacancy.department().value(),
                    vacancy.from(),
                    vacancy.to(),
                    vacancy.onCall(),
                    vacancy.note(),
                    vacancy.state(),
                    vacancy.course() == null ? null : vacancy.course().nominateBy(),
                    vacancy.course() == null ? null : vacancy.course().releaseAt());
        }
    }

    @Schema(name = "VacancyStanding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Doctor(
            @Schema(examples = "990000022") String hprNumber,

            String name,

            @Schema(description = "Kommunen eller bydelen som har legen", examples = "3205")
            String area,

            @Schema(description = "Nummer i rekkefølgen, fra 1; utelatt for en som ikke er rangert", examples = "3")
            Integer place,

            @Schema(description = "Hva som gjør at legen ikke er rangert; utelatt for en som er det")
            OutRule out,

            @Schema(description = "Det området sist har sagt; utelatt når det ikke har sagt noe")
            Nomination said,

            @Schema(description = "Om området kan nominere legen likevel")
            boolean canBeNominated,

            @Schema(description = "Begrunnelsen på leserens språk, uten andre leger i den")
            String why) {
        static Doctor of(Standing standing, Locale language) {
            return new Doctor(
                    standing.hpr().digits(),
                    standing.name(),
                    standing.area().value(),
                    standing.place(),
                    standing.out(),
                    standing.nomination(),
                    standing.canBeNominated(),
                    Messages.text(standing.why(), language));
        }
    }

    @Schema(name = "VacancyNomination")
    record Said(
            @Schema(description = "En av områdets egne leger", examples = "990000022")
            @NotNull @Min(1) @Max(HprNumber.MAX) Integer hprNumber,

            @Schema(
                    description = "NOMINATED: legen skal rangeres likevel. TAKEN_OUT: legen skal ikke rangeres",
                    examples = "NOMINATED")
            @NotNull Nomination said) {
        HprNumber hpr() {
            return new HprNumber(hprNumber);
        }
    }

    @Schema(name = "VacancyOfferBody")
    record ToOffer(
            @Schema(description = "Legen det skal tilbys; utelatt for den første i rekkefølgen", examples = "990000022")
            @Min(1) @Max(HprNumber.MAX) Integer hprNumber,

            @Schema(
                    description = "Hvorfor en annen enn den første, eller før kommunenes frist",
                    examples = "Avtalt med kommunen.")
            @Lines
            @Size(max = VacancyWay.MAX_TEXT) String text) {
        HprNumber hpr() {
            return hprNumber == null ? null : new HprNumber(hprNumber);
        }
    }

    @Schema(name = "VacancyReleaseBody")
    record ToRelease(
            @Schema(
                    description = "Hvorfor, mens noen fortsatt kunne fått tilbudet",
                    examples = "Avtalt med avdelingen.")
            @Lines
            @Size(max = VacancyWay.MAX_TEXT) String text) {}

    @Schema(name = "VacancyOfferAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offered(
            @Schema(description = "Nummeret tilbudet har under /api/v1/offers", examples = "41")
            long offer,

            String hprNumber,

            @Schema(examples = "3205") String area,

            OfferState state,

            @Schema(description = "Svarfristen; utelatt før det er sendt")
            Instant answerBy) {
        static Offered of(Offer offer) {
            return new Offered(
                    offer.id(),
                    offer.hpr().digits(),
                    offer.area().value(),
                    offer.state(),
                    offer.facts().answerBy());
        }
    }

    @Schema(name = "VacancyEventAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            long number,
            VacancyStep step,

            @Schema(description = "Utelatt for meldingen") VacancyState from,

            VacancyState to,
            Actor actor,

            @Schema(description = "Brukeren; utelatt for den som ikke får vite det")
            String who,

            Instant at,

            @Schema(description = "Legen det gjelder") String hprNumber,

            @Schema(description = "Kommunen eller bydelen som hadde legen")
            String area,

            @Schema(description = "Tilbudet det gjelder") Long offer,

            @Schema(description = "Det som ble skrevet") String text,

            @Schema(description = "Kommunenes frist, av et steg som forteller om den")
            Instant until) {
        static Event of(VacancyEvent event) {
            return new Event(
                    event.number(),
                    event.step(),
                    event.from(),
                    event.to(),
                    event.actor(),
                    event.who(),
                    event.at(),
                    event.hpr() == null ? null : event.hpr().digits(),
                    event.area() == null ? null : event.area().value(),
                    event.offer(),
                    event.text(),
                    event.until());
        }
    }

    @Schema(name = "VacancyMessage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            long vacancy,
            long event,
            Whom whom,

            @Schema(examples = "vacancy.told-report") String code,

            @Schema(description = "På leserens språk") String text,

            @Schema(examples = "ahus") String hospital,

            @Schema(examples = "3205") String area,

            @Schema(description = "Når noe må være gjort; utelatt når ingenting må")
            Instant until,

            Instant at,

            @Schema(description = "Om det venter på den som spør")
            boolean waits) {
        static Message of(VacancyTold told, Locale language) {
            return new Message(
                    told.vacancy(),
                    told.event(),
                    told.whom(),
                    told.code(),
                    Messages.text(told.code(), language),
                    told.hospital().value(),
                    told.area() == null ? null : told.area().value(),
                    told.until(),
                    told.at(),
                    told.waits());
        }
    }

    @Schema(name = "VacancyRankingAnswer")
    record Stored(
            @Schema(description = "Av rangeringen som kanonisk JSON")
            String sha256,

            VacancyRanking ranking) {
        static Stored of(StoredRanking stored) {
            return new Stored(stored.sha256(), stored.ranking());
        }
    }

    @Schema(name = "VacancySettingsBody")
    record Settings(
            @Schema(description = "Arbeidsdager kommunene har til å nominere", examples = "5")
            @NotNull @Min(1) @Max(VacancySettings.MAX_DAYS) Integer nominateDays,

            @Schema(description = "Uker fra meldingen til det frigis til alle", examples = "8")
            @NotNull @Min(1) @Max(VacancySettings.MAX_WEEKS) Integer releaseWeeks) {
        VacancySettings of(HospitalId hospital) {
            return new VacancySettings(hospital, nominateDays, releaseWeeks);
        }

        static Settings of(VacancySettings settings) {
            return new Settings(settings.nominateDays(), settings.releaseWeeks());
        }
    }

    static List<Doctor> doctors(List<Standing> standings, Locale language) {
        return standings.stream().map(each -> Doctor.of(each, language)).toList();
    }
}
