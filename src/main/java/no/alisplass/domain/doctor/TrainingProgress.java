package no.alisplass.domain.doctor;

import no.alisplass.domain.GroupSupervision;

/**
 * How far a doctor has come in what is to be learnt.
 *
 * @param objectives learning objectives completed, of 112
 * @param activities learning activities completed
 * @param supervision null when not known
 */
public record TrainingProgress(int objectives, int activities, GroupSupervision supervision) {
    public TrainingProgress withMoreObjectives(int more) {
        return new TrainingProgress(objectives + more, activities, supervision);
    }

    public TrainingProgress withMoreActivities(int more) {
        return new TrainingProgress(objectives, activities + more, supervision);
    }

    public TrainingProgress with(GroupSupervision reached) {
        return new TrainingProgress(objectives, activities, reached);
    }
}
