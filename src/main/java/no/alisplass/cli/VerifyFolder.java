package no.alisplass.cli;

import no.alisplass.certificate.check.Verify;
import no.alisplass.refill.check.ExportedRefill;
import no.alisplass.refill.check.VerifyRefill;

/** {@code verify <folder>}: asks the checker the folder is for, that of a run or that of a refill. */
public final class VerifyFolder {
    private VerifyFolder() {}

    /** Ends the process with 0 when what is there is accepted, 1 when not, 2 when the files cannot be read. */
    public static void main(String... arguments) {
        if (arguments.length == 1 && ExportedRefill.isThere(arguments[0])) {
            System.exit(VerifyRefill.run(arguments[0], System.out, System.err));
        }
        Verify.main(arguments);
    }
}
