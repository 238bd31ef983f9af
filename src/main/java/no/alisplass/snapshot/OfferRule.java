package no.alisplass.snapshot;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.policy.PlacementRules;
import no.alisplass.problem.Leg;

/**
 * The hard rules about one doctor and one stay, in the order they are tried: a stay that breaks one never becomes an option, and
 * the first it breaks is told as the reason.
 */
public enum OfferRule {
    /** The area does not belong to the hospital's catchment for this department's service on the start date. */
    NOT_COVERED(Kind.CATCHMENT, (doctor, stay, policy) -> !stay.services().stream()
            .allMatch(service -> doctor.covered().test(service, halfYear(stay)))),
    /** A part in one department is shorter than the policy's least, three months (003 §7.3.1.2). */
    PART_TOO_SHORT(Kind.LENGTH, (doctor, stay, policy) -> stay.stay().legs().stream()
            .anyMatch(leg -> leg.months() < policy.minimumMonthsPerDepartment())),
    /** The doctor has had approved service in the department before, and the policy does not let it be served again. */
    ALREADY_SERVED(
            Kind.SERVED,
            (doctor, stay, policy) ->
                    !policy.servesAgain(doctor.interrupted()) && anyDepartment(stay, doctor.served()::contains)),
    /** An earlier approved round has given the doctor service in the department. */
    GIVEN_THERE(
            Kind.GIVEN,
            (doctor, stay, policy) -> !policy.servesWhereGiven()
                    && anyDepartment(stay, doctor.toCome().departments()::contains)),
    /** An earlier approved round has given the doctor a place in that half-year. */
    GIVEN_THEN(Kind.GIVEN, (doctor, stay, policy) -> doctor.toCome().isAwayIn(halfYear(stay))),
    /** The doctor refuses the department. */
    REFUSED(
            Kind.WISHES,
            (doctor, stay, policy) -> anyDepartment(stay, doctor.wishes().refused()::contains)),
    /** The doctor wants only departments that are ranked, and this one is not. */
    NOT_WISHED(
            Kind.WISHES,
            (doctor, stay, policy) -> anyDepartment(
                    stay, department -> doctor.wishes().rankOf(department).isEmpty())),
    /** The doctor cannot go in that half-year. */
    BLOCKED(Kind.WISHES, (doctor, stay, policy) -> doctor.wishes().blocked().contains(halfYear(stay))),
    /** The doctor wants a later start. */
    BEFORE_EARLIEST_START(
            Kind.WISHES,
            (doctor, stay, policy) -> doctor.wishes().earliestStart() != null
                    && halfYear(stay).compareTo(doctor.wishes().earliestStart()) < 0),
    /** The doctor's affiliation begins after the start; asked only where the policy asks facts on each start. */
    AFFILIATION_BEGINS(
            Kind.AFFILIATION,
            (doctor, stay, policy) -> doctor.affiliationFrom() != null
                    && doctor.affiliationFrom().isAfter(halfYear(stay).start())),
    /** The doctor's affiliation ends before the start (003 §7.3.1.1, criterion 1). */
    AFFILIATION_ENDS(
            Kind.AFFILIATION,
            (doctor, stay, policy) -> doctor.affiliationTo() != null
                    && doctor.affiliationTo().isBefore(halfYear(stay).start())),
    /** The hospital has no agreement on training with the area on the start date, and the policy requires one. */
    NOT_AGREED(Kind.AGREEMENT, (doctor, stay, policy) -> !doctor.eligibility()
            .agreementHolds(doctor.agreed(), halfYear(stay).start())),
    /** The area is no registered training organisation on the start date, and the policy requires that. */
    NOT_REGISTERED(Kind.AGREEMENT, (doctor, stay, policy) -> !doctor.eligibility()
            .registrationHolds(doctor.agreed(), halfYear(stay).start())),
    /** The municipality has refused leave (003 §7.3.1.1). */
    LEAVE_REFUSED(Kind.LEAVE, (doctor, stay, policy) -> doctor.leave() == LeaveStatus.REFUSED),
    /** The service could not be done, with this stay as its last, while approval can still be applied for under the doctor's scheme. */
    SCHEME_ENDS(Kind.SCHEME, (doctor, stay, policy) -> !doctor.scheme()
            .endsInTime(
                    halfYear(stay).start(), policy.inLastStay(doctor.toCome().left()))),
    /** The doctor wants the whole service or nothing, and no other part goes with this one: no stay breaks it by itself. */
    HALF_ONLY(Kind.WISHES, (doctor, stay, policy) -> false);

    /** What the rule is about. */
    enum Kind {
        CATCHMENT,
        LENGTH,
        SERVED,
        GIVEN,
        WISHES,
        AFFILIATION,
        AGREEMENT,
        LEAVE,
        SCHEME
    }

    private interface Breach {
        boolean found(OfferConditions doctor, OfferedStay stay, PlacementRules policy);
    }

    private final Kind kind;
    private final Breach breach;

    OfferRule(Kind kind, Breach breach) {
        this.kind = kind;
        this.breach = breach;
    }

    Kind kind() {
        return kind;
    }

    /** The first rule the stay breaks for the doctor; empty when it may be offered. */
    static Optional<OfferRule> broken(OfferConditions doctor, OfferedStay stay, PlacementRules policy) {
        return Arrays.stream(values())
                .filter(rule -> rule.breach.found(doctor, stay, policy))
                .findFirst();
    }

    private static HalfYear halfYear(OfferedStay stay) {
        return stay.stay().halfYear();
    }

    private static boolean anyDepartment(OfferedStay stay, Predicate<DepartmentId> which) {
        return stay.stay().legs().stream().map(Leg::department).anyMatch(which);
    }
}
