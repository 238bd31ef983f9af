package no.alisplass.certificate.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.ResourceId;

/** Works out what a reason's ground must name: of a tight set, what concerns the doctor, all of it and nothing else. */
final class GroundCheck {
    private final HeldOutcome standing;
    private final Certificate certificate;
    private final PriceArithmetic arithmetic;

    GroundCheck(HeldOutcome standing, Certificate certificate) {
        this.standing = standing;
        this.certificate = certificate;
        this.arithmetic = new PriceArithmetic(standing);
    }

    /** What is false in the ground, in the order it is found. */
    List<String> faults(int doctor, StatedReasons.Ground stated) {
        List<String> faults = new ArrayList<>();
        if (stated == null) {
            return List.of("There is no ground.");
        }
        Claim claim = certificate.claims().get(doctor);
        if (!Checker.kind(claim.proof()).equals(stated.kind())) {
            faults.add("The kind of proof is " + Checker.kind(claim.proof()) + ", not " + stated.kind() + ".");
            return faults;
        }
        if (!(claim.proof() instanceof Proof.TightSet tight)) {
            if (stated.resources() != null || stated.holders() != null) {
                faults.add("Only a tight set names resources and holders.");
            }
            return faults;
        }
        if (!isRead(tight.priceList())) {
            faults.add("The tight set is no price list that can be read.");
            return faults;
        }
        TreeSet<Integer> set = concerning(doctor);
        List<ResourceId> expected =
                set.stream().map(r -> standing.problem.resources().get(r).id()).toList();
        if (!expected.equals(stated.resources())) {
            faults.add("Of the tight set " + expected + " concern the doctor, and the ground names "
                    + stated.resources() + ".");
        }
        List<DoctorId> having = others(doctor, set).stream()
                .map(other -> standing.doctors.get(other).id())
                .toList();
        if (!having.equals(stated.holders())) {
            faults.add("The holders of the tight set are " + having + ", not " + stated.holders() + ".");
        }
        return faults;
    }

    private boolean isRead(int list) {
        if (list < 0 || list >= certificate.priceLists().size()) {
            return false;
        }
        PriceList prices = certificate.priceLists().get(list);
        return arithmetic.read(prices, list, new ArrayList<>()) != null;
    }

    /** Under wishes first what lies near the doctor, where it proves the claim by itself; otherwise all that is priced. */
    private TreeSet<Integer> concerning(int doctor) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int r : arithmetic.priced()) {
            all.add(r);
        }
        if (standing.problem.objective() != Objective.WISHES_FIRST) {
            return all;
        }
        TreeSet<Integer> near = near(doctor, all);
        return proves(doctor, near) ? near : all;
    }

    /** From the doctor's better options by those protected giving way to each other, within the set. */
    private TreeSet<Integer> near(int doctor, TreeSet<Integer> all) {
        TreeSet<Integer> near = new TreeSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(doctor));
        Set<Integer> asked = new HashSet<>(open);
        while (!open.isEmpty()) {
            int next = open.remove();
            int options = next == doctor
                    ? standing.optionsBelow(doctor, standing.heldTier(doctor))
                    : standing.counting(doctor, next);
            for (int o = 0; o < options; o++) {
                for (int r : standing.uses(next)[o]) {
                    if (all.contains(r) && near.add(r)) {
                        for (int holder : standing.holders(r)) {
                            if (standing.counting(doctor, holder) > 0 && asked.add(holder)) {
                                open.add(holder);
                            }
                        }
                    }
                }
            }
        }
        return near;
    }

    private boolean proves(int doctor, TreeSet<Integer> set) {
        long[] prices = arithmetic.ones(set);
        long need = arithmetic.cheapest(prices, doctor, standing.optionsBelow(doctor, standing.heldTier(doctor)));
        for (int other : others(doctor, set)) {
            int counting = standing.counting(doctor, other);
            need = Math.addExact(need, counting == 0 ? 0 : arithmetic.cheapest(prices, other, counting));
        }
        return need > arithmetic.worth();
    }

    private TreeSet<Integer> others(int doctor, TreeSet<Integer> set) {
        TreeSet<Integer> others = new TreeSet<>();
        set.forEach(r -> Arrays.stream(standing.holders(r)).forEach(others::add));
        others.remove(doctor);
        return others;
    }
}
