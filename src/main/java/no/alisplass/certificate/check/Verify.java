package no.alisplass.certificate.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
import no.alisplass.problem.Proposal;

/** {@code verify <folder>}: checks the folder's problem.json, proposal.json, certificate.json and reasons.json. */
public final class Verify {
    private static final int SHOWN = 20;

    private Verify() {}

    /** Ends the process with 0 when the certificate is accepted, 1 when not, 2 when the files cannot be read. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("Usage: verify <folder with problem.json, proposal.json, certificate.json and reasons.json>");
            return 2;
        }
        Path folder = Path.of(arguments[0]);
        AllocationProblem problem;
        Proposal proposal;
        Certificate certificate;
        StatedReasons reasons;
        try {
            problem = read(folder, "problem.json", AllocationProblem.class);
            proposal = read(folder, "proposal.json", Proposal.class);
            certificate = read(folder, "certificate.json", Certificate.class);
            reasons = read(folder, "reasons.json", StatedReasons.class);
        } catch (IOException e) {
            err.println("Cannot read " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        CheckReport report = Checker.check(problem, proposal, certificate, reasons);
        print(report, proposal, certificate, out);
        return report.accepted() ? 0 : 1;
    }

    private static <T> T read(Path folder, String name, Class<T> type) throws IOException {
        Path file = folder.resolve(name);
        try {
            return ProblemJson.read(Files.readString(file), type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void print(CheckReport report, Proposal proposal, Certificate certificate, PrintStream out) {
        CheckReport.Counts counts = report.counts();
        out.println("Problem   " + proposal.problemHash());
        out.println("Proposal  " + certificate.proposalHash());
        out.println("Doctors   " + counts.doctors() + ", of whom " + counts.placed() + " are placed");
        out.println("Order     " + certificate.objective());
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
        report.failures().stream()
                .limit(SHOWN)
                .forEach(failure ->
                        out.println("FAILED " + failure.kind() + " " + failure.subject() + ": " + failure.text()));
        if (report.failures().size() > SHOWN) {
            out.println("... and " + (report.failures().size() - SHOWN) + " more.");
        }
        out.println(
                report.accepted()
                        ? "ACCEPTED: every doctor is proven and every reason is true, by arithmetic on these files alone."
                        : report.honest()
                                ? "NOT ACCEPTED: nothing is wrong, but some doctors are not proven."
                                : "REJECTED.");
    }
}
