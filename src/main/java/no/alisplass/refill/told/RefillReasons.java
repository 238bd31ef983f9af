package no.alisplass.refill.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.message.Message;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.BundleConflict;
import no.alisplass.refill.Missed;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;

/**
 * What a refill comes to for one doctor, in sentences for the doctor and the doctor's area: what is kept or got, and of each seat that was there to give
 * and that would have been better, why it went elsewhere. Names no other doctor. The sentences have no subject, so that a name or <i>you</i> can
 * stand above them.
 */
public final class RefillReasons {
    private final RefillProblem problem;
    private final Map<DoctorId, RefillDoctor> doctors = new HashMap<>();
    private final Map<DoctorId, RefillResult> results = new HashMap<>();
    private final Map<DoctorId, List<BundleConflict>> conflicts = new HashMap<>();

    /** @param outcome of that problem */
    public RefillReasons(RefillProblem problem, RefillOutcome outcome) {
        this.problem = problem;
        problem.doctors().forEach(doctor -> doctors.put(doctor.id(), doctor));
        outcome.doctors().forEach(result -> results.put(result.doctor(), result));
        outcome.conflicts().forEach(conflict -> conflicts
                .computeIfAbsent(conflict.doctor(), id -> new ArrayList<>())
                .add(conflict));
    }

    /** The outcome first. @throws IllegalArgumentException when the refill has no such doctor */
    public List<Message> of(DoctorId id) {
        RefillDoctor doctor = doctors.get(id);
        if (doctor == null) {
            throw new IllegalArgumentException("The refill has no doctor " + id + ".");
        }
        RefillResult result = results.get(id);
        List<Message> told = new ArrayList<>();
        switch (result.kind()) {
            case KEPT -> told.add(kept(doctor, result));
            case UPGRADED -> {
                told.add(upgraded(doctor, result));
                told.add(choice(doctor, result.option()));
            }
            case PLACED -> {
                told.add(Message.of("refill.placed", SeatWords.option(option(doctor, result.option()))));
                told.add(choice(doctor, result.option()));
            }
            case WAITS -> told.add(waits(doctor, result));
            case OUT -> told.add(Message.of(doctor.part() == RefillPart.BY_HAND ? "refill.out-by-hand" : "refill.out"));
        }
        result.missed().forEach(missed -> told.add(missed(doctor, missed)));
        if (takesPart(doctor)) {
            wholes(doctor, result, told);
        }
        return told;
    }

    private boolean takesPart(RefillDoctor doctor) {
        return doctor.part() == RefillPart.WAITS
                || doctor.part() == RefillPart.UPGRADABLE
                        && problem.mode() == RefillMode.UPGRADES
                        && !isWhole(doctor.heldOption());
    }

    private static boolean isWhole(Option option) {
        return option.stays().size() > 1;
    }

    private static Option option(RefillDoctor doctor, int option) {
        return doctor.options().get(option);
    }

    private Message kept(RefillDoctor doctor, RefillResult result) {
        Message what = SeatWords.option(doctor.heldOption());
        if (doctor.part() == RefillPart.BY_HAND) {
            return Message.of("refill.kept-by-hand", what);
        }
        if (doctor.part() == RefillPart.FIRM) {
            return Message.of("refill.kept", what);
        }
        if (doctor.options().stream().noneMatch(one -> better(one, doctor.heldOption()))) {
            return Message.of("refill.kept-best", what);
        }
        if (problem.mode() == RefillMode.WAITING_ONLY) {
            return Message.of("refill.kept-stopped", what);
        }
        if (isWhole(doctor.heldOption())) {
            return Message.of("refill.kept-whole", what);
        }
        return Message.of(noneWasFree(doctor, result) ? "refill.kept-none-free" : "refill.kept", what);
    }

    /** Of a whole that would have been better it may be that only the rule stood in the way: then nothing is said of what was free. */
    private static boolean noneWasFree(RefillDoctor doctor, RefillResult result) {
        return result.missed().isEmpty()
                && doctor.options().stream().noneMatch(one -> isWhole(one) && better(one, doctor.heldOption()));
    }

    private static boolean better(Option one, Option than) {
        return than == null || one.tier() < than.tier();
    }

    private static Message upgraded(RefillDoctor doctor, RefillResult result) {
        Option from = option(doctor, result.from());
        Option to = option(doctor, result.option());
        String code = to.uses().containsAll(from.uses()) ? "refill.completed" : "refill.upgraded";
        return Message.of(code, SeatWords.option(from), SeatWords.option(to));
    }

    private static Message choice(RefillDoctor doctor, int option) {
        List<Integer> tiers =
                doctor.options().stream().map(Option::tier).distinct().toList();
        int number = tiers.indexOf(option(doctor, option).tier()) + 1;
        return number == 1 ? Message.of("refill.choice-best") : Message.of("refill.choice", number, tiers.size());
    }

    private static Message waits(RefillDoctor doctor, RefillResult result) {
        if (doctor.options().isEmpty()) {
            return Message.of("refill.waits-nothing");
        }
        return Message.of(noneWasFree(doctor, result) ? "refill.waits-none-free" : "refill.waits");
    }

    private static Message missed(RefillDoctor doctor, Missed missed) {
        Message seat = SeatWords.option(option(doctor, missed.option()));
        return switch (missed.why()) {
            case AHEAD ->
                missed.to().size() == 1
                        ? Message.of("refill.missed-ahead-one", seat, missed.place(), missed.line())
                        : Message.of(
                                "refill.missed-ahead-many",
                                seat,
                                missed.place(),
                                missed.line(),
                                missed.to().size());
            case LIMIT -> Message.of("refill.missed-limit", seat, halfYear(missed.limit()));
            case LEFT_OUT -> Message.of("refill.missed-left-out", seat, halfYear(missed.limit()));
        };
    }

    private static HalfYear halfYear(ResourceId limit) {
        return limit.away().orElseThrow().halfYear();
    }

    /** Why none of the wholes that would have been better: the rule, once, and of which a human is to look at it. */
    private void wholes(RefillDoctor doctor, RefillResult result, List<Message> told) {
        Option after = result.option() == null ? null : option(doctor, result.option());
        boolean any = doctor.options().stream().anyMatch(one -> isWhole(one) && better(one, after));
        if (any) {
            told.add(Message.of("refill.whole-rule"));
        }
        conflicts
                .getOrDefault(doctor.id(), List.of())
                .forEach(conflict ->
                        told.add(Message.of(code(conflict), SeatWords.option(option(doctor, conflict.option())))));
    }

    private static String code(BundleConflict conflict) {
        if (conflict.taken().isEmpty()) {
            return "refill.whole-conflict-free";
        }
        boolean seats = conflict.taken().stream()
                .anyMatch(taken -> taken.resource().seat().isPresent());
        return seats ? "refill.whole-conflict" : "refill.whole-conflict-limit";
    }
}
