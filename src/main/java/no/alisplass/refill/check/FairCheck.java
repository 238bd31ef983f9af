package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.certificate.check.Failure;
import no.alisplass.domain.DoctorId;
import no.alisplass.refill.BundleConflict;
import no.alisplass.refill.Letting;
import no.alisplass.refill.Missed;
import no.alisplass.refill.RefillOutcome;

/**
 * Goes through every doctor and everything the doctor would rather have: that it is not free and did not go to someone behind, but for the limit of the doctor's own area, and
 * that what is said of it is so.
 */
final class FairCheck {
    private final Board board;
    private final Standings standings;
    private final List<Failure> failures;

    FairCheck(Standings standings, List<Failure> failures) {
        this.board = standings.board;
        this.standings = standings;
        this.failures = failures;
    }

    /** @param lettings whom the certificate says were left out of which limits */
    void check(List<Letting> lettings) {
        Set<Letting> leftOut = new HashSet<>(lettings);
        for (int d = 0; d < board.doctors.size(); d++) {
            for (int option : standings.wanted(d)) {
                check(d, option, leftOut);
            }
            for (int o = 0; board.takesPart(d) && o < board.options(d); o++) {
                if (board.isWhole(d, o) && board.better(d, o, standings.after.get(d)) && couldHave(d, o)) {
                    fail(d, "wasted: the whole of option " + o + " is free beside what the doctor has.");
                }
            }
        }
    }

    private void check(int doctor, int option, Set<Letting> leftOut) {
        int seat = board.seatOf(doctor, option);
        if (standings.free(seat) <= 0 && standings.allAhead(seat, doctor) || excused(doctor, option, leftOut)) {
            return;
        }
        String what = "option " + option + " (" + board.resources.get(seat) + ")";
        if (standings.free(seat) > 0) {
            fail(doctor, "wasted: " + what + " is better and free.");
        } else {
            List<Integer> got = standings.newcomers.get(seat);
            fail(doctor, "envy: " + what + " is better and went to " + board.id(got.get(got.size() - 1)) + " behind.");
        }
    }

    /** Whether the area's own limit is in the way: as many away as it can spare, the new ones of these ahead of the doctor; or the doctor left out of it. */
    private boolean excused(int doctor, int option, Set<Letting> leftOut) {
        for (int use : board.uses(doctor, option)) {
            if (board.isSeat(use) || board.heldBefore(doctor, use)) {
                continue;
            }
            boolean full = !standings.has(doctor, use) && standings.free(use) <= 0 && standings.allAhead(use, doctor);
            if (full || leftOut.contains(new Letting(board.id(doctor), board.resources.get(use), false))) {
                return true;
            }
        }
        return false;
    }

    private boolean couldHave(int doctor, int option) {
        Integer has = standings.after.get(doctor);
        if (has != null) {
            for (int use : board.uses(doctor, has)) {
                if (board.isSeat(use) && !board.uses(doctor, option, use)) {
                    return false;
                }
            }
        }
        for (int use : board.uses(doctor, option)) {
            if (isFull(doctor, use)) {
                return false;
            }
        }
        return true;
    }

    void conflicts(RefillOutcome outcome) {
        List<BundleConflict> expected = new ArrayList<>();
        for (int d = 0; d < board.doctors.size(); d++) {
            int doctor = d;
            for (int o = 0; board.takesPart(d) && o < board.options(d); o++) {
                if (board.isWhole(d, o) && board.better(d, o, standings.after.get(d))) {
                    List<BundleConflict.Taken> taken = taken(d, o);
                    boolean free = Arrays.stream(board.uses(d, o)).noneMatch(use -> isFull(doctor, use));
                    if (free || !taken.isEmpty()) {
                        expected.add(new BundleConflict(board.id(d), o, taken));
                    }
                }
            }
        }
        if (!expected.equals(outcome.conflicts())) {
            failures.add(new Failure(
                    Failure.Kind.STATEMENT,
                    "conflicts",
                    "They are " + expected + ", not " + outcome.conflicts() + "."));
        }
    }

    private boolean isFull(int doctor, int use) {
        return standings.free(use) <= 0 && !standings.has(doctor, use);
    }

    private List<BundleConflict.Taken> taken(int doctor, int option) {
        List<BundleConflict.Taken> taken = new ArrayList<>();
        for (int use : board.uses(doctor, option)) {
            if (isFull(doctor, use)) {
                List<DoctorId> behind = standings.newcomers.get(use).stream()
                        .filter(other -> other > doctor)
                        .map(board::id)
                        .toList();
                if (!behind.isEmpty()) {
                    taken.add(new BundleConflict.Taken(board.resources.get(use), behind));
                }
            }
        }
        return taken;
    }

    /** @param admissions who was let in to what, as it was found */
    void missed(RefillOutcome outcome, Admissions admissions) {
        List<List<Integer>> lines = lines();
        for (int d = 0; d < board.doctors.size(); d++) {
            List<Missed> expected = new ArrayList<>();
            for (int option : standings.wanted(d)) {
                if (standings.wasToGive(board.seatOf(d, option))) {
                    expected.add(missed(d, option, lines.get(board.seatOf(d, option)), admissions));
                }
            }
            List<Missed> stated = outcome.doctors().get(d).missed();
            if (!expected.equals(stated)) {
                failures.add(new Failure(
                        Failure.Kind.REASON, board.id(d).value(), "It missed " + expected + ", not " + stated + "."));
            }
        }
    }

    /** By rank, since everyone is added once and in that order. */
    private List<List<Integer>> lines() {
        List<List<Integer>> lines = new ArrayList<>();
        board.resources.forEach(resource -> lines.add(new ArrayList<>()));
        for (int d = 0; d < board.doctors.size(); d++) {
            int doctor = d;
            standings.wanted(d).forEach(option -> stand(doctor, lines.get(board.seatOf(doctor, option))));
            if (standings.after.get(d) != null) {
                for (int use : board.uses(d, standings.after.get(d))) {
                    if (!board.heldBefore(d, use)) {
                        stand(d, lines.get(use));
                    }
                }
            }
        }
        return lines;
    }

    /** Once, also where the doctor got the seat and would rather have had it otherwise. */
    private static void stand(Integer doctor, List<Integer> line) {
        if (line.isEmpty() || !line.get(line.size() - 1).equals(doctor)) {
            line.add(doctor);
        }
    }

    private Missed missed(int doctor, int option, List<Integer> line, Admissions admissions) {
        int seat = board.seatOf(doctor, option);
        Integer limit = null;
        if (standings.free(seat) > 0 || !standings.allAhead(seat, doctor)) {
            for (int use : board.uses(doctor, option)) {
                if (limit == null && !board.isSeat(use) && !admissions.isLetIn(doctor, use)) {
                    limit = use;
                }
            }
        }
        Missed.Why why = Missed.Why.AHEAD;
        if (limit != null) {
            why = admissions.isLeftOut(doctor, limit) ? Missed.Why.LEFT_OUT : Missed.Why.LIMIT;
        }
        return new Missed(
                board.resources.get(seat),
                option,
                why,
                Collections.binarySearch(line, doctor) + 1,
                line.size(),
                standings.newcomers.get(seat).stream().map(board::id).toList(),
                limit == null ? null : board.resources.get(limit));
    }

    private void fail(int doctor, String text) {
        failures.add(new Failure(Failure.Kind.PROOF, board.id(doctor).value(), text));
    }
}
