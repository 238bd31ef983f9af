package no.alisplass.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.Placements;
import no.alisplass.chance.settings.HospitalChances;
import no.alisplass.chance.world.Guess;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Earlier;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;

/** What chances stand on: the round, the lists that are sent, and the guesses of the others. */
@ApplicationScoped
class ChanceSources {
    private final Rounds rounds;
    private final Waitlists waitlists;
    private final GuessedLists guessed;
    private final HospitalChances settings;
    private final FrozenRounds frozen;
    private final Snapshots snapshots;
    private final Placements placements;
    private final Policies policies;

    ChanceSources(
            Rounds rounds,
            Waitlists waitlists,
            GuessedLists guessed,
            HospitalChances settings,
            FrozenRounds frozen,
            Snapshots snapshots,
            Placements placements,
            Policies policies) {
        this.rounds = rounds;
        this.waitlists = waitlists;
        this.guessed = guessed;
        this.settings = settings;
        this.frozen = frozen;
        this.snapshots = snapshots;
        this.placements = placements;
        this.policies = policies;
    }

    /**
     * How things stand.
     *
     * @param own the list the area asked for has sent
     * @param areas how many the hospital serves in the round
     * @param missing those that have sent nothing
     */
    record Standing(
            Round round, Submission own, List<Submission> sent, int areas, List<AreaCode> missing, String stamp) {}

    /** Whether there is something to show an area at all; refused as {@link Chances#of} says, but for its own list. */
    @Transactional
    public Result<Round> open(RoundId id, LocalDate today) {
        return rounds.read(id).then(round -> {
            if (!settings.of(round.hospital()).value().shown()) {
                return Result.conflict(Finding.of("round", id, "chance.not-shown"));
            }
            if (round.state() != RoundState.OPEN) {
                return Result.conflict(Finding.of("round", id, "chance.round-not-open", round.title()));
            }
            return round.isOverdue(today)
                    ? Result.conflict(Finding.of("round", id, "chance.deadline-over", round.deadline()))
                    : Result.done(round);
        });
    }

    @Transactional
    public Result<Standing> standing(RoundId id, AreaCode area, LocalDate today) {
        return open(id, today).then(round -> waitlists.status(id).then(status -> {
            // Before the lists: what is sent between them and it makes another stamp, and is not taken for this one.
            String ofRound = frozen.stamp(id);
            List<Submission> sent = waitlists.submitted(id);
            Optional<Submission> own =
                    sent.stream().filter(list -> list.area().equals(area)).findFirst();
            List<AreaCode> missing = status.stream()
                    .filter(each -> !each.hasAnswered())
                    .map(AreaStatus::area)
                    .map(each -> each.code())
                    .sorted()
                    .toList();
            return own.map(list -> Result.done(
                            new Standing(round, list, sent, status.size(), missing, stamp(ofRound, round, missing))))
                    .orElseGet(() -> Result.conflict(Finding.of("area", area, "chance.list-not-sent")));
        }));
    }

    /** What all of it stands on, as it is now. */
    @Transactional
    public String stamp(Standing standing) {
        return stamp(frozen.stamp(standing.round().id()), standing.round(), standing.missing());
    }

    private String stamp(String ofRound, Round round, List<AreaCode> missing) {
        return ofRound + " " + guessed.stamp(round, missing);
    }

    /**
     * The round on each guess.
     *
     * @param cannot of each list that is sent, why who is on it cannot take part: a doctor may be on two, and each area has its own facts
     */
    record Frozen(
            Policy policy, Map<Guess, Snapshot> rounds, Map<AreaCode, Map<HprNumber, Telling.Hindrance>> cannot) {}

    @Transactional
    public Frozen freeze(Standing standing) {
        Round round = standing.round();
        Earlier earlier = placements.earlier(round.id());
        Map<Guess, Snapshot> on = new TreeMap<>();
        guessed.of(round, standing.sent(), standing.missing())
                .forEach((guess, lists) -> on.put(guess, snapshots.freezeAsIf(round, lists, earlier)));
        Map<AreaCode, Map<HprNumber, Telling.Hindrance>> cannot = new HashMap<>();
        on.get(Guess.NONE).roster().notEligible().forEach(one -> cannot.computeIfAbsent(
                        one.facts().area(), area -> new HashMap<>())
                .put(one.facts().hpr(), new Telling.Hindrance(one.reasons(), one.onSeveralLists())));
        Policy policy = policies.get(round.policyId(), round.policyVersion())
                .orElseThrow(
                        () -> new IllegalStateException("The policy of the round " + round.id() + " is not loaded"));
        return new Frozen(policy, on, cannot);
    }
}
