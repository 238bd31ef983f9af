package no.alisplass.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.ToIntFunction;
import no.alisplass.chance.AreaChances.Line;
import no.alisplass.chance.AreaChances.OfDoctor;
import no.alisplass.chance.AreaChances.OfWish;
import no.alisplass.chance.Discretion.Level;
import no.alisplass.chance.world.Guess;
import no.alisplass.chance.world.Odds;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.register.entry.WaitlistEntry;

/** What an area is told of its doctors, of all that was worked out. */
final class Telling {
    /**
     * Why a doctor is not in the round by the area's list.
     *
     * @param reasons empty for who is
     * @param otherList whether that is since other areas have the doctor on theirs too
     */
    record Hindrance(List<Finding> reasons, boolean otherList) {
        static final Hindrance NONE = new Hindrance(List.of(), false);
    }

    private final Odds odds;
    private final Discretion discretion;
    private final double margin;

    Telling(Odds odds, Discretion discretion) {
        this.odds = odds;
        this.discretion = discretion;
        // One standard error, where it is largest; also where no lot is in play, for whether one is says who is equal
        // to whom.
        margin = 0.5 / Math.sqrt(odds.draws());
    }

    OfDoctor of(WaitlistEntry entry, Hindrance hindrance) {
        Odds.OfDoctor doctor = odds.doctors().get(entry.hpr());
        List<OfWish> wishes = new ArrayList<>();
        // Who is on two lists is in the round by one of them at most: what comes of the other's is the other's.
        boolean others = doctor != null && !discretion.isOwn(doctor);
        if (doctor == null || others) {
            Chance none = others || hindrance.otherList() ? Chance.OTHER_LIST : Chance.IMPOSSIBLE;
            return new OfDoctor(entry.hpr(), entry.name(), new Line(none, true), wishes, hindrance.reasons());
        }
        List<Set<DepartmentId>> ranked = entry.wishes().ranked();
        SortedSet<DepartmentId> could = doctor.could();
        Level level = discretion.ofAny(could);
        for (int group = 0; group < ranked.size(); group++) {
            for (DepartmentId department : ranked.get(group)) {
                Line line = could.contains(department)
                        ? line(level, guess -> doctor.had(guess, department))
                        : new Line(Chance.IMPOSSIBLE, true);
                wishes.add(new OfWish(department, group + 1, line));
            }
        }
        Line any = could.isEmpty() ? new Line(Chance.IMPOSSIBLE, true) : line(level, doctor::placed);
        return new OfDoctor(entry.hpr(), entry.name(), any, wishes, hindrance.reasons());
    }

    private Line line(Level level, ToIntFunction<Guess> times) {
        List<Guess> guesses = level.guesses() ? odds.guesses() : List.of(Guess.NONE);
        int least = guesses.stream().mapToInt(times).min().orElseThrow();
        int most = guesses.stream().mapToInt(times).max().orElseThrow();
        double draws = odds.draws();
        return new Line(Chance.of(level, new Chance.Shares(least / draws, most / draws, margin)), level.guesses());
    }
}
