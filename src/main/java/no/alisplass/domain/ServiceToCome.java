package no.alisplass.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a doctor has by approved rounds counts as service to come, until the municipality has entered it.
 *
 * @param stays that count
 * @param left institutional service that is left when they have been done
 */
public record ServiceToCome(List<GivenStay> stays, Months left) {
    public ServiceToCome {
        stays = List.copyOf(stays);
    }

    /**
     * What is left is never more than what was left when a round gave something, less what it gave: a municipality that has already
     * entered the service has it counted once, and one that has forgotten it has it counted too.
     *
     * @param stated what the municipality says is left
     * @param interrupted an earlier service was broken off: what began before the round is then as the municipality says
     * @param given all that approved rounds have given the doctor
     * @param first the first half-year of the round
     */
    public static ServiceToCome of(Months stated, boolean interrupted, List<GivenStay> given, HalfYear first) {
        List<GivenStay> stays = given.stream()
                .filter(stay -> !interrupted || stay.last().compareTo(first) >= 0)
                .toList();
        Map<RoundId, List<GivenStay>> rounds = new LinkedHashMap<>();
        stays.forEach(stay -> rounds.computeIfAbsent(stay.round(), none -> new java.util.ArrayList<>())
                .add(stay));
        Months left = stated;
        for (List<GivenStay> round : rounds.values()) {
            Months before = interrupted || round.get(0).monthsLeft() == null
                    ? left
                    : round.get(0).monthsLeft();
            int months = round.stream().mapToInt(GivenStay::months).sum();
            Months after = Months.of(months).until(before);
            left = after.compareTo(left) < 0 ? after : left;
        }
        return new ServiceToCome(stays, left);
    }

    /** Whether what the doctor has is all that is needed. */
    public boolean isEnough() {
        return !stays.isEmpty() && left.tenths() == 0;
    }

    public Set<DepartmentId> departments() {
        return stays.stream().flatMap(stay -> stay.departments().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isAwayIn(HalfYear halfYear) {
        return stays.stream().anyMatch(stay -> stay.isIn(halfYear));
    }
}
