package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.alisplass.platform.Signed;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A program's token: who it speaks for, in which epoch of the user, and until when, signed; kept nowhere. */
@ApplicationScoped
public class Tokens {
    /** By which ours are told from those of an identity provider. */
    static final String BEGINNING = "alis_";

    private static final String PURPOSE = "token";

    private final Signed signed;
    private final Users users;
    private final Clock clock;
    private final Duration length;

    @Inject
    Tokens(Signed signed, Users users, Clock clock, @ConfigProperty(name = "alisplass.token.length") Duration length) {
        this.signed = signed;
        this.users = users;
        this.clock = clock;
        this.length = length;
    }

    /** @param expiresAt from when it opens nothing; before that too, once the user logs out or gets a new password */
    public record Token(String token, Instant expiresAt) {
        /** Without the token, which belongs in no log. */
        @Override
        public String toString() {
            return "Token[expiresAt=" + expiresAt + "]";
        }
    }

    /** A token for someone who has just shown the password; empty for who is not kept here. */
    public Optional<Token> make(String username) {
        return users.account(username).map(account -> {
            Instant end = clock.instant().plus(length);
            String written = account.user().username() + " " + account.epoch() + " " + end.toEpochMilli();
            String token = BEGINNING + signed.write(PURPOSE, written.getBytes(StandardCharsets.UTF_8));
            return new Token(token, end);
        });
    }

    /** Who shows it, when it is ours and has not run out. */
    Optional<Shown> shown(String token) {
        return signed.read(PURPOSE, token.substring(BEGINNING.length()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split(" "))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[2]))))
                .map(parts -> new Shown(parts[0], Long.parseLong(parts[1])));
    }
}
