package no.alisplass.offer.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.correction.Correction;
import no.alisplass.correction.Corrections;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Recovering;
import no.alisplass.offer.Recovering.Stopped;
import no.alisplass.offer.Recovering.Unsettled;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.StopEvent;
import no.alisplass.offer.stop.StopStep;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Audit;
import no.alisplass.round.Round;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/**
 * From a stopped round to a corrected run that is carried out. For coordinators. Each is refused NOT_FOUND for an unknown round and CONFLICT for one that
 * is not stopped.
 */
@ApplicationScoped
public class Recoveries {
    private static final long SEED = 0;

    private final Recovering recovering;
    private final Corrections corrections;
    private final Runs runs;
    private final Approval approval;
    private final Refills refills;
    private final Stops stops;
    private final Audit audit;
    private final Clock clock;

    Recoveries(
            Recovering recovering,
            Corrections corrections,
            Runs runs,
            Approval approval,
            Refills refills,
            Stops stops,
            Audit audit,
            Clock clock) {
        this.recovering = recovering;
        this.corrections = corrections;
        this.runs = runs;
        this.approval = approval;
        this.refills = refills;
        this.stops = stops;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How far it has come.
     *
     * @param approved number of the approved run
     * @param corrections that stand
     * @param changes what is no longer as the approved run was frozen; what cannot be frozen is in it
     * @param corrected the newest run that corrects it, made under this stop; empty for none
     * @param outdated whether something has changed since that was made, so that it cannot be carried out
     */
    public record Recovery(
            Round round,
            RoundStop stop,
            int approved,
            List<Correction> corrections,
            List<Finding> changes,
            Optional<Run> corrected,
            boolean outdated) {
        public Recovery {
            corrections = List.copyOf(corrections);
            changes = List.copyOf(changes);
        }
    }

    @Transactional
    public Result<Recovery> read(RoundId id, Acting by) {
        return recovering.stopped(id, by).then(stopped -> {
            Optional<Run> corrected = corrected(stopped);
            int approved = approved(id);
            return runs.changesSince(id, approved)
                    .map(changes -> new Recovery(
                            stopped.round(),
                            stopped.stop(),
                            approved,
                            corrections.of(id).all(),
                            changes,
                            corrected,
                            corrected
                                    .filter(run -> run.state() == RunState.DONE)
                                    .map(run -> !isNow(id, run.number()))
                                    .orElse(false)));
        });
    }

    /** All stops of a round, also of those that are over; for whoever may know that there were any. */
    @Transactional
    public List<RoundStop> stops(RoundId id) {
        return stops.of(id);
    }

    private boolean isNow(RoundId id, int run) {
        return runs.changesSince(id, run) instanceof Result.Done<List<Finding>> done
                && done.value().isEmpty();
    }

    private int approved(RoundId id) {
        return runs.approved(id).number();
    }

    private Optional<Run> corrected(Stopped stopped) {
        return runs.of(stopped.round().id()).stream()
                .filter(run -> Integer.valueOf(stopped.stop().number()).equals(run.corrects()))
                .findFirst();
    }

    /** Of whom the register says something else now than the round was frozen from; what can be taken with {@link #correctFacts}. */
    @Transactional
    public Result<List<Corrections.Differing>> differing(RoundId id, Acting by) {
        return recovering.stopped(id, by).map(stopped -> corrections.differing(stopped.round()));
    }

    /**
     * What the register says of a doctor now is what the list should have said; wishes stay as they were sent.
     *
     * @param area whose list; null for whichever the doctor is on
     * @param note why, in writing
     */
    @Transactional
    public Result<Correction> correctFacts(RoundId id, AreaCode area, HprNumber hpr, String note, Acting by) {
        return correcting(id, by).then(stopped -> corrections.facts(stopped.round(), area, hpr, note, by.who()));
    }

    /** An area can spare so many at once. @param limit null for no limit */
    @Transactional
    public Result<Correction> correctLimit(RoundId id, AreaCode area, Integer limit, String note, Acting by) {
        return correcting(id, by).then(stopped -> corrections.limit(stopped.round(), area, limit, note, by.who()));
    }

    /** The round was to be ranked under another version of its policy. */
    @Transactional
    public Result<Correction> correctPolicy(RoundId id, int version, String note, Acting by) {
        return correcting(id, by).then(stopped -> corrections.policy(stopped.round(), version, note, by.who()));
    }

    /** A correction of this stop is taken back. */
    @Transactional
    public Result<Correction> uncorrect(RoundId id, int number, Acting by) {
        return correcting(id, by)
                .then(stopped -> corrections.of(id).all().stream()
                                .anyMatch(each -> each.number() == number
                                        && each.at().isBefore(stopped.stop().since()))
                        ? Result.conflict(Finding.of("number", number, "correction.carried-out", number))
                        : corrections.takeBack(stopped.round(), number, by.who()));
    }

    /** Not while it waits to be confirmed: who asked has seen what there was. */
    private Result<Stopped> correcting(RoundId id, Acting by) {
        return recovering.hold(id, by).then(Recoveries::unasked);
    }

    private static Result<Stopped> unasked(Stopped stopped) {
        return stopped.stop()
                .asked()
                .<Result<Stopped>>map(asked -> Result.conflict(
                        Finding.of("round", stopped.round().id(), "offer.recovery-asked-already", asked.who())))
                .orElseGet(() -> Result.done(stopped));
    }

    /**
     * Runs the round anew, as it should have been frozen. Also refused as {@link Runs#start}, and CONFLICT while one waits to be confirmed:
     * that is the newest.
     */
    public Result<Run> rerun(RoundId id, Acting by) {
        return recovering
                .stopped(id, by)
                .then(Recoveries::unasked)
                .then(stopped -> runs.correct(id, SEED, stopped.stop().number()));
    }

    /** What the newest corrected run is to everyone. Also refused CONFLICT while there is none with a proposal. Stores nothing. */
    @Transactional
    public Result<Comparison> compare(RoundId id, Acting by) {
        return recovering.stopped(id, by).then(stopped -> compared(stopped).map(Found::comparison));
    }

    /** As {@link #compare}, for who is told counts alone. */
    @Transactional
    public Result<Comparison> counted(RoundId id) {
        return recovering.stopped(id).then(this::compared).map(Found::comparison);
    }

    private record Found(Comparison comparison, Unsettled unsettled, String refill) {}

    private Result<Found> compared(Stopped stopped) {
        RoundId id = stopped.round().id();
        Optional<Run> corrected = corrected(stopped).filter(run -> run.state() == RunState.DONE);
        if (corrected.isEmpty()) {
            return Result.conflict(
                    Finding.of("run", null, "offer.not-rerun", stopped.round().title()));
        }
        return solved(id, approved(id))
                .then(before -> solved(id, corrected.get().number()).map(after -> {
                    Unsettled unsettled = recovering.unsettled(stopped);
                    Refills.Corrected refill = unsettled
                            .after()
                            .map(standing -> unsettled.inTheWay().isEmpty()
                                    ? refills.corrected(standing, after.snapshot())
                                    : refills.corrected(standing, after.snapshot())
                                            .givingNothing())
                            .orElse(null);
                    Comparison comparison =
                            Comparing.of(before, after, earlier(id), unsettled, refill, unsettled.inTheWay());
                    return new Found(comparison, unsettled, refill == null ? null : refill.hash());
                }));
    }

    private Result<Comparing.Run> solved(RoundId id, int number) {
        return runs.solved(id, number).map(Recoveries::side);
    }

    /** Of the runs that were approved before the one that is. */
    private List<Roster> earlier(RoundId id) {
        return runs.of(id).stream()
                .filter(run -> run.state() == RunState.SUPERSEDED)
                .flatMap(run -> runs.snapshot(id, run.number()) instanceof Result.Done<Snapshot> done
                        ? Stream.of(done.value().roster())
                        : Stream.empty())
                .toList();
    }

    private static Comparing.Run side(SolvedRun solved) {
        return new Comparing.Run(solved.run().number(), solved.snapshot(), solved.proposal());
    }

    /**
     * The first of two asks to carry the corrected run out.
     *
     * @param hash of what was shown
     * @param text why, in writing
     * @return also refused CONFLICT when something has changed since it was shown, or somebody has asked already
     */
    @Transactional
    public Result<RoundStop> ask(RoundId id, String hash, String text, Acting by) {
        List<Finding> unfit = Text.faults("text", text, Recovering.MAX_TEXT, "offer.text-missing");
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return correcting(id, by).then(stopped -> shown(stopped, hash).then(found -> {
            int run = found.comparison().corrected();
            if (!isNow(id, run)) {
                return Result.conflict(Finding.of("run", run, "allocation.run-outdated", Integer.toString(run)));
            }
            return Result.done(record(
                    stopped.stop(),
                    StopStep.ASKED,
                    by,
                    Text.lines(text),
                    run,
                    found.comparison().hash(),
                    null));
        }));
    }

    private Result<Found> shown(Stopped stopped, String hash) {
        return compared(stopped)
                .then(found -> found.comparison().hash().equals(hash)
                        ? Result.done(found)
                        : Result.conflict(Finding.of("hash", Text.shown(hash), "offer.comparison-changed")));
    }

    /** What was asked for is not wanted any more, whoever asked. Also refused CONFLICT where nobody did. */
    @Transactional
    public Result<RoundStop> takeBack(RoundId id, Acting by) {
        return recovering.hold(id, by).then(stopped -> asked(stopped)
                .map(asked -> record(stopped.stop(), StopStep.TAKEN_BACK, by, null, null, null, null)));
    }

    private static Result<StopEvent> asked(Stopped stopped) {
        return stopped.stop()
                .asked()
                .map(Result::done)
                .orElseGet(() ->
                        Result.conflict(Finding.of("round", stopped.round().id(), "offer.recovery-not-asked")));
    }

    /**
     * What was carried out.
     *
     * @param refill null where nobody got anything by one
     */
    public record Recovered(RoundStop stop, Comparison comparison, StoredRefill refill) {}

    /**
     * The second of two carries it out, all at once: what is not answered or sent ends, the corrected run is the round's approved one, who is next gets
     * an offer of the next offer round, and the round is stopped no more. What was accepted stands.
     *
     * @return also refused CONFLICT when nobody has asked, the same one did, or something has changed since it was asked for
     */
    @Transactional
    public Result<Recovered> confirm(RoundId id, Acting by) {
        return recovering.hold(id, by).then(stopped -> asked(stopped).then(asked -> {
            if (asked.who().equals(by.who())) {
                return Result.conflict(Finding.of("round", id, "offer.recovery-by-another"));
            }
            return shown(stopped, asked.hash()).then(found -> carryOut(stopped, asked, found, by));
        }));
    }

    private Result<Recovered> carryOut(Stopped stopped, StopEvent asked, Found found, Acting by) {
        RoundId id = stopped.round().id();
        Optional<Standing> after = found.unsettled().after();
        recovering.end(stopped, found.unsettled(), asked.who(), asked.note(), by);
        return approval.supersede(id, asked.run(), by.who(), after.isEmpty()).then(run -> {
            Result<Optional<StoredRefill>> refilled =
                    after.isPresent() && found.unsettled().inTheWay().isEmpty()
                            ? refills.recover(after.get(), found.refill(), by)
                            : Result.done(Optional.empty());
            return refilled.map(refill -> new Recovered(
                    record(
                            stopped.stop(),
                            StopStep.RECOVERED,
                            by,
                            null,
                            run.number(),
                            null,
                            refill.map(StoredRefill::offerRound).orElse(null)),
                    found.comparison(),
                    refill.orElse(null)));
        });
    }

    private RoundStop record(
            RoundStop stop, StopStep step, Acting by, String note, Integer run, String hash, Integer offerRound) {
        StopEvent event = new StopEvent(
                stop.number(),
                stop.events().size() + 1,
                step,
                by.who(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                note,
                run,
                hash,
                offerRound);
        stops.add(stop.round(), event);
        audit.recordOf(
                by.who(),
                "offer.recovery-" + Text.word(step),
                "round/" + stop.round() + "/stop/" + stop.number(),
                null,
                event);
        return stops.of(stop.round()).get(stop.number() - 1);
    }

    /** The offers go on, and no correction of this stop holds: it was no error. Refused as {@link Recovering#thaw}, and while it waits to be confirmed. */
    @Transactional
    public Result<Recovering.Later> thaw(RoundId id, String text, Acting by) {
        return correcting(id, by).then(stopped -> {
            corrections.takeBackSince(stopped.round(), stopped.stop().since(), by.who());
            return recovering.thaw(id, text, by);
        });
    }
}
