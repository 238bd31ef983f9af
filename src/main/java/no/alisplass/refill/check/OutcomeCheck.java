package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.alisplass.certificate.check.Failure;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Resource;
import no.alisplass.refill.RefillCertificate.LimitClaim;
import no.alisplass.refill.RefillCertificate.SeatClaim;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillResult;

/** Whether an outcome is one of the problem at all: who has what, that there is room for it, that nobody has less than was held, and the counts. */
final class OutcomeCheck {
    private final Board board;
    private final List<Failure> failures;

    OutcomeCheck(Board board, List<Failure> failures) {
        this.board = board;
        this.failures = failures;
    }

    /** What everyone has after; null, with the faults added, when the results are not those of the problem's doctors. */
    List<Integer> read(RefillOutcome outcome) {
        List<DoctorId> stated =
                outcome.doctors().stream().map(RefillResult::doctor).toList();
        if (!stated.equals(board.doctors.stream().map(doctor -> doctor.id()).toList())) {
            fail(Failure.Kind.PROPOSAL, "doctors", "There must be one result for each doctor, in the problem's order.");
            return null;
        }
        List<Integer> after = new ArrayList<>();
        for (int d = 0; d < stated.size(); d++) {
            Integer option = outcome.doctors().get(d).option();
            if (option != null && (option < 0 || option >= board.options(d))) {
                fail(Failure.Kind.PROPOSAL, stated.get(d).value(), "There is no option " + option + ".");
                return null;
            }
            after.add(option);
        }
        return after;
    }

    void results(RefillOutcome outcome, Standings standings) {
        for (int d = 0; d < board.doctors.size(); d++) {
            RefillResult result = outcome.doctors().get(d);
            String who = result.doctor().value();
            Integer held = board.held(d);
            Integer after = standings.after.get(d);
            boolean moved = !Objects.equals(held, after);
            if (moved && !board.takesPart(d)) {
                fail(Failure.Kind.PROPOSAL, who, "The doctor takes no part and must have what was held.");
            } else if (held != null && moved && (after == null || !board.better(d, after, held))) {
                fail(Failure.Kind.PROPOSAL, who, "What the doctor gets is no better than what was held.");
            }
            RefillResult.Kind kind = kind(d, held, after);
            if (result.kind() != kind) {
                fail(Failure.Kind.PROPOSAL, who, "It says " + result.kind() + " and must say " + kind + ".");
            }
            Integer from = kind == RefillResult.Kind.UPGRADED ? held : null;
            if (!Objects.equals(result.from(), from)) {
                fail(Failure.Kind.PROPOSAL, who, "It comes from " + from + ", not from " + result.from() + ".");
            }
        }
    }

    private RefillResult.Kind kind(int doctor, Integer held, Integer after) {
        if (after == null) {
            RefillPart part = board.doctors.get(doctor).part();
            return part == RefillPart.OUT || part == RefillPart.BY_HAND
                    ? RefillResult.Kind.OUT
                    : RefillResult.Kind.WAITS;
        }
        if (held == null) {
            return RefillResult.Kind.PLACED;
        }
        return held.equals(after) ? RefillResult.Kind.KEPT : RefillResult.Kind.UPGRADED;
    }

    void room(Standings standings) {
        for (int r = 0; r < standings.used.length; r++) {
            int most = board.isSeat(r) ? board.capacity(r) : Math.max(board.capacity(r), standings.before[r]);
            if (standings.used[r] > most) {
                fail(
                        Failure.Kind.PROPOSAL,
                        board.resources.get(r).value(),
                        standings.used[r] + " have it, and there is room for " + most + ".");
            }
        }
    }

    void free(RefillOutcome outcome, Standings standings) {
        List<Resource> free = new ArrayList<>();
        for (int r = 0; r < standings.used.length; r++) {
            if (board.isSeat(r) && standings.free(r) > 0) {
                free.add(new Resource(board.resources.get(r), standings.free(r)));
            }
        }
        if (!free.equals(outcome.free())) {
            fail(Failure.Kind.STATEMENT, "free", "Free are " + free + ", not " + outcome.free() + ".");
        }
    }

    void seats(List<SeatClaim> claims, Standings standings) {
        List<SeatClaim> expected = new ArrayList<>();
        for (int r = 0; r < standings.used.length; r++) {
            if (board.isSeat(r)) {
                List<DoctorId> given =
                        standings.newcomers.get(r).stream().map(board::id).toList();
                expected.add(new SeatClaim(
                        board.resources.get(r), standings.used[r] - given.size(), given, standings.free(r)));
            }
        }
        compare("seats", expected, claims);
    }

    /** @param admissions who was let in to what, as it was found */
    void limits(List<LimitClaim> claims, Standings standings, Admissions admissions) {
        List<LimitClaim> expected = new ArrayList<>();
        for (int r = 0; r < standings.used.length; r++) {
            if (!board.isSeat(r)) {
                expected.add(new LimitClaim(
                        board.resources.get(r),
                        standings.before[r],
                        standings.used[r],
                        admissions.letIn(r),
                        admissions.leftOut(r)));
            }
        }
        compare("limits", expected, claims);
    }

    private void compare(String what, List<?> expected, List<?> stated) {
        if (expected.size() != stated.size()) {
            fail(Failure.Kind.CLAIM, what, "There must be " + expected.size() + " claims, not " + stated.size() + ".");
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(stated.get(i))) {
                fail(
                        Failure.Kind.CLAIM,
                        what + "[" + i + "]",
                        "It is " + expected.get(i) + ", not " + stated.get(i) + ".");
            }
        }
    }

    private void fail(Failure.Kind kind, String subject, String text) {
        failures.add(new Failure(kind, subject, text));
    }
}
