package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A municipality's list in which every doctor tells which version of the list this is, and how many are in it: so that half
 * a list, or halves of two, are seen.
 */
final class StampedList {
    private static final int MOST = 9;
    private static final Pattern NAME = Pattern.compile("Lege ([0-9]+) av ([0-9]+) i liste ([0-9]+)");

    /** A draft as its area sees it: its doctors as the register has them, under the number of the latest change of either. */
    private static final String DRAWN = """
            SELECT d.version + coalesce((SELECT sum(r.version) FROM jsonb_array_elements(d.chosen) c
                       JOIN registered_doctor r ON r.hpr = (c.value ->> 'hpr')::integer), 0),
                jsonb_build_object('entries', coalesce((SELECT jsonb_agg(r.content ORDER BY c.place)
                       FROM jsonb_array_elements(d.chosen) WITH ORDINALITY AS c (value, place)
                       JOIN registered_doctor r ON r.hpr = (c.value ->> 'hpr')::integer), '[]'))
            FROM waitlist_draft d WHERE d.round_id = ? AND d.area_code = ?
            """;

    private final String round;
    private final String area;
    private final int firstNumber;
    private int last;
    private long version;
    private int stamp;
    private Integer open;

    /** @param firstNumber of the doctors, who are nobody else's */
    StampedList(String round, String area, int firstNumber) {
        this.round = round;
        this.area = area;
        this.firstNumber = firstNumber;
    }

    String address() {
        return "/api/v1/rounds/" + round + "/waitlists/" + area;
    }

    String area() {
        return area;
    }

    String round() {
        return round;
    }

    long version() {
        return version;
    }

    /** The stamp of what stands; 0 for an empty list. */
    int stamp() {
        return stamp;
    }

    /** A new list is about to be sent. */
    int tries() {
        return tries(++last);
    }

    int tries(int again) {
        open = again;
        return again;
    }

    /** What was tried last was acknowledged. */
    void stands() {
        version++;
        stamp = open;
        open = null;
    }

    private static int size(int stamp) {
        return stamp == 0 ? 0 : 1 + stamp % MOST;
    }

    private static String name(int stamp, int number) {
        return "Lege " + number + " av " + size(stamp) + " i liste " + stamp;
    }

    String json(int stamp) {
        ObjectNode draft = LoadClient.JSON.createObjectNode().put("awayLimit", 2);
        ArrayNode entries = draft.putArray("entries");
        for (int number = 1; number <= size(stamp); number++) {
            ObjectNode entry = entries.addObject();
            entry.put("priority", number)
                    .put("name", name(stamp, number))
                    .put("hprNumber", Integer.toString(firstNumber + number))
                    .put("affiliation", "PERMANENT")
                    .put("scheme", "NEW")
                    .put("statedService", 30.5)
                    .put("statedOpenPractice", 24)
                    .put("statedOn", "2026-01-01")
                    .put("statedShare", 0)
                    .put("objectives", 70)
                    .put("activities", 8)
                    .put("supervision", "BEGUN")
                    .put("monthsLeft", 6)
                    .put("interrupted", false);
            entry.putObject("wishes").putArray("ranked").addArray().add("ahus-geriatri");
        }
        return draft.toString();
    }

    String csv(int stamp) {
        StringBuilder file = new StringBuilder("Prioritet;Navn;HPR-nummer;Kommunenummer;Tilknytning;Ordning;"
                + "Tellende tjeneste (md);Åpen uselektert praksis (md);Tellende tjeneste per;Stilling videre i %;"
                + "Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
                + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1\r\n");
        for (int number = 1; number <= size(stamp); number++) {
            file.append(number).append(';').append(name(stamp, number)).append(';');
            file.append(firstNumber + number).append(';').append(area);
            file.append(";fast ansatt;ny;30,5;24;01.01.2026;0;70;8;påbegynt;6;Geriatri\r\n");
        }
        return file.toString();
    }

    /** The stamp of a stored list; fails when it is not the whole of one. */
    static int whole(String content) throws IOException {
        JsonNode entries = LoadClient.JSON.readTree(content).get("entries");
        int stamp = 0;
        for (int at = 0; at < entries.size(); at++) {
            Matcher name = NAME.matcher(entries.get(at).get("name").asText());
            assertThat(name.matches()).as(content).isTrue();
            stamp = Integer.parseInt(name.group(3));
            assertThat(name.group(0)).as(content).isEqualTo(name(stamp, at + 1));
        }
        assertThat(entries.size()).as(content).isEqualTo(size(stamp));
        return stamp;
    }

    void compare(StoredFacts stored) throws SQLException, IOException {
        List<List<String>> draft = stored.rows(DRAWN, round, area);
        long foundVersion = draft.isEmpty() ? 0 : Long.parseLong(draft.get(0).get(0));
        int found = draft.isEmpty() ? 0 : whole(draft.get(0).get(1));
        if (open != null && foundVersion == version + 1) {
            stands();
        }
        open = null;
        assertThat(foundVersion).as("version of the list of %s", area).isEqualTo(version);
        assertThat(found).as("list of %s", area).isEqualTo(stamp);
        assertThat(stored.recorded("waitlist.draft-%", "waitlist/" + round + "/" + area))
                .as("changes recorded of the list of %s", area)
                .isEqualTo(version);
    }
}
