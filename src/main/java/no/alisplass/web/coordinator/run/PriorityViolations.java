package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.Verdict;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;

/** Which claims of doctors ahead are breached by what was settled by hand. */
final class PriorityViolations {
    private static final int SHOWN = 50;

    private PriorityViolations() {}

    /**
     * What settling one doctor's outcome would do, against the proposal as the round stands.
     *
     * @param name of the doctor whose outcome is settled
     * @param refused why it cannot be settled so; null when it can
     */
    @TemplateData
    public record Effect(
            String name, String refused, List<OutcomeChange> changes, List<Breach> breaches, int better, int worse) {}

    static Effect refused(String name, List<Finding> findings) {
        return new Effect(
                name, findings.stream().map(Texts::of).collect(Collectors.joining(" ")), List.of(), List.of(), 0, 0);
    }

    /** @param hpr whose outcome is settled in {@code after} */
    static Effect between(
            List<DoctorOutcome> before,
            List<DoctorOutcome> after,
            AllocationProblem problem,
            HprNumber hpr,
            Names names) {
        List<OutcomeChange> changes = OutcomeChange.between(before, after, names);
        DoctorOutcome pinned = after.stream()
                .filter(each -> each.doctor().facts().hpr().equals(hpr))
                .findFirst()
                .orElseThrow();
        List<Breach> breaches = of(Verdict.breaches(after, problem), names).stream()
                .filter(each -> each.pinned().position() == pinned.doctor().position())
                .toList();
        return new Effect(
                pinned.doctor().name(),
                null,
                changes,
                breaches,
                OutcomeChange.better(changes),
                OutcomeChange.worse(changes));
    }

    /** A doctor ahead would rather have {@code wanted}, which takes a seat that was given by hand to one behind. */
    @TemplateData
    public record Breach(ProposalView.Person ahead, ProposalView.Person pinned, String wanted, String wish) {}

    static List<Breach> of(List<Verdict.Breach> breaches, Names names) {
        return breaches.stream()
                .limit(SHOWN)
                .map(each -> new Breach(
                        ProposalView.person(each.ahead()),
                        ProposalView.person(each.pinned()),
                        names.option(each.wanted()),
                        OwnWishes.badge(each.ahead().doctor().wishes(), each.wanted())
                                .text()))
                .toList();
    }

    /** The seats an option takes; what it takes of an area's limit is the area's own. */
    static Set<ResourceId> seats(Option option) {
        Set<ResourceId> seats = new HashSet<>();
        option.stays().forEach(stay -> seats.add(ResourceId.seat(stay.position(), stay.halfYear())));
        return seats;
    }
}
