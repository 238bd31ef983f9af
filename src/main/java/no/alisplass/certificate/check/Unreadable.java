package no.alisplass.certificate.check;

/** A folder, or a file in it, that cannot be read for what it should be; the message is a sentence that names the file, the place and what is wrong. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String file, String what) {
        super(file + ": " + what + ".");
    }
}
