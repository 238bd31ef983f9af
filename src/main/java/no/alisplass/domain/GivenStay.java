package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stay that a doctor has by an approved round or in a vacancy, as it was when it was given.
 *
 * @param round of a vacancy the id it has where rounds have theirs
 * @param title what people call the round
 * @param area the municipality or district that sent the doctor
 * @param monthsLeft institutional service the doctor had left before the round; null when not known
 * @param until the half-year it ends in, where that is a later one than it begins in; else null
 */
public record GivenStay(
        RoundId round,
        String title,
        HprNumber hpr,
        AreaCode area,
        PositionId position,
        HalfYear halfYear,
        List<Part> parts,
        Months monthsLeft,
        @JsonInclude(JsonInclude.Include.NON_NULL) HalfYear until) {

    /** Whole months in one department. */
    public record Part(DepartmentId department, int months) {}

    public GivenStay {
        parts = List.copyOf(parts);
    }

    /** One that ends in the half-year it begins in. */
    public GivenStay(
            RoundId round,
            String title,
            HprNumber hpr,
            AreaCode area,
            PositionId position,
            HalfYear halfYear,
            List<Part> parts,
            Months monthsLeft) {
        this(round, title, hpr, area, position, halfYear, parts, monthsLeft, null);
    }

    /** Whether the doctor is there in some of a half-year. */
    public boolean isIn(HalfYear other) {
        return halfYear.compareTo(other) <= 0 && last().compareTo(other) >= 0;
    }

    /** The half-year it ends in. */
    public HalfYear last() {
        return until == null ? halfYear : until;
    }

    public int months() {
        return parts.stream().mapToInt(Part::months).sum();
    }

    public Set<DepartmentId> departments() {
        return parts.stream().map(Part::department).collect(Collectors.toUnmodifiableSet());
    }
}
