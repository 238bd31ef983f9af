package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.OrderConflict;
import no.alisplass.policy.OrderConflict.OwnPriority;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.waitlist.Submission;

/**
 * One area's list in the order of the round's criteria, as if nobody else were in the round: among themselves its doctors stand so
 * whoever else takes part.
 *
 * @param list as it is being written
 * @param ranking of those of it who can take part
 */
public record ListOrder(Submission list, Ranking ranking) {
    /** A doctor's place among those of the list, from 1; empty for one who cannot take part. */
    public Optional<Integer> place(HprNumber hpr) {
        return ranking.place(hpr).map(Ranked::position);
    }

    /** Why each doctor cannot take part, of those who cannot. */
    public Map<HprNumber, List<Finding>> notEligible() {
        return ranking.notEligible().stream()
                .collect(Collectors.toMap(
                        each -> each.candidate().hpr(), Ranking.IneligibleCandidate::reasons, (one, same) -> one));
    }

    /** Neighbours in the area's own order whom the criteria have the other way round, from the top. */
    public List<OrderConflict> partings() {
        List<OwnPriority> own = list.entries().stream()
                .filter(entry -> ranking.place(entry.hpr()).isPresent())
                .sorted(Comparator.comparingInt(WaitlistEntry::priority))
                .map(entry -> new OwnPriority(entry.hpr(), entry.priority()))
                .toList();
        List<OrderConflict> found = new ArrayList<>();
        for (int at = 1; at < own.size(); at++) {
            found.addAll(ranking.contradictions(own.subList(at - 1, at + 1)));
        }
        return found;
    }

    /** The names of its doctors. */
    public Map<HprNumber, String> names() {
        return list.entries().stream()
                .collect(Collectors.toMap(WaitlistEntry::hpr, WaitlistEntry::name, (one, same) -> one));
    }
}
