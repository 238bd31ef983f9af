package no.alisplass.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.allocation.Proven;
import no.alisplass.allocation.RunCard;
import no.alisplass.certificate.Reasoning;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
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
            return replay(Path.of(arguments[0]), out);
        } catch (IOException e) {
            err.println("Cannot read " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        return 2;
    }

    private static int replay(Path folder, PrintStream out) throws IOException {
        String problemText = Files.readString(folder.resolve("problem.json"));
        String proposal = Files.readString(folder.resolve("proposal.json"));
        String certificate = Files.readString(folder.resolve("certificate.json"));
        String reasons = Files.readString(folder.resolve("reasons.json"));
        RunCard card = ProblemJson.read(Files.readString(folder.resolve("run.json")), RunCard.class);
        AllocationProblem problem = ProblemJson.read(problemText, AllocationProblem.class);
        boolean same = told(out, "Problem", ProblemJson.sha256(problemText), card.problemHash());
        Proven found = Proven.find(new AllocationSolver(), problem, card.seed(), SolveListener.SILENT, () -> false);
        Solved solved = found.solved();
        String again = ProblemJson.write(solved.proposal());
        same &= told(out, "Proposal", ProblemJson.sha256(again), ProblemJson.sha256(proposal));
        same &= told(out, "  in run.json", ProblemJson.sha256(again), card.proposalHash());
        String proof = ProblemJson.write(found.certificate());
        same &= told(out, "Certificate", ProblemJson.sha256(proof), ProblemJson.sha256(certificate));
        same &= told(out, "  in run.json", ProblemJson.sha256(proof), card.certificateHash());
        String why = ProblemJson.write(Reasoning.all(problem, solved.proposal(), found.certificate()));
        same &= told(out, "Reasons", ProblemJson.sha256(why), ProblemJson.sha256(reasons));
        same &= again.equals(proposal) && proof.equals(certificate) && why.equals(reasons);
        if (!same) {
            hint(out, "solver", card.solverVersion(), solved.solverVersion());
            hint(out, "solver configuration", card.configHash(), solved.configHash());
        }
        out.println(same ? "SAME: the run comes out again, byte for byte." : "DIFFERENT.");
        return same ? 0 : 1;
    }

    private static boolean told(PrintStream out, String what, String found, String expected) {
        boolean same = found.equals(expected);
        out.printf("%-14s %s%s%n", what, found, same ? "" : " is not " + expected);
        return same;
    }

    private static void hint(PrintStream out, String what, String then, String now) {
        if (!now.equals(then)) {
            out.println("Maybe because the " + what + " was " + then + " and is " + now + ".");
        }
    }
}
