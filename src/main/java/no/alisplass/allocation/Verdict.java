package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/**
 * What is known of a run's proposal: what is proven, on which conditions, and whom that which is settled by hand goes out over.
 *
 * @param byHand how many doctors' outcomes are settled by hand
 * @param breaches doctors ahead who would rather have what was given by hand to one behind
 */
public record Verdict(Kind kind, Objective objective, int doctors, int byHand, List<Breach> breaches) {
    public Verdict {
        breaches = List.copyOf(breaches);
    }

    public enum Kind {
        /** There are no doctors, and so there is nothing to say. */
        EMPTY,
        /** Proven best, and checked. */
        PROVEN,
        /** Checked, but some outcomes are not proven best. */
        PARTLY,
        /** The checker did not accept it. */
        REFUSED
    }

    /** @param wanted what {@code ahead} would rather have and {@code pinned} has some of */
    public record Breach(DoctorOutcome ahead, DoctorOutcome pinned, Option wanted) {}

    static Verdict of(Run run, Objective objective, List<DoctorOutcome> doctors, List<Breach> breaches) {
        Kind kind = doctors.isEmpty()
                ? Kind.EMPTY
                : !Boolean.TRUE.equals(run.checked())
                        ? Kind.REFUSED
                        : Boolean.TRUE.equals(run.proven()) ? Kind.PROVEN : Kind.PARTLY;
        int byHand = (int) doctors.stream().filter(DoctorOutcome::pinned).count();
        return new Verdict(kind, objective, doctors.size(), byHand, breaches);
    }

    /** How many doctors ahead what is settled by hand goes out over. */
    public int passedOver() {
        return (int) breaches.stream().map(Breach::ahead).distinct().count();
    }

    /** The sentences, with all conditions. */
    public List<Finding> text() {
        String key =
                switch (kind) {
                    case EMPTY -> "verdict-empty";
                    case REFUSED -> "verdict-refused";
                    case PARTLY -> "verdict-partly";
                    case PROVEN -> objective == Objective.WISHES_FIRST ? "verdict-proven" : "verdict-proven-placements";
                };
        boolean onTerms = byHand > 0 && kind == Kind.PROVEN;
        List<Finding> text = new ArrayList<>();
        text.add(Finding.of(
                null, null, "allocation." + key + (onTerms ? "-by-hand" + count(byHand) : ""), doctors, byHand));
        if (!breaches.isEmpty()) {
            int over = passedOver();
            text.add(Finding.of(null, null, "allocation.passed-over" + count(over), doctors, byHand, over));
        }
        return text;
    }

    private static String count(int number) {
        return number == 1 ? "-one" : "-many";
    }

    /** Each doctor ahead, with each one behind who was given by hand what that doctor would rather have. */
    public static List<Breach> breaches(List<DoctorOutcome> doctors, AllocationProblem problem) {
        List<Breach> breaches = new ArrayList<>();
        for (int at = 0; at < doctors.size(); at++) {
            DoctorOutcome pinned = doctors.get(at);
            if (pinned.pinned() && pinned.placed()) {
                List<ResourceId> given = pinned.stays().stream()
                        .map(stay -> ResourceId.seat(stay.position(), stay.halfYear()))
                        .toList();
                for (int ahead = 0; ahead < at; ahead++) {
                    DoctorOutcome one = doctors.get(ahead);
                    int tier = one.placed() ? one.option().tier() : one.tiers();
                    if (!one.pinned()) {
                        problem.doctors().get(ahead).options().stream()
                                .filter(option -> option.tier() < tier)
                                .filter(option -> option.uses().stream().anyMatch(given::contains))
                                .findFirst()
                                .ifPresent(wanted -> breaches.add(new Breach(one, pinned, wanted)));
                    }
                }
            }
        }
        return breaches;
    }
}
