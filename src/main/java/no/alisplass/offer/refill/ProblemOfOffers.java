package no.alisplass.offer.refill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.refill.RefillFacts.After;
import no.alisplass.offer.refill.RefillFacts.Ending;
import no.alisplass.offer.refill.RefillFacts.Holding;
import no.alisplass.offer.refill.SavedWishes.Ordered;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Supply;

/** Makes the problem of a refill of a round and its offers: the frozen order and options, and what each holds by now. */
final class ProblemOfOffers {
    private final RefillFacts facts;
    private final Map<HprNumber, List<Ending>> ended;
    private final Map<HprNumber, List<GivenStay>> elsewhere;
    private final Map<ResourceId, Integer> taken = new HashMap<>();
    private final Map<ResourceId, Integer> held = new HashMap<>();
    private final Map<HprNumber, Holding> asOffered = new HashMap<>();
    private final Map<HprNumber, AreaCode> inPart = new HashMap<>();

    /** Holders whose place in the order, or whose seat among their options, the run does not know: a corrected one may not. */
    private final Set<HprNumber> beside;

    private ProblemOfOffers(RefillFacts facts) {
        this.facts = facts;
        ended = facts.ended().stream().collect(Collectors.groupingBy(Ending::hpr));
        elsewhere = facts.elsewhere().stream().collect(Collectors.groupingBy(GivenStay::hpr));
        facts.elsewhere()
                .forEach(given -> taken.merge(ResourceId.seat(given.position(), given.halfYear()), 1, Integer::sum));
        beside = beside(facts);
        // A seat of whom the round did not rank, or did not offer it, is no less taken.
        facts.held().forEach((hpr, each) -> each.seats()
                .forEach(seat -> (beside.contains(hpr) ? taken : held).merge(seat, 1, Integer::sum)));
    }

    private static Set<HprNumber> beside(RefillFacts facts) {
        Set<HprNumber> beside = new HashSet<>(facts.held().keySet());
        List<Doctor> doctors = facts.snapshot().problem().doctors();
        List<RosterEntry> entries = facts.snapshot().roster().entries();
        for (int d = 0; d < doctors.size(); d++) {
            HprNumber hpr = entries.get(d).facts().hpr();
            Holding holding = facts.held().get(hpr);
            if (holding != null
                    && doctors.get(d).options().stream()
                            .anyMatch(option -> seats(option).equals(holding.seats()))) {
                beside.remove(hpr);
            }
        }
        return beside;
    }

    static RefillProblem of(RefillFacts facts) {
        return new ProblemOfOffers(facts).problem();
    }

    private RefillProblem problem() {
        List<Doctor> frozen = facts.snapshot().problem().doctors();
        List<RosterEntry> entries = facts.snapshot().roster().entries();
        List<RefillDoctor> doctors = new ArrayList<>();
        for (int d = 0; d < frozen.size(); d++) {
            doctors.add(doctor(frozen.get(d), entries.get(d)));
        }
        return new RefillProblem(
                facts.roundProblem(),
                facts.mode(),
                doctors,
                facts.snapshot().problem().resources().stream().map(this::now).toList());
    }

    private RefillDoctor doctor(Doctor frozen, RosterEntry entry) {
        if (beside.contains(entry.facts().hpr())) {
            // What is held is honoured, and no part of this.
            return frozen.pinned()
                    ? new RefillDoctor(frozen.id(), RefillPart.BY_HAND, null, List.of())
                    : RefillDoctor.out(frozen.id(), options(frozen, entry, null));
        }
        Holding holding = facts.held().get(entry.facts().hpr());
        if (frozen.pinned()) {
            return holding == null
                    ? new RefillDoctor(frozen.id(), RefillPart.BY_HAND, null, List.of())
                    : new RefillDoctor(
                            frozen.id(), RefillPart.BY_HAND, index(frozen.options(), holding), frozen.options());
        }
        List<Option> options = options(frozen, entry, holding);
        if (holding != null) {
            boolean moves = holding.upgradable() && facts.mode() == RefillMode.UPGRADES;
            Optional<Ordered> inOrder = moves
                    ? saved(entry)
                            .flatMap(saved -> saved.ordered(
                                    frozen.options(),
                                    frozen.options().get(index(frozen.options(), holding)),
                                    new HashSet<>(options)::contains))
                    : Optional.empty();
            if (inOrder.isPresent()) {
                List<Option> own = inOrder.get().options();
                return inOrder.get().own()
                        ? RefillDoctor.ordering(frozen.id(), index(own, holding), own)
                        : RefillDoctor.holding(frozen.id(), true, index(own, holding), own);
            }
            return RefillDoctor.holding(frozen.id(), moves, index(options, holding), options);
        }
        return isOut(entry) || inPart.containsKey(entry.facts().hpr())
                ? RefillDoctor.out(frozen.id(), options)
                : RefillDoctor.waiting(frozen.id(), options);
    }

    private Optional<SavedWishes> saved(RosterEntry entry) {
        return Optional.ofNullable(facts.wishes().get(entry.facts().hpr()));
    }

    private boolean isOut(RosterEntry entry) {
        return endings(entry).stream().anyMatch(each -> each.after() == After.OUT) || hasEnough(entry);
    }

    private List<Ending> endings(RosterEntry entry) {
        return ended.getOrDefault(entry.facts().hpr(), List.of());
    }

    /** What other rounds have given since this one was frozen. */
    private List<GivenStay> since(RosterEntry entry) {
        return elsewhere.getOrDefault(entry.facts().hpr(), List.of()).stream()
                .filter(given -> entry.given().stream()
                        .noneMatch(known -> known.round().equals(given.round())
                                && known.position().equals(given.position())
                                && known.halfYear().equals(given.halfYear())))
                .toList();
    }

    private boolean hasEnough(RosterEntry entry) {
        List<GivenStay> since = since(entry);
        int months = since.stream().mapToInt(GivenStay::months).sum()
                + entry.given().stream().mapToInt(GivenStay::months).sum();
        return !since.isEmpty()
                && entry.facts().institutionMonthsLeft().value().compareTo(BigDecimal.valueOf(months)) <= 0;
    }

    private static boolean isAway(List<GivenStay> since, HalfYear halfYear) {
        return since.stream().anyMatch(given -> given.isIn(halfYear));
    }

    /** As they were frozen, less what the doctor has taken back or said no to, was turned down for, or can no longer take part in. */
    private List<Option> options(Doctor frozen, RosterEntry entry, Holding holding) {
        Set<ResourceId> gone = new HashSet<>();
        Set<String> positions = new HashSet<>();
        for (Ending ending : endings(entry)) {
            if (ending.after() == After.NOT_THIS_SEAT) {
                gone.addAll(ending.seats());
            } else if (ending.after() == After.NOT_THIS_POSITION) {
                ending.seats().forEach(seat -> positions.add(position(seat)));
            }
        }
        List<GivenStay> since = since(entry);
        Optional<SavedWishes> saved = saved(entry);
        if (gone.isEmpty() && positions.isEmpty() && since.isEmpty() && saved.isEmpty()) {
            return frozen.options();
        }
        return frozen.options().stream()
                .filter(option -> holding != null && seats(option).equals(holding.seats())
                        || saved.filter(each -> each.takesBack(option)).isEmpty()
                                && seats(option).stream()
                                        .noneMatch(seat -> gone.contains(seat)
                                                || positions.contains(position(seat))
                                                || isAway(
                                                        since,
                                                        seat.seat()
                                                                .orElseThrow()
                                                                .halfYear())))
                .toList();
    }

    private static String position(ResourceId seat) {
        return seat.seat().orElseThrow().position().value();
    }

    private static boolean wasOffered(Doctor frozen, Holding holding) {
        return frozen.options().stream().anyMatch(option -> seats(option).equals(holding.seats()));
    }

    private static int index(List<Option> options, Holding holding) {
        for (int o = 0; o < options.size(); o++) {
            if (seats(options.get(o)).equals(holding.seats())) {
                return o;
            }
        }
        throw new IllegalStateException("What is held, " + holding.seats() + ", was not offered in the round.");
    }

    static Set<ResourceId> seats(Option option) {
        return option.uses().stream().filter(use -> use.seat().isPresent()).collect(Collectors.toSet());
    }

    /** What there is now. What is held nobody takes away by counting. */
    private Resource now(Resource frozen) {
        ResourceId id = frozen.id();
        if (id.seat().isPresent()) {
            int left = facts.seats().getOrDefault(id, 0) - taken.getOrDefault(id, 0);
            return new Resource(id, Math.max(held.getOrDefault(id, 0), left));
        }
        return facts.snapshot()
                .roster()
                .areaOf(id)
                .map(area -> new Resource(
                        id, room(frozen, area, id.away().orElseThrow().halfYear())))
                .orElse(frozen);
    }

    /** How many of an area's doctors are away on what is honoured beside the run. */
    private long beside(AreaCode area, HalfYear halfYear) {
        return Stream.concat(
                        facts.snapshot().roster().entries().stream().map(RosterEntry::facts),
                        facts.snapshot().roster().notEligible().stream().map(IneligibleDoctor::facts))
                .filter(doctor -> doctor.area().equals(area) && beside.contains(doctor.hpr()))
                .map(doctor -> facts.held().get(doctor.hpr()))
                .filter(holding -> holding.seats().stream()
                        .anyMatch(seat -> seat.seat().orElseThrow().halfYear().equals(halfYear)))
                .count();
    }

    /** How many an area can still spare: its limit, less who is away by other rounds. */
    private int room(Resource frozen, AreaCode area, HalfYear halfYear) {
        Integer limit = facts.snapshot()
                .roster()
                .offering()
                .away(area, halfYear)
                .map(Supply.Away::limit)
                .orElse(null);
        long away = facts.elsewhere().stream()
                .filter(given -> given.area().equals(area) && given.isIn(halfYear))
                .count();
        return (int) Math.max(0, (limit == null ? frozen.capacity() : limit) - away - beside(area, halfYear));
    }
}
