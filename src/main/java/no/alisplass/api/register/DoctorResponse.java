package no.alisplass.api.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.waitlist.WaitlistResponse;
import no.alisplass.domain.Affiliation;
import no.alisplass.register.AffiliationLink;
import no.alisplass.register.AreaCount;
import no.alisplass.register.ClosingReason;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.WhatChanged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The record of a doctor, with what there is to say of it. */
@Schema(name = "RegisteredDoctor")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DoctorResponse(
        String hprNumber,

        @Schema(description = "Kommunen eller bydelen som har legen")
        String area,

        @Schema(description = "Nummeret på siste endring") long version,

        @Schema(description = "Slik det sendes når det skal endres")
        DoctorRequest facts,

        List<Link> affiliations,

        @Schema(description = "Dagen kommunen sist sa at alt er riktig")
        LocalDate confirmedOn,

        String confirmedBy,

        @Schema(description = "Utelatt: legen venter") LocalDate closedOn,

        ClosingReason closedReason,
        List<WaitlistResponse.Note> remarks) {

    /** How the doctor belonged to an area for a time. */
    @Schema(name = "AffiliationLink")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(String area, Affiliation kind, LocalDate from, LocalDate to) {
        static Link of(AffiliationLink link) {
            return new Link(link.area().value(), link.kind(), link.from(), link.to());
        }
    }

    static DoctorResponse of(DoctorRecord known, Locale locale) {
        RegisteredDoctor doctor = known.doctor();
        return new DoctorResponse(
                doctor.hpr().digits(),
                doctor.area().value(),
                doctor.version(),
                DoctorRequest.of(doctor.facts()),
                doctor.ownAffiliations().stream().map(Link::of).toList(),
                doctor.confirmed() == null ? null : doctor.confirmed().on(),
                doctor.confirmed() == null ? null : doctor.confirmed().by(),
                doctor.closed() == null ? null : doctor.closed().on(),
                doctor.closed() == null ? null : doctor.closed().reason(),
                known.remarks().stream()
                        .map(remark -> WaitlistResponse.Note.of(remark, locale))
                        .toList());
    }

    /** A change of the record. */
    @Schema(name = "DoctorChangeAnswer")
    record Change(
            @Schema(description = "Versjonen endringen ga") long version,

            Instant at,
            String by,
            WhatChanged what,

            @Schema(description = "Feltene som er annerledes; alle der området ikke hadde legen før")
            List<Field> fields) {
        static Change of(DoctorChange change) {
            return new Change(
                    change.number(),
                    change.at(),
                    change.by(),
                    change.what(),
                    change.fields().stream().map(Field::of).toList());
        }
    }

    /** A field with its values, as they are stored; left out for none. */
    @Schema(name = "DoctorFieldChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(@Schema(examples = "wishes.ranked") String field, JsonNode before, JsonNode after) {
        static Field of(Difference difference) {
            return new Field(difference.field(), difference.before(), difference.after());
        }
    }

    /** How many wait in an area; nobody by name. */
    @Schema(name = "WaitingCount")
    record Count(
            String area,
            String name,
            long waiting,
            long newScheme,
            long oldScheme,
            long interrupted,

            @Schema(description = "Ikke bekreftet på en stund")
            long old,

            @Schema(description = "Har aldri stått på en liste som ble sendt til en runde")
            long neverListed) {
        static Count of(AreaCount count) {
            return new Count(
                    count.area().code().value(),
                    count.area().name(),
                    count.waiting(),
                    count.newScheme(),
                    count.oldScheme(),
                    count.interrupted(),
                    count.old(),
                    count.neverListed());
        }
    }
}
