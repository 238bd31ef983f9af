package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/**
 * A doctor in a refill: what is held, and what the doctor would take, best first.
 *
 * <p>Options of one tier are equally good to the doctor. The exact pass of a round settles between them so that others get more;
 * a refill does not, since nobody who has said yes to one place is moved to another that is no better: <b>a tie is broken by the order in which the options are
 * listed</b> ({@code snapshot.OptionBuilder}: the earlier half-year first, then the position). A holder asks for options of a
 * better tier than the one held and for none of the same tier.
 *
 * @param id as in the round's frozen problem
 * @param held what the doctor holds before the refill, as its index in {@code options}; null for nothing
 * @param options by the doctor's wishes as they were saved last, best tier first; tiers may have gaps, since a wish may be taken back
 * @param ownOrder true for an upgradable doctor who has put in another order what stood above a seat held, this one or one
 *     before it: what was put in order stands first; else null
 */
public record RefillDoctor(
        DoctorId id,
        RefillPart part,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer held,
        List<Option> options,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean ownOrder) {
    public RefillDoctor {
        if (id == null || part == null) {
            throw new IllegalArgumentException("A doctor in a refill has an id and a part.");
        }
        options = List.copyOf(options);
        for (int i = 1; i < options.size(); i++) {
            if (options.get(i).tier() < options.get(i - 1).tier()) {
                throw new IllegalArgumentException("The options of doctor " + id + " must come best tier first.");
            }
        }
        Set<Set<ResourceId>> offered = new HashSet<>();
        for (Option option : options) {
            if (!offered.add(Set.copyOf(option.uses()))) {
                throw new IllegalArgumentException(
                        "The doctor " + id + " has two options that take " + option.uses() + ".");
            }
        }
        if (held != null && (held < 0 || held >= options.size())) {
            throw new IllegalArgumentException(
                    "The doctor " + id + " cannot hold option " + held + ": there are " + options.size() + " options.");
        }
        String wrong =
                switch (part) {
                    case WAITS, OUT ->
                        held == null ? null : "is " + part + " and holds option " + held + ", which is one too many";
                    case UPGRADABLE, FIRM -> held != null ? null : "is " + part + " and holds nothing";
                    case BY_HAND ->
                        options.size() <= 1 && (held != null || options.isEmpty())
                                ? null
                                : "is settled by hand and must have the one option that is held, or none";
                };
        if (wrong != null) {
            throw new IllegalArgumentException("The doctor " + id + " " + wrong + ".");
        }
        if (ownOrder != null && !(ownOrder && part == RefillPart.UPGRADABLE)) {
            throw new IllegalArgumentException("The doctor " + id + " is " + part + " and says ownOrder " + ownOrder
                    + ": only who asks for something better has an order of their own, and says true.");
        }
    }

    /** Someone with the round's order. */
    public RefillDoctor(DoctorId id, RefillPart part, Integer held, List<Option> options) {
        this(id, part, held, options, null);
    }

    /** Whether what stands first is in an order of the doctor's own. */
    public boolean hasOwnOrder() {
        return ownOrder != null;
    }

    /** The option held before; null for none. */
    public Option heldOption() {
        return held == null ? null : options.get(held);
    }

    /** Someone who holds nothing and waits. */
    public static RefillDoctor waiting(DoctorId id, List<Option> options) {
        return new RefillDoctor(id, RefillPart.WAITS, null, options);
    }

    /** Someone who takes no more part. */
    public static RefillDoctor out(DoctorId id, List<Option> options) {
        return new RefillDoctor(id, RefillPart.OUT, null, options);
    }

    /** Someone who holds one of the options. */
    public static RefillDoctor holding(DoctorId id, boolean upgradable, int held, List<Option> options) {
        return new RefillDoctor(id, upgradable ? RefillPart.UPGRADABLE : RefillPart.FIRM, held, options);
    }

    /** Someone who asks for something better, and has put in order what stands first. */
    public static RefillDoctor ordering(DoctorId id, int held, List<Option> options) {
        return new RefillDoctor(id, RefillPart.UPGRADABLE, held, options, true);
    }
}
