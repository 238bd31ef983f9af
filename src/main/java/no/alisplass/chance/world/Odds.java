package no.alisplass.chance.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;

/**
 * How often each doctor of a round got what, in all the ways it was worked out. It holds everybody: what of it an area may hear is
 * another question.
 *
 * @param draws how often the lots were drawn for each guess
 * @param lots whether they put anybody in another place
 * @param open in how many of the ways the pass neither found nor ruled out something better for somebody
 */
public record Odds(int draws, List<Guess> guesses, boolean lots, int open, Map<HprNumber, OfDoctor> doctors) {
    public Odds {
        guesses = List.copyOf(guesses);
        doctors = Collections.unmodifiableMap(new TreeMap<>(doctors));
    }

    /**
     * One doctor.
     *
     * @param guessed whether the doctor is on no list that is sent
     * @param couldOn where a stay could be offered, on each guess on which the doctor is in the round
     * @param had in how many draws of each guess a stay at each department
     * @param placed in how many draws of each guess any stay
     */
    public record OfDoctor(
            AreaCode area,
            boolean guessed,
            Map<Guess, SortedSet<DepartmentId>> couldOn,
            Map<Guess, Map<DepartmentId, Integer>> had,
            Map<Guess, Integer> placed) {
        static OfDoctor none(AreaCode area, boolean guessed) {
            return new OfDoctor(
                    area, guessed, new EnumMap<>(Guess.class), new EnumMap<>(Guess.class), new EnumMap<>(Guess.class));
        }

        /** Where a stay could be offered, on any guess. */
        public SortedSet<DepartmentId> could() {
            SortedSet<DepartmentId> could = new TreeSet<>();
            couldOn.values().forEach(could::addAll);
            return could;
        }

        /** Whether a stay there could be offered. */
        public boolean could(Guess guess, DepartmentId department) {
            return couldOn.getOrDefault(guess, Collections.emptySortedSet()).contains(department);
        }

        /** In how many draws. */
        public int had(Guess guess, DepartmentId department) {
            return had.getOrDefault(guess, Map.of()).getOrDefault(department, 0);
        }

        /** In how many draws. */
        public int placed(Guess guess) {
            return placed.getOrDefault(guess, 0);
        }
    }
}
