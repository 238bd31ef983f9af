package no.alisplass.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.chance.Chance.Told;
import no.alisplass.chance.world.Guess;
import no.alisplass.chance.world.Odds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;

/**
 * How much an area may be told of a department, so that nothing is told of another area's doctor: that goes by how many others compete
 * there, never by who they are or where they stand (docs/chances.md).
 */
final class Discretion {
    /** With fewer others no figure is told. */
    static final int FEWEST = 3;

    /** With fewer others only thirds are told. */
    static final int FEW = 6;

    private final AreaCode area;
    private final int missing;
    private final Odds odds;
    private final Map<DepartmentId, Level> levels = new HashMap<>();

    /** @param missing how many areas have sent nothing yet */
    Discretion(Odds odds, AreaCode area, int missing) {
        this.odds = odds;
        this.area = area;
        this.missing = missing;
    }

    /**
     * What may be told.
     *
     * @param guesses whether the lists that are missing have a say in it
     */
    record Level(Told told, boolean guesses) {
        /** What both let be told. */
        Level and(Level other) {
            return new Level(told.compareTo(other.told) >= 0 ? told : other.told, guesses && other.guesses);
        }
    }

    /** The finest there is. */
    private static final Level ALL = new Level(Told.TENS, true);

    boolean isOwn(Odds.OfDoctor doctor) {
        return doctor.area().equals(area);
    }

    Level of(DepartmentId department) {
        return levels.computeIfAbsent(department, this::level);
    }

    private Level level(DepartmentId department) {
        Told sent = told(others(department, Guess.NONE));
        List<Guess> guesses = new ArrayList<>(odds.guesses());
        guesses.remove(Guess.NONE);
        if (missing == 0 || guesses.isEmpty()) {
            return new Level(sent, missing == 0);
        }
        // What the lists that are missing change is to be what several of several areas change, whichever guess it is.
        Told guessed = guesses.stream()
                .map(guess -> told(others(department, guess).stream()
                        .filter(Odds.OfDoctor::guessed)
                        .toList()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean nobodySent = others(department, Guess.NONE).isEmpty();
        if (guessed == Told.HIDDEN) {
            return new Level(sent, false);
        }
        // Without them the figure is that of the lists that are sent, and those are graded by themselves; where nobody
        // on
        // these competes it is of the area's own doctors.
        return new Level(nobodySent || guessed.compareTo(sent) > 0 ? guessed : sent, true);
    }

    private List<Odds.OfDoctor> others(DepartmentId department, Guess guess) {
        return odds.doctors().values().stream()
                .filter(each -> !each.area().equals(area) && each.could(guess, department))
                .toList();
    }

    private static Told told(List<Odds.OfDoctor> others) {
        long areas = others.stream().map(Odds.OfDoctor::area).distinct().count();
        return others.size() < FEWEST ? Told.HIDDEN : others.size() < FEW || areas < 2 ? Told.THIRDS : Told.TENS;
    }

    /**
     * Of a doctor, whichever wish is asked about and for any place at all: what comes of one department says something of every other the
     * doctor could be offered, for one is had where the other is not, and two may go together.
     */
    Level ofAny(Set<DepartmentId> could) {
        return could.stream().map(this::of).reduce(ALL, Level::and);
    }
}
