package no.alisplass.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.Stay;

/** All that other approved rounds have given, at whatever hospital, in the order it was given. */
public record Earlier(List<Given> given) {
    public static final Earlier NOTHING = new Earlier(List.of());

    /**
     * A stay that a doctor has by an approved round.
     *
     * @param title what people call the round
     * @param monthsLeft of institutional service when the doctor got it; null when not known
     */
    public record Given(RoundId round, String title, HprNumber hpr, AreaCode area, Stay stay, Months monthsLeft) {}

    public Earlier {
        given = List.copyOf(given);
    }

    /** What a doctor has. */
    public List<Given> to(HprNumber hpr) {
        return given.stream().filter(one -> one.hpr().equals(hpr)).toList();
    }

    /** Who has taken seats of the position and half-year of a stay. */
    List<TakenEarlier> seats(Stay stay) {
        return byRound(one -> one.stay().position().equals(stay.position())
                && one.stay().halfYear().equals(stay.halfYear()));
    }

    /** Whose doctors are away in a half-year. A municipality spares a doctor whichever hospital takes them. */
    List<TakenEarlier> away(AreaCode area, HalfYear halfYear) {
        return byRound(one -> one.area().equals(area) && one.stay().halfYear().equals(halfYear));
    }

    private List<TakenEarlier> byRound(Predicate<Given> which) {
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
