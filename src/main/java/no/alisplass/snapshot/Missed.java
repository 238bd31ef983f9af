package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.Stay;

/**
 * Where the seats are that one doctor could have been offered and would rather have had, each seat counted once. Positions that
 * never had a seat are no offer and are not counted.
 *
 * @param seats the stays whose seats stood in the way, none of them left
 * @param limited what the doctor's own municipality cannot spare the doctor for
 * @param otherwise whether something better is neither taken nor limited; only where the proposal is not proven best
 */
public record Missed(List<Seats> seats, List<Limited> limited, boolean otherwise) {
    static final Missed NOTHING = new Missed(List.of(), List.of(), false);

    public Missed {
        seats = List.copyOf(seats);
        limited = List.copyOf(limited);
    }

    /** @param earlier what approved rounds before this one took */
    public record Seats(Stay stay, List<Holder> holders, List<TakenEarlier> earlier) {
        public Seats {
            holders = List.copyOf(holders);
            earlier = List.copyOf(earlier);
        }
    }

    /** @param empty whether a seat of it is left */
    public record Limited(Stay stay, boolean empty) {}

    public record Holder(DoctorId doctor, Right right) {}

    /** Why someone else has a seat. */
    public enum Right {
        AHEAD,
        /** Settled by a human, for a doctor who stands ahead. */
        BY_HAND_AHEAD,
        /** Settled by a human, for a doctor who stands behind. */
        BY_HAND_BEHIND,
        /** Placements first: the doctor stands behind, and would have no place without this one. */
        BEHIND
    }

    /** Those who have the seats by a right; who has two is there twice. */
    public List<DoctorId> holders(Right right) {
        return seats.stream()
                .flatMap(each -> each.holders().stream())
                .filter(holder -> holder.right() == right)
                .map(Holder::doctor)
                .toList();
    }

    /** What earlier approved rounds took, by round. */
    public List<TakenEarlier> earlier() {
        Map<RoundId, TakenEarlier> rounds = new LinkedHashMap<>();
        seats.stream()
                .flatMap(each -> each.earlier().stream())
                .forEach(one -> rounds.merge(
                        one.round(),
                        one,
                        (so, far) -> new TakenEarlier(so.round(), so.title(), so.count() + far.count())));
        return new ArrayList<>(rounds.values());
    }

    /** How many seats earlier approved rounds took. */
    public int takenEarlier() {
        return earlier().stream().mapToInt(TakenEarlier::count).sum();
    }

    /** All the seats counted, and what the municipalitys limit rules out. */
    public int total() {
        return seats.stream().mapToInt(each -> each.holders().size()).sum() + takenEarlier() + limited.size();
    }
}
