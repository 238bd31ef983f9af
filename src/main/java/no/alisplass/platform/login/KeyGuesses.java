package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * How many keys of links may be tried from one address: many, since nobody guesses a key of 256 bits, and all at a workplace may come
 * from one address. What is bounded is the work. Nobody is shut out by what others try from elsewhere, nor by wrong passwords.
 */
@ApplicationScoped
public class KeyGuesses {
    private static final Guesses.Limit LIMIT = new Guesses.Limit("key-from", 300, Duration.ofSeconds(1));

    private final Guesses guesses;

    @Inject
    KeyGuesses(Guesses guesses) {
        this.guesses = guesses;
    }

    /** Takes one try, before the key is looked at. @return how long to wait instead; empty when the try may be made */
    public Optional<Duration> take(String address) {
        return guesses.take(LIMIT, address);
    }

    /** The key was right: the try counts for nothing. */
    public void right(String address) {
        guesses.right(LIMIT, address);
    }
}
