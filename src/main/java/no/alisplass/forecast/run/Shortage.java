package no.alisplass.forecast.run;

import no.alisplass.forecast.given.Assumption;

/** Where specialists are missing: an area is short while so many more have retired than have finished there since the beginning. */
final class Shortage {
    private final World world;
    private final Fate fate;
    private final int[] retired;
    private final int[] finished;

    Shortage(World world, Fate fate) {
        this.world = world;
        this.fate = fate;
        retired = new int[world.areas];
        finished = new int[world.areas];
    }

    void finish(int area) {
        finished[area]++;
    }

    void retire(int at) {
        double share = fate.of(Assumption.SPECIALISTS_RETIRING) / 2;
        for (int a = 0; a < world.areas; a++) {
            int specialists = world.input.areas().get(a).specialists();
            if (specialists > 0 && share > 0) {
                retired[a] += Draws.poisson(specialists * share, fate.draws.share(Draws.Of.RETIREMENT, a, at));
            }
        }
    }

    /** Of each area, beside what is stated of it. */
    boolean[] now() {
        boolean[] now = new boolean[world.areas];
        int most = (int) Math.max(1, Math.rint(fate.of(Assumption.SHORT_WHEN_MISSING)));
        for (int a = 0; a < now.length; a++) {
            now[a] = world.input.areas().get(a).specialists() > 0 && retired[a] - finished[a] >= most;
        }
        return now;
    }
}
