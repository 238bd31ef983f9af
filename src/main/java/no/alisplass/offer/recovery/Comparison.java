package no.alisplass.offer.recovery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.Finding;

/**
 * What the corrected run is to everyone, before anything is sent.
 *
 * @param approved number of the run that was approved
 * @param corrected number of the one that would take its place
 * @param hash of all of it, and of the refill that would be made: it is carried out with it, and refused when something has changed since
 * @param doctors by the corrected order; who cannot take part in it last, by the approved
 *     one, and after them whose offer of a run before that one stands
 * @param inTheWay why nobody would get anything new; none where that is not so
 */
public record Comparison(int approved, int corrected, String hash, List<Compared> doctors, List<Finding> inTheWay) {
    public Comparison {
        doctors = List.copyOf(doctors);
        inTheWay = List.copyOf(inTheWay);
    }

    /** Whether anybody would get anything new. */
    public boolean givesSomething() {
        return doctors.stream().anyMatch(each -> !each.gets().isEmpty());
    }

    /** Whether anything of the round was offered before. */
    public boolean isOfOffers() {
        return doctors.stream().anyMatch(each -> each.inHand() != null);
    }

    public Map<Verdict, Integer> verdicts() {
        return count(Verdict.class, Compared::verdict);
    }

    public Map<Ends, Integer> ends() {
        return count(Ends.class, Compared::ends);
    }

    public Map<Then, Integer> thens() {
        return count(Then.class, Compared::then);
    }

    /** Each constant, also where there is none. */
    private <E extends Enum<E>> Map<E, Integer> count(Class<E> type, Function<Compared, E> which) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            counts.put(each, 0);
        }
        doctors.forEach(each -> counts.merge(which.apply(each), 1, Integer::sum));
        return counts;
    }
}
