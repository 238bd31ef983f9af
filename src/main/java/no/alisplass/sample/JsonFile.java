package no.alisplass.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Wishes;

/** JSON as the API takes it, in a fixed order; what is not known is left out. */
final class JsonFile {
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonFile() {}

    static byte[] write(Object value) {
        try {
            return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The body of a submission. */
    static byte[] write(SampleList list) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "awayLimit", list.awayLimit());
        put(body, "entries", list.doctors().stream().map(JsonFile::entry).toList());
        return write(body);
    }

    private static Map<String, Object> entry(SampleDoctor doctor) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "priority", doctor.priority());
        put(entry, "name", doctor.name());
        put(entry, "hprNumber", doctor.hpr().digits());
        put(entry, "email", doctor.email());
        put(entry, "affiliation", doctor.affiliation());
        put(entry, "affiliationFrom", date(doctor.affiliationFrom()));
        put(entry, "affiliationTo", date(doctor.affiliationTo()));
        put(entry, "scheme", doctor.scheme());
        put(entry, "specialisationStart", date(doctor.specialisationStart()));
        put(entry, "statedService", doctor.statedService());
        put(entry, "statedOpenPractice", doctor.statedOpenPractice());
        put(entry, "statedOn", date(doctor.statedOn()));
        put(entry, "statedShare", doctor.statedShare());
        put(entry, "periods", doctor.periods().stream().map(JsonFile::period).toList());
        put(entry, "objectives", doctor.objectives());
        put(entry, "activities", doctor.activities());
        put(entry, "supervision", doctor.supervision());
        put(
                entry,
                "approved",
                doctor.approved().stream().map(JsonFile::approved).toList());
        put(entry, "monthsLeft", doctor.monthsLeft());
        put(entry, "interrupted", doctor.interrupted());
        put(entry, "wishes", wishes(doctor.wishes()));
        put(entry, "leave", doctor.leave());
        put(entry, "locum", doctor.locum());
        put(entry, "note", doctor.note());
        return entry;
    }

    private static Map<String, Object> period(SamplePeriod period) {
        Map<String, Object> json = span(period.from(), period.to());
        put(json, "percentage", period.percentage());
        put(json, "kind", period.openPractice() ? "OPEN_PRACTICE" : "COUNTED");
        put(
                json,
                "leaves",
                period.leaveFrom() == null ? List.of() : List.of(span(period.leaveFrom(), period.leaveTo())));
        return json;
    }

    private static Map<String, Object> span(LocalDate from, LocalDate to) {
        Map<String, Object> span = new LinkedHashMap<>();
        put(span, "from", date(from));
        put(span, "to", date(to));
        return span;
    }

    private static Map<String, Object> approved(SampleApproved approved) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "department", approved.department());
        put(json, "elsewhere", approved.elsewhere());
        put(json, "months", approved.months());
        return json;
    }

    private static Map<String, Object> wishes(Wishes wishes) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "ranked", wishes.ranked());
        put(json, "onlyRanked", wishes.onlyRanked());
        put(json, "refused", wishes.refused());
        put(json, "earliestStart", wishes.earliestStart());
        put(json, "blocked", wishes.blocked());
        put(json, "weight", wishes.weight());
        return json;
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static void put(Map<String, Object> json, String field, Object value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
