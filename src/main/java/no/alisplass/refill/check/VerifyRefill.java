package no.alisplass.refill.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.alisplass.certificate.check.Failure;
import no.alisplass.certificate.check.Shown;
import no.alisplass.certificate.check.Unreadable;
import no.alisplass.json.CanonicalJson;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillResult;

/** {@code verify <folder>} for the folder of a refill: what it gives, what was checked, and the verdict. */
public final class VerifyRefill {
    private static final int SHOWN = 20;

    private VerifyRefill() {}

    /** 0 when the refill is accepted, 1 when not, 2 when the files cannot be read. */
    public static int run(String folder, PrintStream out, PrintStream err) {
        try {
            return verify(ExportedRefill.read(folder), out);
        } catch (Unreadable fault) {
            err.println("Cannot be checked. " + fault.getMessage());
        } catch (OutOfMemoryError | StackOverflowError fault) {
            err.println("Cannot be checked. The files need more memory than there is.");
        }
        return 2;
    }

    private static int verify(ExportedRefill refill, PrintStream out) {
        List<Failure> failures =
                new ArrayList<>(RefillChecker.check(refill.problem(), refill.outcome(), refill.certificate()));
        if (refill.round() != null) {
            failures.addAll(RefillChecker.ofRound(refill.problem(), refill.round()));
        }
        summary(refill, out);
        failures.stream()
                .limit(SHOWN)
                .forEach(failure -> out.println("FAILED " + failure.kind() + " " + Shown.text(failure.subject()) + ": "
                        + Shown.text(failure.text())));
        if (failures.size() > SHOWN) {
            out.println("... and " + (failures.size() - SHOWN) + " more.");
        }
        if (!refill.others().isEmpty()) {
            out.println("Not looked at: " + Shown.text(String.join(", ", refill.others())) + ".");
        }
        boolean nothing = refill.problem().doctors().isEmpty();
        if (nothing || !failures.isEmpty()) {
            out.println(
                    failures.isEmpty() ? "NOT ACCEPTED: nothing to prove, the refill has no doctors." : "REJECTED.");
            return 1;
        }
        checked(refill, out);
        return 0;
    }

    private static void summary(ExportedRefill refill, PrintStream out) {
        out.println("Refill    " + refill.problem().hash());
        out.println("Outcome   " + CanonicalJson.hash(refill.outcome()));
        out.println("Round     " + Shown.text(refill.problem().roundProblem()));
        out.println("Mode      " + refill.problem().mode());
        Map<RefillResult.Kind, Integer> kinds = new EnumMap<>(RefillResult.Kind.class);
        refill.outcome().doctors().forEach(result -> kinds.merge(result.kind(), 1, Integer::sum));
        kinds.forEach((kind, count) -> out.printf("%-16s %6d%n", kind, count));
        out.printf("%-16s %6d%n", "chains", refill.outcome().chains().size());
        out.printf("%-16s %6d%n", "steps", refill.certificate().steps().size());
    }

    private static void checked(ExportedRefill refill, PrintStream out) {
        long leftOut = refill.certificate().lettings().stream()
                .filter(letting -> !letting.in())
                .count();
        boolean moves = refill.problem().mode() == RefillMode.UPGRADES;
        out.println("Checked, by counting in these files alone:");
        out.println(
                "- no seat has more doctors than there is room for, and no area more away than it can spare or had before;");
        out.println(
                moves
                        ? "- nobody has less than was held, and who moved has asked for it and got something better;"
                        : "- nobody who held a seat has moved;");
        out.println("- no seat went in this refill to a doctor behind one who would rather have it,");
        out.println(
                "  and none is free that someone would rather have by itself, except for the limit of that doctor's own area;");
        if (!refill.outcome().conflicts().isEmpty()) {
            out.println(
                    "  but " + refill.outcome().conflicts().size()
                            + " wholes of several stays, for a human to look at, of which a part went to doctors behind, or which are free beside something else that the doctor has;");
        }
        out.println(
                "- every step: who asked for what and got it, and that what was better was refused. So the outcome is the one the rules give.");
        if (leftOut > 0) {
            out.println("- who was let in to areas' limits, by trying again; left out " + leftOut
                    + " times, where one more alone led to more being away than an area can spare.");
        }
        out.println(
                "ACCEPTED"
                        + (refill.round() == null
                                ? "; that it is in the round's order was not checked: problem.json is missing."
                                : ": the order is that of the round's problem, and so are the wishes but for what was taken back, or what was put in another order by who holds a seat."));
        out.println("This holds for the refill " + refill.problem().hash() + ".");
        out.println(
                "Who held what before, what was taken back or put in another order, and how many seats there are and doctors each area can spare, these files cannot show: ask the hospital, the doctors and the areas.");
    }
}
