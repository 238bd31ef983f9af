package no.alisplass.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.doctor.Readiness;

/**
 * A doctor whom an area has chosen for its list: what is known of the doctor stands in the register.
 *
 * @param priority the area's own order, from 1
 * @param setAside leave and locum as the register had them for an earlier round; as long as it says no more, they are not told
 *     for this one. Null where nothing is set aside
 */
record Chosen(
        HprNumber hpr,
        int priority,
        @JsonInclude(JsonInclude.Include.NON_NULL) Readiness setAside) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(List<Chosen> chosen) {
        try {
            return JSON.writeValueAsString(chosen);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("The doctors of a draft cannot be written as JSON");
        }
    }

    static List<Chosen> read(String json) {
        try {
            return List.of(JSON.readValue(json, Chosen[].class));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored draft cannot be read at " + fault.getLocation());
        }
    }

    Chosen withPriority(int newPriority) {
        return new Chosen(hpr, newPriority, setAside);
    }

    /** Leave and locum for this round, where the register says so. */
    Readiness readiness(Readiness registered) {
        return registered.equals(setAside) ? Readiness.UNTOLD : registered;
    }
}
