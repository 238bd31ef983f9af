package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.List;
import no.alisplass.allocation.PriorityViolations.Violation;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;

/** A doctor ahead would rather have {@code wanted}, which takes a seat that was given by hand to one behind. */
@TemplateData
public record ViolationView(ProposalView.Person ahead, ProposalView.Person pinned, String wanted, String wish) {
    private static final int SHOWN = 50;

    static List<ViolationView> all(List<Violation> violations, Names names) {
        return violations.stream()
                .limit(SHOWN)
                .map(each -> new ViolationView(
                        ProposalView.person(each.ahead()),
                        ProposalView.person(each.pinned()),
                        names.option(each.wanted()),
                        OwnWishes.badge(each.ahead().doctor().wishes(), each.wanted())
                                .text()))
                .toList();
    }
}
