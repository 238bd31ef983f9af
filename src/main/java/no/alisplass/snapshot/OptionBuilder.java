package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.policy.PlacementRules;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * Everything that could be offered to a doctor within the horizon, grouped in tiers by the doctor's wishes: a single
 * stay, or, for more months than one stay gives, a pair of stays and, after all pairs, a first part alone
 * (003 §7.3.1.2, "todelt tjeneste"): not to a doctor who wants both or nothing, and not where the policy will not have it.
 */
public final class OptionBuilder {
    private static final Comparator<OfferedStay> OFFERED_ORDER = Comparator.comparing(
                    (OfferedStay offered) -> offered.stay().halfYear())
            .thenComparing(offered -> offered.stay().position());

    private final List<OfferedStay> offered;
    private final PlacementRules rules;
    private final HalfYear horizonStart;
    private final Objective objective;

    /** @param objective what the round holds highest */
    public OptionBuilder(List<OfferedStay> offered, PlacementRules rules, HalfYear horizonStart, Objective objective) {
        this.objective = objective;
        this.offered = offered.stream().sorted(OFFERED_ORDER).toList();
        this.rules = rules;
        this.horizonStart = horizonStart;
    }

    /** The options, best tier first, and what could not be one. */
    public record Built(List<Option> options, List<InadmissibleStay> leftOut) {}

    /** What one doctor could be offered. */
    public Built build(OfferConditions doctor) {
        List<InadmissibleStay> leftOut = new ArrayList<>();
        List<Stay> admissible = new ArrayList<>();
        for (OfferedStay candidate : offered) {
            Stay stay = candidate.stay();
            OfferRule.broken(doctor, candidate, rules)
                    .ifPresentOrElse(
                            reason -> leftOut.add(new InadmissibleStay(stay.position(), stay.halfYear(), reason)),
                            () -> admissible.add(stay));
        }
        if (doctor.toCome().left().compareTo(Months.of(rules.monthsPerStay())) <= 0) {
            return new Built(tiers(alone(admissible), doctor), leftOut);
        }
        List<List<Stay>> offers = new ArrayList<>(pairs(admissible));
        if (doctor.wishes().bothOrNothing()) {
            leftOut.addAll(withoutOffer(admissible, offers, OfferRule.HALF_ONLY));
        } else if (offers.isEmpty() || rules.offersFirstPart(objective)) {
            // What is begun too late for the rest to follow in time is no first part.
            offers.addAll(alone(admissible.stream()
                    .filter(stay -> doctor.scheme()
                            .endsInTime(stay.halfYear().start(), doctor.toCome().left()))
                    .toList()));
            leftOut.addAll(withoutOffer(admissible, offers, OfferRule.SCHEME_ENDS));
        }
        return new Built(tiers(offers, doctor), leftOut);
    }

    private static List<InadmissibleStay> withoutOffer(
            List<Stay> admissible, List<List<Stay>> offers, OfferRule reason) {
        return admissible.stream()
                .filter(stay -> offers.stream().noneMatch(offer -> offer.contains(stay)))
                .map(stay -> new InadmissibleStay(stay.position(), stay.halfYear(), reason))
                .toList();
    }

    private static List<List<Stay>> alone(List<Stay> stays) {
        return stays.stream().map(List::of).toList();
    }

    private List<List<Stay>> pairs(List<Stay> admissible) {
        List<List<Stay>> pairs = new ArrayList<>();
        for (Stay first : admissible) {
            for (Stay second : admissible) {
                int gap = first.halfYear().until(second.halfYear());
                boolean inTime = rules.consecutiveHalfYears() ? gap == 1 : gap >= 1;
                if (inTime && !(rules.distinctDepartments() && shareDepartment(first, second))) {
                    pairs.add(List.of(first, second));
                }
            }
        }
        return pairs;
    }

    private static boolean shareDepartment(Stay first, Stay second) {
        Set<DepartmentId> departments =
                first.legs().stream().map(Leg::department).collect(Collectors.toSet());
        return second.legs().stream().map(Leg::department).anyMatch(departments::contains);
    }

    private List<Option> tiers(List<List<Stay>> offers, OfferConditions doctor) {
        Comparator<List<Stay>> better = new WishOrder(doctor.wishes(), horizonStart).comparator();
        List<List<Stay>> ordered = offers.stream().sorted(better).toList();
        List<Option> options = new ArrayList<>();
        int tier = -1;
        for (int i = 0; i < ordered.size(); i++) {
            if (i == 0 || better.compare(ordered.get(i - 1), ordered.get(i)) != 0) {
                tier++;
            }
            options.add(new Option(tier, ordered.get(i), uses(ordered.get(i), doctor)));
        }
        return options;
    }

    private static List<ResourceId> uses(List<Stay> stays, OfferConditions doctor) {
        Set<ResourceId> uses = new TreeSet<>();
        for (Stay stay : stays) {
            uses.add(ResourceId.seat(stay.position(), stay.halfYear()));
            uses.addAll(doctor.limits().apply(stay.halfYear()));
        }
        return List.copyOf(uses);
    }
}
