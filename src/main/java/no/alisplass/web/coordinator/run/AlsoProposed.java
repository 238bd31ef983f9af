package no.alisplass.web.coordinator.run;

import java.util.List;
import java.util.Map;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.OtherProposals.Elsewhere;
import no.alisplass.domain.HprNumber;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** Sentences about doctors who are in the proposals of several rounds at once. */
final class AlsoProposed {
    private AlsoProposed() {}

    /** Of the doctors who are placed in a proposal, highest in the order first. */
    static List<String> all(Allocation allocation, Map<HprNumber, List<Elsewhere>> others, Names names) {
        return allocation.doctors().stream()
                .filter(DoctorOutcome::placed)
                .flatMap(placed -> of(placed, others, names).stream())
                .toList();
    }

    static List<String> of(DoctorOutcome placed, Map<HprNumber, List<Elsewhere>> others, Names names) {
        return others.getOrDefault(placed.doctor().facts().hpr(), List.of()).stream()
                .map(other ->
                        Texts.of("also-proposed", placed.doctor().name(), other.title(), names.stays(other.stays())))
                .toList();
    }
}
