package no.alisplass.scenario.least;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Resource;

/**
 * Whom seats are to be enough for, and where there could be more.
 *
 * @param problemHash SHA-256 of the problem's canonical bytes: its seats are there already, and stay
 * @param doctors who are to be served all at once, in the problem's order; among them all whose place is settled by hand, who have that place
 * @param bestTier whether only what a doctor wants most will do; a place settled by hand does whatever it is
 * @param most how many seats there could be at the most, of those that could be more, in the problem's order; what is not named stays as it is
 */
public record LeastQuestion(String problemHash, List<DoctorId> doctors, boolean bestTier, List<Resource> most) {
    public LeastQuestion {
        doctors = List.copyOf(doctors);
        most = List.copyOf(most);
    }
}
