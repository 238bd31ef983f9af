package no.alisplass.correction;

import java.util.List;
import java.util.Optional;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Submission;

/** The corrections of a round that stand, in their order; of one thing the latest counts. */
public record Corrected(List<Correction> all) {
    /** Of a round that was never corrected. */
    public static final Corrected NONE = new Corrected(List.of());

    public Corrected {
        all = List.copyOf(all);
    }

    /** The round under the version of its policy that should have been its. */
    public Round of(Round round) {
        return last(Correction.Kind.POLICY_VERSION)
                .map(correction -> round.under(correction.policyVersion()))
                .orElse(round);
    }

    /** The lists as they should have been. */
    public List<Submission> of(List<Submission> lists) {
        return all.isEmpty() ? lists : lists.stream().map(this::of).toList();
    }

    private Submission of(Submission list) {
        Optional<Correction> limit = all.stream()
                .filter(each -> each.kind() == Correction.Kind.AWAY_LIMIT)
                .filter(each -> each.area().equals(list.area()))
                .reduce((earlier, later) -> later);
        return new Submission(
                list.round(),
                list.area(),
                list.version(),
                list.state(),
                limit.isPresent() ? limit.get().awayLimit() : list.awayLimit(),
                list.entries().stream().map(entry -> of(list, entry)).toList(),
                list.receipt(),
                list.records());
    }

    private WaitlistEntry of(Submission list, WaitlistEntry entry) {
        return all.stream()
                .filter(each -> each.kind() == Correction.Kind.FACTS)
                .filter(each -> each.area().equals(list.area()) && each.hpr().equals(entry.hpr()))
                .reduce((earlier, later) -> later)
                .map(Correction::entry)
                .orElse(entry);
    }

    private Optional<Correction> last(Correction.Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).reduce((earlier, later) -> later);
    }
}
