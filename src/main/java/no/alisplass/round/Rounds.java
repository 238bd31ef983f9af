package no.alisplass.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;

/**
 * The life of rounds: planned, opened for lists, closed, perhaps opened again, approved. A change names the version it
 * edits; a step may. What is told but not refused comes back as warnings.
 */
@ApplicationScoped
public class Rounds {
    private static final String ROOM = "round";
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("round.version-missing", "round.changed-meanwhile");

    private final RoundStore rounds;
    private final Capacity capacity;
    private final Policies policies;
    private final LotterySeeds seeds;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Rounds(RoundStore rounds, Capacity capacity, Policies policies, LotterySeeds seeds, Audit audit, Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.policies = policies;
        this.seeds = seeds;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Optional<Round> round(RoundId id) {
        return rounds.find(id);
    }

    @Transactional
    public Result<Round> read(RoundId id) {
        return rounds.find(id).map(Result::done).orElseGet(() -> unknown(id));
    }

    /**
     * Rounds in any of the states, of one hospital or of all when it is null; the latest half-year first.
     *
     * @param page from 0
     */
    @Transactional
    public RoundPage page(HospitalId hospital, Collection<RoundState> states, int page, int size) {
        return rounds.page(hospital, states, page, size);
    }

    /** What the coordinator should know about a round as it stands, although nothing would be refused. */
    @Transactional
    public List<Finding> warnings(Round round) {
        return warned(round).warnings();
    }

    /** Plans a round: a draft that only its makers see. */
    @Transactional
    public Result<RoundChange> create(RoundPlan plan) {
        rounds.lockNames();
        if (plan.id() != null && rounds.find(plan.id()).isPresent()) {
            return Result.conflict(
                    Finding.of("id", plan.id(), "round.round-taken", plan.id().value()));
        }
        List<Finding> findings = new ArrayList<>(RoundRules.check(plan.title(), plan.halfYears(), plan.deadline()));
        RoundRules.typed(plan.lotterySeed()).ifPresent(findings::add);
        if (capacity.hospital(plan.hospital()).isEmpty()) {
            findings.add(Finding.of("hospital", plan.hospital(), "round.hospital-unknown", plan.hospital()));
        }
        if (plan.id() != null && VacancyIds.of(plan.id()).isPresent()) {
            findings.add(Finding.of("id", plan.id(), "round.round-reserved", plan.id()));
        }
        Optional<Policy> policy = policy(plan.policyId(), plan.policyVersion());
        if (policy.isEmpty()) {
            findings.add(policyUnknown(plan.policyId(), plan.policyVersion()));
        }
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        Round round = rounds.write(new Round(
                plan.id() == null
                        ? rounds.free(plan.hospital(), plan.halfYears().get(0))
                        : plan.id(),
                plan.hospital(),
                plan.title(),
                plan.halfYears(),
                plan.policyId(),
                policy.get().version(),
                or(plan.objective(), policy.get().objective()),
                null,
                plan.deadline(),
                RoundState.DRAFT,
                0));
        audit.record("round.planned", subject(round), null, round);
        return Result.done(warned(round));
    }

    /** Changes a draft, or title and deadline of an open round. Another policy brings its own objective and version. */
    @Transactional
    public Result<RoundChange> change(RoundId id, RoundPlan.Change change, Long expectedVersion) {
        Optional<Round> locked = rounds.lock(id);
        if (locked.isEmpty()) {
            return unknown(id);
        }
        Round before = locked.get();
        Optional<Finding> stale = VERSIONS.conflictWith(before.version(), expectedVersion, id.value());
        if (stale.isPresent()) {
            return Result.conflict(stale.get());
        }
        String policyId = or(change.policyId(), before.policyId());
        boolean samePolicy = policyId.equals(before.policyId());
        Integer version = or(change.policyVersion(), samePolicy ? before.policyVersion() : null);
        Optional<Policy> policy = policy(policyId, version);
        Round after = new Round(
                id,
                before.hospital(),
                or(change.title(), before.title()),
                or(change.halfYears(), before.halfYears()),
                policyId,
                policy.map(Policy::version).orElse(before.policyVersion()),
                or(
                        change.objective(),
                        samePolicy
                                ? before.objective()
                                : policy.map(Policy::objective).orElse(before.objective())),
                before.lotterySeed(),
                or(change.deadline(), before.deadline()),
                before.state(),
                before.version());
        List<Finding> fixed = RoundRules.checkChange(before, after);
        if (!fixed.isEmpty()) {
            RoundRules.typed(change.lotterySeed()).ifPresent(fixed::add);
            return new Result.Refused<>(Result.Kind.CONFLICT, fixed);
        }
        List<Finding> findings = new ArrayList<>(RoundRules.check(after.title(), after.halfYears(), after.deadline()));
        RoundRules.typed(change.lotterySeed()).ifPresent(findings::add);
        if (policy.isEmpty()) {
            findings.add(policyUnknown(policyId, version));
        }
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        return Result.done(warned(record("round.changed", before, after, null)));
    }

    /** What was done to a round, the latest first. */
    @Transactional
    public List<Audit.Act> history(Round round) {
        return audit.of(ROOM, subject(round));
    }

    /** What is wrong with a deadline that a person sets today: one that is over already can only be a slip. */
    public List<Finding> deadline(LocalDate deadline) {
        LocalDate today = LocalDate.now(clock);
        return deadline.isBefore(today)
                ? List.of(Finding.of("deadline", deadline, "round.deadline-in-the-past", deadline, today))
                : List.of();
    }

    /** Takes away a draft, which nobody but its makers has seen; the audit keeps what it was. */
    @Transactional
    public Result<Round> delete(RoundId id, Long expectedVersion) {
        return step(id, RoundStep.DELETE, expectedVersion).map(before -> {
            rounds.delete(id);
            audit.record("round.deleted", subject(before), before, null);
            return before;
        });
    }

    /** Opens a draft for lists. The seed is drawn; it and the criteria stand from now on. */
    @Transactional
    public Result<RoundChange> open(RoundId id, Long expectedVersion) {
        return step(id, RoundStep.OPEN, expectedVersion).then(before -> {
            Optional<Finding> other = overlapping(before);
            if (other.isPresent()) {
                return Result.conflict(other.get());
            }
            String seed = seeds.draw(before.id());
            return Result.done(warned(record("round.opened", before, before.in(RoundStep.OPEN.to(), seed), null)));
        });
    }

    /** Closes an open round for lists; before the deadline is out only with a reason (null or blank for none). */
    @Transactional
    public Result<RoundChange> close(RoundId id, String reason, Long expectedVersion) {
        List<Finding> unfit = Text.faults("reason", reason, RoundRules.REASON_LENGTH, null);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return step(id, RoundStep.CLOSE, expectedVersion).then(before -> {
            if (!before.isOverdue(LocalDate.now(clock)) && blank(reason)) {
                return Result.conflict(Finding.of("reason", null, "round.closes-early", before.deadline()));
            }
            return take("round.closed", RoundStep.CLOSE, before, reason);
        });
    }

    /** Opens a closed round again, with a reason that is kept. */
    @Transactional
    public Result<RoundChange> reopen(RoundId id, String reason, Long expectedVersion) {
        List<Finding> unfit = Text.faults("reason", reason, RoundRules.REASON_LENGTH, "round.reason-missing");
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return step(id, RoundStep.REOPEN, expectedVersion).then(before -> {
            Optional<Finding> other = overlapping(before);
            return other.isPresent()
                    ? Result.conflict(other.get())
                    : take("round.reopened", RoundStep.REOPEN, before, reason);
        });
    }

    /** Marks a closed round approved, in the transaction that approves its allocation. */
    @Transactional
    public Result<RoundChange> markApproved(RoundId id) {
        return step(id, RoundStep.APPROVE, null)
                .then(before -> take("round.approved", RoundStep.APPROVE, before, null));
    }

    /** A round under another version of its policy; refused INVALID for one that there is not. Stores nothing. */
    public Result<Round> policyOf(Round round, int version) {
        return policies.get(round.policyId(), version).isPresent()
                ? Result.done(round.under(version))
                : Result.invalid(policyUnknown(round.policyId(), version).at(Place.of("policyVersion")));
    }

    private Result<Round> step(RoundId id, RoundStep step, Long expectedVersion) {
        Optional<HospitalId> hospital = rounds.hospitalOf(id);
        if (hospital.isEmpty()) {
            return unknown(id);
        }
        if (step.to() == RoundState.OPEN) {
            rounds.lockAll(hospital.get());
        }
        Round round = rounds.lock(id).orElseThrow();
        Optional<Finding> refusal = step.refuses(round);
        if (refusal.isEmpty() && expectedVersion != null) {
            refusal = VERSIONS.conflictWith(round.version(), expectedVersion, id.value());
        }
        return refusal.isPresent() ? Result.conflict(refusal.get()) : Result.done(round);
    }

    private Result<RoundChange> take(String what, RoundStep step, Round before, String reason) {
        Round after = record(what, before, before.in(step.to(), before.lotterySeed()), reason);
        return Result.done(new RoundChange(after, List.of()));
    }

    /** What the audit keeps of a step taken with a reason. */
    record Reasoned(Round round, String reason) {}

    private Round record(String what, Round before, Round after, String reason) {
        Round written = rounds.write(after);
        audit.record(what, subject(before), before, blank(reason) ? written : new Reasoned(written, reason));
        return written;
    }

    private Optional<Finding> overlapping(Round round) {
        return rounds.lockAll(round.hospital()).stream()
                .filter(other -> other.state() == RoundState.OPEN)
                .filter(other -> !other.id().equals(round.id()) && other.overlaps(round))
                .findFirst()
                .map(other -> Finding.of("halfYears", round.first(), "round.overlaps-open", other.title()));
    }

    private RoundChange warned(Round round) {
        int seats = capacity.seats(round.hospital(), round.halfYears()).stream()
                .mapToInt(Seats::count)
                .sum();
        List<Finding> warnings = new ArrayList<>(RoundRules.warnings(
                round, LocalDate.now(clock), seats, kept(round).lead()));
        if (round.state() == RoundState.DRAFT) {
            policies.replacing(round.policyId())
                    .ifPresent(newer -> warnings.add(Finding.of(
                            "policyId",
                            round.policyId(),
                            "round.policy-replaced",
                            Messages.ofPolicy(kept(round).title()),
                            Messages.ofPolicy(newer.title()))));
        }
        return new RoundChange(round, warnings);
    }

    /** How the round counts service, under the policy it keeps. */
    public Counting counting(Round round) {
        return kept(round).counting().of(round.first().start(), round.deadline());
    }

    /** Whether taking a yes back late counts in the next round, under the policy of a run. */
    public boolean asksLateWithdrawal(String policy, int version) {
        return policies.get(policy, version).orElseThrow().asksLateWithdrawal();
    }

    /** The fewest months that count in one department, under a policy that is kept, or of a run. */
    public int leastMonths(String policy, int version) {
        return policies.get(policy, version).orElseThrow().placement().minimumMonthsPerDepartment();
    }

    /** The policy a hospital ranks by outside of rounds: that of its latest round that was opened; where there is none, the first that is offered. */
    @Transactional
    public Policy policy(HospitalId hospital) {
        return page(hospital, RoundState.TOLD, 0, 1).rounds().stream()
                .findFirst()
                .map(this::kept)
                .orElseGet(() -> policies.offered().get(0));
    }

    /** What an area misses, on a day a service of the round starts, of the agreement and registration its policy asks for. */
    public List<Finding> missing(Round round, AreaCode area, Agreed agreed) {
        return kept(round)
                .eligibility()
                .missing(
                        area,
                        agreed,
                        round.halfYears().stream().map(HalfYear::start).toList());
    }

    /** Why nobody with so much service left could take part under the scheme. @param start the first day a service could start */
    public Optional<Finding> schemeEnds(Round round, Scheme scheme, Months left, LocalDate start) {
        return kept(round).schemeEnds(scheme, left, round.first().start(), start);
    }

    private Policy kept(Round round) {
        return policies.get(round.policyId(), round.policyVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "The policy " + round.policyId() + " version " + round.policyVersion() + " is not loaded"));
    }

    private Optional<Policy> policy(String id, Integer version) {
        return version == null ? policies.latest(id) : policies.get(id, version);
    }

    private Finding policyUnknown(String id, Integer version) {
        String known = policies.all().stream()
                .map(policy -> policy.id() + "/" + policy.version())
                .collect(Collectors.joining(", "));
        return Finding.of("policyId", id, "round.policy-unknown", id, version == null ? "–" : version, known);
    }

    private static String subject(Round round) {
        return "round/" + round.id();
    }

    private static boolean blank(String text) {
        return Text.blank(text);
    }

    private static <T> T or(T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }

    private static <T> Result<T> unknown(RoundId id) {
        return Result.notFound(Finding.of("id", id, "round.round-unknown"));
    }
}
