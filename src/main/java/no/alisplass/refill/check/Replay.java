package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import no.alisplass.certificate.check.Failure;
import no.alisplass.refill.Letting;
import no.alisplass.refill.RefillCertificate;
import no.alisplass.refill.RefillStep;
import no.alisplass.refill.check.Admissions.Turn;

/**
 * Finds who is let in to areas' limits, which must be who the certificate says, and goes through the steps with these, one by one: each must be one that the rules allow where
 * it stands, and after the last nobody may have anything left to ask for. Whoever of those who may ask does so first changes nothing of where it ends, so
 * that any such row of steps proves the outcome.
 */
final class Replay {
    private final Board board;
    private final List<Letting> lettings;
    private final List<RefillStep> steps;
    private final List<Failure> failures;
    private final Asked asked;
    private final Admissions admissions;
    private final Integer[] at;
    private final List<TreeSet<Integer>> kept = new ArrayList<>();
    private final int[] before;
    private final int[] used;
    private int settled;
    private int next;

    Replay(Board board, RefillCertificate certificate, List<Failure> failures) {
        this.board = board;
        this.lettings = certificate.lettings();
        this.steps = certificate.steps();
        this.failures = failures;
        asked = new Asked(board);
        admissions = new Admissions(board);
        at = new Integer[board.doctors.size()];
        before = board.count(board.before());
        used = new int[board.resources.size()];
        for (int d = 0; d < at.length; d++) {
            for (int option : asked.options[d]) {
                admissions.standInLine(d, option);
            }
        }
        board.resources.forEach(resource -> kept.add(new TreeSet<>()));
    }

    /** Who was let in to what. */
    Admissions admissions() {
        return admissions;
    }

    /** What everyone has in the end; null, with the first fault added, where something is not as it must be. */
    List<Integer> run() {
        return lettings() && asks() && wholes() ? new ArrayList<>(Arrays.asList(at)) : null;
    }

    private boolean lettings() {
        List<Turn> turns = admissions.next(before);
        admissions.letIn(turns);
        if (!settle(turns, true)) {
            return false;
        }
        int most = Integer.MAX_VALUE;
        int[] now = asked.used(admissions);
        for (turns = admissions.next(now); !turns.isEmpty(); turns = admissions.next(now)) {
            List<Turn> tried = new ArrayList<>(turns.subList(0, Math.min(turns.size(), most)));
            admissions.letIn(tried);
            int[] then = asked.used(admissions);
            if (isOver(then)) {
                admissions.letOut(tried);
                if (tried.size() == 1 && !settle(tried, false)) {
                    return false;
                }
                most = Math.max(1, tried.size() / 2);
            } else {
                if (!settle(tried, true)) {
                    return false;
                }
                now = then;
                most = tried.size() * 2;
            }
        }
        if (settled < lettings.size()) {
            fail("lettings", settled, "It is nobody's turn, and there are more.");
            return false;
        }
        return true;
    }

    private boolean settle(List<Turn> turns, boolean in) {
        for (Letting expected : admissions.settle(turns, in)) {
            Letting stated = settled < lettings.size() ? lettings.get(settled) : null;
            if (!expected.equals(stated)) {
                fail("lettings", settled, "It is " + stated + " and must be " + expected + ".");
                return false;
            }
            settled++;
        }
        return true;
    }

    private boolean isOver(int... count) {
        for (int r = 0; r < count.length; r++) {
            if (!board.isSeat(r) && count[r] > Math.max(board.capacity(r), before[r])) {
                return true;
            }
        }
        return false;
    }

    /** Takes steps as long as someone asks for a single stay. */
    private boolean asks() {
        for (int d = 0; d < at.length; d++) {
            if (!board.takesPart(d)) {
                move(d, board.held(d));
            }
        }
        while (next < steps.size() && steps.get(next).kind() != RefillStep.Kind.WHOLE) {
            Integer doctor = board.rank(steps.get(next).doctor());
            if (doctor == null || !board.takesPart(doctor) || at[doctor] != null) {
                fail("steps", next, "It is " + steps.get(next) + ", where one of those who may ask must ask.");
                return false;
            }
            Integer option = best(doctor);
            if (option == null) {
                fail("steps", next, "It is " + steps.get(next) + ", and everything the doctor may ask for is refused.");
                return false;
            }
            if (!take(answer(doctor, option))) {
                return false;
            }
        }
        for (int d = 0; d < at.length; d++) {
            if (board.takesPart(d) && at[d] == null && best(d) != null) {
                fail("steps", next, "They end, and " + board.id(d) + " still has something to ask for.");
                return false;
            }
        }
        return true;
    }

    /**
     * The best that the doctor may ask for and is not refused; null for nothing. Who was refused once by a seat is so ever after, since it lets go of nobody but for someone
     * who comes before.
     */
    private Integer best(int doctor) {
        for (int option : asked.options[doctor]) {
            if (admissions.open(doctor)[option] && isKept(doctor, option)) {
                return option;
            }
        }
        return board.held(doctor);
    }

    private boolean isKept(int doctor, int option) {
        int seat = board.seatOf(doctor, option);
        TreeSet<Integer> here = kept.get(seat);
        return here.size() < asked.room[seat] || asked.order(doctor, seat) < here.last();
    }

    /** Asks, and gives the step this must be. */
    private RefillStep answer(int doctor, int option) {
        int seat = board.seatOf(doctor, option);
        TreeSet<Integer> here = kept.get(seat);
        here.add(asked.order(doctor, seat));
        move(doctor, option);
        if (here.size() <= asked.room[seat]) {
            return new RefillStep(RefillStep.Kind.HELD, board.id(doctor), option, null);
        }
        int other = here.pollLast() % at.length;
        move(other, null);
        return new RefillStep(RefillStep.Kind.INSTEAD, board.id(doctor), option, board.id(other));
    }

    /** After all single stays: in rank order, the best whole that is free beside what the doctor has, and includes it. */
    private boolean wholes() {
        for (int d = 0; d < at.length; d++) {
            for (int o = 0; board.takesPart(d) && o < board.options(d); o++) {
                if (board.isWhole(d, o) && board.better(d, o, at[d]) && fits(d, o)) {
                    if (!take(new RefillStep(RefillStep.Kind.WHOLE, board.id(d), o, null))) {
                        return false;
                    }
                    move(d, o);
                }
            }
        }
        if (next < steps.size()) {
            fail("steps", next, "Nothing is left to be done, and there are more steps.");
            return false;
        }
        return true;
    }

    private boolean fits(int doctor, int option) {
        for (int use : board.uses(doctor, option)) {
            if (used[use] >= board.capacity(use) && !board.uses(doctor, at[doctor], use)) {
                return false;
            }
        }
        return at[doctor] == null
                || Arrays.stream(board.uses(doctor, at[doctor]))
                        .allMatch(use -> !board.isSeat(use) || board.uses(doctor, option, use));
    }

    private boolean take(RefillStep expected) {
        RefillStep step = next < steps.size() ? steps.get(next) : null;
        if (!expected.equals(step)) {
            fail("steps", next, "It is " + step + " and must be " + expected + ".");
            return false;
        }
        next++;
        return true;
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

    private void fail(String what, int index, String text) {
        failures.add(new Failure(Failure.Kind.PROOF, what + "[" + index + "]", text));
    }
}
