package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.forget.Forgets;

/** Answers that somebody began, and those that were given, in the database. */
@ApplicationScoped
class AnswerStore implements Forgets {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String READ =
            "select key, offer_id, step, reason, actor, begun_by, event, given_at, not_arranged"
                    + " from offer_answer where ";

    private final EntityManager database;

    AnswerStore(EntityManager database) {
        this.database = database;
    }

    /**
     * @param event the offer's event that is the answer; null while it is not given, as is the time
     * @param notArranged of leave and locum, when it was given
     */
    record Answer(
            UUID key,
            long offer,
            OfferStep step,
            String reason,
            Actor actor,
            String by,
            Long event,
            Instant givenAt,
            List<String> notArranged) {
        Answer {
            notArranged = List.copyOf(notArranged);
        }
    }

    void begin(Answer answer, Instant at) {
        database.createNativeQuery("insert into offer_answer (key, offer_id, step, reason, actor, begun_by, begun_at)"
                        + " values (:key, :offer, :step, cast(:reason as text), :actor, :by, :at)")
                .setParameter("key", answer.key())
                .setParameter("offer", answer.offer())
                .setParameter("step", answer.step().name())
                .setParameter("reason", answer.reason())
                .setParameter("actor", answer.actor().name())
                .setParameter("by", answer.by())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Of one that is held. */
    void give(UUID key, long event, Instant at, List<String> notArranged) {
        int given = database.createNativeQuery("update offer_answer set event = :event, given_at = :at,"
                        + " not_arranged = :notArranged where key = :key and given_at is null")
                .setParameter("notArranged", String.join(",", notArranged))
                .setParameter("key", key)
                .setParameter("event", event)
                .setParameter("at", at)
                .executeUpdate();
        if (given != 1) {
            throw new IllegalStateException("An answer that was begun is gone");
        }
    }

    /** Holds it, so that it is not forgotten while it is given. */
    Optional<Answer> lock(UUID key) {
        return answers("key = :it for update", key).stream().findFirst();
    }

    Optional<Answer> find(UUID key) {
        return answers("key = :it", key).stream().findFirst();
    }

    /** Those that were given to an offer, the latest first. */
    List<Answer> given(long offer) {
        return answers("offer_id = :it and given_at is not null order by event desc", offer);
    }

    @SuppressWarnings("unchecked")
    private List<Answer> answers(String where, Object it) {
        List<Tuple> rows = database.createNativeQuery(READ + where, Tuple.class)
                .setParameter("it", it)
                .getResultList();
        return rows.stream()
                .map(row -> new Answer(
                        row.get("key", UUID.class),
                        row.get("offer_id", Long.class),
                        OfferStep.valueOf(row.get("step", String.class)),
                        row.get("reason", String.class),
                        Actor.valueOf(row.get("actor", String.class)),
                        row.get("begun_by", String.class),
                        row.get("event", Long.class),
                        row.get("given_at", Instant.class),
                        list(row.get("not_arranged", String.class))))
                .toList();
    }

    private static List<String> list(String fields) {
        return fields == null || fields.isEmpty() ? List.of() : List.of(fields.split(","));
    }

    /** What was begun and never confirmed. */
    @Override
    @Transactional
    public void forget(Instant now) {
        database.createNativeQuery("delete from offer_answer where given_at is null and begun_at < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }
}
