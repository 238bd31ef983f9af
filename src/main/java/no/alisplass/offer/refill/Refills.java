package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Sha256;
import no.alisplass.domain.text.Text;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferRound;
import no.alisplass.offer.Refilling;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.Releases;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.RefillStore.Papers;
import no.alisplass.offer.refill.RefillStore.Stored;
import no.alisplass.platform.Audit;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;
import no.alisplass.refill.told.RefillReasons;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** Gives seats that fell free to those who are next, between offer rounds. For coordinators. */
@ApplicationScoped
public class Refills {
    private final Rounds rounds;
    private final Refilling refilling;
    private final RefillSources sources;
    private final RefillStore store;
    private final Releases releases;
    private final Audit audit;
    private final Clock clock;

    Refills(
            Rounds rounds,
            Refilling refilling,
            RefillSources sources,
            RefillStore store,
            Releases releases,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.refilling = refilling;
        this.sources = sources;
        this.store = store;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What would go out now, and why; stores nothing. Also told when it cannot be done yet, with what is in the way.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when the round is not approved or nothing of it was ever offered
     */
    @Transactional
    public Result<RefillPreview> preview(RoundId round, Acting by) {
        return refilling.read(round, by).then(standing -> sources.of(standing)
                .map(facts -> Computed.of(standing, facts))
                .map(Computed::preview));
    }

    /**
     * Does what {@link #preview} has shown, all at once: stores the refill with its checked certificate, moves who gets something
     * better, and makes the next offer round for who gets something new, which {@code Releases} sends as any other.
     *
     * @param hash of what was shown
     * @return also refused CONFLICT when an offer round waits to be sent or is not marked, the late stop has passed, something has
     *     changed since it was shown, or nobody would get anything
     */
    @Transactional
    public Result<StoredRefill> refill(RoundId round, String hash, Acting by) {
        return refilling.hold(round, by).then(standing -> sources.of(standing)
                .map(facts -> Computed.of(standing, facts))
                .then(computed -> refill(standing, computed, hash, by)));
    }

    /**
     * What a corrected run would give, of what would stand with its carrying out.
     *
     * @param hash of the problem
     * @param kinds how each doctor of the run would come out
     * @param gets what would be given: an offer to who holds nothing, something better to who has asked for it
     */
    public record Corrected(String hash, Map<HprNumber, RefillResult.Kind> kinds, Map<HprNumber, List<Stay>> gets) {
        public Corrected {
            kinds = Map.copyOf(kinds);
            gets = Map.copyOf(gets);
        }

        /** As it is where the late stop has passed: who would get something waits. */
        public Corrected givingNothing() {
            Map<HprNumber, RefillResult.Kind> waits = new HashMap<>(kinds);
            waits.replaceAll((hpr, kind) -> switch (kind) {
                case PLACED -> RefillResult.Kind.WAITS;
                case UPGRADED -> RefillResult.Kind.KEPT;
                default -> kind;
            });
            return new Corrected(hash, waits, Map.of());
        }
    }

    /** Stores nothing. @param snapshot as the corrected run was frozen */
    public Corrected corrected(Standing standing, Snapshot snapshot) {
        return Computed.of(standing, sources.of(standing, snapshot)).corrected();
    }

    /**
     * Gives by the corrected run, in the transaction that carries it out: it is the round's approved one by now.
     *
     * @param hash of what was shown
     * @return empty where nobody gets anything
     */
    @Transactional
    public Result<Optional<StoredRefill>> recover(Standing standing, String hash, Acting by) {
        return sources.of(standing).map(facts -> Computed.of(standing, facts)).then(computed -> {
            boolean nothing =
                    computed.count(RefillResult.Kind.PLACED) + computed.count(RefillResult.Kind.UPGRADED) == 0;
            return nothing && computed.hash().equals(hash)
                    ? Result.done(Optional.empty())
                    : refill(standing, computed, hash, by).map(Optional::of);
        });
    }

    private Result<StoredRefill> refill(Standing standing, Computed computed, String shown, Acting by) {
        RoundId round = standing.round().id();
        if (!computed.hash().equals(shown)) {
            return Result.conflict(Finding.of("hash", Text.shown(shown), "offer.refill-changed"));
        }
        int placed = computed.count(RefillResult.Kind.PLACED);
        int upgraded = computed.count(RefillResult.Kind.UPGRADED);
        if (placed + upgraded == 0) {
            return Result.conflict(Finding.of(
                    "round", round, "offer.nothing-to-refill", standing.round().title()));
        }
        OptionalInt made = refilling.give(standing, computed.given(), by);
        String outcome = CanonicalJson.write(computed.refilled.outcome());
        String certificate = CanonicalJson.write(computed.refilled.certificate());
        StoredRefill refill = new StoredRefill(
                round,
                store.of(round).size() + 1,
                made.isPresent() ? Integer.valueOf(made.getAsInt()) : null,
                computed.problem.mode(),
                placed,
                upgraded,
                computed.hash(),
                Sha256.hex(outcome),
                Sha256.hex(certificate),
                by.who(),
                clock.instant());
        store.add(refill, new Papers(computed.text, outcome, certificate));
        audit.recordOf(by.who(), "offer.refilled", "round/" + round + "/refill/" + refill.number(), null, refill);
        return Result.done(refill);
    }

    /** The refills of a round, in their order. */
    @Transactional
    public Result<List<StoredRefill>> of(RoundId round, Acting by) {
        return refilling.asCoordinator(round, by).map(found -> store.of(round));
    }

    /**
     * A refill as files that stand alone, for {@code ./alis verify}; of the texts as they are stored.
     *
     * @return refused NOT_FOUND for an unknown round or refill
     */
    @Transactional
    public Result<RefillFolder> folder(RoundId round, int number, Acting by) {
        return refilling.asCoordinator(round, by).then(found -> stored(found, number)
                .map(stored -> new RefillFolder(
                        found.title(),
                        number,
                        stored.papers(),
                        sources.snapshot(stored).problem())));
    }

    /** Those of which this one may hear, the latest first: doctors and areas when what they gave is sent. */
    @Transactional
    public List<StoredRefill> heard(RoundId round, Acting by) {
        Set<Integer> sent = releases.of(round).stream()
                .filter(OfferRound::isReleased)
                .map(OfferRound::number)
                .collect(Collectors.toSet());
        List<StoredRefill> heard = new ArrayList<>(store.of(round));
        heard.removeIf(refill ->
                by.actor() != Actor.COORDINATOR && refill.offerRound() != null && !sent.contains(refill.offerRound()));
        Collections.reverse(heard);
        return heard;
    }

    private Result<Stored> heard(Round round, int number, Acting by) {
        return stored(round, number)
                .then(stored -> heard(round.id(), by).stream().anyMatch(each -> each.number() == number)
                        ? Result.done(stored)
                        : Result.conflict(Finding.of("number", number, "offer.refill-not-sent", number)));
    }

    /**
     * What a refill came to for each doctor, in sentences that name no other: for a doctor the own ones, for an area those of its
     * doctors, for a coordinator all.
     *
     * @return by rank; refused NOT_FOUND for an unknown round or refill, CONFLICT for whom is none of these, and for doctors and areas
     *     before what it gave is sent
     */
    @Transactional
    public Result<List<Told>> told(RoundId id, int number, Acting by) {
        return rounds.read(id).then(round -> heard(round, number, by).then(stored -> {
            Snapshot snapshot = sources.snapshot(stored);
            return sources.seeing(by, round, snapshot).map(seeing -> told(stored.papers(), snapshot, seeing));
        }));
    }

    /** What a refill came to for one doctor. @param doctor as the round calls the doctor */
    public record Told(HprNumber hpr, DoctorId doctor, String name, AreaCode area, List<Message> reasons) {
        public Told {
            reasons = List.copyOf(reasons);
        }
    }

    private static List<Told> told(Papers papers, Snapshot snapshot, Predicate<RosterEntry> seeing) {
        RefillReasons reasons = new RefillReasons(
                CanonicalJson.read(papers.problem(), RefillProblem.class),
                CanonicalJson.read(papers.outcome(), RefillOutcome.class));
        return snapshot.roster().entries().stream()
                .filter(seeing)
                .map(entry -> new Told(
                        entry.facts().hpr(),
                        entry.doctor(),
                        entry.name(),
                        entry.facts().area(),
                        reasons.of(entry.doctor())))
                .toList();
    }

    private Result<Stored> stored(Round round, int number) {
        return store.stored(round.id(), number)
                .map(Result::done)
                .orElseGet(() ->
                        Result.notFound(Finding.of("number", number, "offer.refill-unknown", round.title(), number)));
    }
}
