package no.alisplass.vacancy.rank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.CriterionCode;

/**
 * Who is ranked for a vacancy, and who is not, as it is stored with each offer: canonical JSON, without names. The facts, the day and
 * the seed are all that the policy needs to come to the same order again.
 *
 * @param ranked highest priority first
 * @param out by HPR number
 */
public record VacancyRanking(
        long vacancy,
        HospitalId hospital,
        DepartmentId department,
        LocalDate from,
        LocalDate to,
        String policy,
        int policyVersion,
        String seed,
        List<Place> ranked,
        List<Out> out) {

    /**
     * @param place from 1
     * @param decided by which criterion the one ahead is ahead; null for the first
     */
    public record Place(
            int place,
            @JsonInclude(JsonInclude.Include.NON_NULL) CriterionCode decided,
            Candidate facts) {}

    /** @param codes of what the policy says, of one who is not eligible; else empty */
    public record Out(HprNumber hpr, AreaCode area, OutRule rule, List<String> codes) {
        public Out {
            codes = List.copyOf(codes);
        }
    }

    public VacancyRanking {
        ranked = List.copyOf(ranked);
        out = List.copyOf(out);
    }
}
