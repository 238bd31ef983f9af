package no.alisplass.scenario.least.check;

import java.io.PrintStream;
import java.util.List;
import no.alisplass.certificate.check.ExportedFiles;
import no.alisplass.certificate.check.Shown;
import no.alisplass.certificate.check.Unreadable;
import no.alisplass.json.CanonicalJson;
import no.alisplass.scenario.least.LeastCertificate;
import no.alisplass.scenario.least.LeastProven;

/** {@code verify <folder>} for a folder with the proof of a least number of seats. */
public final class VerifyLeast {
    public static final String FILE = "least.json";

    private VerifyLeast() {}

    /** Whether the folder has such a proof. */
    public static boolean isThere(String folder) {
        try {
            return ExportedFiles.in(folder).isThere(FILE);
        } catch (Unreadable noName) {
            return false;
        }
    }

    /** 0 when the proof is accepted, 1 when not, 2 when the file cannot be read. */
    public static int run(String folder, PrintStream out, PrintStream err) {
        try {
            return verify(ExportedFiles.in(folder).read(FILE, LeastProven.class), out);
        } catch (Unreadable fault) {
            err.println("Cannot be checked. " + fault.getMessage());
        } catch (OutOfMemoryError | StackOverflowError fault) {
            err.println("Cannot be checked. The file needs more memory than there is.");
        }
        return 2;
    }

    private static int verify(LeastProven proven, PrintStream out) {
        LeastCertificate certificate = proven.certificate();
        List<String> faults = LeastChecker.check(proven.problem(), certificate).faults();
        out.println("Problem      " + CanonicalJson.hash(proven.problem()));
        out.println("Certificate  " + CanonicalJson.hash(certificate));
        out.println("Doctors      " + certificate.question().doctors().size() + " to be served"
                + (certificate.question().bestTier() ? ", with what they want most" : ""));
        faults.forEach(fault -> out.println("FAILED " + Shown.text(fault)));
        if (!faults.isEmpty()) {
            out.println("NOT ACCEPTED.");
            return 1;
        }
        if (certificate.added() == null) {
            out.println("ACCEPTED: not even all the seats there could be are enough.");
        } else {
            certificate.added().forEach(each -> out.println("Added        " + each.capacity() + " of " + each.id()));
            out.println("ACCEPTED: " + certificate.atLeast() + " more seats are enough, and one fewer is not.");
        }
        out.println("That the problem is the round's, this file cannot show.");
        return 0;
    }
}
