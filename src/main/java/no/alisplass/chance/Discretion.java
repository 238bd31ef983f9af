package no.alisplass.chance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.chance.Chance.Told;
import no.alisplass.chance.world.Odds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Wishes;

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
        List<Odds.OfDoctor> others = odds.doctors().values().stream()
                .filter(each -> !each.area().equals(area) && each.could().contains(department))
                .toList();
        long guessed = others.stream().filter(Odds.OfDoctor::guessed).count();
        // Fewer than that on the missing lists, and what these change would be what one of them changes.
        boolean guesses = missing > 0 && guessed >= FEWEST;
        Set<AreaCode> areas = new HashSet<>();
        Set<AreaCode> areasMissing = new HashSet<>();
        int count = 0;
        for (Odds.OfDoctor each : others) {
            if (guesses || !each.guessed()) {
                count++;
                areas.add(each.area());
            }
            if (each.guessed()) {
                areasMissing.add(each.area());
            }
        }
        boolean ofOneArea = areas.size() < 2 || guesses && areasMissing.size() < 2;
        Told told = count < FEWEST ? Told.HIDDEN : count < FEW || ofOneArea ? Told.THIRDS : Told.TENS;
        return new Level(told, missing == 0 || guesses);
    }

    /**
     * For each wish: who is told that a later one is sure, or out of reach, is told something of those before it. So none is told more finely
     * than the one before.
     */
    List<Level> ofWishes(Wishes wishes, Set<DepartmentId> could) {
        List<Level> levels = new ArrayList<>();
        Level least = ALL;
        for (Set<DepartmentId> group : wishes.ranked()) {
            for (DepartmentId department : group) {
                least = could.contains(department) ? least.and(of(department)) : least;
            }
            levels.add(least);
        }
        return levels;
    }

    /** For any place at all: it says something of every department that could be it. */
    Level ofAny(Set<DepartmentId> could) {
        return could.stream().map(this::of).reduce(ALL, Level::and);
    }
}
