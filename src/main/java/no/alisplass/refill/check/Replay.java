package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.certificate.check.Failure;
import no.alisplass.domain.DoctorId;
import no.alisplass.refill.RefillStep;

/**
 * Goes through the steps one by one: each must be one that the rules allow where it stands, and after the last nobody may have anything left to ask for. Whoever
 * of those who may ask does so first changes nothing of where it ends, so that any such row of steps proves the outcome.
 */
final class Replay {
    private final Board board;
    private final List<RefillStep> steps;
    private final List<Failure> failures;
    /** How many of a seat there are to those who take part. */
    private final int[] room;

    private final List<List<Integer>> askable = new ArrayList<>();
    private final Admissions admissions;

    private final List<Set<Integer>> refused = new ArrayList<>();
    private final Integer[] worstAsked;
    private final Integer[] at;
    private final List<TreeSet<Integer>> kept = new ArrayList<>();
    private final int[] used;
    private final BitSet mayAsk = new BitSet();
    private int next;
    private boolean faulty;

    Replay(Board board, List<RefillStep> steps, List<Failure> failures) {
        this.board = board;
        this.steps = steps;
        this.failures = failures;
        admissions = new Admissions(board);
        int resources = board.resources.size();
        int doctors = board.doctors.size();
        room = new int[resources];
        used = new int[resources];
        at = new Integer[doctors];
        worstAsked = new Integer[doctors];
        for (int r = 0; r < resources; r++) {
            room[r] = board.capacity(r);
            kept.add(new TreeSet<>());
        }
        for (int d = 0; d < doctors; d++) {
            if (!board.takesPart(d) && board.held(d) != null) {
                for (int use : board.uses(d, board.held(d))) {
                    room[use]--;
                }
            }
        }
        for (int d = 0; d < doctors; d++) {
            refused.add(new HashSet<>());
            askable.add(askable(d));
        }
    }

    /** The single stays better than what is held, on seats that those who take no part have not all of. */
    private List<Integer> askable(int doctor) {
        List<Integer> askable = new ArrayList<>();
        for (int o = 0; board.takesPart(doctor) && o < board.options(doctor); o++) {
            if (!board.isWhole(doctor, o)
                    && board.better(doctor, o, board.held(doctor))
                    && room[board.seatOf(doctor, o)] > 0) {
                askable.add(o);
                admissions.standInLine(doctor, o);
            }
        }
        return askable;
    }

    /** Who was let in to what. */
    Admissions admissions() {
        return admissions;
    }

    /** What everyone has in the end; null, with the first fault added, where a step is not as it must be. */
    List<Integer> run() {
        for (RefillStep expected : admissions.atFirst()) {
            if (!take(expected)) {
                return null;
            }
        }
        beginAnew();
        if (!asks()) {
            return null;
        }
        for (List<RefillStep> more = admissions.next(used); !more.isEmpty(); more = admissions.next(used)) {
            List<RefillStep> best = admissions.best(more);
            boolean alone = best.equals(more);
            boolean fits = letInMore(more, alone);
            if (!faulty && !fits && !alone) {
                letInMore(best, true);
            }
            if (faulty) {
                return null;
            }
        }
        if (!wholes()) {
            return null;
        }
        if (next < steps.size()) {
            fail("Nothing is left to be done, and there are more steps.");
            return null;
        }
        return new ArrayList<>(Arrays.asList(at));
    }

    /** Whether it is not too many with these let in; or else it is as it was, and with {@code forGood} the limits are shut. */
    private boolean letInMore(List<RefillStep> more, boolean forGood) {
        for (RefillStep expected : more) {
            if (!take(expected)) {
                return false;
            }
        }
        // Whoever has asked for something worse has had others let go, who might not have had to.
        if (more.stream().anyMatch(this::passedOver)) {
            if (!take(RefillStep.again())) {
                return false;
            }
            beginAnew();
        } else {
            more.forEach(step -> mayAsk(board.rank(step.doctor())));
        }
        if (!asks()) {
            return false;
        }
        if (!over()) {
            return true;
        }
        if (take(RefillStep.takenBack())) {
            more.forEach(step -> admissions.takeBack(step, forGood));
            beginAnew();
            asks();
        }
        return false;
    }

    private boolean passedOver(RefillStep letIn) {
        int doctor = board.rank(letIn.doctor());
        int limit = board.number(letIn.limit());
        return worstAsked[doctor] != null
                && askable.get(doctor).stream()
                        .filter(option -> board.uses(doctor, option, limit) && admissions.open(doctor, option))
                        .anyMatch(option -> place(doctor, option) < worstAsked[doctor]);
    }

    private boolean over() {
        int[] before = board.count(board.before());
        for (int r = 0; r < used.length; r++) {
            if (!board.isSeat(r) && used[r] > Math.max(board.capacity(r), before[r])) {
                return true;
            }
        }
        return false;
    }

    private boolean take(RefillStep expected) {
        RefillStep step = next < steps.size() ? steps.get(next) : null;
        if (!expected.equals(step)) {
            fail("It is " + step + " and must be " + expected + ".");
            return false;
        }
        next++;
        if (step.kind() == RefillStep.Kind.LET_IN) {
            admissions.letIn(step);
        }
        return true;
    }

    private void beginAnew() {
        Arrays.fill(used, 0);
        Arrays.fill(worstAsked, null);
        kept.forEach(Set::clear);
        refused.forEach(Set::clear);
        mayAsk.clear();
        for (int d = 0; d < at.length; d++) {
            at[d] = null;
            if (board.takesPart(d)) {
                mayAsk(d);
            } else {
                move(d, board.held(d));
            }
        }
    }

    private void move(int doctor, Integer to) {
        change(doctor, at[doctor], -1);
        at[doctor] = to;
        change(doctor, to, 1);
    }

    private void change(int doctor, Integer option, int by) {
        if (option != null) {
            for (int use : board.uses(doctor, option)) {
                used[use] += by;
            }
        }
    }

    private void mayAsk(int doctor) {
        mayAsk.set(doctor, at[doctor] == null && firstToAsk(doctor) != null);
    }

    /** What the doctor has to ask for next; null when nothing is left. */
    private Integer firstToAsk(int doctor) {
        for (int option : askable.get(doctor)) {
            if (admissions.open(doctor, option) && !refused.get(doctor).contains(option)) {
                return option;
            }
        }
        return board.held(doctor);
    }

    /** Where an option stands among what the doctor asks for; what was held comes last. */
    private int place(int doctor, int option) {
        return Objects.equals(option, board.held(doctor)) ? Integer.MAX_VALUE : option;
    }

    /** Takes steps as long as someone has something to ask for. */
    private boolean asks() {
        while (!mayAsk.isEmpty()) {
            if (next == steps.size()) {
                fail("The steps end, and " + board.id(mayAsk.nextSetBit(0)) + " still has something to ask for.");
                return false;
            }
            RefillStep step = steps.get(next);
            Integer doctor = step.doctor() == null ? null : board.rank(step.doctor());
            boolean asks = step.kind() == RefillStep.Kind.HELD
                    || step.kind() == RefillStep.Kind.INSTEAD
                    || step.kind() == RefillStep.Kind.REFUSED;
            if (!asks || doctor == null || !mayAsk.get(doctor)) {
                fail("It is " + step + ", where one of those who may ask must ask.");
                return false;
            }
            int option = firstToAsk(doctor);
            RefillStep expected = answer(doctor, option);
            if (!take(expected)) {
                return false;
            }
        }
        return true;
    }

    /** Asks, and gives the step this must be. */
    private RefillStep answer(int doctor, int option) {
        int seat = board.seatOf(doctor, option);
        worstAsked[doctor] = worstAsked[doctor] == null
                ? Integer.valueOf(place(doctor, option))
                : Integer.valueOf(Math.max(worstAsked[doctor], place(doctor, option)));
        TreeSet<Integer> here = kept.get(seat);
        here.add(key(doctor, seat));
        if (here.size() <= room[seat]) {
            move(doctor, option);
            mayAsk.clear(doctor);
            return RefillStep.asks(RefillStep.Kind.HELD, board.id(doctor), option, null);
        }
        int last = here.pollLast() % at.length;
        if (last == doctor) {
            refused.get(doctor).add(option);
            mayAsk(doctor);
            return RefillStep.asks(
                    RefillStep.Kind.REFUSED, board.id(doctor), option, board.id(here.last() % at.length));
        }
        refused.get(last).add(at[last]);
        move(last, null);
        mayAsk(last);
        move(doctor, option);
        mayAsk.clear(doctor);
        return RefillStep.asks(RefillStep.Kind.INSTEAD, board.id(doctor), option, board.id(last));
    }

    /** Sorts a seat's doctors: who held it before, and then by rank. */
    private int key(int doctor, int seat) {
        return board.heldBefore(doctor, seat) ? doctor : at.length + doctor;
    }

    /** After all single stays: in rank order, the best whole that is free beside what the doctor has, and includes it. */
    private boolean wholes() {
        for (int d = 0; d < at.length; d++) {
            for (int o = 0; board.takesPart(d) && o < board.options(d); o++) {
                if (board.isWhole(d, o) && board.better(d, o, at[d]) && fits(d, o)) {
                    DoctorId doctor = board.id(d);
                    if (!take(RefillStep.asks(RefillStep.Kind.WHOLE, doctor, o, null))) {
                        return false;
                    }
                    move(d, o);
                }
            }
        }
        return true;
    }

    private boolean fits(int doctor, int option) {
        for (int r = 0; r < used.length; r++) {
            boolean has = board.uses(doctor, at[doctor], r);
            boolean needs = board.uses(doctor, option, r);
            if (has && !needs && board.isSeat(r) || needs && !has && used[r] >= board.capacity(r)) {
                return false;
            }
        }
        return true;
    }

    private void fail(String text) {
        faulty = true;
        failures.add(new Failure(Failure.Kind.PROOF, "steps[" + next + "]", text));
    }
}
