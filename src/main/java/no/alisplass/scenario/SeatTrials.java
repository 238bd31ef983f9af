package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.search.Holdings;
import no.alisplass.search.Rerun;

/** One round, to be worked out with many numbers of seats: by the exact pass alone. Safe to share between threads. */
public final class SeatTrials {
    /** How many options all passes of one question may go through: what keeps it under two seconds, with pairs and limits too. */
    private static final long MAX_WORK = 8_000_000;

    private final AllocationProblem problem;
    private final Function<DoctorId, Doctor> free;
    private final SeatChanges places;
    private final Rerun rerun;

    /** @param free what a doctor whose outcome is settled by hand can be offered otherwise */
    public SeatTrials(AllocationProblem problem, Function<DoctorId, Doctor> free) {
        this.problem = problem;
        this.free = free;
        places = new SeatChanges(problem);
        rerun = new Rerun(problem);
    }

    public AllocationProblem problem() {
        return problem;
    }

    public SeatChanges places() {
        return places;
    }

    /** How many options the doctors have in all: what a pass takes goes by that. */
    public int size() {
        return rerun.size();
    }

    /** How many times the round can be worked out for one question; at least once. */
    public int most() {
        return (int) Math.max(1, MAX_WORK / rerun.size());
    }

    /**
     * How a round comes out, counted.
     *
     * @param settled whether for everybody everything better was ruled out
     */
    public record Counted(Difference.Count count, boolean settled) {}

    /** @param changes each of a place there is, and no place twice */
    public Counted count(List<SeatChange> changes) {
        int[] capacity = places.capacity(changes);
        if (rerun.holdsPins(capacity)) {
            return counted(problem, rerun.with(capacity));
        }
        AllocationProblem fitted = fitted(capacity).problem();
        return counted(fitted, new Rerun(fitted).outcome());
    }

    /** What the changes would do to whom. @param changes as for {@link #count} */
    public Difference compare(Worked asIs, List<SeatChange> changes) {
        int[] capacity = places.capacity(changes);
        RoomForPins fitted = fitted(capacity);
        AllocationProblem changed = fitted.problem();
        Rerun.Outcome outcome = rerun.holdsPins(capacity) ? rerun.with(capacity) : new Rerun(changed).outcome();
        Worked then = Worked.of(changed, outcome, CanonicalJson.hash(changed));
        return Difference.between(problem, asIs, changed, then).settingAside(fitted.setAside());
    }

    private RoomForPins fitted(int[] capacity) {
        return RoomForPins.in(with(capacity), free);
    }

    /** The problem with so many of each resource. */
    public AllocationProblem with(int[] capacity) {
        List<Resource> resources = new ArrayList<>();
        for (int r = 0; r < capacity.length; r++) {
            resources.add(new Resource(problem.resources().get(r).id(), capacity[r]));
        }
        return new AllocationProblem(problem.objective(), problem.doctors(), resources);
    }

    private static Counted counted(AllocationProblem of, Rerun.Outcome outcome) {
        int placed = 0;
        int best = 0;
        for (int d = 0; d < outcome.options().length; d++) {
            int option = outcome.options()[d];
            if (option != Holdings.NONE) {
                placed++;
                best += of.doctors().get(d).options().get(option).tier() == 0 ? 1 : 0;
            }
        }
        return new Counted(new Difference.Count(placed, outcome.options().length - placed, best), outcome.settled());
    }
}
