package no.alisplass.domain.doctor;

import no.alisplass.domain.GroupSupervision;

/**
 * How far a doctor has come in what is to be learnt.
 *
 * @param objectives learning objectives completed, of {@value #MOST_OBJECTIVES}
 * @param activities learning activities completed
 * @param supervision null when not known
 */
public record TrainingProgress(int objectives, int activities, GroupSupervision supervision) {
    /** How many learning objectives there are in all, and the most that a list or a policy can tell of. */
    public static final int MOST_OBJECTIVES = 112;

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
