package no.alisplass.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Placed;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/** Which claims of doctors ahead are breached by what was settled by hand. */
final class PinEffects {
    private static final int SHOWN = 50;

    private PinEffects() {}

    /** A doctor ahead would rather have {@code wanted}, which takes a seat that was given by hand to one behind. */
    record Breach(ProposalView.Person ahead, ProposalView.Person pinned, String wanted, int wish) {}

    static List<Breach> of(Allocation allocation, AllocationProblem problem, Names names) {
        List<Breach> breaches = new ArrayList<>();
        for (int at = 0; at < allocation.doctors().size(); at++) {
            Placed pinned = allocation.doctors().get(at);
            if (pinned.pinned() && pinned.placed()) {
                Set<ResourceId> given = seats(pinned.option());
                for (int ahead = 0; ahead < at && breaches.size() < SHOWN; ahead++) {
                    Placed one = allocation.doctors().get(ahead);
                    Option wanted =
                            one.pinned() ? null : better(problem.doctors().get(ahead), one, given);
                    if (wanted != null) {
                        breaches.add(new Breach(
                                ProposalView.person(one),
                                ProposalView.person(pinned),
                                names.option(wanted),
                                wanted.tier() + 1));
                    }
                }
            }
        }
        return breaches;
    }

    /** The seats an option takes; what it takes of an area's limit is the area's own. */
    static Set<ResourceId> seats(Option option) {
        Set<ResourceId> seats = new HashSet<>();
        option.stays().forEach(stay -> seats.add(ResourceId.seat(stay.position(), stay.halfYear())));
        return seats;
    }

    /** The best option above what the doctor holds that takes one of those resources; null for none. */
    private static Option better(Doctor doctor, Placed held, Set<ResourceId> given) {
        int tier = held.placed() ? held.option().tier() : doctor.tiers();
        return doctor.options().stream()
                .filter(option -> option.tier() < tier)
                .filter(option -> option.uses().stream().anyMatch(given::contains))
                .findFirst()
                .orElse(null);
    }
}
