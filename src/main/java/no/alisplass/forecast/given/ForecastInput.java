package no.alisplass.forecast.given;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.Policy;

/**
 * All that a forecast follows from, but the seed.
 *
 * @param queue who waits as it begins, by HPR number
 * @param areas all there are, by code
 */
public record ForecastInput(
        List<QueuedDoctor> queue, List<PlannedArea> areas, Assumptions assumptions, Plan plan, Policy policy) {
    public ForecastInput {
        queue = queue.stream()
                .sorted(Comparator.comparing(each -> each.entry().hpr()))
                .toList();
        areas = areas.stream().sorted(Comparator.comparing(PlannedArea::code)).toList();
        Set<AreaCode> codes = new HashSet<>();
        for (PlannedArea area : areas) {
            if (!codes.add(area.code())) {
                throw new IllegalArgumentException("The area " + area.code() + " is listed twice.");
            }
        }
        Set<HprNumber> seen = new HashSet<>();
        for (QueuedDoctor doctor : queue) {
            if (!codes.contains(doctor.area())) {
                throw new IllegalArgumentException(
                        "The area " + doctor.area() + " of a doctor is not among the areas.");
            }
            if (!seen.add(doctor.entry().hpr())) {
                throw new IllegalArgumentException("A doctor stands twice in the queue.");
            }
        }
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("A forecast needs an area at least.");
        }
    }

    public ForecastInput with(Plan other) {
        return new ForecastInput(queue, areas, assumptions, other, policy);
    }
}
