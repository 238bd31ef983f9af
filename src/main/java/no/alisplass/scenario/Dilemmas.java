package no.alisplass.scenario;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;

/**
 * What could be talked about: each is one doctor's step back that lets in somebody who waits, while nobody else does worse.
 *
 * @param complete whether everything within the bounds was tried
 */
public record Dilemmas(List<Dilemma> list, boolean complete) {
    public Dilemmas {
        list = List.copyOf(list);
    }

    /**
     * @param doctor who would take something less wished
     * @param now what the doctor is proposed
     * @param instead what the doctor would take
     * @param placed who would get a place
     * @param better who else would do better
     */
    public record Dilemma(
            DoctorId doctor,
            Option now,
            Option instead,
            List<Difference.Change> placed,
            List<Difference.Change> better) {
        public Dilemma {
            placed = List.copyOf(placed);
            better = List.copyOf(better);
        }
    }
}
