package no.alisplass.scenario.least;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import no.alisplass.certificate.PriceList;
import no.alisplass.domain.DoctorId;

/** Why fewer seats are not enough. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LeastProof.Prices.class, name = "PRICES"),
    @JsonSubTypes.Type(value = LeastProof.ByCases.class, name = "BY_CASES")
})
public sealed interface LeastProof {

    /**
     * At these prices the doctors pay at least so much; what there is takes so much of it, and each added seat {@code unit} and no more, but for
     * what is above {@code unit}, of which no more is taken than there could be seats (docs/scenarios.md).
     *
     * @param prices of some resources, in the problem's order; the others are free
     * @param unit the price of one added seat
     */
    record Prices(List<PriceList.Price> prices, long unit) implements LeastProof {
        public Prices {
            prices = List.copyOf(prices);
        }
    }

    /**
     * One doctor must get one of the options that will do; in each part of them it is proven.
     *
     * @param of whose options are divided
     * @param parts each option that will do for the doctor here, in exactly one of them
     */
    record ByCases(DoctorId of, List<Part> parts) implements LeastProof {
        public ByCases {
            parts = List.copyOf(parts);
        }
    }

    /** One case. @param options those the doctor may get in it, by their places in the problem */
    record Part(List<Integer> options, LeastProof proof) {
        public Part {
            options = List.copyOf(options);
        }
    }
}
