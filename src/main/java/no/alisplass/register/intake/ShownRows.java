package no.alisplass.register.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.register.DoctorFacts;

/** What was shown of a file and can be taken in or confirmed, as it is kept. */
record ShownRows(int schema, List<Shown> rows) {
    static final int SCHEMA = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param version of the record it was compared with; 0 where there was none
     * @param reopens whether taking it in opens a closed record
     * @param facts of the doctor once the row is taken in, as the register stores them
     */
    record Shown(int row, long version, FiledRow.State state, boolean reopens, JsonNode facts) {
        DoctorFacts doctor() {
            return DoctorFacts.of(facts.toString());
        }
    }

    static String write(List<Shown> rows) {
        try {
            return JSON.writeValueAsString(new ShownRows(SCHEMA, new ArrayList<>(rows)));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Rows of a file cannot be written as JSON");
        }
    }

    static List<Shown> read(String json) {
        try {
            return JSON.readValue(json, ShownRows.class).rows();
        } catch (JsonProcessingException fault) {
            // The cause would repeat what it could not read.
            throw new IllegalStateException("Kept rows of a file cannot be read at " + fault.getLocation());
        }
    }
}
