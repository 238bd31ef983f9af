package no.alisplass.register.entry;

import java.util.Optional;
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
    /** Marks in a file that the place is none of the hospital's own departments, though its name may be like one's. */
    public static final String ELSEWHERE = " (annet sykehus)";

    public ApprovedMonths {
        // A file separates places by these signs.
        elsewhere = department != null || elsewhere == null ? null : Text.line(elsewhere.replaceAll("[|;]", ","));
    }

    /** The place without the mark; empty when it has none. */
    public static Optional<String> elsewhere(String place) {
        return place.endsWith(ELSEWHERE)
                ? Optional.of(place.substring(0, place.length() - ELSEWHERE.length())
                                .strip())
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
