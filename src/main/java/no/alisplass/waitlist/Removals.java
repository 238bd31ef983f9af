package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * Doctors taken off a list, each of whom can be put back by the key of that removal: so the one who undoes gets back the
 * doctor that was named, whatever was removed in another window meanwhile.
 */
@ApplicationScoped
public class Removals {
    private static final Duration KEPT = Duration.ofHours(12);
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager database;
    private final Waitlists waitlists;
    private final WaitlistChoices choices;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Removals(EntityManager database, Waitlists waitlists, WaitlistChoices choices, Caller caller, Clock clock) {
        this.database = database;
        this.waitlists = waitlists;
        this.choices = choices;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param key undoes this removal and no other */
    public record Removed(String key, WaitlistEntry entry) {}

    /** @param already whether the doctor was on the list before this, so that nothing was changed */
    public record Restored(WaitlistEntry entry, boolean already) {}

    /**
     * Takes an entry off the draft and keeps it so that its remover can put it back.
     *
     * @param number its place in the draft, from 1
     */
    @Transactional
    public Result<Removed> remove(RoundId round, AreaCode area, int number, Long expectedVersion) {
        return waitlists.draft(round, area).then(draft -> remove(draft, number, expectedVersion));
    }

    private Result<Removed> remove(Submission draft, int number, Long expectedVersion) {
        RoundId round = draft.round();
        AreaCode area = draft.area();
        return choices.remove(round, area, number, expectedVersion).map(change -> {
            WaitlistEntry entry = draft.entries().get(number - 1);
            return new Removed(keep(round, area, entry, number), entry);
        });
    }

    private String keep(RoundId round, AreaCode area, WaitlistEntry entry, int place) {
        database.createNativeQuery("DELETE FROM removed_doctor WHERE expires_at < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.createNativeQuery("INSERT INTO removed_doctor VALUES"
                        + " (:key, :who, :round, :area, :place, CAST(:content AS jsonb), :expires)")
                .setParameter("key", key)
                .setParameter("who", caller.name())
                .setParameter("round", round.value())
                .setParameter("area", area.value())
                .setParameter("place", place)
                .setParameter("content", WaitlistContent.write(List.of(entry)))
                .setParameter("expires", clock.instant().plus(KEPT))
                .executeUpdate();
        return key;
    }

    /** Puts that doctor back where it stood; refused (NOT_FOUND) when it is too late, or for another's removal. */
    @Transactional
    public Result<Restored> restore(RoundId round, AreaCode area, String key) {
        List<?> kept = database.createNativeQuery("SELECT place, CAST(content AS text) FROM removed_doctor"
                        + " WHERE key = :key AND removed_by = :who AND round_id = :round AND area_code = :area"
                        + " AND expires_at >= :now")
                .setParameter("key", key)
                .setParameter("who", caller.name())
                .setParameter("round", round.value())
                .setParameter("area", area.value())
                .setParameter("now", clock.instant())
                .getResultList();
        if (kept.isEmpty()) {
            return Result.notFound(Finding.of("key", null, "waitlist.undo-late"));
        }
        Object[] row = (Object[]) kept.get(0);
        WaitlistEntry entry = WaitlistContent.read((String) row[1]).get(0);
        return waitlists
                .draft(round, area)
                .then(draft -> draft.place(entry.hpr()).isPresent()
                        ? Result.done(new Restored(entry, true))
                        : choices.putBack(draft, entry, ((Number) row[0]).intValue())
                                .map(change -> new Restored(entry, false)));
    }
}
