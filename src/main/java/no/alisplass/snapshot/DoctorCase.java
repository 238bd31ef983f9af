package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiPredicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;

/**
 * What decides which stays one doctor can be offered.
 *
 * @param served departments with approved institutional service
 * @param toCome what earlier approved rounds have given, and what is left after it
 * @param affiliationTo last day of the affiliation; null when open-ended
 * @param covered whether the area belongs to the catchment for a service on a half-year's first day
 * @param limited whether the area has a limit on doctors away at once
 */
record DoctorCase(
        AreaCode area,
        Wishes wishes,
        Set<DepartmentId> served,
        ServiceToCome toCome,
        LocalDate affiliationTo,
        LeaveStatus leave,
        BiPredicate<Service, HalfYear> covered,
        boolean limited) {}
