package no.alisplass.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.alisplass.allocation.ProvenRun;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.check.CardCheck;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.check.ExportedRun;
import no.alisplass.certificate.check.Failure;
import no.alisplass.certificate.check.Shown;
import no.alisplass.certificate.check.Unreadable;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.RunManifest;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;

/** {@code replay <folder>}: solves an exported run again and compares the proposal, the certificate and the reasons byte for byte. */
public final class Replay {
    private Replay() {}

    /** Ends the process with 0 when everything is the same, 1 when not, 2 when the files cannot be read. */
    public static void main(String... arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println(
                    "Usage: replay <folder with problem.json, proposal.json, certificate.json, reasons.json and run.json>");
            return 2;
        }
        try {
            ExportedRun run = ExportedRun.read(arguments[0]);
            if (run.card() != null) {
                return replay(run, out);
            }
            err.println("Cannot be replayed. run.json: the file is missing.");
        } catch (Unreadable fault) {
            err.println("Cannot be replayed. " + fault.getMessage());
        } catch (OutOfMemoryError | StackOverflowError fault) {
            err.println("Cannot be replayed. The files need more memory than there is.");
        }
        return 2;
    }

    private static int replay(ExportedRun run, PrintStream out) {
        RunManifest card = run.card();
        AllocationProblem problem = run.problem();
        boolean same = told(out, "Problem", hash(run, "problem.json"), card.problemHash());
        ProvenRun found;
        try {
            found = ProvenRun.find(new AllocationSolver(), problem, card.seed(), SolveListener.SILENT, () -> false);
        } catch (IllegalArgumentException impossible) {
            out.println("The problem has no outcome. " + Shown.text(impossible.getMessage()));
            out.println("DIFFERENT.");
            return 1;
        }
        Solved solved = found.solved();
        String again = CanonicalJson.write(solved.proposal());
        same &= told(out, "Proposal", Sha256.hex(again), hash(run, "proposal.json"));
        same &= told(out, "  in run.json", Sha256.hex(again), card.proposalHash());
        String proof = CanonicalJson.write(found.certificate());
        same &= told(out, "Certificate", Sha256.hex(proof), hash(run, "certificate.json"));
        same &= told(out, "  in run.json", Sha256.hex(proof), card.certificateHash());
        StatedReasons reasons = StatedReasonsWriter.all(problem, solved.proposal(), found.certificate());
        String why = CanonicalJson.write(reasons);
        same &= told(out, "Reasons", Sha256.hex(why), hash(run, "reasons.json"));
        for (Failure failure : CardCheck.check(run)) {
            same = false;
            out.println(failure.subject() + ": " + Shown.text(failure.text()));
        }
        if (!same) {
            hint(out, "solver", card.solverVersion(), solved.solverVersion());
            hint(out, "solver configuration", card.configHash(), solved.configHash());
        }
        CheckReport report = Checker.check(problem, solved.proposal(), found.certificate(), reasons);
        List<Failure> wrong = report.failures().stream()
                .filter(failure -> failure.kind() == Failure.Kind.PROBLEM)
                .toList();
        if (!wrong.isEmpty()) {
            out.println("The problem contradicts itself: what comes out of it says nothing. See ./alis verify.");
            return 1;
        }
        out.println(same ? "SAME: the run comes out again, byte for byte." : "DIFFERENT.");
        return same ? 0 : 1;
    }

    private static String hash(ExportedRun run, String file) {
        // Strictly read, so these bytes are UTF-8 and the text has the same.
        return Sha256.hex(new String(run.bytes(file), StandardCharsets.UTF_8));
    }

    private static boolean told(PrintStream out, String what, String found, String expected) {
        boolean same = found.equals(expected);
        out.printf("%-14s %s%s%n", what, found, same ? "" : " is not " + Shown.text(expected));
        return same;
    }

    private static void hint(PrintStream out, String what, String then, String now) {
        if (!now.equals(then)) {
            out.println("Maybe because the " + what + " was " + Shown.text(then) + " and is " + now + ".");
        }
    }
}
