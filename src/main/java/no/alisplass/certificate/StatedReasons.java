package no.alisplass.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * Why each doctor of a round got what the proposal gives, as facts that anyone can look up in the problem, the proposal and the
 * certificate: {@code reasons.json} of an exported run. What could not be offered at all is not here: the problem does not know it.
 *
 * @param problemHash SHA-256 of the problem's canonical bytes, in hexadecimal
 * @param proposalHash SHA-256 of the proposal's canonical bytes, in hexadecimal
 * @param doctors one for each doctor of the problem, in its order
 */
public record StatedReasons(String problemHash, String proposalHash, List<Reason> doctors) {
    public StatedReasons {
        doctors = List.copyOf(doctors);
    }

    /**
     * @param position in the priority order, from 1
     * @param tier the tier held; null for none
     * @param better every option of a better tier, in the problem's order
     */
    public record Reason(
            DoctorId doctor,
            int position,
            Standing standing,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer tier,
            List<Better> better,
            Ground ground) {
        public Reason {
            better = List.copyOf(better);
        }
    }

    /** How a doctor comes out. */
    public enum Standing {
        PLACED,
        /** A human settled the placement. */
        PLACED_BY_HAND,
        /** A human settled that there is none. */
        EXCLUDED,
        /** There are no options. */
        NOTHING_TO_OFFER,
        /** There are options and none is given. */
        ALL_TAKEN
    }

    /**
     * An option the doctor would rather have had.
     *
     * @param option its place in the problem, from 0
     * @param full what of it other doctors have all of: what only doctors with a right to it that does not depend on the doctor hold, or, where
     *     there is no such thing, all of it; in the option's order
     */
    public record Better(int option, int tier, List<Full> full) {
        public Better {
            full = List.copyOf(full);
        }
    }

    /**
     * @param units how much there is of it
     * @param holders the other doctors who have some of it, in the problem's order
     */
    public record Full(ResourceId resource, int units, List<Holder> holders) {
        public Full {
            holders = List.copyOf(holders);
        }
    }

    /** @param position in the priority order, from 1 */
    public record Holder(DoctorId doctor, int position, Right right) {}

    /** Why another doctor keeps what this one would rather have. */
    public enum Right {
        AHEAD,
        /** Settled by a human. */
        BY_HAND,
        /** Behind; keeps it under placements first, so as to be placed at all. */
        PLACED_AT_ALL
    }

    /**
     * What the certificate rests on for the doctor.
     *
     * @param kind of the proof, as the certificate names it
     * @param resources of a tight set, those that concern the doctor, in the problem's order: at price 1 they prove the claim; else null
     * @param holders of a tight set, the other doctors who have some of these, in the problem's order; else null
     */
    public record Ground(
            String kind,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<ResourceId> resources,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<DoctorId> holders) {
        public Ground {
            resources = resources == null ? null : List.copyOf(resources);
            holders = holders == null ? null : List.copyOf(holders);
        }
    }
}
