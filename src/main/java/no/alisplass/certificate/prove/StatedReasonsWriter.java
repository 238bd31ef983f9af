package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.StatedReasons.Better;
import no.alisplass.certificate.StatedReasons.Full;
import no.alisplass.certificate.StatedReasons.Ground;
import no.alisplass.certificate.StatedReasons.Holder;
import no.alisplass.certificate.StatedReasons.Reason;
import no.alisplass.certificate.StatedReasons.Right;
import no.alisplass.certificate.StatedReasons.Standing;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;

/** States the reasons of a round from its problem, its proposal and its certificate. */
public final class StatedReasonsWriter {
    private final ClaimContext field;
    private final Certificate certificate;
    private final List<List<Integer>> holders = new ArrayList<>();

    /**
     * @throws IllegalArgumentException when the proposal is not one of the problem
     */
    public StatedReasonsWriter(AllocationProblem problem, Proposal proposal, Certificate certificate) {
        field = new ClaimContext(problem, proposal);
        this.certificate = certificate;
        for (int r = 0; r < field.resources; r++) {
            holders.add(new ArrayList<>());
        }
        for (int d = 0; d < field.doctors; d++) {
            if (field.placed(d)) {
                for (int r : field.uses[d][field.held[d]]) {
                    holders.get(r).add(d);
                }
            }
        }
    }

    /** The reasons of all doctors. */
    public static StatedReasons all(AllocationProblem problem, Proposal proposal, Certificate certificate) {
        StatedReasonsWriter reasoning = new StatedReasonsWriter(problem, proposal, certificate);
        return new StatedReasons(
                certificate.problemHash(),
                certificate.proposalHash(),
                IntStream.range(0, reasoning.field.doctors)
                        .mapToObj(reasoning::of)
                        .toList());
    }

    /** @param doctor the place in the problem, from 0 */
    public Reason of(int doctor) {
        List<Better> better = new ArrayList<>();
        int options = field.pinned[doctor] ? 0 : field.better(doctor);
        for (int o = 0; o < options; o++) {
            better.add(new Better(o, field.tier[doctor][o], full(doctor, field.uses[doctor][o])));
        }
        return new Reason(
                id(doctor),
                doctor + 1,
                standing(doctor),
                field.placed(doctor) ? field.heldTier(doctor) : null,
                better,
                ground(doctor));
    }

    /** How the doctor comes out. @param doctor the place in the problem, from 0 */
    public Standing standing(int doctor) {
        if (field.placed(doctor)) {
            return field.pinned[doctor] ? Standing.PLACED_BY_HAND : Standing.PLACED;
        }
        if (field.pinned[doctor]) {
            return Standing.EXCLUDED;
        }
        return field.uses[doctor].length == 0 ? Standing.NOTHING_TO_OFFER : Standing.ALL_TAKEN;
    }

    /**
     * A place that someone behind holds is no hindrance as long as another one of the option is held by those ahead alone.
     */
    private List<Full> full(int doctor, int[] option) {
        List<Full> full = new ArrayList<>();
        for (int r : option) {
            List<Holder> others = holders.get(r).stream()
                    .filter(holder -> holder != doctor)
                    .map(holder -> new Holder(id(holder), holder + 1, right(doctor, holder)))
                    .toList();
            if (others.size() >= field.capacity[r]) {
                full.add(new Full(field.problem.resources().get(r).id(), field.capacity[r], others));
            }
        }
        List<Full> heldAhead = full.stream()
                .filter(one -> one.holders().stream().noneMatch(holder -> holder.right() == Right.PLACED_AT_ALL))
                .toList();
        return heldAhead.isEmpty() ? full : heldAhead;
    }

    private Right right(int doctor, int holder) {
        if (field.pinned[holder]) {
            return Right.BY_HAND;
        }
        return holder < doctor ? Right.AHEAD : Right.PLACED_AT_ALL;
    }

    private Ground ground(int doctor) {
        Proof proof = certificate.claims().get(doctor).proof();
        String kind = proof.kind().name();
        if (!(proof instanceof Proof.TightSet tight)) {
            return new Ground(kind, null, null);
        }
        BitSet all = new BitSet();
        certificate
                .priceLists()
                .get(tight.priceList())
                .prices()
                .forEach(price -> all.set(field.number(price.resource())));
        BitSet near = wishesFirst() ? near(doctor, all) : all;
        BitSet set = wishesFirst() && proves(doctor, near) ? near : all;
        BitSet others = new BitSet();
        set.stream().forEach(r -> holders.get(r).forEach(others::set));
        others.clear(doctor);
        return new Ground(
                kind,
                set.stream()
                        .mapToObj(r -> field.problem.resources().get(r).id())
                        .toList(),
                others.stream().mapToObj(this::id).toList());
    }

    /** What can be reached from the doctor's better options by the doctors ahead giving way to each other. */
    private BitSet near(int doctor, BitSet all) {
        BitSet near = new BitSet();
        List<Integer> open = new ArrayList<>();
        reach(doctor, field.better(doctor), all, near, open);
        while (!open.isEmpty()) {
            int resource = open.remove(open.size() - 1);
            for (int holder : holders.get(resource)) {
                if (ahead(doctor, holder)) {
                    reach(holder, field.asGood(holder), all, near, open);
                }
            }
        }
        return near;
    }

    private void reach(int doctor, int options, BitSet all, BitSet near, List<Integer> open) {
        for (int o = 0; o < options; o++) {
            for (int r : field.uses[doctor][o]) {
                if (all.get(r) && !near.get(r)) {
                    near.set(r);
                    open.add(r);
                }
            }
        }
    }

    /** Whether the doctors ahead and this one need more of the set than there is; only who holds some of it can need any. */
    private boolean proves(int doctor, BitSet set) {
        BitSet needing = new BitSet();
        set.stream().forEach(r -> holders.get(r).forEach(needing::set));
        long need = least(doctor, field.better(doctor), set);
        for (int d = needing.nextSetBit(0); d >= 0; d = needing.nextSetBit(d + 1)) {
            if (d != doctor && ahead(doctor, d)) {
                need += least(d, field.asGood(d), set);
            }
        }
        return need > set.stream().mapToLong(r -> field.capacity[r]).sum();
    }

    private long least(int doctor, int options, BitSet set) {
        long least = Long.MAX_VALUE;
        for (int o = 0; o < options; o++) {
            least = Math.min(
                    least, Arrays.stream(field.uses[doctor][o]).filter(set::get).count());
        }
        return least;
    }

    private boolean ahead(int doctor, int other) {
        return other < doctor || field.pinned[other];
    }

    private boolean wishesFirst() {
        return field.problem.objective() == Objective.WISHES_FIRST;
    }

    private DoctorId id(int doctor) {
        return field.problem.doctors().get(doctor).id();
    }
}
