package no.alisplass.policy;

import java.util.Optional;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * What an offer must hold to (003 §7.3.1.2).
 *
 * @param minimumMonthsPerDepartment a shorter stay in a department does not count
 * @param monthsPerStay how long one stay lasts
 * @param distinctDepartments whether the parts of a two-part service must be in different departments
 * @param consecutiveHalfYears whether they must follow each other without a gap
 * @param firstPartAlone when the first of two parts is offered by itself to a doctor who could be offered both
 * @param departmentAgain whether a department the doctor has served in may be served again
 */
public record PlacementRules(
        int minimumMonthsPerDepartment,
        int monthsPerStay,
        boolean distinctDepartments,
        boolean consecutiveHalfYears,
        FirstPartAlone firstPartAlone,
        DepartmentAgain departmentAgain) {

    /** Whether a department the doctor has served in may be served again. */
    public enum DepartmentAgain {
        ALWAYS,
        /** Only by a doctor whose service was broken off, who may need just the same one to finish. */
        AFTER_INTERRUPTION,
        NEVER
    }

    /** Whether a doctor may be offered a department of approved service. */
    public boolean servesAgain(boolean interrupted) {
        return switch (departmentAgain) {
            case ALWAYS -> true;
            case AFTER_INTERRUPTION -> interrupted;
            case NEVER -> false;
        };
    }

    /** Whether a doctor may be offered a department where an earlier round has given service that is still to come. */
    public boolean servesWhereGiven() {
        return departmentAgain == DepartmentAgain.ALWAYS;
    }

    /** What it says of departments served before, in words; for those who read the policy. */
    Optional<Message> rule() {
        return departmentAgain == DepartmentAgain.NEVER
                ? Optional.empty()
                : Optional.of(Message.of("policy.rule-department-again-" + Text.word(departmentAgain)));
    }

    /** Whether a first part alone is an offer. */
    public enum FirstPartAlone {
        /** Always, after all whole ones. */
        OFFERED,
        /** Not where the most doctors placed is held highest: a whole service goes before a half, and nobody is halved to let others in. */
        NOT_UNDER_PLACEMENTS_FIRST
    }

    /** Whether a doctor who could be offered both parts can be offered the first alone. */
    public boolean offersFirstPart(Objective objective) {
        return firstPartAlone == FirstPartAlone.OFFERED || objective != Objective.PLACEMENTS_FIRST;
    }

    /** How much of the service that is left falls in the last of the stays it takes. */
    public Months inLastStay(Months left) {
        int stay = 10 * monthsPerStay;
        return left.tenths() == 0 ? left : new Months((left.tenths() - 1) % stay + 1);
    }

    static PlacementRules read(PolicySection settings) {
        Integer monthsPerStay = settings.whole("months-per-stay", 1, 24);
        Integer minimum =
                settings.whole("minimum-months-per-department", 1, monthsPerStay == null ? 24 : monthsPerStay);
        PolicySection twoPart = settings.section("two-part");
        Boolean distinct = twoPart == null ? null : twoPart.flag("distinct-departments");
        Boolean consecutive = twoPart == null ? null : twoPart.flag("consecutive-half-years");
        FirstPartAlone alone = twoPart == null
                ? null
                : twoPart.choiceOr("first-part-alone", FirstPartAlone.values(), FirstPartAlone.OFFERED);
        if (twoPart != null) {
            twoPart.end();
        }
        DepartmentAgain again = settings.choiceOr("department-again", DepartmentAgain.values(), DepartmentAgain.NEVER);
        settings.end();
        return settings.sound()
                ? new PlacementRules(minimum, monthsPerStay, distinct, consecutive, alone, again)
                : null;
    }
}
