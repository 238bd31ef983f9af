package no.alisplass.scenario.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.CriterionCode;
import no.alisplass.scenario.Certainty;
import no.alisplass.snapshot.OfferRule;

/**
 * How a round comes out, in counts alone.
 *
 * @param hash SHA-256 of the problem
 * @param seats how many there are in all
 * @param waiting who are in the round and get nothing
 * @param best of the placed, how many have the best that could be offered them; null as wishes
 * @param wishes of the placed, by which of their own wishes they have; null where that is not told ({@link #discreet})
 * @param withoutWishes of the placed, how many wished for nothing; null as wishes
 * @param criteria everyone by what the policy's criteria say of them, where that parts them in few; null as wishes
 * @param unused seats nobody has, and why none of those who wait has them, nor of those who would rather
 * @param leftOut doctors who are not there
 * @param more doctors who are there beside; they are in all counts here
 * @param morePlaced how many of those have a place
 * @param noLongerEligible doctors of the round whom the policy lets take part no more; they are in no count
 * @param newlyEligible whom it lets in; nothing is known of their wishes, and they are in no count
 * @param setAside doctors settled by hand in a way that does not fit; they are left to the criteria
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        String hash,
        Certainty certainty,
        int seats,
        int doctors,
        int placed,
        int waiting,
        Integer best,
        List<WishCount> wishes,
        Integer withoutWishes,
        List<CriterionCount> criteria,
        List<AreaCount> areas,
        List<Unused> unused,
        int leftOut,
        int more,
        int morePlaced,
        int noLongerEligible,
        int newlyEligible,
        int setAside) {
    public Outcome {
        wishes = wishes == null ? null : List.copyOf(wishes);
        criteria = criteria == null ? null : List.copyOf(criteria);
        areas = List.copyOf(areas);
        unused = List.copyOf(unused);
    }

    /**
     * The same, of doctors somebody has picked: how many, in all and by area, and nothing of what the criteria, the rules or their wishes say of
     * them. Where one can choose whom is counted, two counts tell what is true of any one doctor.
     */
    Outcome discreet() {
        return new Outcome(
                hash,
                certainty,
                seats,
                doctors,
                placed,
                waiting,
                null,
                null,
                null,
                null,
                areas,
                unused.stream()
                        .map(each -> new Unused(each.departments(), each.halfYear(), each.seats(), null))
                        .toList(),
                leftOut,
                more,
                morePlaced,
                noLongerEligible,
                newlyEligible,
                setAside);
    }

    /** @param number of the doctor's own wish, 1 the first; null for what is none of them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WishCount(Integer number, int doctors) {}

    /** @param value what the criterion says: {@code early}, {@code permanent}; of seniority, whole years of counted service */
    public record CriterionCount(CriterionCode criterion, String value, int doctors, int waiting) {}

    public record AreaCount(AreaCode area, int doctors, int placed, int waiting) {}

    /** Seats nobody has. @param departments two for those that are shared @param why null where it is not told ({@link Outcome#discreet}) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unused(List<DepartmentId> departments, HalfYear halfYear, int seats, List<Why> why) {
        public Unused {
            departments = List.copyOf(departments);
            why = why == null ? null : List.copyOf(why);
        }
    }

    /**
     * Why some do not have a seat that nobody has.
     *
     * @param rule of NOT_OFFERED, which rule keeps it from them; null where none does by itself
     * @param doctors who wait
     * @param placed who have something, and would rather have this
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Why(Cause cause, OfferRule rule, int doctors, int placed) {}

    /** What stands between a doctor and a seat nobody has. */
    public enum Cause {
        /** It cannot be offered to the doctor. */
        NOT_OFFERED,
        /** As many of the doctor's area are away as it can spare. */
        LIMIT,
        /** It is only one part of what the doctor can be offered, and there is no seat for the other. */
        OTHER_PART,
        /** The doctor is settled by hand to get nothing. */
        BY_HAND,
        /** Not found out within the limits of the search. */
        OPEN
    }
}
