package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.calendar.OfferCourse;

/** Offer rounds, and the stops of a round's offers, in the database. */
@ApplicationScoped
class OfferRoundStore {
    private static final String COURSE =
            "select round_id, upgrade_stop, late_stop from offer_course where round_id = :round";

    private static final String ROUNDS = """
            select r.round_id, r.number, r.kind, r.prepared_at, r.released_at, r.answer_by, r.marking,
                r.released_at is null and not exists (select 1 from offer o where o.round_id = r.round_id
                    and o.offer_round = r.number and o.state in ('DRAFT', 'READY')) as closed,
                (select count(*) from offer o where o.round_id = r.round_id and o.offer_round = r.number) as offers
            from offer_round r where r.round_id = :round order by r.number
            """;

    private static final String OFFERED = """
            select s.placement_id from offer_seat s join offer o on o.id = s.offer_id where o.round_id = :round
            """;

    private final EntityManager database;

    OfferRoundStore(EntityManager database) {
        this.database = database;
    }

    Optional<OfferCourse> course(RoundId round) {
        return course(round, COURSE);
    }

    /** The stops of an offer: its round's, or the release of its vacancy to all and its own first day. */
    OfferCourse course(Offer offer) {
        if (offer.vacancy().isEmpty()) {
            return course(offer.round()).orElseThrow();
        }
        Instant release = (Instant)
                database.createNativeQuery("select release_at from sporadic_vacancy where id = :vacancy", Instant.class)
                        .setParameter("vacancy", offer.vacancy().getAsLong())
                        .getSingleResult();
        return OfferCourse.ofVacancy(offer.round(), release, offer.start());
    }

    /** Holds the round's offers against other preparing and releasing until the transaction ends. */
    Optional<OfferCourse> lock(RoundId round) {
        return course(round, COURSE + " for update");
    }

    @SuppressWarnings("unchecked")
    private Optional<OfferCourse> course(RoundId round, String sql) {
        List<Tuple> rows = database.createNativeQuery(sql, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream()
                .map(row -> new OfferCourse(
                        round, row.get("upgrade_stop", Instant.class), row.get("late_stop", Instant.class)))
                .findFirst();
    }

    void add(OfferCourse course) {
        database.createNativeQuery(
                        "insert into offer_course (round_id, upgrade_stop, late_stop) values (:round, :upgrade, :late)")
                .setParameter("round", course.round().value())
                .setParameter("upgrade", course.upgradeStop())
                .setParameter("late", course.lateStop())
                .executeUpdate();
    }

    /** Sets the stops anew. */
    void stop(OfferCourse course) {
        database.createNativeQuery("update offer_course set upgrade_stop = :upgrade, late_stop = :late"
                        + " where round_id = :round")
                .setParameter("round", course.round().value())
                .setParameter("late", course.lateStop())
                .setParameter("upgrade", course.upgradeStop())
                .executeUpdate();
    }

    /** In their order. */
    @SuppressWarnings("unchecked")
    List<OfferRound> rounds(RoundId round) {
        List<Tuple> rows = database.createNativeQuery(ROUNDS, Tuple.class)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream()
                .map(row -> new OfferRound(
                        round,
                        row.get("number", Integer.class),
                        OfferRound.Kind.valueOf(row.get("kind", String.class)),
                        row.get("prepared_at", Instant.class),
                        row.get("released_at", Instant.class),
                        row.get("answer_by", Instant.class),
                        row.get("marking", Instant.class),
                        row.get("closed", Boolean.class),
                        ((Number) row.get("offers")).intValue()))
                .toList();
    }

    /** Adds the next, none before which is open; one that was never sent is closed with that. */
    void add(OfferRound round) {
        database.createNativeQuery("update offer_round set closed_at = :at where round_id = :round"
                        + " and released_at is null and closed_at is null")
                .setParameter("round", round.round().value())
                .setParameter("at", round.preparedAt())
                .executeUpdate();
        database.createNativeQuery("insert into offer_round (round_id, number, kind, prepared_at)"
                        + " values (:round, :number, :kind, :at)")
                .setParameter("round", round.round().value())
                .setParameter("number", round.number())
                .setParameter("kind", round.kind().name())
                .setParameter("at", round.preparedAt())
                .executeUpdate();
    }

    void release(OfferRound round) {
        database.createNativeQuery("update offer_round set released_at = :at, answer_by = :answerBy, marking = :marking"
                        + " where round_id = :round and number = :number")
                .setParameter("round", round.round().value())
                .setParameter("number", round.number())
                .setParameter("at", round.releasedAt())
                .setParameter("answerBy", round.answerBy())
                .setParameter("marking", round.marking())
                .executeUpdate();
    }

    /** Sets anew until when those that were sent are answered, and when they are marked. */
    void later(RoundId round, Instant answerBy, Instant marking) {
        database.createNativeQuery("update offer_round set answer_by = greatest(answer_by, :answerBy),"
                        + " marking = greatest(marking, :marking) where round_id = :round and exists (select 1 from offer o"
                        + " where o.round_id = :round and o.offer_round = number and o.state = 'SENT')")
                .setParameter("round", round.value())
                .setParameter("answerBy", answerBy)
                .setParameter("marking", marking)
                .executeUpdate();
    }

    /** The placements of a round that were ever offered. */
    Set<Long> offered(RoundId round) {
        List<?> rows = database.createNativeQuery(OFFERED)
                .setParameter("round", round.value())
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toSet());
    }
}
