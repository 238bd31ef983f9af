package no.alisplass.certificate.prove;

import java.util.Arrays;
import java.util.List;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/** Rounds of two or three doctors with pairs of stays, made by hand. */
public final class Pairs {
    private Pairs() {}

    /** Ahead takes a and b or c and d; behind wants a and c or b and d. */
    public static AllocationProblem crossed() {
        return new AllocationProblem(
                Objective.WISHES_FIRST,
                List.of(
                        doctor("ahead", option("a", "b"), option("c", "d")),
                        doctor("behind", option("a", "c"), option("b", "d"))),
                seats("a", "b", "c", "d"));
    }

    public static Certificate byCases(AllocationProblem problem, Proposal proposal) {
        return Prover.cases(problem, proposal, 10);
    }

    /** The first takes both seats; each of the others wants one. */
    public static AllocationProblem oneForTwo() {
        return new AllocationProblem(
                Objective.PLACEMENTS_FIRST,
                List.of(
                        doctor("pair", option("a", "b")),
                        doctor("single-a", option("a")),
                        doctor("single-b", option("b"))),
                seats("a", "b"));
    }

    /** The first worked example of certificate.md. */
    static AllocationProblem threeSeats() {
        return new AllocationProblem(
                Objective.WISHES_FIRST,
                List.of(
                        doctor("d001", option("geriatri"), option("lunge")),
                        doctor("d002", option("lunge"), in(1, "onh")),
                        doctor("d003", option("geriatri"), in(1, "lunge"), in(2, "onh"))),
                seats("geriatri", "lunge", "onh"));
    }

    /** The second worked example of certificate.md. */
    static AllocationProblem unequalPrices() {
        return new AllocationProblem(
                Objective.WISHES_FIRST,
                List.of(
                        doctor("d001", option("a", "b"), option("c")),
                        doctor("d002", option("c")),
                        doctor("d003", option("a"), option("b"))),
                seats("a", "b", "c"));
    }

    private static Doctor doctor(String id, Option... options) {
        return new Doctor(new DoctorId(id), List.of(options), false);
    }

    private static Option option(String... seats) {
        return in(0, seats);
    }

    private static Option in(int tier, String... seats) {
        return new Option(
                tier,
                Arrays.stream(seats).map(Pairs::stay).toList(),
                Arrays.stream(seats).map(Pairs::seat).toList());
    }

    private static List<Resource> seats(String... names) {
        return Arrays.stream(names).map(name -> new Resource(seat(name), 1)).toList();
    }

    private static ResourceId seat(String name) {
        return ResourceId.seat(stay(name).position(), stay(name).halfYear());
    }

    /** The seats a, b, c and d of a pair are in one half-year after the other. */
    private static Stay stay(String name) {
        boolean letter = name.length() == 1;
        String position = letter ? "seat-" + name : name;
        HalfYear halfYear = HalfYear.parse("2027-V").plus(letter ? name.charAt(0) - 'a' : 0);
        return new Stay(new PositionId(position), halfYear, List.of(new Leg(new DepartmentId(position), 6)));
    }
}
