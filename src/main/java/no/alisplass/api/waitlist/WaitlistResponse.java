package no.alisplass.api.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.file.Reading;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list with what to look at.
 *
 * @param counted service of each entry as the round counts it, in the order of the entries
 * @param recordVersions which version of each doctor's record was sent, in the order of the entries; left out where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitlistResponse(
        String round,
        String area,
        SubmissionState state,

        @Schema(description = "Utkastets endringer, eller innsendingens nummer")
        long version,

        Integer awayLimit,
        List<WaitlistEntryRequest> entries,
        List<Counted> counted,

        @Schema(
                description =
                        "Hvilken versjon av oppføringen i registeret som ble sendt for hver lege; utelatt for utkast"
                                + " og for lister fra før registeret")
        List<Long> recordVersions,

        Receipt receipt,
        List<Note> remarks) {

    /** Counted service at the beginning of the round's day for it; {@code source} says where it comes from. */
    @Schema(name = "CountedServiceAnswer")
    record Counted(
            BigDecimal months,
            BigDecimal openPractice,

            @Schema(description = "Dagen runden regner til", examples = "2027-03-01")
            LocalDate on,

            @Schema(
                    description = "COMPUTED: regnet av periodene. STATED: som oppgitt. CARRIED: oppgitt for en"
                            + " tidligere dag og regnet fram")
            CountedService.Source source) {
        static Counted of(CountedService service) {
            return new Counted(
                    service.months().value(), service.openPractice().value(), service.on(), service.source());
        }
    }

    /** Something found; only an error keeps an entry out. */
    @Schema(name = "WaitlistRemark")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(Severity severity, Integer row, String field, String value, String code, String message) {
        public static Note of(Remark remark, Locale locale) {
            Finding finding = remark.finding();
            return new Note(
                    remark.severity(),
                    remark.row(),
                    finding.field(),
                    finding.value(),
                    finding.code(),
                    Messages.text(finding, locale));
        }
    }

    static WaitlistResponse of(
            Submission list, List<Remark> remarks, Counting counting, LocalDate today, Locale locale) {
        return new WaitlistResponse(
                list.round().value(),
                list.area().value(),
                list.state(),
                list.version(),
                list.awayLimit(),
                list.entries().stream().map(WaitlistEntryRequest::of).toList(),
                list.entries().stream()
                        .map(entry -> Counted.of(list.counted(entry, counting, today)))
                        .toList(),
                list.records().isEmpty()
                        ? null
                        : list.entries().stream()
                                .map(entry -> list.records().get(entry.hpr()))
                                .toList(),
                list.receipt(),
                remarks.stream().map(remark -> Note.of(remark, locale)).toList());
    }

    static WaitlistResponse of(DraftChange change, Counting counting, LocalDate today, Locale locale) {
        return of(change.draft(), change.remarks(), counting, today, locale);
    }

    /** A file as it would be read: nothing is stored. */
    @Schema(name = "WaitlistPreview")
    record Preview(int rowsInFile, List<Row> rows, List<Note> remarks) {
        @Schema(name = "WaitlistPreviewRow")
        record Row(int row, WaitlistEntryRequest entry) {}

        static Preview of(Reading reading, Locale locale) {
            return new Preview(
                    reading.rowsInFile(),
                    reading.rows().stream()
                            .map(row -> new Row(row.number(), WaitlistEntryRequest.of(row.entry())))
                            .toList(),
                    reading.remarks().stream()
                            .map(remark -> Note.of(remark, locale))
                            .toList());
        }
    }

    /** What an area has sent, without the doctors. */
    @Schema(name = "WaitlistSent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @Schema(description = "Innsendingens nummer") long version,

            Integer awayLimit,
            int doctors,
            Receipt receipt) {
        static Sent of(Submission list) {
            return new Sent(list.version(), list.awayLimit(), list.entries().size(), list.receipt());
        }
    }

    /** How far an area has come. */
    @Schema(name = "WaitlistStatus")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            String area,
            String name,
            boolean answered,
            boolean draft,
            int doctors,
            Integer number,
            Instant submittedAt) {
        static Status of(AreaStatus status) {
            Receipt receipt = status.receipt();
            return new Status(
                    status.area().code().value(),
                    status.area().name(),
                    status.hasAnswered(),
                    status.draft(),
                    status.doctors(),
                    receipt == null ? null : receipt.number(),
                    receipt == null ? null : receipt.at());
        }
    }

    static String fileName(Submission list, String extension) {
        return "venteliste-%s-%s.%s"
                .formatted(list.round(), list.area(), extension)
                .toLowerCase(Locale.ROOT);
    }
}
