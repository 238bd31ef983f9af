package no.alisplass.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stay that a doctor has by an approved round, as it was when it was given.
 *
 * @param title what people call the round
 * @param area the municipality or district that sent the doctor
 * @param monthsLeft institutional service the doctor had left before the round; null when not known
 */
public record GivenStay(
        RoundId round,
        String title,
        HprNumber hpr,
        AreaCode area,
        PositionId position,
        HalfYear halfYear,
        List<Part> parts,
        Months monthsLeft) {

    /** Whole months in one department. */
    public record Part(DepartmentId department, int months) {}

    public GivenStay {
        parts = List.copyOf(parts);
    }

    public int months() {
        return parts.stream().mapToInt(Part::months).sum();
    }

    public Set<DepartmentId> departments() {
        return parts.stream().map(Part::department).collect(Collectors.toUnmodifiableSet());
    }
}
