package no.alisplass.api.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.waitlist.WaitlistResponse;
import no.alisplass.register.entry.Column;
import no.alisplass.register.intake.FiledDoctors;
import no.alisplass.register.intake.FiledRow;
import no.alisplass.register.intake.RegisterFiles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file beside the register: nothing is stored. */
@Schema(name = "RegisterPreview")
record FiledResponse(
        @Schema(description = "Tar inn det som står her, innen to timer")
        String key,

        int rowsInFile,

        List<Row> rows,

        @Schema(description = "Kolonner filen ikke har: det som er registrert der, blir som det er")
        List<String> absentColumns,

        @Schema(description = "De som venter i området og ikke står i filen. De blir stående i registeret")
        List<Doctor> notInFile,

        @Schema(description = "Om filen som helhet, og om rader som ikke er leger")
        List<WaitlistResponse.Note> remarks) {

    /** A doctor's row. */
    @Schema(name = "RegisterPreviewRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int row,
            String hprNumber,
            String name,
            FiledRow.State state,

            @Schema(description = "Legen er avsluttet, og åpnes igjen når raden tas inn")
            boolean reopens,

            @Schema(description = "Feltene som er annerledes i filen; av en ny lege alle")
            List<DoctorResponse.Field> fields,

            List<WaitlistResponse.Note> remarks) {
        static Row of(FiledRow row, Locale locale) {
            return new Row(
                    row.number(),
                    row.hpr() == null ? null : row.hpr().digits(),
                    row.name(),
                    row.state(),
                    row.reopens(),
                    row.differences().stream().map(DoctorResponse.Field::of).toList(),
                    row.remarks().stream()
                            .map(remark -> WaitlistResponse.Note.of(remark, locale))
                            .toList());
        }
    }

    @Schema(name = "RegisterPreviewDoctor")
    record Doctor(String hprNumber, String name) {}

    static FiledResponse of(FiledDoctors looked, Locale locale) {
        return new FiledResponse(
                looked.key(),
                looked.reading().rowsInFile(),
                looked.rows().stream().map(row -> Row.of(row, locale)).toList(),
                looked.absent().stream().map(Column::header).toList(),
                looked.missing().stream()
                        .map(doctor -> new Doctor(
                                doctor.hpr().digits(), doctor.facts().entry().name()))
                        .toList(),
                looked.whole().stream()
                        .map(remark -> WaitlistResponse.Note.of(remark, locale))
                        .toList());
    }

    /** What was done to how many records. */
    @Schema(name = "TakenIn")
    record Taken(
            int registered,
            int changed,
            int reopened,

            @Schema(description = "Bekreftet uten å være endret")
            int confirmed) {
        static Taken of(RegisterFiles.Taken taken) {
            return new Taken(taken.registered(), taken.changed(), taken.reopened(), taken.confirmed());
        }
    }
}
