package no.alisplass.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Wishes;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A record as it is stored: the facts with the number of their form, those of an entry in the form they have in stored lists, so that
 * one can be copied into the other; and in the history the whole of it.
 */
final class StoredDoctor {
    static final int SCHEMA = 1;

    private static final String STAYS = "stays";
    private static final String AFFILIATIONS = "affiliations";
    private static final String ON_CALL = "onCall";

    /** Nothing to a register: the order is a list's, and the months follow from the stays. */
    private static final List<String> OF_LISTS = List.of("priority", "approved");

    private static final List<String> STAYING =
            List.of("email", "affiliation", "affiliationFrom", "affiliationTo", "note", ON_CALL);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private StoredDoctor() {}

    static ObjectNode content(DoctorFacts facts) {
        ObjectNode content = JSON.createObjectNode().put("schema", SCHEMA);
        ObjectNode entry = JSON.valueToTree(facts.entry());
        entry.remove(OF_LISTS);
        content.setAll(entry);
        content.set(STAYS, JSON.valueToTree(facts.stays()));
        if (facts.onCall() != null) {
            content.put(ON_CALL, facts.onCall().name());
        }
        return content;
    }

    static DoctorFacts facts(String content) {
        try {
            JsonNode stored = JSON.readTree(content);
            return new DoctorFacts(
                    JSON.treeToValue(stored, WaitlistEntry.class),
                    List.of(JSON.treeToValue(stored.get(STAYS), InstitutionStay[].class)),
                    stored.has(ON_CALL) ? OnCallWish.valueOf(stored.get(ON_CALL).asText()) : null);
        } catch (JsonProcessingException fault) {
            throw unreadable(fault);
        }
    }

    /** What comes along to another area: training and service done; not what the doctor wants, nor what the area has noted. */
    static DoctorFacts moved(DoctorFacts facts) {
        ObjectNode content = content(facts);
        content.remove(STAYING);
        content.set("wishes", JSON.valueToTree(Wishes.NONE));
        content.put("leave", LeaveStatus.NOT_APPLIED.name());
        content.put("locum", LocumStatus.MISSING.name());
        return facts(content.toString());
    }

    static List<AffiliationLink> affiliations(String links) {
        try {
            return links == null ? List.of() : List.of(JSON.readValue(links, AffiliationLink[].class));
        } catch (JsonProcessingException fault) {
            throw unreadable(fault);
        }
    }

    /** All of a record, as the history keeps it; null for none. */
    static ObjectNode state(RegisteredDoctor doctor) {
        if (doctor == null) {
            return null;
        }
        ObjectNode state = content(doctor.facts());
        state.put("area", doctor.area().value());
        state.set(AFFILIATIONS, JSON.valueToTree(doctor.affiliations()));
        if (doctor.confirmed() != null) {
            state.put("confirmedOn", doctor.confirmed().on().toString());
            state.put("confirmedBy", doctor.confirmed().by());
        }
        if (doctor.closed() != null) {
            state.put("closedOn", doctor.closed().on().toString());
            state.put("closedReason", doctor.closed().reason().name());
        }
        return state;
    }

    /** A state of the history; null for none. */
    static JsonNode read(String state) {
        try {
            return state == null ? null : JSON.readTree(state);
        } catch (JsonProcessingException fault) {
            throw unreadable(fault);
        }
    }

    /** As {@link #read}, as the area is shown it: without how the doctor belonged to others. */
    static JsonNode read(String state, AreaCode area) {
        JsonNode read = read(state);
        if (read instanceof ObjectNode shown && shown.has(AFFILIATIONS)) {
            JsonNode from = shown.get("affiliationFrom");
            shown.set(
                    AFFILIATIONS,
                    JSON.valueToTree(AffiliationChain.shown(
                            affiliations(shown.get(AFFILIATIONS).toString()),
                            area,
                            from == null ? null : LocalDate.parse(from.asText()))));
        }
        return read;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A record of the register cannot be written as JSON");
        }
    }

    /** The cause would repeat what it could not read. */
    private static IllegalStateException unreadable(JsonProcessingException fault) {
        return new IllegalStateException("A stored record of the register cannot be read at " + fault.getLocation());
    }
}
