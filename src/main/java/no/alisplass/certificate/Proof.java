package no.alisplass.certificate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Placement;

/** Why a claim holds, or that no reason was found. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proof.NothingBetter.class, name = "NOTHING_BETTER"),
    @JsonSubTypes.Type(value = Proof.Pinned.class, name = "PINNED"),
    @JsonSubTypes.Type(value = Proof.TightSet.class, name = "TIGHT_SET"),
    @JsonSubTypes.Type(value = Proof.Prices.class, name = "PRICES"),
    @JsonSubTypes.Type(value = Proof.Exhausted.class, name = "EXHAUSTED"),
    @JsonSubTypes.Type(value = Proof.ByCases.class, name = "BY_CASES"),
    @JsonSubTypes.Type(value = Proof.NotProven.class, name = "NOT_PROVEN"),
    @JsonSubTypes.Type(value = Proof.Refuted.class, name = "REFUTED")
})
public sealed interface Proof {
    /** What sort of proof, by the name it has in the files; whoever must tell them apart does so by a switch that leaves none out. */
    enum Kind {
        NOTHING_BETTER,
        PINNED,
        TIGHT_SET,
        PRICES,
        EXHAUSTED,
        BY_CASES,
        NOT_PROVEN,
        REFUTED
    }

    Kind kind();

    /** The doctor has no option of a better tier. */
    record NothingBetter() implements Proof {
        @Override
        public Kind kind() {
            return Kind.NOTHING_BETTER;
        }
    }

    /** A human settled the doctor's outcome. */
    record Pinned() implements Proof {
        @Override
        public Kind kind() {
            return Kind.PINNED;
        }
    }

    /** The resources of a price list, each at price 1, are taken by doctors who accept nothing outside them. */
    record TightSet(int priceList) implements Proof {
        @Override
        public Kind kind() {
            return Kind.TIGHT_SET;
        }
    }

    /** At these prices the doctors with a claim need more than there is. */
    record Prices(int priceList) implements Proof {
        @Override
        public Kind kind() {
            return Kind.PRICES;
        }
    }

    /**
     * Every way to serve the doctor, starting from what is held, was tried and none works.
     *
     * @param nodes how many options were tried, in the fixed order of docs/certificate.md
     */
    record Exhausted(long nodes) implements Proof {
        @Override
        public Kind kind() {
            return Kind.EXHAUSTED;
        }
    }

    /**
     * One doctor, protected or the one of the claim, must get one of the options that count; in each part of them the claim is proven.
     *
     * @param of whose options are divided
     * @param parts each option that counts for the doctor here, in exactly one of them
     */
    record ByCases(DoctorId of, List<Part> parts) implements Proof {
        public ByCases {
            parts = List.copyOf(parts);
        }

        @Override
        public Kind kind() {
            return Kind.BY_CASES;
        }
    }

    /**
     * One case.
     *
     * @param options those the doctor may get in it
     * @param proof a price list or a tight set at which the claim holds with only these, or further cases
     */
    record Part(List<Integer> options, Proof proof) {
        public Part {
            options = List.copyOf(options);
        }
    }

    /** Neither proven nor refuted. */
    record NotProven() implements Proof {
        @Override
        public Kind kind() {
            return Kind.NOT_PROVEN;
        }
    }

    /**
     * The claim is false.
     *
     * @param witness what the doctor and all with a claim before it would hold, in the problem's order
     */
    record Refuted(List<Placement> witness) implements Proof {
        public Refuted {
            witness = List.copyOf(witness);
        }

        @Override
        public Kind kind() {
            return Kind.REFUTED;
        }
    }

    /** Whether this settles the claim in the proposal's favour. */
    default boolean holds() {
        return switch (kind()) {
            case NOTHING_BETTER, PINNED, TIGHT_SET, PRICES, EXHAUSTED, BY_CASES -> true;
            case NOT_PROVEN, REFUTED -> false;
        };
    }
}
