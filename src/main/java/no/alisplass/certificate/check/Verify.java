package no.alisplass.certificate.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.certificate.Certificate;
import no.alisplass.json.CanonicalJson;

/** {@code verify <folder>} for the folder of a run: checks an exported run's problem, proposal, certificate and reasons, and run.json against them. */
public final class Verify {
    private static final int SHOWN = 20;

    private Verify() {}

    /** 0 when the certificate is accepted, 1 when not, 2 when the files cannot be read. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println(
                    "Usage: verify <folder with problem.json, proposal.json, certificate.json and reasons.json, or of a refill, or with least.json>");
            return 2;
        }
        try {
            return verify(ExportedRun.read(arguments[0]), out);
        } catch (Unreadable fault) {
            err.println("Cannot be checked. " + fault.getMessage());
        } catch (OutOfMemoryError | StackOverflowError fault) {
            err.println("Cannot be checked. The files need more memory than there is.");
        }
        return 2;
    }

    private static int verify(ExportedRun run, PrintStream out) {
        CheckReport report = Checker.check(run.problem(), run.proposal(), run.certificate(), run.reasons());
        List<Failure> failures = new ArrayList<>(report.failures());
        failures.addAll(CardCheck.check(run));
        String problem = CanonicalJson.hash(run.problem());
        summary(run, report.counts(), problem, out);
        failures.stream()
                .limit(SHOWN)
                .forEach(failure -> out.println("FAILED " + failure.kind() + " " + Shown.text(failure.subject()) + ": "
                        + Shown.text(failure.text())));
        if (failures.size() > SHOWN) {
            out.println("... and " + (failures.size() - SHOWN) + " more.");
        }
        List<String> notChecked = CardCheck.notChecked(run);
        notChecked.forEach(what -> out.println("Not checked: " + what + "."));
        if (!run.others().isEmpty()) {
            out.println("Not looked at: " + Shown.text(String.join(", ", run.others())) + ".");
        }
        boolean nothing = run.problem().doctors().isEmpty();
        out.println(verdict(report, failures, nothing, notChecked));
        if (failures.isEmpty() && !nothing) {
            out.println("This holds for the problem " + problem + ".");
            out.println(
                    "Ask a municipality of the round whether its outcome page shows the same: these files cannot show it.");
        }
        return failures.isEmpty() && !nothing ? 0 : 1;
    }

    private static void summary(ExportedRun run, CheckReport.Counts counts, String problem, PrintStream out) {
        Certificate certificate = run.certificate();
        out.println("Problem   " + problem);
        out.println("Proposal  " + CanonicalJson.hash(run.proposal()));
        out.println("Doctors   " + counts.doctors() + ", of whom " + counts.placed() + " are placed");
        out.println("Order     " + run.problem().objective());
        counts.proofs().forEach((kind, count) -> out.printf("%-16s %6d%n", kind, count));
        out.printf("%-16s %6d%n", "price lists", counts.priceLists());
        if (Boolean.TRUE.equals(certificate.noJustifiedEnvy())) {
            out.println("No justified envy is stated.");
        }
        if (certificate.greatestNumber() != null) {
            out.println("Could be placed at all: at least "
                    + certificate.greatestNumber().atLeast() + ", at most "
                    + certificate.greatestNumber().atMost() + ".");
        }
    }

    private static String verdict(
            CheckReport report, List<Failure> failures, boolean nothing, List<String> notChecked) {
        if (failures.size() > report.failures().size() || !report.honest()) {
            return "REJECTED.";
        }
        if (nothing) {
            return "NOT ACCEPTED: nothing to prove, the problem has no doctors.";
        }
        if (!failures.isEmpty()) {
            return "NOT ACCEPTED: nothing is wrong, but some doctors are not proven.";
        }
        String accepted =
                "ACCEPTED: every doctor is proven and every reason is true, by arithmetic on these files alone";
        return notChecked.isEmpty() ? accepted + "." : accepted + "; but " + String.join(", ", notChecked) + ".";
    }
}
