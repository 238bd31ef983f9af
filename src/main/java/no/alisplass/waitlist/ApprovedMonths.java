package no.alisplass.waitlist;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.domain.text.Text;

/**
 * Institutional service already approved.
 *
 * @param department one of the round's hospital; null when served elsewhere
 * @param elsewhere where it was served otherwise; null when {@code department} is given
 */
public record ApprovedMonths(DepartmentId department, String elsewhere, Months months) {
    public ApprovedMonths {
        // A file separates places by these signs.
        elsewhere = department != null || elsewhere == null ? null : Text.line(elsewhere.replaceAll("[|;]", ","));
    }
}
