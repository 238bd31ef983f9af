package no.alisplass.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.math.BigDecimal;
import java.util.List;
import no.alisplass.search.Holdings;

/** The planning entity: which option a doctor gets, if any. */
@PlanningEntity
class DoctorAssignment {
    @PlanningId
    private int doctor;

    @PlanningPin
    private boolean pinned;

    @ValueRangeProvider
    private List<Choice> choices;

    @PlanningVariable(allowsUnassigned = true)
    private Choice choice;

    private int noTier;
    private BigDecimal placeValue;
    /** What each tier weighs, once it has been asked for; shared by all copies, as thousands of digits are slow to multiply. */
    private BigDecimal[] tierWeights;

    private BigDecimal placedValue;

    /** Timefold wants one to look at the class with. */
    DoctorAssignment() {}

    DoctorAssignment(DoctorAssignment other) {
        doctor = other.doctor;
        pinned = other.pinned;
        choices = other.choices;
        choice = other.choice;
        noTier = other.noTier;
        placeValue = other.placeValue;
        tierWeights = other.tierWeights;
        placedValue = other.placedValue;
    }

    /**
     * @param placeValue what one tier weighs for this doctor
     * @param placedValue what it weighs to be placed at all; zero when only wishes count
     */
    DoctorAssignment(
            int doctor,
            boolean pinned,
            List<Choice> choices,
            int noTier,
            BigDecimal placeValue,
            BigDecimal placedValue) {
        this.doctor = doctor;
        this.pinned = pinned;
        this.choices = choices;
        this.noTier = noTier;
        this.placeValue = placeValue;
        this.tierWeights = new BigDecimal[noTier + 1];
        this.placedValue = placedValue;
        this.choice = pinned && !choices.isEmpty() ? choices.get(0) : null;
    }

    int doctor() {
        return doctor;
    }

    Choice choice() {
        return choice;
    }

    void choose(Choice chosen) {
        choice = chosen;
    }

    /** The choice with the problem's number of the option, null for none. */
    Choice choiceNumbered(int number) {
        return number == Holdings.NONE
                ? null
                : choices.get(number - choices.get(0).number());
    }

    List<Choice.Unit> units() {
        return choice == null ? List.of() : choice.units();
    }

    int tier() {
        return choice == null ? noTier : choice.tier();
    }

    BigDecimal tierWeight() {
        int tier = tier();
        if (tierWeights[tier] == null) {
            tierWeights[tier] = placeValue.multiply(BigDecimal.valueOf(tier));
        }
        return tierWeights[tier];
    }

    BigDecimal placedValue() {
        return placedValue;
    }

    @Override
    public String toString() {
        return "doctor " + doctor;
    }
}
