package no.alisplass.offer.stop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.RoundId;

/** Stops of rounds' offers, in a record that only grows. Whether a round may be stopped, the offers know. */
@ApplicationScoped
public class Stops {
    /** That the offers of the round of {@code o} are stopped; for what asks of many in SQL. */
    public static final String STOPPED = """
            exists (select 1 from round_stop s where s.round_id = o.round_id and s.step = 'STOPPED' and not exists
                (select 1 from round_stop e where e.round_id = s.round_id and e.stop = s.stop
                    and e.step in ('THAWED', 'RECOVERED')))
            """;

    private static final String READ = "select round_id, stop, number, step, who, at, note, run, hash, offer_round"
            + " from round_stop where round_id = any(string_to_array(:rounds, ',')) order by round_id, stop, number";

    private static final String ADD =
            "insert into round_stop (round_id, stop, number, step, who, at, note, run, hash, offer_round)"
                    + " values (:round, :stop, :number, :step, :who, :at, :note, cast(:run as integer), :hash,"
                    + " cast(:offerRound as integer))";

    private final EntityManager database;

    Stops(EntityManager database) {
        this.database = database;
    }

    /** The stop that holds the offers of a round now. */
    @Transactional
    public Optional<RoundStop> now(RoundId round) {
        List<RoundStop> all = of(round);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(stop -> !stop.isOver());
    }

    /** As {@link #now(RoundId)}, of each that is stopped. */
    @Transactional
    public Map<RoundId, RoundStop> now(Collection<RoundId> rounds) {
        Map<RoundId, RoundStop> now = new TreeMap<>();
        read(rounds).stream().filter(stop -> !stop.isOver()).forEach(stop -> now.put(stop.round(), stop));
        return now;
    }

    /** All stops of a round, in their order. */
    @Transactional
    public List<RoundStop> of(RoundId round) {
        return read(List.of(round));
    }

    @SuppressWarnings("unchecked")
    private List<RoundStop> read(Collection<RoundId> rounds) {
        List<Tuple> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter(
                        "rounds", rounds.stream().map(RoundId::value).distinct().collect(Collectors.joining(",")))
                .getResultList();
        List<RoundStop> stops = new ArrayList<>();
        List<StopEvent> events = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Tuple row = rows.get(at);
            events.add(event(row));
            boolean last = at + 1 == rows.size() || rows.get(at + 1).get("number", Integer.class) == 1;
            if (last) {
                stops.add(new RoundStop(
                        new RoundId(row.get("round_id", String.class)), row.get("stop", Integer.class), events));
                events.clear();
            }
        }
        return stops;
    }

    private static StopEvent event(Tuple row) {
        return new StopEvent(
                row.get("stop", Integer.class),
                row.get("number", Integer.class),
                StopStep.valueOf(row.get("step", String.class)),
                row.get("who", String.class),
                row.get("at", Instant.class),
                row.get("note", String.class),
                row.get("run", Integer.class),
                row.get("hash", String.class),
                row.get("offer_round", Integer.class));
    }

    /** Records the next; the database refuses a second of the same number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(RoundId round, StopEvent event) {
        database.createNativeQuery(ADD)
                .setParameter("round", round.value())
                .setParameter("stop", event.stop())
                .setParameter("number", event.number())
                .setParameter("step", event.step().name())
                .setParameter("who", event.who())
                .setParameter("at", event.at())
                .setParameter("note", event.note())
                .setParameter("run", event.run())
                .setParameter("hash", event.hash())
                .setParameter("offerRound", event.offerRound())
                .executeUpdate();
    }
}
