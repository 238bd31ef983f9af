package no.alisplass.offer.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Recovering.Unsettled;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.refill.Refills.Corrected;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillResult;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** Puts the approved and the corrected run side by side. Pure: no store, no clock. */
final class Comparing {
    private final Run before;
    private final Run after;

    /** Rosters of the runs that the approved one took the place of, the newest first: an offer of theirs may still stand. */
    private final List<Roster> earlier;

    private final Unsettled unsettled;

    /** What the corrected run would give by a refill; null where nothing was ever offered, and it gives all that it proposes. */
    private final Corrected refill;

    private final Map<HprNumber, Offer> latest = new HashMap<>();
    private final Set<HprNumber> dropped;

    /** A run and what it proposes. */
    record Run(int number, Snapshot snapshot, Proposal proposal) {
        /** What it gives each of its doctors, in its order. */
        Map<HprNumber, List<Stay>> given() {
            Map<HprNumber, List<Stay>> given = new LinkedHashMap<>();
            for (int d = 0; d < proposal.placements().size(); d++) {
                Placement placement = proposal.placements().get(d);
                given.put(
                        snapshot.roster().entries().get(d).facts().hpr(),
                        placement.option() == null
                                ? List.of()
                                : snapshot.problem()
                                        .doctors()
                                        .get(d)
                                        .options()
                                        .get(placement.option())
                                        .stays());
            }
            return given;
        }
    }

    private Comparing(Run before, Run after, List<Roster> earlier, Unsettled unsettled, Corrected refill) {
        this.before = before;
        this.after = after;
        this.earlier = earlier;
        this.unsettled = unsettled;
        this.refill = refill;
        unsettled.offers().stream()
                .sorted(Comparator.comparing((Offer offer) -> offer.state().isLive())
                        .thenComparing(Offer::id))
                .forEach(offer -> latest.put(offer.hpr(), offer));
        dropped = unsettled.unoffered().stream().map(held -> held.hpr()).collect(Collectors.toSet());
    }

    /** What the hash is taken of: whatever would be done, and to whom. */
    private record Shown(int approved, int corrected, String refill, List<Compared> doctors) {}

    /**
     * @param earlier rosters of the runs before the approved one, the newest first
     * @param refill null where nothing was ever offered
     */
    static Comparison of(
            Run before,
            Run after,
            List<Roster> earlier,
            Unsettled unsettled,
            Corrected refill,
            List<Finding> inTheWay) {
        List<Compared> doctors = new Comparing(before, after, earlier, unsettled, refill).doctors();
        String hash = CanonicalJson.hash(
                new Shown(before.number(), after.number(), refill == null ? "" : refill.hash(), doctors));
        return new Comparison(before.number(), after.number(), hash, doctors, inTheWay);
    }

    private List<Compared> doctors() {
        Map<HprNumber, List<Stay>> gave = before.given();
        Map<HprNumber, List<Stay>> gives = after.given();
        List<Compared> all = new ArrayList<>();
        after.snapshot().roster().entries().forEach(entry -> all.add(compared(entry, gave, gives)));
        before.snapshot().roster().entries().stream()
                .filter(entry -> !gives.containsKey(entry.facts().hpr()))
                .forEach(entry -> all.add(compared(entry, gave, gives)));
        Set<HprNumber> known = all.stream().map(Compared::hpr).collect(Collectors.toSet());
        earlier.stream()
                .flatMap(roster -> roster.entries().stream())
                .filter(entry -> latest.containsKey(entry.facts().hpr())
                        && latest.get(entry.facts().hpr()).state().isLive()
                        && known.add(entry.facts().hpr()))
                .forEach(entry -> all.add(compared(entry, gave, gives)));
        return all;
    }

    private Compared compared(RosterEntry entry, Map<HprNumber, List<Stay>> gave, Map<HprNumber, List<Stay>> gives) {
        HprNumber hpr = entry.facts().hpr();
        List<Stay> was = gave.getOrDefault(hpr, List.of());
        List<Stay> is = gives.getOrDefault(hpr, List.of());
        Then then = then(hpr, gives);
        return new Compared(
                hpr,
                entry.name(),
                entry.facts().area(),
                was,
                is,
                latest.containsKey(hpr) ? latest.get(hpr).state() : null,
                Verdict.of(entry.wishes(), first(), was, is),
                ends(hpr),
                then,
                gets(hpr, then, is));
    }

    private HalfYear first() {
        return after.snapshot().roster().offering().first();
    }

    private Ends ends(HprNumber hpr) {
        Offer offer = latest.get(hpr);
        if (offer != null && unsettled.ending().contains(offer.id())) {
            return offer.state() == OfferState.SENT ? Ends.RECALLED : Ends.DROPPED;
        }
        return dropped.contains(hpr) ? Ends.DROPPED : Ends.NOTHING;
    }

    private Then then(HprNumber hpr, Map<HprNumber, List<Stay>> gives) {
        Offer offer = latest.get(hpr);
        boolean stands =
                offer != null && offer.state().isLive() && !unsettled.ending().contains(offer.id());
        RefillResult.Kind kind = refill == null ? null : refill.kinds().get(hpr);
        if (kind == RefillResult.Kind.UPGRADED) {
            return Then.MOVES_UP;
        }
        if (stands) {
            return Then.KEEPS;
        }
        if (!gives.containsKey(hpr)) {
            return Then.NOT_ELIGIBLE;
        }
        if (refill == null) {
            return gives.get(hpr).isEmpty() ? Then.WAITS : Then.NEW_OFFER;
        }
        return switch (Objects.requireNonNull(kind)) {
            case PLACED -> Then.NEW_OFFER;
            case OUT -> Then.OUT;
            case WAITS, KEPT, UPGRADED -> Then.WAITS;
        };
    }

    private List<Stay> gets(HprNumber hpr, Then then, List<Stay> is) {
        if (then != Then.NEW_OFFER && then != Then.MOVES_UP) {
            return List.of();
        }
        return refill == null ? is : refill.gets().getOrDefault(hpr, List.of());
    }
}
