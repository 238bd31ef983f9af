package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** Looks up every fact of the stated reasons in the problem, the proposal and the certificate. */
final class ReasonCheck {
    private final HeldOutcome standing;
    private final GroundCheck ground;
    private final List<Failure> failures;

    ReasonCheck(HeldOutcome standing, Certificate certificate, List<Failure> failures) {
        this.standing = standing;
        this.failures = failures;
        ground = new GroundCheck(standing, certificate);
    }

    void check(List<StatedReasons.Reason> reasons) {
        List<DoctorId> expected = standing.doctors.stream().map(Doctor::id).toList();
        if (!expected.equals(reasons.stream().map(StatedReasons.Reason::doctor).toList())) {
            failures.add(new Failure(
                    Failure.Kind.REASON,
                    "doctors",
                    "There must be one reason for each doctor, in the problem's order."));
            return;
        }
        for (int d = 0; d < reasons.size(); d++) {
            check(d, reasons.get(d));
        }
    }

    private void check(int doctor, StatedReasons.Reason reason) {
        same(doctor, "position", doctor + 1, reason.position());
        same(doctor, "standing", outcome(doctor), reason.standing());
        same(doctor, "tier", standing.placed(doctor) ? standing.heldTier(doctor) : null, reason.tier());
        Doctor subject = standing.doctors.get(doctor);
        int better = subject.pinned() ? 0 : standing.optionsBelow(doctor, standing.heldTier(doctor));
        if (same(doctor, "number of better options", better, reason.better().size())) {
            for (int o = 0; o < better; o++) {
                checkOption(doctor, o, reason.better().get(o));
            }
        }
        ground.faults(doctor, reason.ground()).forEach(fault -> fail(doctor, fault));
    }

    private StatedReasons.Standing outcome(int doctor) {
        Doctor subject = standing.doctors.get(doctor);
        if (subject.pinned()) {
            return standing.placed(doctor) ? StatedReasons.Standing.PLACED_BY_HAND : StatedReasons.Standing.EXCLUDED;
        }
        if (standing.placed(doctor)) {
            return StatedReasons.Standing.PLACED;
        }
        return subject.options().isEmpty() ? StatedReasons.Standing.NOTHING_TO_OFFER : StatedReasons.Standing.ALL_TAKEN;
    }

    private void checkOption(int doctor, int option, StatedReasons.Better stated) {
        String of = "option " + option + ": ";
        same(doctor, of + "option", option, stated.option());
        same(doctor, of + "tier", standing.tier(doctor, option), stated.tier());
        List<Integer> full = hindrances(doctor, option);
        List<ResourceId> ids = full.stream().map(this::id).toList();
        if (!same(
                doctor,
                of + "what is full",
                ids,
                stated.full().stream().map(StatedReasons.Full::resource).toList())) {
            return;
        }
        if (full.isEmpty()) {
            fail(doctor, of + "nothing of it is full.");
        }
        for (int k = 0; k < full.size(); k++) {
            checkFull(doctor, of + ids.get(k) + ": ", full.get(k), stated.full().get(k));
        }
    }

    /** What others hold all of; only that of it which nobody behind holds, where there is such. */
    private List<Integer> hindrances(int doctor, int option) {
        List<Integer> full = new ArrayList<>();
        List<Integer> withoutBehind = new ArrayList<>();
        for (int r : standing.uses(doctor)[option]) {
            List<Integer> others = others(doctor, r);
            if (others.size() >= resource(r).capacity()) {
                full.add(r);
                if (others.stream().noneMatch(other -> isBehind(doctor, other))) {
                    withoutBehind.add(r);
                }
            }
        }
        return withoutBehind.isEmpty() ? full : withoutBehind;
    }

    private void checkFull(int doctor, String of, int number, StatedReasons.Full stated) {
        same(doctor, of + "units", resource(number).capacity(), stated.units());
        List<StatedReasons.Holder> expected = new ArrayList<>();
        for (int other : others(doctor, number)) {
            if (isBehind(doctor, other) && !mayKeepBehind(doctor)) {
                fail(doctor, of + standing.doctors.get(other).id() + " stands behind and is no hindrance.");
            }
            expected.add(new StatedReasons.Holder(standing.doctors.get(other).id(), other + 1, right(doctor, other)));
        }
        same(doctor, of + "who holds it", expected, stated.holders());
    }

    private List<Integer> others(int doctor, int number) {
        return Arrays.stream(standing.holders(number))
                .filter(other -> other != doctor)
                .boxed()
                .toList();
    }

    private boolean isBehind(int doctor, int other) {
        return other > doctor && !standing.doctors.get(other).pinned();
    }

    /** Whether doctors behind are protected in the claim about this one. */
    private boolean mayKeepBehind(int doctor) {
        return standing.problem.objective() == Objective.PLACEMENTS_FIRST && standing.placed(doctor);
    }

    private StatedReasons.Right right(int doctor, int other) {
        if (standing.doctors.get(other).pinned()) {
            return StatedReasons.Right.BY_HAND;
        }
        return other < doctor ? StatedReasons.Right.AHEAD : StatedReasons.Right.PLACED_AT_ALL;
    }

    private Resource resource(int number) {
        return standing.problem.resources().get(number);
    }

    private ResourceId id(int number) {
        return resource(number).id();
    }

    private boolean same(int doctor, String what, Object expected, Object stated) {
        boolean same = Objects.equals(expected, stated);
        if (!same) {
            fail(doctor, what + " is " + expected + ", not " + stated + ".");
        }
        return same;
    }

    private void fail(int doctor, String text) {
        failures.add(new Failure(
                Failure.Kind.REASON, standing.doctors.get(doctor).id().toString(), text));
    }
}
