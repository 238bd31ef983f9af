package no.alisplass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * Who can take part at all (003 §7.3.1.1, criterion 1); each rule only where the policy asks for it.
 *
 * @param affiliation an affiliation is needed
 * @param affiliationInForce it must hold on the day the service starts, of one half-year at least that the doctor could be
 *     offered; a first day that is not known has passed
 * @param areaCovered the area must be in the hospital's catchment for at least one service
 * @param institutionMonthsLeft institutional service must be left to do
 * @param agreement what comes of an area without an agreement on training with the hospital on the day the service starts
 * @param registration the same of an area that is no registered training organisation then; where both are required, both must
 *     hold on one day that a service could start
 */
public record Eligibility(
        boolean affiliation,
        boolean affiliationInForce,
        boolean areaCovered,
        boolean institutionMonthsLeft,
        Asked agreement,
        Asked registration) {
    /** What comes of something missing. */
    public enum Asked {
        IGNORE,
        WARN,
        REQUIRE
    }

    static Eligibility read(PolicySection settings) {
        Boolean affiliation = settings.flag("affiliation");
        Boolean affiliationInForce = settings.flag("affiliation-in-force");
        Boolean areaCovered = settings.flag("area-covered");
        Boolean institutionMonthsLeft = settings.flag("institution-months-left");
        Asked agreement = settings.choiceOr("agreement", Asked.values(), Asked.IGNORE);
        Asked registration = settings.choiceOr("registration", Asked.values(), Asked.IGNORE);
        settings.end();
        return settings.sound()
                ? new Eligibility(
                        affiliation, affiliationInForce, areaCovered, institutionMonthsLeft, agreement, registration)
                : null;
    }

    List<Finding> reasons(Candidate candidate, RankingContext occasion) {
        List<Finding> reasons = new ArrayList<>();
        if (affiliation && candidate.employment().kind() == null) {
            reasons.add(Finding.of("affiliation", null, "policy.affiliation-missing"));
        }
        if (affiliationInForce && candidate.employment().kind() != null) {
            reasons.addAll(notInForce(candidate, occasion.days(candidate)));
        }
        if (areaCovered && candidate.covered().isEmpty()) {
            reasons.add(Finding.of("area", candidate.area(), "policy.area-not-covered", candidate.area()));
        }
        if (institutionMonthsLeft && candidate.institutionMonthsLeft().tenths() == 0) {
            reasons.add(Finding.of("institutionMonthsLeft", 0, "policy.institution-months-none-left"));
        }
        if (candidate.agreed() != null) {
            List<LocalDate> days = occasion.days(candidate);
            int others = reasons.size();
            if (days.stream().noneMatch(day -> agreementHolds(candidate.agreed(), day))) {
                reasons.add(agreementMissing(candidate.area(), candidate.agreed(), days.get(0)));
            }
            if (days.stream().noneMatch(day -> registrationHolds(candidate.agreed(), day))) {
                reasons.add(registrationMissing(candidate.area(), candidate.agreed(), days.get(0)));
            }
            if (reasons.size() == others && days.stream().noneMatch(day -> allows(candidate.agreed(), day))) {
                reasons.addAll(missing(candidate.area(), candidate.agreed(), days, Asked.REQUIRE));
            }
        }
        return reasons;
    }

    /** Whether the policy asks what areas have agreed at all. */
    public boolean asksAgreed() {
        return agreement != Asked.IGNORE || registration != Asked.IGNORE;
    }

    /** Whether the agreement the policy requires holds; one it does not require, and one nobody asked for, is not missed. */
    public boolean agreementHolds(Agreed agreed, LocalDate day) {
        return agreement != Asked.REQUIRE || agreed == null || agreed.holdsOn(day);
    }

    /** Whether all that the policy requires of the area holds on the day: a service starts on one. */
    public boolean allows(Agreed agreed, LocalDate day) {
        return agreementHolds(agreed, day) && registrationHolds(agreed, day);
    }

    /** The same of the registration. */
    public boolean registrationHolds(Agreed agreed, LocalDate day) {
        return registration != Asked.REQUIRE || agreed == null || agreed.registered(day);
    }

    /** What the policy only warns of for the candidate. */
    List<Finding> remarks(Candidate candidate, RankingContext occasion) {
        return candidate.agreed() == null
                ? List.of()
                : missing(candidate.area(), candidate.agreed(), occasion.days(candidate), Asked.WARN);
    }

    /**
     * What an area misses of what the policy warns of or requires, on the first of the days it is missed on, so that it is
     * told while it can still be mended.
     */
    public List<Finding> missing(AreaCode area, Agreed agreed, List<LocalDate> days) {
        List<Finding> missing = new ArrayList<>(missing(area, agreed, days, Asked.REQUIRE));
        missing.addAll(missing(area, agreed, days, Asked.WARN));
        return missing;
    }

    private List<Finding> missing(AreaCode area, Agreed agreed, List<LocalDate> days, Asked asked) {
        List<Finding> missing = new ArrayList<>();
        if (agreement == asked) {
            days.stream()
                    .filter(day -> !agreed.holdsOn(day))
                    .findFirst()
                    .ifPresent(day -> missing.add(agreementMissing(area, agreed, day)));
        }
        if (registration == asked) {
            days.stream()
                    .filter(day -> !agreed.registered(day))
                    .findFirst()
                    .ifPresent(day -> missing.add(registrationMissing(area, agreed, day)));
        }
        return missing;
    }

    private static Finding agreementMissing(AreaCode area, Agreed agreed, LocalDate day) {
        if (agreed.from() == null) {
            return Finding.of("agreement", null, "policy.agreement-none", area, agreed.hospital(), day);
        }
        return agreed.from().isAfter(day)
                ? Finding.of(
                        "agreement",
                        agreed.from(),
                        "policy.agreement-not-begun",
                        area,
                        agreed.hospital(),
                        agreed.from(),
                        day)
                : Finding.of(
                        "agreement", agreed.to(), "policy.agreement-ended", area, agreed.hospital(), agreed.to(), day);
    }

    private static Finding registrationMissing(AreaCode area, Agreed agreed, LocalDate day) {
        return agreed.registeredSince() == null
                ? Finding.of("registration", null, "policy.registration-none", area, day)
                : Finding.of(
                        "registration",
                        agreed.registeredSince(),
                        "policy.registration-later",
                        area,
                        agreed.registeredSince(),
                        day);
    }

    /** What it says of agreement and registration, in words; for those who read the policy. */
    List<Message> rules() {
        List<Message> rules = new ArrayList<>();
        if (agreement != Asked.IGNORE) {
            rules.add(Message.of("policy.rule-agreement-" + Text.word(agreement)));
        }
        if (registration != Asked.IGNORE) {
            rules.add(Message.of("policy.rule-registration-" + Text.word(registration)));
        }
        return rules;
    }

    /** Nothing when the affiliation holds on one of the days a service could start. */
    private static List<Finding> notInForce(Candidate candidate, List<LocalDate> days) {
        List<Finding> reasons = new ArrayList<>();
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        LocalDate from = candidate.employment().from();
        LocalDate to = candidate.employment().to();
        for (LocalDate day : days) {
            if (candidate.employment().holdsOn(day)) {
                return reasons;
            }
        }
        if (from != null && from.isAfter(last)) {
            reasons.add(Finding.of("affiliationFrom", from, "policy.affiliation-not-begun", from, last));
        }
        if (to != null && to.isBefore(first)) {
            reasons.add(Finding.of("affiliationTo", to, "policy.affiliation-ended", to, first));
        }
        if (reasons.isEmpty()) {
            reasons.add(Finding.of("affiliationFrom", from, "policy.affiliation-between", from, to));
        }
        return reasons;
    }
}
