package no.alisplass.cli;

import java.io.PrintStream;
import no.alisplass.certificate.check.Verify;
import no.alisplass.refill.check.ExportedRefill;
import no.alisplass.refill.check.VerifyRefill;
import no.alisplass.scenario.least.check.VerifyLeast;

/** {@code verify <folder>}: asks the checker the folder is for, that of a run, of a refill, or of a least number of seats. */
public final class VerifyFolder {
    private VerifyFolder() {}

    /** Ends the process with 0 when what is there is accepted, 1 when not, 2 when the files cannot be read. */
    public static void main(String... arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && ExportedRefill.isThere(arguments[0])) {
            return VerifyRefill.run(arguments[0], out, err);
        }
        if (arguments.length == 1 && VerifyLeast.isThere(arguments[0])) {
            return VerifyLeast.run(arguments[0], out, err);
        }
        return Verify.run(arguments, out, err);
    }
}
