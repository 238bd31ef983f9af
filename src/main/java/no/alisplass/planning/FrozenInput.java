package no.alisplass.planning;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * Who waited, where and for what, when a forecast was asked: so that all processes work on the same, whatever becomes of the register meanwhile. Without
 * names, addresses and notes.
 *
 * @param policyHash of the policy that decides
 */
record FrozenInput(int schema, List<QueuedDoctor> queue, List<PlannedArea> areas, Planned plan, String policyHash) {
    private static final int SCHEMA = 1;

    FrozenInput {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("A frozen register of schema " + schema + " is not known.");
        }
        queue = List.copyOf(queue);
        areas = List.copyOf(areas);
    }

    record Planned(HospitalId hospital, HalfYear first, int halfYears, int perRound, List<PlacedSeats> positions) {}

    record PlacedSeats(PositionId id, List<Leg> legs, List<Service> services, List<From> from) {}

    record From(HalfYear halfYear, int seats) {}

    static FrozenInput of(List<QueuedDoctor> queue, List<PlannedArea> areas, Plan plan, Policy policy) {
        return new FrozenInput(
                SCHEMA,
                queue.stream()
                        .map(each -> new QueuedDoctor(each.area(), each.day(), withoutName(each.entry())))
                        .toList(),
                areas,
                new Planned(
                        plan.hospital(),
                        plan.first(),
                        plan.halfYears(),
                        plan.perRound(),
                        plan.positions().stream().map(FrozenInput::seats).toList()),
                policy.hash());
    }

    private static PlacedSeats seats(PlannedPosition position) {
        return new PlacedSeats(
                position.id(),
                position.legs(),
                List.copyOf(position.services()),
                position.from().entrySet().stream()
                        .map(each -> new From(each.getKey(), each.getValue()))
                        .toList());
    }

    private static WaitlistEntry withoutName(WaitlistEntry entry) {
        return new WaitlistEntry(
                entry.priority(),
                new Person("", entry.hpr(), null),
                entry.employment(),
                entry.training(),
                entry.service(),
                entry.progress(),
                entry.institution(),
                entry.wishes(),
                entry.readiness(),
                null);
    }

    /** @throws JobFailed when the policy is not that which it was asked under */
    ForecastInput with(Assumptions assumptions, Policy policy) {
        if (!policy.hash().equals(policyHash)) {
            throw new JobFailed(JobFailure.POLICY_CHANGED, "The policy is not the one the question was asked under.");
        }
        return new ForecastInput(
                queue,
                areas,
                assumptions,
                new Plan(
                        plan.hospital(),
                        plan.first(),
                        plan.halfYears(),
                        plan.perRound(),
                        plan.positions().stream().map(FrozenInput::position).toList()),
                policy);
    }

    private static PlannedPosition position(PlacedSeats seats) {
        TreeMap<HalfYear, Integer> from = new TreeMap<>();
        seats.from().forEach(each -> from.put(each.halfYear(), each.seats()));
        return new PlannedPosition(seats.id(), seats.legs(), Set.copyOf(seats.services()), from);
    }
}
