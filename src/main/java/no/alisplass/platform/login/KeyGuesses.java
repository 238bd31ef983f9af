package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * How many keys of links may be tried from one address: as many as passwords ({@link Guesses}). Nobody is shut out by what others
 * try from elsewhere, since no key is anybody's name.
 */
@ApplicationScoped
public class KeyGuesses {
    /** Before the address in place of a user; no user's name has a colon. */
    private static final String ANYBODY = ":key ";

    private final Guesses guesses;

    @Inject
    KeyGuesses(Guesses guesses) {
        this.guesses = guesses;
    }

    /** Takes one try, before the key is looked at. @return how long to wait instead; empty when the try may be made */
    public Optional<Duration> take(String address) {
        return guesses.take(ANYBODY + address, address);
    }

    /** The key was right: what was tried by that address is forgotten. */
    public void right(String address) {
        guesses.right(ANYBODY + address, address);
    }
}
