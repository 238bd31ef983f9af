package no.alisplass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.ServiceToCome;

/**
 * A doctor on a waitlist who cannot take part in the round, with every reason.
 *
 * @param given what earlier approved rounds have given, which counts as service to come
 */
public record IneligibleDoctor(
        String name,
        Candidate facts,

        @JsonSerialize(contentConverter = StoredFinding.Writer.class)
        @JsonDeserialize(contentConverter = StoredFinding.Reader.class)
        List<Finding> reasons,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GivenStay> given) {
    static final String UNSETTLED = "snapshot.on-two-lists";
    static final String ELSEWHERE = "snapshot.counts-elsewhere";
    private static final Set<String> LISTS = Set.of(UNSETTLED, ELSEWHERE);

    public IneligibleDoctor {
        reasons = List.copyOf(reasons);
        given = given == null ? List.of() : List.copyOf(given);
    }

    /** Whether it is since the doctor is on several lists, and this one does not count or nobody has said which does. */
    public boolean onSeveralLists() {
        return reasons.stream().anyMatch(reason -> LISTS.contains(reason.code()));
    }

    /** Whether it is since the doctor has all that is needed already, so that no other order or policy lets them in. */
    boolean hasEnough() {
        return new ServiceToCome(given, facts.institutionMonthsLeft()).isEnough();
    }
}
