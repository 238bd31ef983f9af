package no.alisplass.vacancy.life;

import static no.alisplass.capacity.VacancyState.FILLED;
import static no.alisplass.capacity.VacancyState.OFFERED;
import static no.alisplass.capacity.VacancyState.OPEN;
import static no.alisplass.capacity.VacancyState.OWN;
import static no.alisplass.capacity.VacancyState.RELEASED;
import static no.alisplass.capacity.VacancyState.WITHDRAWN;
import static no.alisplass.offer.life.Actor.AREA;
import static no.alisplass.offer.life.Actor.CLOCK;
import static no.alisplass.offer.life.Actor.COORDINATOR;
import static no.alisplass.offer.life.Actor.DEPARTMENT;
import static no.alisplass.offer.life.Actor.DOCTOR;
import static no.alisplass.offer.life.Actor.SECOND_PERSON;
import static no.alisplass.vacancy.life.VacancyGuard.FOLLOWS_THE_OFFER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.Whom;

/** The life of a sporadic vacancy: every step there is, and nothing else (docs/offers.md shows the same). */
public final class VacancyTable {
    private static final List<VacancyRow> ROWS = rowsOf();

    private VacancyTable() {}

    private static List<VacancyRow> rowsOf() {
        List<VacancyRow> rows = new ArrayList<>();
        rows.add(way(VacancyStep.REPORT, null, OPEN, DEPARTMENT, COORDINATOR)
                .when(VacancyGuard.COUNTS)
                .tells(Whom.AREA, Whom.COORDINATOR));
        rows.add(way(VacancyStep.REPORT, null, OWN, DEPARTMENT, COORDINATOR).when(VacancyGuard.NOT_COUNTING));
        rows.add(way(VacancyStep.CHANGE, OPEN, OPEN, DEPARTMENT, COORDINATOR)
                .when(VacancyGuard.COUNTS)
                .tells(Whom.AREA, Whom.COORDINATOR));
        for (VacancyState state : List.of(OWN, WITHDRAWN)) {
            rows.add(way(VacancyStep.CHANGE, state, state, DEPARTMENT, COORDINATOR));
        }
        for (VacancyState state : List.of(OPEN, OFFERED)) {
            rows.add(way(VacancyStep.NOMINATE, state, state, AREA)
                    .when(VacancyGuard.BEFORE_NOMINATE_BY, VacancyGuard.OWN_DOCTOR, VacancyGuard.ONLY_WISHES_IN_THE_WAY)
                    .tells(Whom.COORDINATOR));
            rows.add(way(VacancyStep.TAKE_OUT, state, state, AREA)
                    .when(VacancyGuard.BEFORE_NOMINATE_BY, VacancyGuard.OWN_DOCTOR)
                    .tells(Whom.COORDINATOR));
        }
        rows.add(way(VacancyStep.OFFER, OPEN, OFFERED, COORDINATOR)
                .when(VacancyGuard.NOMINATIONS_OVER, VacancyGuard.FIRST, VacancyGuard.TIME_TO_ANSWER));
        rows.add(way(VacancyStep.FILL, OFFERED, FILLED, AREA, DOCTOR)
                .when(FOLLOWS_THE_OFFER)
                .tells(Whom.AREA));
        rows.add(way(VacancyStep.FALL, OFFERED, OPEN, AREA, DOCTOR, CLOCK, DEPARTMENT, COORDINATOR, SECOND_PERSON)
                .when(FOLLOWS_THE_OFFER)
                .tells(Whom.COORDINATOR));
        rows.add(way(VacancyStep.RESUME, OPEN, OFFERED, COORDINATOR).when(FOLLOWS_THE_OFFER));
        rows.add(way(VacancyStep.GIVE_UP, FILLED, OPEN, COORDINATOR)
                .when(FOLLOWS_THE_OFFER, VacancyGuard.ENOUGH_LEFT, VacancyGuard.BEFORE_RELEASE)
                .tells(Whom.AREA, Whom.COORDINATOR, Whom.DEPARTMENT));
        rows.add(way(VacancyStep.GIVE_UP, FILLED, RELEASED, COORDINATOR)
                .when(FOLLOWS_THE_OFFER, VacancyGuard.ENOUGH_LEFT, VacancyGuard.AFTER_RELEASE)
                .tells(Whom.AREA, Whom.COORDINATOR, Whom.DEPARTMENT));
        rows.add(way(VacancyStep.GIVE_UP, FILLED, OWN, COORDINATOR)
                .when(FOLLOWS_THE_OFFER, VacancyGuard.TOO_LITTLE_LEFT)
                .tells(Whom.COORDINATOR, Whom.DEPARTMENT));
        rows.add(way(VacancyStep.RELEASE, OPEN, RELEASED, COORDINATOR)
                .when(VacancyGuard.NOBODY_LEFT)
                .tells(Whom.AREA, Whom.DEPARTMENT));
        rows.add(way(VacancyStep.RELEASE, OPEN, RELEASED, CLOCK)
                .when(VacancyGuard.AFTER_RELEASE)
                .tells(Whom.AREA, Whom.COORDINATOR, Whom.DEPARTMENT));
        for (VacancyState state : List.of(OPEN, RELEASED)) {
            rows.add(way(VacancyStep.FILL_OTHERWISE, state, FILLED, DEPARTMENT, COORDINATOR)
                    .tells(Whom.AREA, Whom.COORDINATOR));
            rows.add(way(VacancyStep.WITHDRAW, state, WITHDRAWN, DEPARTMENT, COORDINATOR)
                    .tells(Whom.AREA, Whom.COORDINATOR));
        }
        rows.add(way(VacancyStep.FILL_OTHERWISE, OWN, FILLED, DEPARTMENT, COORDINATOR));
        rows.add(way(VacancyStep.WITHDRAW, OWN, WITHDRAWN, DEPARTMENT, COORDINATOR));
        for (VacancyState state : List.of(WITHDRAWN, FILLED)) {
            rows.add(way(VacancyStep.REOPEN, state, OPEN, DEPARTMENT, COORDINATOR)
                    .when(VacancyGuard.NOT_BY_OFFER, VacancyGuard.COUNTS)
                    .tells(Whom.AREA, Whom.COORDINATOR));
            rows.add(way(VacancyStep.REOPEN, state, OWN, DEPARTMENT, COORDINATOR)
                    .when(VacancyGuard.NOT_BY_OFFER, VacancyGuard.NOT_COUNTING));
        }
        return List.copyOf(rows);
    }

    private static VacancyRow way(VacancyStep step, VacancyState from, VacancyState to, Actor... who) {
        return new VacancyRow(step, from, to, Set.of(who), List.of(), Set.of());
    }

    public static List<VacancyRow> rows() {
        return ROWS;
    }

    /** The row of a step from a state to one, by someone; empty when there is none. */
    public static Optional<VacancyRow> row(VacancyStep step, VacancyState from, VacancyState to, Actor by) {
        return ROWS.stream()
                .filter(row -> row.step() == step
                        && row.from() == from
                        && row.to() == to
                        && row.who().contains(by))
                .findFirst();
    }

    /** What someone may do from a state, if the guards hold; without what follows an offer. In the order of the steps. */
    public static List<VacancyStep> steps(VacancyState from, Actor by) {
        return ROWS.stream()
                .filter(row -> row.from() == from
                        && row.who().contains(by)
                        && !row.guards().contains(FOLLOWS_THE_OFFER))
                .map(VacancyRow::step)
                .distinct()
                .sorted()
                .toList();
    }

    /** Why a step cannot be taken from a state, or not by this one; empty when a row says it can, if its guards hold. */
    public static Optional<Finding> refuses(VacancyStep step, VacancyState from, Actor by) {
        List<VacancyRow> all = ROWS.stream().filter(row -> row.step() == step).toList();
        TreeSet<Actor> may = new TreeSet<>();
        all.stream().filter(row -> row.from() == from).forEach(row -> may.addAll(row.who()));
        if (may.contains(by)) {
            return Optional.empty();
        }
        boolean ever = all.stream().anyMatch(row -> row.who().contains(by));
        if (ever && may.isEmpty()) {
            return Optional.of(Finding.of("state", from, "vacancy.step-when", from, step));
        }
        if (may.isEmpty()) {
            all.forEach(row -> may.addAll(row.who()));
        }
        Object others = may.first();
        for (Actor other : may.tailSet(may.first(), false)) {
            boolean last = other == may.last();
            others = Message.of(last ? "offer.this-or-that" : "offer.this-and-more", others, other);
        }
        return Optional.of(Finding.of("actor", by, "vacancy.not-by", by, step, others));
    }
}
