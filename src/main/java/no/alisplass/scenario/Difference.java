package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;

/**
 * What other terms would do: both outcomes counted, and every doctor who would gain or lose.
 *
 * @param setAside doctors whose outcome is settled by hand in a way that does not fit there; it is left to the criteria
 * @param problemHash SHA-256 of the problem as it is
 * @param changedHash SHA-256 of the problem as it would be
 * @param certainty of both outcomes together
 */
public record Difference(
        String problemHash,
        String changedHash,
        Count now,
        Count then,
        List<Change> gains,
        List<Change> losses,
        List<DoctorId> setAside,
        Certainty certainty) {
    public Difference {
        setAside = List.copyOf(setAside);
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
    }

    /** How many are placed and how many wait, and how many of the placed got their best tier. */
    public record Count(int placed, int waiting, int bestTier) {}

    /** One doctor's outcome now and then; a null option is none. */
    public record Change(DoctorId doctor, Option now, Option then) {}

    /** Of two problems with the same doctors; one who is missing in the second has nothing there. */
    static Difference between(AllocationProblem problem, Worked asIs, AllocationProblem changed, Worked asWouldBe) {
        Proposal now = asIs.proposal();
        Proposal then = asWouldBe.proposal();
        List<Change> gains = new ArrayList<>();
        List<Change> losses = new ArrayList<>();
        Map<DoctorId, Option> before = held(problem, now);
        Map<DoctorId, Option> after = held(changed, then);
        for (Doctor doctor : problem.doctors()) {
            Change change = new Change(doctor.id(), before.get(doctor.id()), after.get(doctor.id()));
            int order = Integer.compare(tier(doctor, change.then()), tier(doctor, change.now()));
            if (order != 0) {
                (order < 0 ? gains : losses).add(change);
            }
        }
        int doctors = problem.doctors().size();
        return new Difference(
                now.problemHash(),
                then.problemHash(),
                count(before, doctors),
                count(after, doctors),
                gains,
                losses,
                List.of(),
                asIs.certainty().and(asWouldBe.certainty()));
    }

    /** The same, told of doctors for whom it was so before anything was changed too. */
    public Difference andSettingAside(List<DoctorId> already) {
        return settingAside(Stream.concat(already.stream(), setAside.stream()).toList());
    }

    Difference settingAside(List<DoctorId> doctors) {
        return new Difference(problemHash, changedHash, now, then, gains, losses, doctors, certainty);
    }

    private static Count count(Map<DoctorId, Option> held, int doctors) {
        int best = (int)
                held.values().stream().filter(option -> option.tier() == 0).count();
        return new Count(held.size(), doctors - held.size(), best);
    }

    /** What the placed doctors hold. */
    private static Map<DoctorId, Option> held(AllocationProblem problem, Proposal proposal) {
        Map<DoctorId, Option> held = new HashMap<>();
        for (int i = 0; i < problem.doctors().size(); i++) {
            Doctor doctor = problem.doctors().get(i);
            Integer option = proposal.placements().get(i).option();
            if (option != null) {
                held.put(doctor.id(), doctor.options().get(option));
            }
        }
        return held;
    }

    private static int tier(Doctor doctor, Option option) {
        return option == null ? doctor.tiers() : option.tier();
    }
}
