package no.alisplass.api.masterdata;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.Patterns;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.AreaRules;
import no.alisplass.catchment.Membership;
import no.alisplass.catchment.Shortage;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An area's name and kind. */
record AreaRequest(
        @Schema(examples = "Lørenskog") @NotNull @Size(min = 1, max = AreaRules.NAME_LENGTH) String name,

        @Schema(examples = "MUNICIPALITY") @NotNull AreaKind kind) {

    Area area(String code) {
        return new Area(new AreaCode(code), name, kind);
    }

    @Schema(name = "MembershipBody")
    record MembershipBody(
            @Schema(examples = "ahus") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,

            @Schema(description = "Utelatt: både somatikk og psykiatri.")
            Service service,

            @Schema(examples = "2011-01-01") @NotNull @Day LocalDate from,

            @Schema(description = "Siste dag, til og med; utelatt så lenge den varer.") @Day
            LocalDate to) {
        Membership membership() {
            return new Membership(new HospitalId(hospital), service, from, to);
        }
    }

    @Schema(name = "ShortageBody")
    record ShortageBody(
            @Schema(examples = "2026-01-01") @NotNull @Day LocalDate from,

            @Schema(description = "Siste dag, til og med; utelatt så lenge den varer.") @Day
            LocalDate to,

            @Schema(examples = "Kommunens melding 12.01.2026") @NotNull @Size(min = 1, max = AreaRules.SOURCE_LENGTH) String source) {
        Shortage shortage() {
            return new Shortage(from, to, source);
        }
    }

    /** The memberships of an area, all of them. */
    @Schema(name = "MembershipsBody")
    record Memberships(@NotNull @Size(max = 100) List<@Valid @NotNull MembershipBody> memberships) {
        List<Membership> list() {
            return memberships.stream().map(MembershipBody::membership).toList();
        }
    }

    /** The shortages of an area, all of them. */
    @Schema(name = "ShortagesBody")
    record Shortages(@NotNull @Size(max = 100) List<@Valid @NotNull ShortageBody> shortages) {
        List<Shortage> list() {
            return shortages.stream().map(ShortageBody::shortage).toList();
        }
    }

    /** An area with all that is known of it. */
    @Schema(name = "AreaRecordBody")
    record Whole(
            @Schema(examples = "3222") @NotNull @Pattern(regexp = Patterns.AREA) @Size(max = 6) String code,

            @Schema(examples = "Lørenskog") @NotNull @Size(min = 1, max = AreaRules.NAME_LENGTH) String name,

            @Schema(examples = "MUNICIPALITY") @NotNull AreaKind kind,
            @NotNull @Size(max = 100) List<@Valid @NotNull MembershipBody> memberships,
            @NotNull @Size(max = 100) List<@Valid @NotNull ShortageBody> shortages) {
        AreaRecord area() {
            return new AreaRecord(
                    new Area(new AreaCode(code), name, kind),
                    memberships.stream().map(MembershipBody::membership).toList(),
                    shortages.stream().map(ShortageBody::shortage).toList());
        }
    }

    /** Many areas, each with all that is known of it. */
    @Schema(name = "AreasBody")
    record Many(@NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull Whole> areas) {
        List<AreaRecord> list() {
            return areas.stream().map(Whole::area).toList();
        }
    }
}
