package no.alisplass.register.begun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;

/**
 * Doctors whose registration is begun and can be gone on with, by anyone of the area and by nobody else. What is typed is kept as it
 * is typed, right or not, and is no record: it is on no list and in no count. It is forgotten when it is left for a month.
 */
@ApplicationScoped
public class BegunDoctors {
    static final Duration KEPT = Duration.ofDays(30);

    /** How many an area can have at a time. */
    static final int MOST = 50;

    /** It was written since it was read. */
    public static final String CHANGED = "register.begun-changed";

    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BegunStore store;
    private final Register register;
    private final Caller caller;
    private final Clock clock;

    @Inject
    BegunDoctors(BegunStore store, Register register, Caller caller, Clock clock) {
        this.store = store;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those of the area, the one written last first. */
    @Transactional
    public List<BegunDoctor> of(AreaCode area) {
        return store.all(area, now());
    }

    /** Refused NOT_FOUND when the area has begun no such, or has left it too long. */
    @Transactional
    public Result<BegunDoctor> find(AreaCode area, String key) {
        return store.find(area, key, now()).map(Result::done).orElseGet(BegunDoctors::unknown);
    }

    /**
     * Begins with what is typed. Refused INVALID for what must never be kept, and when the area has begun too many; CONFLICT for a
     * number that another area holds, or that the area has begun already.
     */
    @Transactional
    public Result<BegunDoctor> begin(AreaCode area, Map<String, List<String>> typed) {
        store.lock(area);
        store.forget(now());
        if (store.all(area, now()).size() >= MOST) {
            return Result.invalid(Finding.of("fields", null, "register.begun-too-many", MOST));
        }
        Instant now = now();
        return keep(area, new BegunDoctor(key(), null, Map.of(), 0, now, now, caller.name(), now), typed);
    }

    /**
     * Writes anew what is typed in a part of the form; the rest stays. Refused as {@link #begin}, and CONFLICT when it was written
     * since.
     *
     * @param part the fields that the typed ones replace
     */
    @Transactional
    public Result<BegunDoctor> keep(
            AreaCode area, String key, Predicate<String> part, Map<String, List<String>> typed, long expectedVersion) {
        store.lock(area);
        // One that nobody can go on with still has its number.
        store.forget(now());
        return find(area, key).then(begun -> {
            if (begun.version() != expectedVersion) {
                return Result.conflict(Finding.of("fields", null, CHANGED));
            }
            Map<String, List<String>> fields = new LinkedHashMap<>(begun.fields());
            fields.keySet().removeIf(part);
            fields.putAll(typed);
            return fields.equals(begun.fields()) ? Result.done(begun) : keep(area, begun, fields);
        });
    }

    private Result<BegunDoctor> keep(AreaCode area, BegunDoctor before, Map<String, List<String>> fields) {
        List<Finding> faults = TypedRules.faults(fields);
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        HprNumber hpr = fields.getOrDefault(TypedRules.NUMBER, List.of()).stream()
                .flatMap(text -> HprNumber.read(text).stream())
                .findFirst()
                .orElse(null);
        Optional<Finding> taken = hpr == null ? Optional.empty() : taken(area, hpr, before.key());
        if (taken.isPresent()) {
            return Result.conflict(taken.get());
        }
        Instant now = now();
        BegunDoctor after = new BegunDoctor(
                before.key(), hpr, fields, before.version() + 1, before.begunAt(), now, caller.name(), now.plus(KEPT));
        store.write(area, after);
        return Result.done(after);
    }

    private Optional<Finding> taken(AreaCode area, HprNumber hpr, String key) {
        boolean begun = store.all(area, now()).stream()
                .anyMatch(each -> hpr.equals(each.hpr()) && !each.key().equals(key));
        return begun
                ? Optional.of(Finding.of(TypedRules.NUMBER, hpr.digits(), "register.begun-already", hpr.digits()))
                : register.heldElsewhere(area, hpr);
    }

    /**
     * The doctor is registered, as {@link Register#put}; what was begun is gone. Refused CONFLICT when it was written since.
     *
     * @param facts what was begun comes to
     */
    @Transactional
    public Result<DoctorRecord> register(AreaCode area, String key, DoctorFacts facts, long expectedVersion) {
        store.lock(area);
        return find(area, key)
                .then(begun -> begun.version() == expectedVersion
                        ? register.put(area, facts, null)
                        : Result.<DoctorRecord>conflict(Finding.of("fields", null, CHANGED)))
                .map(registered -> {
                    store.delete(area, key);
                    return registered;
                });
    }

    /** What was begun is thrown away. */
    @Transactional
    public Result<BegunDoctor> discard(AreaCode area, String key) {
        store.lock(area);
        return find(area, key).map(begun -> {
            store.delete(area, key);
            return begun;
        });
    }

    private static <T> Result<T> unknown() {
        return Result.notFound(Finding.of("key", null, "register.begun-unknown"));
    }

    private static String key() {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
