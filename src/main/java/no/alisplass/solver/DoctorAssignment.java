package no.alisplass.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
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
    private int behind;
    private boolean placedFirst;

    /** Timefold wants one to look at the class with. */
    DoctorAssignment() {}

    DoctorAssignment(DoctorAssignment other) {
        doctor = other.doctor;
        pinned = other.pinned;
        choices = other.choices;
        choice = other.choice;
        noTier = other.noTier;
        behind = other.behind;
        placedFirst = other.placedFirst;
    }

    /**
     * @param behind how many doctors come after this one
     * @param placedFirst whether to be placed at all counts before the wishes
     */
    DoctorAssignment(int doctor, boolean pinned, List<Choice> choices, int noTier, int behind, boolean placedFirst) {
        this.doctor = doctor;
        this.pinned = pinned;
        this.choices = choices;
        this.noTier = noTier;
        this.behind = behind;
        this.placedFirst = placedFirst;
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

    int behind() {
        return behind;
    }

    boolean placedFirst() {
        return placedFirst;
    }

    @Override
    public String toString() {
        return "doctor " + doctor;
    }
}
