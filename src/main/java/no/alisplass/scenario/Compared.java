package no.alisplass.scenario;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;

/**
 * A problem as it is and as it would be, both worked out; of the same doctors. Another policy has them in another order, and may leave some out, who
 * then have nothing.
 *
 * @param setAside doctors whose outcome is settled by hand in a way that does not fit there; it is left to the criteria
 */
public record Compared(
        AllocationProblem problem, Worked now, AllocationProblem changed, Worked then, List<DoctorId> setAside) {
    public Compared {
        setAside = List.copyOf(setAside);
    }

    public Difference difference() {
        return Difference.between(problem, now, changed, then).settingAside(setAside);
    }
}
