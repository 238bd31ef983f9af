package no.alisplass.scenario.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.CriterionCode;
import no.alisplass.scenario.change.Comparison;
import no.alisplass.scenario.change.Outcome;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.scenario.count.SeatStep.ByArea;
import no.alisplass.scenario.count.SeatStep.ByCriterion;
import no.alisplass.scenario.count.SeatStep.Moved;
import no.alisplass.scenario.count.SeatStep.Unused;

/** Tells two outcomes of the same doctors, as a comparison has counted them, number beside number. */
final class Counting {
    private final Outcome now;
    private final Outcome then;

    private Counting(Outcome now, Outcome then) {
        this.now = now;
        this.then = then;
    }

    /** @param comparison of the round as it is and one other case, which picks no doctors */
    static SeatStep of(Comparison comparison) {
        Counting counting = new Counting(
                comparison.cases().get(0).outcome(), comparison.cases().get(1).outcome());
        return counting.step(comparison.move(0, 1));
    }

    private SeatStep step(Comparison.Moves moves) {
        return new SeatStep(
                now.hash(),
                then.hash(),
                now.certainty().and(then.certainty()),
                both(Outcome::seats),
                both(Outcome::placed),
                both(Outcome::waiting),
                both(Outcome::best),
                moved(moves),
                wishes(),
                criteria(),
                areas(),
                unused(),
                then.setAside());
    }

    private Both both(ToIntFunction<Outcome> count) {
        return new Both(count.applyAsInt(now), count.applyAsInt(then));
    }

    private static Moved moved(Comparison.Moves moves) {
        int letIn = (int)
                moves.gains().stream().filter(move -> move.before().isEmpty()).count();
        int out = (int)
                moves.losses().stream().filter(move -> move.after().isEmpty()).count();
        return new Moved(letIn, moves.gains().size() - letIn, moves.losses().size() - out, out);
    }

    private SeatStep.Wishes wishes() {
        List<Both> ranks = new ArrayList<>();
        for (int rank = 1; rank <= SeatStep.Wishes.RANKS; rank++) {
            Integer number = rank;
            ranks.add(both(outcome -> wished(outcome, number)));
        }
        return new SeatStep.Wishes(
                ranks,
                both(outcome -> outcome.wishes().stream()
                        .filter(each -> each.number() != null && each.number() > SeatStep.Wishes.RANKS)
                        .mapToInt(Outcome.WishCount::doctors)
                        .sum()),
                both(outcome -> wished(outcome, null) - outcome.withoutWishes()),
                both(Outcome::withoutWishes));
    }

    private static int wished(Outcome outcome, Integer number) {
        return outcome.wishes().stream()
                .filter(each -> Objects.equals(each.number(), number))
                .mapToInt(Outcome.WishCount::doctors)
                .sum();
    }

    private record Group(CriterionCode criterion, String value) {}

    /** Of the criteria that find one of a few things; years of service are more than a few. */
    private List<ByCriterion> criteria() {
        return waiting(
                outcome -> outcome.criteria().stream()
                        .filter(each -> each.criterion() != CriterionCode.SENIORITY)
                        .toList(),
                each -> new Group(each.criterion(), each.value()),
                Outcome.CriterionCount::waiting,
                (group, both) -> new ByCriterion(group.criterion(), group.value(), both));
    }

    private List<ByArea> areas() {
        return waiting(Outcome::areas, Outcome.AreaCount::area, Outcome.AreaCount::waiting, ByArea::new).stream()
                .sorted(Comparator.comparing(each -> each.area().value()))
                .toList();
    }

    private interface Made<G, R> {
        R of(G group, Both waiting);
    }

    /** Of each group of which somebody waits, now or then, how many. */
    private <C, G, R> List<R> waiting(
            Function<Outcome, List<C>> counts, Function<C, G> group, ToIntFunction<C> waiting, Made<G, R> made) {
        Map<G, int[]> all = new LinkedHashMap<>();
        counts.apply(now)
                .forEach(each ->
                        all.computeIfAbsent(group.apply(each), none -> new int[2])[0] = waiting.applyAsInt(each));
        counts.apply(then)
                .forEach(each ->
                        all.computeIfAbsent(group.apply(each), none -> new int[2])[1] = waiting.applyAsInt(each));
        List<R> list = new ArrayList<>();
        all.forEach((each, both) -> {
            if (both[0] + both[1] > 0) {
                list.add(made.of(each, new Both(both[0], both[1])));
            }
        });
        return list;
    }

    private record Place(HalfYear halfYear, List<DepartmentId> departments) {
        static Place of(Outcome.Unused unused) {
            return new Place(unused.halfYear(), unused.departments());
        }
    }

    private List<Unused> unused() {
        Map<Place, Unused> places = new TreeMap<>(Comparator.comparing(Place::halfYear)
                .thenComparing(place -> place.departments().toString()));
        now.unused()
                .forEach(each -> places.put(
                        Place.of(each),
                        new Unused(each.departments(), each.halfYear(), new Both(each.seats(), 0), 0, 0, 0)));
        for (Outcome.Unused each : then.unused()) {
            Unused before = places.get(Place.of(each));
            places.put(
                    Place.of(each),
                    new Unused(
                            each.departments(),
                            each.halfYear(),
                            new Both(before == null ? 0 : before.seats().now(), each.seats()),
                            kept(each, Outcome.Cause.LIMIT),
                            kept(each, Outcome.Cause.OTHER_PART),
                            kept(each, Outcome.Cause.OPEN)));
        }
        return List.copyOf(places.values());
    }

    /** How many would rather have such a seat than what they get, nothing or something, and are kept from it so. */
    private static int kept(Outcome.Unused unused, Outcome.Cause by) {
        return unused.why().stream()
                .filter(why -> why.cause() == by)
                .mapToInt(why -> why.doctors() + why.placed())
                .sum();
    }
}
