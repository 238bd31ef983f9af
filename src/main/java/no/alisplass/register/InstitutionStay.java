package no.alisplass.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.register.entry.ApprovedMonths;

/**
 * Institution service that is done.
 *
 * @param department one of a hospital that is known here; null when served elsewhere
 * @param elsewhere where it was served otherwise; null when {@code department} is given
 * @param from first day; null when not known
 * @param to last day, inclusive; null when not known
 * @param months that count
 */
public record InstitutionStay(
        DepartmentId department, String elsewhere, LocalDate from, LocalDate to, Months months, Known known) {

    /** How it is known. */
    public enum Known {
        /** The municipality says so. */
        STATED,
        /** It was allocated here, and completed. */
        COMPLETED
    }

    public InstitutionStay {
        elsewhere = new ApprovedMonths(department, elsewhere, months).elsewhere();
        known = known == null ? Known.STATED : known;
    }

    /** As a list states it: how many months where. */
    static InstitutionStay stated(ApprovedMonths approved, Months months) {
        return new InstitutionStay(approved.department(), approved.elsewhere(), null, null, months, Known.STATED);
    }

    /** Follows from how it is known, and is not stored. */
    @JsonIgnore
    public boolean isCompleted() {
        return known == Known.COMPLETED;
    }

    boolean isAt(ApprovedMonths place) {
        return place().equals(new Place(place.department(), place.elsewhere()));
    }

    public Place place() {
        return new Place(department, elsewhere);
    }

    /** Where it was served. */
    public record Place(DepartmentId department, String elsewhere) {}
}
