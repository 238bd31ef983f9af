package no.alisplass.explanation;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Stay;

/** One thing that would be different. */
public sealed interface What {
    /** So many whole months of counted service more; with one less nothing would change. */
    record CountedService(int months) implements What {}

    /** So many completed learning objectives more; with one less nothing would change. */
    record Objectives(int more) implements What {}

    record Supervision(GroupSupervision reached) implements What {}

    /** The doctor would take a department that is refused or not among the wishes, after all others. */
    record AcceptedDepartment(DepartmentId department) implements What {}

    /** The doctor could go in a half-year that is blocked. */
    record OpenHalfYear(HalfYear halfYear) implements What {}

    /** The doctor could start as early as this. */
    record EarlierStart(HalfYear halfYear) implements What {}

    /** One seat more. */
    record MoreSeats(Stay stay) implements What {}

    /** The municipality could spare one doctor more. */
    record HigherLimit(HalfYear halfYear) implements What {}
}
