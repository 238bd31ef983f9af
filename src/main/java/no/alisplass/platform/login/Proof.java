package no.alisplass.platform.login;

import java.time.Duration;
import no.alisplass.platform.Account;

/** What came of a name and a password. */
public sealed interface Proof {

    /**
     * They fit.
     *
     * @param remembered whether that was known from a little while ago
     */
    record Right(Account account, boolean remembered) implements Proof {}

    /** They do not fit, or open nothing; which of these is not told. */
    record Wrong() implements Proof {}

    /** There were too many wrong ones: after that time one more is looked at. */
    record HeldBack(Duration delay) implements Proof {}

    /** Too many others are being looked at. */
    record Busy(Duration delay) implements Proof {}
}
