package no.alisplass.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Result;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Counterfactual;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/**
 * What-if: works a frozen problem out on other terms and tells the difference. By the exact pass alone, whose outcome is a run's, and proven as a
 * run is. Reads and writes nothing of a round.
 */
@ApplicationScoped
public class Scenarios {
    private static final int REMEMBERED = 32;

    private final Policies policies;
    private final Cache<String, Worked> recent = remember();
    private final Cache<String, Dilemmas> recentDilemmas = remember();
    /** By the frozen round itself, as long as it is remembered elsewhere: whoever steps through numbers asks it each time. */
    private final Cache<Snapshot, Snapshot> everywhere =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

    public Scenarios(Policies policies) {
        this.policies = policies;
    }

    /**
     * What other seat counts would do. What is settled by hand and has no room there is set aside, and told. Refused for a
     * department and half-year that nobody can be offered, and for one that is named twice.
     */
    public Result<Difference> withSeats(Snapshot snapshot, List<SeatChange> changes) {
        // Places without seats come in only when someone asks for seats there: the problem is the round's own where it
        // can be.
        boolean known = changes.stream().allMatch(new SeatChanges(snapshot.problem())::knows);
        Snapshot asked = known ? snapshot : everywhere(snapshot);
        AllocationProblem problem = asked.problem();
        return new SeatChanges(problem).apply(changes).map(changed -> {
            RoomForPins fitted = RoomForPins.in(changed, terms(asked)::free);
            return Difference.between(problem, work(problem), fitted.problem(), work(fitted.problem()))
                    .settingAside(fitted.setAside());
        });
    }

    /** How many seats there are now in each department and half-year that {@link #withSeats} can change. */
    public List<SeatChange> seats(Snapshot snapshot) {
        return new SeatChanges(everywhere(snapshot).problem()).now();
    }

    /** The round with every stay of the hospital in its problem, those without seats too. */
    public Snapshot everywhere(Snapshot snapshot) {
        return everywhere.get(snapshot, missing -> terms(missing).withEveryStay());
    }

    /** The same, to be worked out with many numbers of seats. */
    public SeatTrials trials(Snapshot snapshot) {
        Snapshot everywhere = everywhere(snapshot);
        return new SeatTrials(everywhere.problem(), terms(everywhere)::free);
    }

    private Counterfactual terms(Snapshot snapshot) {
        return new Counterfactual(snapshot, policy(snapshot));
    }

    private Policy policy(Snapshot snapshot) {
        Roster roster = snapshot.roster();
        return policies.get(roster.policyId(), roster.policyVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "The policy " + roster.policyId() + " version " + roster.policyVersion() + " is not loaded"));
    }

    /** What the round would be under placements first, as against wishes first; whichever it is held under. */
    public Compared placementsFirst(Snapshot snapshot) {
        Counterfactual terms = terms(snapshot);
        AllocationProblem wishes = terms.under(Objective.WISHES_FIRST);
        AllocationProblem placements = terms.under(Objective.PLACEMENTS_FIRST);
        return new Compared(wishes, work(wishes), placements, work(placements));
    }

    /**
     * What the order of another policy would do. Each doctor can be offered the same as before, and the round keeps its
     * objective.
     */
    public PolicyDifference underPolicy(Snapshot snapshot, Policy other) {
        AllocationProblem problem = snapshot.problem();
        Counterfactual terms = terms(snapshot);
        Ranking ranking = terms.rankedBy(other);
        AllocationProblem changed = terms.inOrderOf(ranking);
        List<DoctorId> out = snapshot.roster().entries().stream()
                .filter(entry -> ranking.place(entry.facts().hpr()).isEmpty())
                .map(RosterEntry::doctor)
                .toList();
        int in = ranking.ranked().size() - changed.doctors().size();
        return new PolicyDifference(
                other.id(), other.version(), new Compared(problem, work(problem), changed, work(changed)), out, in);
    }

    /** Placements that could be talked about, so that someone who waits gets in. */
    public Dilemmas dilemmas(AllocationProblem problem) {
        Worked worked = work(problem);
        return recentDilemmas.get(
                worked.proposal().problemHash(),
                missing -> new DilemmaSearch(problem, worked, Worked::quickly).search());
    }

    /** What comes of a problem; the same problem always gives the same. */
    public Proposal solve(AllocationProblem problem) {
        return work(problem).proposal();
    }

    /** What comes of a problem, proven where that can be done. */
    public Worked work(AllocationProblem problem) {
        return recent.get(CanonicalJson.hash(problem), hash -> Worked.quickly(problem, hash)
                .proven(problem));
    }

    /** What was asked for of late, by its problem: nothing else can change it, so none is ever out of date. */
    private static <T> Cache<String, T> remember() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }
}
