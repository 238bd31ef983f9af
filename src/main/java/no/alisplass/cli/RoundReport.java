package no.alisplass.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import no.alisplass.domain.HalfYear;

/** What the demo prints of a round: the allocation as the report draws it, the top of the ranking, and who waits. */
final class RoundReport {
    private static final int TOP = 10;

    private RoundReport() {}

    /** Departments down, half-years across, names in the cells (003 §7.3.1.2). */
    static String table(JsonNode allocation) {
        JsonNode table = allocation.get("table");
        TextTable drawn = new TextTable();
        List<List<String>> head = new ArrayList<>(List.of(List.of("Avdeling")));
        table.get("halfYears").forEach(halfYear -> head.add(List.of(period(HalfYear.parse(halfYear.asText())))));
        drawn.row(head);
        for (JsonNode row : table.get("rows")) {
            List<List<String>> cells =
                    new ArrayList<>(List.of(List.of(row.get("name").asText())));
            row.get("cells").forEach(cell -> cells.add(texts(cell)));
            drawn.row(cells);
        }
        return drawn.draw();
    }

    private static String period(HalfYear halfYear) {
        return halfYear.season() == HalfYear.Season.V
                ? "1. mars – 31. august " + halfYear.year()
                : "1. sept. " + halfYear.year() + " – " + halfYear.end().getDayOfMonth() + ". febr. "
                        + (halfYear.year() + 1);
    }

    /** The first ten, each with the criterion that put them before the next. */
    static String ranking(JsonNode ranking, JsonNode areas) {
        Map<String, String> names = new TreeMap<>();
        areas.forEach(
                area -> names.put(area.get("code").asText(), area.get("name").asText()));
        StringBuilder text = new StringBuilder();
        for (JsonNode line : ranking.get("ranked")) {
            if (line.get("position").asInt() > TOP) {
                break;
            }
            text.append("%3d. %s (%s)%n"
                    .formatted(
                            line.get("position").asInt(),
                            line.get("name").asText(),
                            names.get(line.get("area").asText())));
            JsonNode next = line.get("next");
            if (next != null) {
                text.append("     foran nr. %d ved %s: %s mot %s%n"
                        .formatted(
                                line.get("position").asInt() + 1,
                                next.get("criterionName").asText(),
                                next.get("valueAhead").asText(),
                                next.get("valueBehind").asText()));
            }
        }
        return text.toString();
    }

    /** How many are placed and how many wait, by reason. */
    static String waiting(JsonNode allocation) {
        Map<String, Integer> reasons = new TreeMap<>();
        int placed = 0;
        for (JsonNode doctor : allocation.get("doctors")) {
            if (doctor.hasNonNull("waitingText")) {
                reasons.merge(doctor.get("waitingText").asText(), 1, Integer::sum);
            } else {
                placed++;
            }
        }
        Map<String, Integer> outside = new TreeMap<>();
        for (JsonNode doctor : allocation.get("notEligible")) {
            texts(doctor.get("reasons")).forEach(reason -> outside.merge(reason, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder();
        text.append("%d leger får plass, %d venter.%n"
                .formatted(placed, allocation.get("doctors").size() - placed));
        reasons.forEach((reason, count) -> text.append("  %3d  %s%n".formatted(count, reason)));
        if (!allocation.get("notEligible").isEmpty()) {
            text.append("%d på ventelistene kan ikke være med i runden.%n"
                    .formatted(allocation.get("notEligible").size()));
            outside.forEach((reason, count) -> text.append("  %3d  %s%n".formatted(count, reason)));
        }
        return text.toString();
    }

    /** What the certificate and its checker say. */
    static String proof(JsonNode allocation) {
        JsonNode proof = allocation.get("proof");
        boolean proven = proof.get("kind").asText().equals("PROVEN");
        return (proven ? "Bevist og kontrollert: %s%n" : "%s%n")
                .formatted(proof.get("text").asText());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
