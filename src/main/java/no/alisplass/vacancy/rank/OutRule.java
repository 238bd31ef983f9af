package no.alisplass.vacancy.rank;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.PlacementRules;
import no.alisplass.policy.Policy;

/**
 * Why a doctor who is registered is not ranked for a vacancy, in the order they are tried: the first is told. What is the doctor's to
 * wish, or the area's to spare, the area can set aside by nominating.
 */
public enum OutRule {
    /** Months left or scheme is not known. */
    FACTS_MISSING(false, (it, doctor, policy) -> doctor.toCome() == null || doctor.scheme() == null),
    /** Fewer months are left than count in one department. */
    TOO_LITTLE_LEFT(
            false,
            (it, doctor, policy) ->
                    doctor.toCome().left().compareTo(Months.of(rules(policy).minimumMonthsPerDepartment())) < 0),
    /** The area is not in the hospital's catchment for the service on the first day. */
    NOT_COVERED(false, (it, doctor, policy) -> !doctor.covered().contains(it.service())),
    /** It was offered to the doctor before. */
    OFFERED_BEFORE(false, (it, doctor, policy) -> doctor.offered()),
    /** The hospital said no before anything was sent; that it did, and why, is not for areas to know. */
    NOT_OFFERED(false, (it, doctor, policy) -> doctor.turnedDown()),
    /** The doctor is, or may come to be, in a seat on some of the days. */
    AWAY(false, (it, doctor, policy) -> doctor.away()),
    /** Served in the department before, and the policy does not let it be served again. */
    ALREADY_SERVED(
            false,
            (it, doctor, policy) -> !rules(policy).servesAgain(doctor.interrupted())
                    && doctor.entry().institution().departments().contains(it.department())),
    /** Given service in the department that is still to come. */
    GIVEN_THERE(
            false,
            (it, doctor, policy) -> !rules(policy).servesWhereGiven()
                    && doctor.toCome().departments().contains(it.department())),
    /** The area has refused leave. */
    LEAVE_REFUSED(false, (it, doctor, policy) -> doctor.entry().readiness().leave() == LeaveStatus.REFUSED),
    /** It would not be done while approval can still be applied for under the doctor's scheme. */
    SCHEME_ENDS(false, (it, doctor, policy) -> !policy.schemes()
            .get(doctor.scheme())
            .endsInTime(it.from(), less(doctor.toCome().left(), Months.of(it.months())))),
    /** The policy lets the doctor take part in nothing that begins then; it says why. */
    NOT_ELIGIBLE(false, (it, doctor, policy) -> false),
    /** The area does not have the doctor ranked. */
    TAKEN_OUT(false, (it, doctor, policy) -> doctor.nomination() == Nomination.TAKEN_OUT),
    REFUSED(true, (it, doctor, policy) -> doctor.entry().wishes().refused().contains(it.department())),
    /** The doctor wants only departments that are ranked, and this one is not. */
    NOT_WISHED(
            true,
            (it, doctor, policy) ->
                    doctor.entry().wishes().rankOf(it.department()).isEmpty()),
    /** The doctor cannot go in a half-year of which some of the days are. */
    BLOCKED(true, (it, doctor, policy) -> doctor.entry().wishes().blocked().stream()
            .anyMatch(it::isIn)),
    BEFORE_EARLIEST_START(
            true,
            (it, doctor, policy) -> isBefore(it.from(), doctor.entry().wishes().earliestStart())),
    /** The area has as many away on some of the days as it has said it can spare. */
    AREA_LIMIT(true, (it, doctor, policy) -> doctor.areaIsFull());

    private interface Breach {
        boolean found(VacancyCase it, VacancyDoctor doctor, Policy policy);
    }

    private final boolean yields;
    private final Breach breach;

    OutRule(boolean yields, Breach breach) {
        this.yields = yields;
        this.breach = breach;
    }

    /** Whether the area can set it aside by nominating. */
    public boolean yieldsToNomination() {
        return yields;
    }

    /** The first that keeps the doctor out; empty when the doctor is to be ranked, if the policy lets the doctor take part. */
    static Optional<OutRule> of(VacancyCase it, VacancyDoctor doctor, Policy policy) {
        return Arrays.stream(values())
                .filter(rule -> !rule.yields || doctor.nomination() != Nomination.NOMINATED)
                .filter(rule -> rule.breach.found(it, doctor, policy))
                .findFirst();
    }

    private String code() {
        return "vacancy.out-" + Text.word(this);
    }

    /** In the words of the reader's language. */
    public Message text() {
        return Message.of(code());
    }

    private static PlacementRules rules(Policy policy) {
        return policy.placement();
    }

    private static boolean isBefore(LocalDate first, HalfYear earliest) {
        return earliest != null && first.isBefore(earliest.start());
    }

    private static Months less(Months one, Months other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
