package no.alisplass.platform.login;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.alisplass.platform.Account;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a name and a password fit: at both doors asked here alone. A password that was right a little while ago is right;
 * any other is looked at only when there were not too many wrong ones ({@link Guesses}), and by few at a time, so that guessers
 * do not take the processors from those who work. Who is unknown costs the same as who is known.
 */
@ApplicationScoped
public class Logins {
    private static final int MAX_ASKING = 4;
    private static final int MAX_WAITING = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Users users;
    private final Guesses guesses;
    private final RememberedProofs remembered;
    private final LoginRecord record;
    private final LoginLog log;
    private final Clock clock;
    private final Told told = new Told();
    private final Semaphore asking = new Semaphore(MAX_ASKING, true);
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final Semaphore looking =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Map<String, CompletableFuture<Proof>> looked = new ConcurrentHashMap<>();

    /** The hash of no one's password, as dear as everyone's. */
    private final String nobody;

    @Inject
    Logins(
            Users users,
            Guesses guesses,
            RememberedProofs remembered,
            LoginRecord record,
            LoginLog log,
            Clock clock,
            @ConfigProperty(name = "alisplass.password-cost", defaultValue = "10") int cost) {
        this.users = users;
        this.guesses = guesses;
        this.remembered = remembered;
        this.record = record;
        this.log = log;
        this.clock = clock;
        nobody = BcryptUtil.bcryptHash(UUID.randomUUID().toString(), cost);
    }

    /**
     * @param typed the user name as someone wrote it
     * @param address where the request came from, as the outermost trusted proxy tells it
     */
    public Proof prove(String typed, String password, String address) {
        Optional<String> name = Users.name(typed);
        Optional<Account> account = name.flatMap(users::account).filter(Account::mayLogIn);
        if (account.isPresent() && remembered.holds(account.get(), password, address)) {
            return new Proof.Right(account.get(), true);
        }
        // The same password for the same user many times at once, as a program with many threads begins, is one
        // question.
        CompletableFuture<Proof> mine = new CompletableFuture<>();
        String question = HexFormat.of().formatHex(remembered.print(name.orElse("") + " " + address, password));
        CompletableFuture<Proof> first = looked.putIfAbsent(question, mine);
        if (first != null) {
            return first.copy()
                    .completeOnTimeout(new Proof.Busy(BUSY), PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        try {
            mine.complete(look(name.orElse(""), account, password, address));
            return mine.join();
        } catch (RuntimeException fault) {
            mine.completeExceptionally(fault);
            throw fault;
        } finally {
            looked.remove(question);
        }
    }

    private Proof look(String name, Optional<Account> account, String password, String address) {
        String who = name + " " + address;
        Optional<Duration> wait = told.left(who, clock.instant()).or(() -> take(name, address));
        if (wait.isPresent()) {
            log.not(LoginLog.Outcome.HELD_BACK);
            return new Proof.HeldBack(wait.get());
        }
        Optional<Boolean> fits = inTurn(account, password);
        if (fits.isEmpty()) {
            guesses.notMade(name, address);
            log.not(LoginLog.Outcome.BUSY);
            return new Proof.Busy(BUSY);
        }
        if (account.isEmpty() || !fits.get()) {
            // Who is shut out counts as nobody: nothing of theirs can be opened.
            record.failed(account.map(found -> found.user().username()).orElse(""));
            log.not(LoginLog.Outcome.WRONG);
            return new Proof.Wrong();
        }
        guesses.right(name, address);
        remembered.keep(account.get(), password, address);
        return new Proof.Right(account.get(), false);
    }

    /** Few at a time: guessers queue for a row in the database, and must not hold the connections of those who work. */
    private Optional<Duration> take(String name, String address) {
        asking.acquireUninterruptibly();
        try {
            String who = name + " " + address;
            Instant now = clock.instant();
            Optional<Duration> left = told.left(who, now);
            if (left.isPresent()) {
                return left;
            }
            Optional<Duration> wait = guesses.take(name, address);
            wait.ifPresent(delay -> told.note(who, now, delay));
            return wait;
        } finally {
            asking.release();
        }
    }

    /** Whether it fits; empty when it was not this one's turn in time. */
    private Optional<Boolean> inTurn(Optional<Account> account, String password) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            if (!looking.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(BcryptUtil.matches(
                        password, account.map(Account::passwordHash).orElse(nobody)));
            } finally {
                looking.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.release();
        }
    }
}
