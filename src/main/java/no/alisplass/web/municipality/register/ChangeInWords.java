package no.alisplass.web.municipality.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;
import no.alisplass.platform.Audit;
import no.alisplass.register.AffiliationLink;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.WhatChanged;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/**
 * A change of a record as people say it.
 *
 * @param what was done
 * @param caption the same with its number, which no other change has
 * @param whole whether all of it was told for the first time
 */
@TemplateData
public record ChangeInWords(String what, String caption, Instant at, String by, boolean whole, List<Field> fields) {
    /** As it is stored where no person asked for it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TemplateData
    public record Field(String label, List<String> before, List<String> after) {}

    /** What differs, as people say it. */
    static List<Field> fields(List<Difference> differences, DoctorInWords words) {
        List<Field> fields = new ArrayList<>();
        for (Difference each : inOrder(differences)) {
            // Whose record it is stands above; who confirmed, beside the change that did.
            if (!each.field().equals("area") && !each.field().equals("confirmedBy")) {
                Field field = new Field(
                        Texts.of("register-field-" + each.field().replace('.', '-')),
                        told(each.field(), each.before(), words),
                        told(each.field(), each.after(), words));
                if (!field.before().equals(field.after())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    static ChangeInWords of(DoctorChange change, DoctorInWords words) {
        String what = Texts.of("register-what-" + change.what());
        return new ChangeInWords(
                what,
                Texts.of("register-change-number", what, Long.toString(change.number())),
                change.at(),
                change.by().equals(Audit.SYSTEM) ? Texts.of("register-by-system") : change.by(),
                change.what() == WhatChanged.REGISTERED
                        || change.what() == WhatChanged.MIGRATED
                        || change.what() == WhatChanged.TAKEN_OVER,
                fields(change.fields(), words));
    }

    /** In the order of the form; what the form does not ask for comes last. */
    private static List<Difference> inOrder(List<Difference> stored) {
        List<String> order = DoctorStep.order();
        return stored.stream()
                .sorted(Comparator.comparingInt(
                        each -> order.contains(each.field()) ? order.indexOf(each.field()) : order.size()))
                .toList();
    }

    /** One line for each of several. */
    private static List<String> told(String field, JsonNode value, DoctorInWords words) {
        List<String> lines =
                switch (field) {
                    case "periods" -> all(value, ServicePeriod[].class, words::period);
                    case "stays" -> all(value, InstitutionStay[].class, words::stay);
                    case "affiliations" -> all(value, AffiliationLink[].class, words::link);
                    case "wishes.blocked" -> all(value, HalfYear[].class, Formats::halfYear);
                    case "wishes.refused" -> all(value, DepartmentId[].class, words.departments()::of);
                    case "wishes.ranked" ->
                        isNothing(value)
                                ? List.of()
                                : words.ranked(new Wishes(
                                        Arrays.stream(read(value, DepartmentId[][].class))
                                                .map(List::of)
                                                .map(java.util.Set::copyOf)
                                                .toList(),
                                        false,
                                        java.util.Set.of(),
                                        null,
                                        java.util.Set.of(),
                                        null));
                    default -> List.of(one(field, value));
                };
        return lines.isEmpty() ? List.of(DoctorInWords.NOTHING) : lines;
    }

    private static String one(String field, JsonNode value) {
        String name = field.replaceFirst("^wishes\\.", "");
        return switch (name) {
            case "interrupted", "onlyRanked", "wholeOnly" -> DoctorInWords.yes(value != null && value.asBoolean());
            case "affiliation" ->
                isNothing(value)
                        ? Texts.of("choice-affiliation-NONE")
                        : Texts.of("choice-affiliation-" + value.asText());
            case "earliestStart" ->
                isNothing(value) ? Texts.of("as-soon-as-may-be") : Formats.halfYear(HalfYear.parse(value.asText()));
            default -> isNothing(value) ? DoctorInWords.NOTHING : given(name, value);
        };
    }

    private static String given(String name, JsonNode value) {
        return switch (name) {
            case "scheme", "supervision", "leave", "locum", "weight", "onCall" ->
                Texts.of("choice-" + name + "-" + value.asText());
            case "closedReason" -> Texts.of("register-closed-" + value.asText());
            case "affiliationFrom", "affiliationTo", "specialisationStart", "statedOn", "confirmedOn", "closedOn" ->
                Formats.longDate(LocalDate.parse(value.asText()));
            case "statedService", "statedOpenPractice", "monthsLeft" -> Formats.months(Months.of(value.decimalValue()));
            case "statedShare" -> value.asText() + " %";
            default -> value.asText();
        };
    }

    private static boolean isNothing(JsonNode value) {
        return value == null || value.isNull() || value.asText().isEmpty() && value.isEmpty();
    }

    private static <T> List<String> all(JsonNode value, Class<T[]> type, Function<T, String> told) {
        return isNothing(value)
                ? List.of()
                : Arrays.stream(read(value, type)).map(told).toList();
    }

    private static <T> T read(JsonNode value, Class<T> type) {
        try {
            return JSON.treeToValue(value, type);
        } catch (JsonProcessingException fault) {
            // The cause would repeat what it could not read.
            throw new IllegalStateException(
                    "What a change of the register holds cannot be read as " + type.getSimpleName());
        }
    }
}
