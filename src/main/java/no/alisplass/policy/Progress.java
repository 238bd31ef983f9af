package no.alisplass.policy;

import java.util.List;
import java.util.Map;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * Equal in counted service: completed learning objectives and activities, and group supervision begun, preferably
 * finished (003 §7.3.1.1, criterion 3). Objectives are compared by number, or, where the schemes say different totals, by the
 * share of the scheme's own, which is never more than all of them.
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
    public Message rule() {
        return Message.of("policy.rule-progress");
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        TrainingProgress progress = candidate.progress();
        Map<Scheme, Integer> totals = occasion.objectives();
        Integer total = totals.get(candidate.scheme());
        long objectives = total == null ? progress.objectives() : share(progress.objectives(), total, totals);
        long[] furtherFirst = new long[order.size()];
        for (int at = 0; at < furtherFirst.length; at++) {
            furtherFirst[at] = -reached(progress, order.get(at), objectives);
        }
        return furtherFirst;
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        TrainingProgress progress = candidate.progress();
        Integer total = occasion.objectives().get(candidate.scheme());
        long[] furtherFirst = key(candidate, occasion);
        String supervision = "-" + Text.word(progress.supervision());
        return total == null
                ? CriterionValue.of(code(), furtherFirst, supervision, progress.objectives(), progress.activities())
                : CriterionValue.of(
                        code(),
                        furtherFirst,
                        supervision + "-share",
                        progress.objectives(),
                        progress.activities(),
                        total,
                        100 * Math.min(progress.objectives(), total) / total);
    }

    /** What is completed of a total, in parts of which all the totals are whole numbers, so that nothing is rounded. */
    private static long share(int completed, int total, Map<Scheme, Integer> totals) {
        long parts = totals.values().stream().mapToLong(each -> each).reduce(1, Math::multiplyExact);
        return Math.min(completed, total) * (parts / total);
    }

    private static long reached(TrainingProgress progress, Part part, long objectives) {
        return switch (part) {
            case OBJECTIVES -> objectives;
            case ACTIVITIES -> progress.activities();
            case SUPERVISION -> progress.supervision().ordinal();
        };
    }
}
