package no.alisplass.snapshot;

import java.util.List;
import java.util.Optional;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.policy.PlacementRules;
import no.alisplass.problem.Leg;
import no.alisplass.snapshot.InadmissibleStay.Reason;

/** The hard rules about one doctor and one stay: what breaks one never becomes an option. */
final class OfferRules {
    private final PlacementRules rules;

    OfferRules(PlacementRules rules) {
        this.rules = rules;
    }

    /** The first rule the stay breaks for the doctor; empty when it may be offered. */
    Optional<Reason> refuse(OfferConditions doctor, OfferedStay offered) {
        HalfYear halfYear = offered.stay().halfYear();
        List<Leg> legs = offered.stay().legs();
        List<DepartmentId> departments = legs.stream().map(Leg::department).toList();
        if (!offered.services().stream().allMatch(service -> doctor.covered().test(service, halfYear))) {
            return Optional.of(Reason.NOT_COVERED);
        }
        if (legs.stream().anyMatch(leg -> leg.months() < rules.minimumMonthsPerDepartment())) {
            return Optional.of(Reason.PART_TOO_SHORT);
        }
        if (departments.stream().anyMatch(doctor.served()::contains)) {
            return Optional.of(Reason.ALREADY_SERVED);
        }
        if (departments.stream().anyMatch(doctor.toCome().departments()::contains)) {
            return Optional.of(Reason.GIVEN_THERE);
        }
        if (doctor.toCome().isAwayIn(halfYear)) {
            return Optional.of(Reason.GIVEN_THEN);
        }
        if (departments.stream().anyMatch(doctor.wishes().refused()::contains)) {
            return Optional.of(Reason.REFUSED);
        }
        if (departments.stream()
                .anyMatch(department -> doctor.wishes().rankOf(department).isEmpty())) {
            return Optional.of(Reason.NOT_WISHED);
        }
        if (doctor.wishes().blocked().contains(halfYear)) {
            return Optional.of(Reason.BLOCKED);
        }
        HalfYear earliest = doctor.wishes().earliestStart();
        if (earliest != null && halfYear.compareTo(earliest) < 0) {
            return Optional.of(Reason.BEFORE_EARLIEST_START);
        }
        if (doctor.affiliationFrom() != null && doctor.affiliationFrom().isAfter(halfYear.start())) {
            return Optional.of(Reason.AFFILIATION_BEGINS);
        }
        if (doctor.affiliationTo() != null && doctor.affiliationTo().isBefore(halfYear.start())) {
            return Optional.of(Reason.AFFILIATION_ENDS);
        }
        return doctor.leave() == LeaveStatus.REFUSED ? Optional.of(Reason.LEAVE_REFUSED) : Optional.empty();
    }
}
