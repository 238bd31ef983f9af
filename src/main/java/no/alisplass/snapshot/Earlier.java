package no.alisplass.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.Stay;

/**
 * What rounds before this one came to.
 *
 * @param given all that other approved rounds have given, at whatever hospital, in the order it was given
 * @param withdrewLate who took a yes back late in the hospital's round before
 */
public record Earlier(List<GivenStay> given, Set<HprNumber> withdrewLate) {
    public Earlier {
        given = List.copyOf(given);
        withdrewLate = Set.copyOf(withdrewLate);
    }

    /** What a doctor has. */
    List<GivenStay> to(HprNumber hpr) {
        return given.stream().filter(one -> one.hpr().equals(hpr)).toList();
    }

    /** Who has taken seats of the position and half-year of a stay. */
    List<TakenEarlier> seats(Stay stay) {
        return byRound(
                one -> one.position().equals(stay.position()) && one.halfYear().equals(stay.halfYear()));
    }

    /** Whose doctors are away in a half-year. A municipality spares a doctor whichever hospital takes them. */
    List<TakenEarlier> away(AreaCode area, HalfYear halfYear) {
        return byRound(one -> one.area().equals(area) && one.isIn(halfYear));
    }

    private List<TakenEarlier> byRound(Predicate<GivenStay> which) {
        Map<RoundId, TakenEarlier> rounds = new LinkedHashMap<>();
        given.stream()
                .filter(which)
                .forEach(one -> rounds.merge(
                        one.round(),
                        new TakenEarlier(one.round(), one.title(), 1),
                        (so, far) -> new TakenEarlier(so.round(), so.title(), so.count() + far.count())));
        return List.copyOf(rounds.values());
    }

    static int count(List<TakenEarlier> taken) {
        return taken.stream().mapToInt(TakenEarlier::count).sum();
    }
}
