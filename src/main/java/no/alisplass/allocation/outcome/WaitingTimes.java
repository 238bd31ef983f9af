package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.waitlist.Waitlists;

/** How long the doctors of a round have waited: since the first list they stood on at the hospital, as a run's statistics count it. */
@ApplicationScoped
public class WaitingTimes {
    private final Rounds rounds;
    private final Waitlists waitlists;

    WaitingTimes(Rounds rounds, Waitlists waitlists) {
        this.rounds = rounds;
        this.waitlists = waitlists;
    }

    /** The doctors of a frozen round who have waited so many half-years or more when it begins. */
    @Transactional
    public Result<Set<DoctorId>> atLeast(RoundId id, Snapshot snapshot, int halfYears) {
        return rounds.read(id).map(round -> {
            Map<HprNumber, HalfYear> listed = waitlists.firstListed(round.hospital());
            return snapshot.roster().entries().stream()
                    .filter(entry -> of(entry.facts().hpr(), round.first(), listed) >= halfYears)
                    .map(RosterEntry::doctor)
                    .collect(Collectors.toSet());
        });
    }

    /** @param listed the half-year each doctor first stood on a list for; a doctor without one is new */
    static int of(HprNumber doctor, HalfYear first, Map<HprNumber, HalfYear> listed) {
        return Math.max(0, listed.getOrDefault(doctor, first).until(first));
    }
}
