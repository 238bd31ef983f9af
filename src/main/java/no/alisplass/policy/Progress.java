package no.alisplass.policy;

import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.doctor.TrainingProgress;

/**
 * Equal in counted service: completed learning objectives and activities, and group supervision begun, preferably
 * finished (003 §7.3.1.1, criterion 3).
 *
 * @param order which of the three is asked first; one left out is not asked
 */
record Progress(String source, List<Part> order) implements Criterion {
    enum Part {
        OBJECTIVES,
        ACTIVITIES,
        SUPERVISION
    }

    static Progress read(PolicySection settings) {
        String source = settings.text("source");
        List<Part> order = settings.choices("order", Part.values(), false);
        return settings.sound() ? new Progress(source, order) : null;
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.PROGRESS;
    }

    @Override
    public Finding rule() {
        return Finding.of("criterion", null, "policy.rule-progress");
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        TrainingProgress progress = candidate.progress();
        long[] furtherFirst =
                order.stream().mapToLong(part -> -reached(progress, part)).toArray();
        return CriterionValue.of(
                code(),
                furtherFirst,
                "-" + PolicySection.word(progress.supervision()),
                progress.objectives(),
                progress.activities());
    }

    private static int reached(TrainingProgress progress, Part part) {
        return switch (part) {
            case OBJECTIVES -> progress.objectives();
            case ACTIVITIES -> progress.activities();
            case SUPERVISION -> progress.supervision().ordinal();
        };
    }
}
