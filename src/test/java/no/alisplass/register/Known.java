package no.alisplass.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import no.alisplass.domain.AreaCode;

/** Facts as they are stored, to change in one place. */
final class Known {
    static final AreaCode FROGN = new AreaCode("3214");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final String SOUND = """
            {"schema": 1, "name": "Kari Nordmann", "hpr": 9144889, "affiliation": "PERMANENT",
             "affiliationFrom": "2023-09-01", "scheme": "NEW", "statedService": 30.5, "statedOpenPractice": 24,
             "statedOn": "2026-01-01", "statedShare": 100, "periods": [], "objectives": 70, "activities": 8,
             "supervision": "BEGUN", "monthsLeft": 3, "interrupted": false,
             "wishes": {"ranked": [["vl-geriatri"], ["vl-lunge"]], "onlyRanked": false, "refused": [],
                        "earliestStart": "2027-H", "blocked": ["2028-V"], "weight": "START"},
             "leave": "NOT_APPLIED", "locum": "MISSING",
             "stays": [{"department": "vl-lunge", "from": "2024-03-01", "to": "2024-05-31", "months": 3,
                        "known": "COMPLETED"}],
             "onCall": "NEVER"}
            """;

    private final ObjectNode content = (ObjectNode) StoredDoctor.read(SOUND);

    /** A fact as JSON; {@code null} takes it away. */
    Known with(String fact, String json) {
        JsonNode value = StoredDoctor.read(json);
        if (value.isNull()) {
            content.remove(fact);
        } else {
            content.set(fact, value);
        }
        return this;
    }

    DoctorFacts facts() {
        return StoredDoctor.facts(content.toString());
    }

    static DoctorFacts sound() {
        return new Known().facts();
    }
}
