package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Refilling;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Audit;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillPart;
import no.alisplass.snapshot.RosterEntry;

/**
 * Wishes between refills: who holds a seat and asks for better takes back of what is better or puts it in another order, who waits takes
 * back. Nothing comes new. The frozen round stays as it is; the next refill goes by what was saved last.
 */
@ApplicationScoped
public class WishChanges {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("offer.wishes-version-missing", "offer.wishes-changed-meanwhile");

    private static final String STOPPED = "offer.round-frozen";

    private final Refilling refilling;
    private final RefillSources sources;
    private final WishStore store;
    private final Audit audit;
    private final Clock clock;

    WishChanges(Refilling refilling, RefillSources sources, WishStore store, Audit audit, Clock clock) {
        this.refilling = refilling;
        this.sources = sources;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    private record Found(
            Standing standing, RosterEntry entry, SavedWishes saved, WishesOfDoctor wishes, RoundWishes told) {}

    /**
     * Of one doctor: the own for a doctor, of its doctors for an area, of all for a coordinator.
     *
     * @return refused NOT_FOUND for an unknown round and for a doctor of whom this one may not hear, CONFLICT when the round is not
     *     approved or nothing of it was ever offered, and for whom is none of these
     */
    @Transactional
    public Result<RoundWishes> of(RoundId round, HprNumber doctor, Acting by) {
        return refilling
                .read(round)
                .then(standing -> found(standing, is(doctor), by))
                .map(Found::told);
    }

    /** As {@link #of(RoundId, HprNumber, Acting)}, of the doctor whom the round calls so. */
    @Transactional
    public Result<RoundWishes> of(RoundId round, DoctorId doctor, Acting by) {
        return refilling
                .read(round)
                .then(standing -> found(standing, entry -> entry.doctor().equals(doctor), by))
                .map(Found::told);
    }

    private static Predicate<RosterEntry> is(HprNumber doctor) {
        return entry -> entry.facts().hpr().equals(doctor);
    }

    /**
     * Saves the wishes of a doctor whole, and tells the hospital, the area and the doctor. What is as it was changes nothing.
     *
     * @param removed keys of all that is taken back, also of what was before: it stays so for this round
     * @param order of who holds a seat, the keys of all that is better and is not taken back, best first, those of one list alike; null
     *     for as it is
     * @return refused as {@link #of}; INVALID for what is none of the doctor's wishes, would come back, is not above what is held or is put in order
     *     by who waits; CONFLICT when this one does not answer for the doctor, nothing can be changed now, or another version stands
     */
    @Transactional
    public Result<RoundWishes> save(
            RoundId round,
            HprNumber doctor,
            Set<String> removed,
            List<List<String>> order,
            Acting by,
            Long expectedVersion) {
        return refilling
                .keep(round)
                .then(standing -> found(standing, is(doctor), by))
                .then(found -> {
                    Optional<Finding> stale = VERSIONS.conflictWith(
                            found.told().version(),
                            expectedVersion,
                            found.told().name());
                    if (stale.isPresent()) {
                        return Result.conflict(stale.get());
                    }
                    return found.told().inTheWay().isEmpty()
                            ? found.wishes().change(removed, order).then(wanted -> save(found, wanted, by))
                            : Result.conflict(found.told().inTheWay());
                });
    }

    private Result<RoundWishes> save(Found found, WishesOfDoctor.Wanted wanted, Acting by) {
        SavedWishes before = found.saved();
        List<List<String>> order = before == null ? null : before.order();
        Set<String> removed = before == null ? Set.of() : before.removed();
        boolean same = removed.equals(wanted.removed())
                && (order == null ? wanted.order() == null : order.equals(wanted.order()));
        if (same) {
            return Result.done(found.told());
        }
        HprNumber doctor = found.entry().facts().hpr();
        SavedWishes after = new SavedWishes(
                doctor,
                found.told().version() + 1,
                wanted.removed(),
                wanted.order(),
                by.actor(),
                by.who(),
                clock.instant());
        AreaCode area = Seeing.holder(found.entry(), store.holders(List.of(found.entry())));
        store.add(found.standing().round(), after, area);
        // Who the doctor is, the change knows.
        audit.recordOf(
                by.who(),
                "offer.wishes-changed",
                "round/" + found.standing().round().id() + "/wishes",
                null,
                Counts.of(after));
        return found(found.standing(), is(doctor), by).map(Found::told);
    }

    /** What the record says of a change: how much, and not whose. */
    record Counts(int removed, boolean ordered) {
        static Counts of(SavedWishes saved) {
            return new Counts(saved.removed().size(), saved.order() != null);
        }
    }

    private Result<Found> found(Standing standing, Predicate<RosterEntry> which, Acting by) {
        return sources.of(standing).then(facts -> sources.seeing(by, standing.round(), facts.snapshot())
                .then(seeing -> found(standing, facts, which.and(seeing), by)));
    }

    private Result<Found> found(Standing standing, RefillFacts facts, Predicate<RosterEntry> which, Acting by) {
        List<RosterEntry> entries = facts.snapshot().roster().entries();
        for (int d = 0; d < entries.size(); d++) {
            if (which.test(entries.get(d))) {
                RefillDoctor now = ProblemOfOffers.of(facts).doctors().get(d);
                SavedWishes saved = facts.wishes().get(entries.get(d).facts().hpr());
                WishesOfDoctor wishes = new WishesOfDoctor(
                        facts.snapshot().problem().doctors().get(d).options(), now, saved);
                return Result.done(new Found(
                        standing,
                        entries.get(d),
                        saved,
                        wishes,
                        told(standing, entries.get(d), now, saved, wishes, by)));
            }
        }
        return Result.notFound(Finding.of("doctor", null, "offer.wishes-no-doctor"));
    }

    private RoundWishes told(
            Standing standing,
            RosterEntry entry,
            RefillDoctor now,
            SavedWishes saved,
            WishesOfDoctor wishes,
            Acting by) {
        // As long as somebody holds what is not sent, who holds it looks from outside as who waits.
        boolean hidden = by.actor() != Actor.COORDINATOR
                && now.part() != RefillPart.OUT
                && standing.preparing()
                && toldOffer(standing, entry) == null;
        RoundWishes.Part part = hidden ? RoundWishes.Part.FIXED : wishes.part();
        return new RoundWishes(
                entry.facts().hpr(),
                entry.doctor(),
                entry.name(),
                part,
                saved == null ? 0 : saved.version(),
                hidden ? null : wishes.held(),
                hidden ? List.of() : wishes.lines(),
                wishes.removed(),
                switch (part) {
                    case WAITS -> standing.course().lateStop();
                    case MOVES -> standing.course().upgradeStop();
                    case FIXED -> null;
                },
                inTheWay(standing, entry, now, wishes, by));
    }

    private static Offer toldOffer(Standing standing, RosterEntry entry) {
        return standing.offers().stream()
                .filter(offer -> offer.hpr().equals(entry.facts().hpr())
                        && offer.state().isLive()
                        && offer.state().isTold())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private List<Finding> inTheWay(
            Standing standing, RosterEntry entry, RefillDoctor now, WishesOfDoctor wishes, Acting by) {
        List<Finding> inTheWay = new ArrayList<>();
        why(standing, entry, now, wishes).ifPresent(inTheWay::add);
        if (by.actor() != Actor.AREA && by.actor() != Actor.DOCTOR) {
            inTheWay.add(Finding.of("actor", by.actor(), "offer.wishes-not-by"));
        }
        if (by.onlyLooks()) {
            inTheWay.add(Finding.of("actor", by.actor(), "offer.wishes-link-only-looks"));
        } else {
            refilling.whoAnswers(standing.round(), by).ifPresent(inTheWay::add);
        }
        return inTheWay;
    }

    /** That somebody holds what is not sent is told to nobody outside: then nobody who seems to wait can change anything. */
    private static Optional<Finding> why(
            Standing standing, RosterEntry entry, RefillDoctor now, WishesOfDoctor wishes) {
        // A round whose offers are stopped is worked out anew with the wishes there were when they were.
        Optional<Finding> stopped = standing.inTheWay().stream()
                .filter(each -> each.code().equals(STOPPED))
                .findFirst();
        if (stopped.isPresent()) {
            return stopped;
        }
        if (standing.over()) {
            return said(
                    "lateStop",
                    "offer.late-stop-passed",
                    WorkingDays.day(standing.course().lateStop()));
        }
        if (now.part() == RefillPart.OUT) {
            return said("doctor", "offer.wishes-out");
        }
        Offer offer = toldOffer(standing, entry);
        if (offer == null && standing.preparing()) {
            return said("round", "offer.wishes-preparing");
        }
        if (now.part() == RefillPart.BY_HAND) {
            return said("doctor", "offer.wishes-by-hand");
        }
        if (offer != null && offer.state() == OfferState.SENT) {
            return said("offer", "offer.wishes-unanswered");
        }
        if (offer != null && offer.facts().withdrawalAsked() != null) {
            return said("offer", "offer.wishes-withdrawal-asked");
        }
        if (offer != null && offer.state() == OfferState.ACCEPTED_UPGRADABLE && !standing.upgrades()) {
            return said(
                    "upgradeStop",
                    "offer.wishes-upgrade-stop",
                    WorkingDays.day(standing.course().upgradeStop()));
        }
        if (now.part() == RefillPart.FIRM) {
            return said("offer", "offer.wishes-firm");
        }
        return wishes.holdsWhole() ? said("offer", "offer.wishes-whole") : Optional.empty();
    }

    private static Optional<Finding> said(String field, String code, Object... arguments) {
        return Optional.of(Finding.of(field, null, code, arguments));
    }
}
