package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who may ask for which single stays, and what comes of it when all do, with who is let in as it is: found by the checker itself. */
final class Asked {
    private final Board board;
    /** How many of a seat there are to those who take part. */
    final int[] room;
    /** By doctor, best first; what was held is not among them. */
    final int[][] options;

    /** By doctor the seats of these. */
    private final int[][] seats;

    private final boolean[] takesPart;
    /** By doctor what was held; -1 for nothing. */
    private final int[] held;

    private final int[] heldSeat;
    /** By seat where those it keeps stand in its order, in no order, and which of them is the last. */
    private final List<int[]> kept = new ArrayList<>();

    private final int[] many;
    private final int[] last;
    private final int[] worst;

    Asked(Board board) {
        this.board = board;
        int doctors = board.doctors.size();
        room = new int[board.resources.size()];
        for (int r = 0; r < room.length; r++) {
            room[r] = board.capacity(r);
        }
        heldSeat = new int[doctors];
        takesPart = new boolean[doctors];
        held = new int[doctors];
        for (int d = 0; d < doctors; d++) {
            heldSeat[d] = -1;
            takesPart[d] = board.takesPart(d);
            held[d] = board.held(d) == null ? -1 : board.held(d);
            if (takesPart[d]) {
                heldSeat[d] = board.held(d) == null ? -1 : board.seatOf(d, board.held(d));
            } else if (board.held(d) != null) {
                for (int use : board.uses(d, board.held(d))) {
                    room[use]--;
                }
            }
        }
        options = new int[doctors][];
        seats = new int[doctors][];
        for (int d = 0; d < doctors; d++) {
            options[d] = options(d);
            int doctor = d;
            seats[d] = Arrays.stream(options[d])
                    .map(option -> board.seatOf(doctor, option))
                    .toArray();
        }
        for (int r = 0; r < room.length; r++) {
            kept.add(new int[board.isSeat(r) ? Math.min(room[r], doctors) : 0]);
        }
        many = new int[room.length];
        last = new int[room.length];
        worst = new int[room.length];
    }

    /** The single stays better than what is held, on seats that those who take no part have not all of. */
    private int[] options(int doctor) {
        List<Integer> options = new ArrayList<>();
        for (int o = 0; board.takesPart(doctor) && o < board.options(doctor); o++) {
            if (!board.isWhole(doctor, o)
                    && board.better(doctor, o, board.held(doctor))
                    && room[board.seatOf(doctor, o)] > 0) {
                options.add(o);
            }
        }
        return options.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Sorts a seat's doctors: who held it before, and then by rank. */
    int order(int doctor, int seat) {
        return heldSeat[doctor] == seat ? doctor : doctor + board.doctors.size();
    }

    /** How many have each resource after all have asked. */
    int[] used(Admissions admissions) {
        int doctors = options.length;
        int[] has = new int[doctors];
        int[] asked = new int[doctors];
        Arrays.fill(has, -1);
        Arrays.fill(many, 0);
        int[] stack = new int[doctors];
        int waiting = 0;
        for (int d = doctors - 1; d >= 0; d--) {
            if (takesPart[d]) {
                stack[waiting++] = d;
            } else {
                has[d] = held[d];
            }
        }
        while (waiting > 0) {
            int doctor = stack[--waiting];
            int[] mine = options[doctor];
            boolean[] open = admissions.open(doctor);
            boolean kept = false;
            while (!kept && asked[doctor] < mine.length) {
                int place = asked[doctor]++;
                if (open[mine[place]] && takes(seats[doctor][place], doctor)) {
                    has[doctor] = mine[place];
                    waiting = take(seats[doctor][place], doctor, has, stack, waiting);
                    kept = true;
                }
            }
            if (!kept && heldSeat[doctor] >= 0) {
                has[doctor] = held[doctor];
                waiting = take(heldSeat[doctor], doctor, has, stack, waiting);
            }
        }
        int[] used = new int[room.length];
        for (int d = 0; d < doctors; d++) {
            if (has[d] >= 0) {
                for (int use : board.uses(d, has[d])) {
                    used[use]++;
                }
            }
        }
        return used;
    }

    private boolean takes(int seat, int doctor) {
        return many[seat] < room[seat] || order(doctor, seat) < worst[seat];
    }

    /** @return how many wait to ask then: one more where someone had to let go */
    private int take(int seat, int doctor, int[] has, int[] stack, int waiting) {
        int[] here = kept.get(seat);
        int more = waiting;
        if (many[seat] < room[seat]) {
            here[many[seat]++] = order(doctor, seat);
        } else {
            int out = here[last[seat]] % options.length;
            has[out] = -1;
            stack[more++] = out;
            here[last[seat]] = order(doctor, seat);
        }
        findLast(seat);
        return more;
    }

    private void findLast(int seat) {
        int[] here = kept.get(seat);
        last[seat] = 0;
        for (int i = 1; i < many[seat]; i++) {
            if (here[i] > here[last[seat]]) {
                last[seat] = i;
            }
        }
        worst[seat] = here[last[seat]];
    }
}
