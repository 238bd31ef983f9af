package no.alisplass.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.Ranking;

/** The priority order of a frozen round with the facts it rests on. */
public final class PriorityOrder {
    private final Roster roster;
    private final Ranking ranking;
    private final Map<HprNumber, RosterEntry> entries = new HashMap<>();
    private List<Snapshots.Contrary> contraries;

    /** @param ranking that the roster stands for */
    public PriorityOrder(Roster roster, Ranking ranking) {
        this.roster = roster;
        this.ranking = ranking;
        roster.entries().forEach(entry -> entries.put(entry.facts().hpr(), entry));
    }

    public Roster roster() {
        return roster;
    }

    public Ranking ranking() {
        return ranking;
    }

    /** The entry of a doctor who is ranked. */
    public RosterEntry entry(HprNumber ranked) {
        RosterEntry entry = entries.get(ranked);
        if (entry == null) {
            throw new IllegalArgumentException("A doctor asked about is not ranked.");
        }
        return entry;
    }

    /** Where areas' own orders contradict the ranking, by area; worked out when it is first asked for. */
    public synchronized List<Snapshots.Contrary> contraries() {
        if (contraries == null) {
            contraries = List.copyOf(Snapshots.contraries(roster, ranking));
        }
        return contraries;
    }
}
