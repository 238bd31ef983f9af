package no.alisplass.cli;

import java.io.PrintStream;
import no.alisplass.certificate.check.Verify;
import no.alisplass.refill.check.ExportedRefill;
import no.alisplass.refill.check.VerifyRefill;

/** {@code verify <folder>}: asks the checker the folder is for, that of a run or that of a refill. */
public final class VerifyFolder {
    private VerifyFolder() {}

    /** Ends the process with 0 when what is there is accepted, 1 when not, 2 when the files cannot be read. */
    public static void main(String... arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return arguments.length == 1 && ExportedRefill.isThere(arguments[0])
                ? VerifyRefill.run(arguments[0], out, err)
                : Verify.run(arguments, out, err);
    }
}
