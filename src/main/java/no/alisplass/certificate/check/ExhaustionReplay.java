package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.Proof;
import no.alisplass.problem.Resource;

/**
 * Repeats an exhaustive search from what is held: gives the claimant each better option; while a resource is over its capacity, the first such, lets
 * each of its holders not yet settled, in priority order, try each other option that counts and fits beside the settled, then stay.
 */
final class ExhaustionReplay {
    static final long LIMIT = 5_000_000;

    private final HeldOutcome standing;
    private final int[] counting;
    private final boolean[] settled;
    private final int[] used;
    private final int[] usedBySettled;
    private final List<Resource> resources;
    private final List<List<Integer>> holders = new ArrayList<>();
    private long nodes;

    private ExhaustionReplay(HeldOutcome standing, int claimant) {
        this.standing = standing;
        resources = standing.problem.resources();
        used = new int[resources.size()];
        usedBySettled = new int[resources.size()];
        counting = new int[standing.doctors.size()];
        settled = new boolean[counting.length];
        resources.forEach(resource -> holders.add(new ArrayList<>()));
        for (int d = 0; d < counting.length; d++) {
            counting[d] = standing.counting(claimant, d);
            if (counting[d] > 0) {
                for (int r : standing.uses(d)[standing.held[d]]) {
                    used[r]++;
                    holders.get(r).add(d);
                }
            }
        }
    }

    static void check(HeldOutcome standing, int claimant, Claim claim, Proof.Exhausted proof, List<Failure> failures) {
        ExhaustionReplay retrial = new ExhaustionReplay(standing, claimant);
        boolean served = false;
        retrial.settled[claimant] = true;
        int better = standing.optionsBelow(claimant, claim.heldTier());
        for (int o = 0; o < better && !served; o++) {
            served = retrial.settle(standing.uses(claimant)[o]);
        }
        String wrong = null;
        if (served) {
            wrong = "The doctors can all be served.";
        } else if (retrial.nodes > LIMIT) {
            wrong = "The search needs more than " + LIMIT + " nodes: not repeated.";
        } else if (retrial.nodes != proof.nodes()) {
            wrong = "The search has " + retrial.nodes + " nodes and not " + proof.nodes() + ".";
        }
        if (wrong != null) {
            failures.add(new Failure(Failure.Kind.PROOF, claim.doctor().toString(), wrong));
        }
    }

    /** Whether all can be served when someone who has left what was held is settled on this. */
    private boolean settle(int[] option) {
        for (int r : option) {
            if (usedBySettled[r] >= resources.get(r).capacity()) {
                return false;
            }
        }
        nodes++;
        add(used, option, 1);
        add(usedBySettled, option, 1);
        if (relieve()) {
            return true;
        }
        add(used, option, -1);
        add(usedBySettled, option, -1);
        return false;
    }

    private boolean relieve() {
        int over = firstOver();
        if (over < 0) {
            return true;
        }
        List<Integer> staying = new ArrayList<>();
        boolean room = true;
        for (int holder : holders.get(over)) {
            if (settled[holder] || !room || nodes > LIMIT) {
                continue;
            }
            int[] held = standing.uses(holder)[standing.held[holder]];
            settled[holder] = true;
            add(used, held, -1);
            for (int o = 0; o < counting[holder]; o++) {
                if (o != standing.held[holder] && settle(standing.uses(holder)[o])) {
                    return true;
                }
            }
            add(used, held, 1);
            add(usedBySettled, held, 1);
            staying.add(holder);
            for (int r : held) {
                room &= usedBySettled[r] <= resources.get(r).capacity();
            }
        }
        for (int holder : staying) {
            settled[holder] = false;
            add(usedBySettled, standing.uses(holder)[standing.held[holder]], -1);
        }
        return false;
    }

    private int firstOver() {
        for (int r = 0; r < used.length; r++) {
            if (used[r] > resources.get(r).capacity()) {
                return r;
            }
        }
        return -1;
    }

    private static void add(int[] units, int[] option, int count) {
        for (int r : option) {
            units[r] += count;
        }
    }
}
