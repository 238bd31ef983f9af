package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.policy.Eligibility;
import no.alisplass.policy.SchemeRules;
import no.alisplass.problem.ResourceId;

/**
 * What decides which stays one doctor can be offered.
 *
 * @param served departments with approved institutional service
 * @param interrupted whether an earlier service was broken off
 * @param toCome what earlier approved rounds have given, and what is left after it
 * @param affiliationFrom first day of the affiliation; null when not known, or when it is not asked for each start
 * @param affiliationTo last day of the affiliation; null when open-ended
 * @param scheme what the doctor's scheme asks for
 * @param eligibility what the policy asks of the area
 * @param agreed what the hospital and the area have agreed on training; null when the policy does not ask
 * @param covered whether the area belongs to the catchment for a service on a half-year's first day
 * @param limits what a stay in a half-year counts towards: the area's limit on doctors away at once, or nothing
 */
public record OfferConditions(
        Wishes wishes,
        Set<DepartmentId> served,
        boolean interrupted,
        ServiceToCome toCome,
        LocalDate affiliationFrom,
        LocalDate affiliationTo,
        LeaveStatus leave,
        SchemeRules scheme,
        Eligibility eligibility,
        Agreed agreed,
        BiPredicate<Service, HalfYear> covered,
        Function<HalfYear, List<ResourceId>> limits) {}
