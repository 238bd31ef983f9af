package no.alisplass.scenario.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.scenario.SeatChange;

/**
 * What is otherwise in a scenario. Put in in the order of the parts here, whatever order they were told in: the policy, departments that are added,
 * positions that are shared, departments that are closed, seats, limits of areas, doctors left out, doctors added.
 *
 * @param policy null for the round's own
 * @param seats how many there would be, counted after what is added, shared and closed
 * @param seed what doctors who are left out by share, or added, are drawn by
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Question(
        PolicyTerms policy,
        List<AddedDepartment> added,
        List<SharedSeats> shared,
        List<ClosedDepartment> closed,
        List<SeatChange> seats,
        List<AreaLimit> limits,
        List<LeftOut> leftOut,
        List<MoreDoctors> more,
        Long seed) {
    /** The form in which a question is stored. */
    public static final int FORMAT = 1;

    /** The most of one kind in a question. */
    public static final int MOST = 200;

    /** The most doctors who can be added in all. */
    public static final int MOST_DOCTORS = 2_000;

    /** The highest number doctors can be drawn by: the highest that all who read JSON read alike. */
    public static final long MOST_SEED = 9_007_199_254_740_991L;

    private static final long USUAL_SEED = 1;

    /** Nothing is otherwise. */
    public static final Question NOTHING = new Question(null, null, null, null, null, null, null, null, null);

    public Question {
        added = copy(added);
        shared = copy(shared);
        closed = copy(closed);
        seats = copy(seats);
        limits = copy(limits);
        leftOut = copy(leftOut);
        more = copy(more);
        boolean draws = !more.isEmpty() || leftOut.stream().anyMatch(each -> each.share() != null);
        seed = !draws ? null : seed == null ? Long.valueOf(USUAL_SEED) : seed;
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Other numbers of seats alone. */
    public static Question ofSeats(List<SeatChange> seats) {
        return new Question(null, null, null, null, seats, null, null, null, null);
    }

    /**
     * Another policy, and settings that are otherwise than it has them.
     *
     * @param id null, as the version then is, for the round's own
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PolicyTerms(String id, Integer version, List<Setting> settings) {
        public PolicyTerms {
            settings = copy(settings);
        }
    }

    /** @param value a whole number, or one of the parameter's words */
    public record Setting(Parameter parameter, String value) {}

    /**
     * A new department.
     *
     * @param like whoever wishes that department, wishes this one as much, and the catchment is the same
     * @param seats in each half-year of the round
     */
    public record AddedDepartment(DepartmentId id, String name, DepartmentId like, int seats) {
        /** Whether it is the same department, with as many seats or others. */
        boolean isSameAs(AddedDepartment other) {
            return id.equals(other.id) && name.equals(other.name) && like.equals(other.like);
        }
    }

    /**
     * Some of a department's seats are shared with another: three months in each.
     *
     * @param halfYear null for each of the round
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SharedSeats(DepartmentId department, DepartmentId with, HalfYear halfYear, int seats) {}

    /** A department without seats, those it shares too. @param halfYear null for each of the round */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClosedDepartment(DepartmentId department, HalfYear halfYear) {}

    /** How many doctors an area can spare at once. @param most null for as many as there are */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AreaLimit(AreaCode area, Integer most) {}

    /**
     * A doctor, or a share of an area's or of all, who would not be there.
     *
     * @param doctor null for a share
     * @param area whose; null for all
     * @param share of a hundred
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LeftOut(DoctorId doctor, AreaCode area, Integer share) {}

    /**
     * Doctors like those there are, drawn among them.
     *
     * @param area like whose; null for all
     * @param number how many; null for a share
     * @param share of a hundred of those there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MoreDoctors(AreaCode area, Integer number, Integer share) {}

    /** Whether a doctor is named, by what the frozen round calls them: for a coordinator alone, and of that frozen round alone. */
    @JsonIgnore
    public boolean namesDoctors() {
        return namedAt().isPresent();
    }

    /** Where the first doctor is named, as a finding tells it; empty for nowhere. */
    @JsonIgnore
    public Optional<String> namedAt() {
        return IntStream.range(0, leftOut.size())
                .filter(at -> leftOut.get(at).doctor() != null)
                .mapToObj(at -> "leftOut[" + at + "].doctor")
                .findFirst();
    }

    /** Whether it chooses doctors, by area or at all: then counts of them by what is true of them are not for planners. */
    @JsonIgnore
    public boolean picksDoctors() {
        return !leftOut.isEmpty() || !more.isEmpty() || !limits.isEmpty();
    }

    @JsonIgnore
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
