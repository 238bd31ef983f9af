package no.alisplass.scenario.least.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.check.ProblemForm;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.least.LeastCertificate;
import no.alisplass.scenario.least.LeastProof;
import no.alisplass.scenario.least.LeastQuestion;

/**
 * Checks that so many seats are enough and one fewer is not: looks up every placement, and adds up what the doctors pay at the proof's
 * prices. Uses nothing of what finds either.
 */
public final class LeastChecker {
    private final AllocationProblem problem;
    private final LeastCertificate certificate;
    private final List<String> faults = new ArrayList<>();
    private final Map<ResourceId, Integer> capacity = new LinkedHashMap<>();
    private final Map<ResourceId, Integer> most = new LinkedHashMap<>();
    /** Of each doctor who is to be served the options that will do, in their order. */
    private final Map<DoctorId, Map<Integer, Option>> will = new LinkedHashMap<>();

    private LeastChecker(AllocationProblem problem, LeastCertificate certificate) {
        this.problem = problem;
        this.certificate = certificate;
    }

    /**
     * What a certificate says, looked at.
     *
     * @param faults what is false or does not follow; none when it is accepted
     */
    public record Report(List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        public boolean accepted() {
            return faults.isEmpty();
        }
    }

    /** Whether the number is enough, and fewer are not; or, where none is added, that not even all there could be are enough. */
    public static Report check(AllocationProblem problem, LeastCertificate certificate) {
        LeastChecker checker = new LeastChecker(problem, certificate);
        checker.check();
        return new Report(checker.faults);
    }

    private void check() {
        if (!CanonicalJson.hash(problem).equals(certificate.question().problemHash())) {
            faults.add("It is about another problem.");
            return;
        }
        ProblemForm.faults(problem).forEach(fault -> faults.add(fault.subject() + ": " + fault.text()));
        if (!faults.isEmpty()) {
            return;
        }
        if (!readMost() | !readDoctors()) {
            return;
        }
        long addable = 0;
        for (ResourceId id : capacity.keySet()) {
            addable += (long) most.get(id) - capacity.get(id);
        }
        if ((certificate.added() == null) != (certificate.placements() == null)) {
            faults.add("Seats are added for nobody, or none are and somebody is placed.");
        } else if (certificate.added() == null) {
            if (certificate.atLeast() <= addable) {
                faults.add("It does not say that all " + addable + " seats there could be are not enough.");
            }
        } else {
            checkEnough();
        }
        prove(certificate.proof(), will);
    }

    private boolean readMost() {
        problem.resources().forEach(resource -> capacity.put(resource.id(), resource.capacity()));
        most.putAll(capacity);
        List<ResourceId> order = new ArrayList<>(capacity.keySet());
        int last = -1;
        for (Resource each : certificate.question().most()) {
            int place = order.indexOf(each.id());
            if (place <= last || each.id().seat().isEmpty() || each.capacity() < capacity.get(each.id())) {
                faults.add("There cannot be " + each.capacity() + " of " + each.id()
                        + ": it is unknown, no seat, out of order, or fewer than there are.");
                return false;
            }
            last = place;
            most.put(each.id(), each.capacity());
        }
        return true;
    }

    private boolean readDoctors() {
        LeastQuestion question = certificate.question();
        Set<DoctorId> asked = new HashSet<>(question.doctors());
        List<DoctorId> inOrder = new ArrayList<>();
        for (Doctor doctor : problem.doctors()) {
            boolean byHand = doctor.pinned() && !doctor.options().isEmpty();
            if (byHand && !asked.contains(doctor.id())) {
                faults.add(doctor.id() + " has a place that is settled by hand, and is left out.");
            }
            if (asked.contains(doctor.id())) {
                inOrder.add(doctor.id());
                Map<Integer, Option> options = new LinkedHashMap<>();
                for (int o = 0; o < doctor.options().size(); o++) {
                    if (byHand
                            || !question.bestTier()
                            || doctor.options().get(o).tier()
                                    == doctor.options().get(0).tier()) {
                        options.put(o, doctor.options().get(o));
                    }
                }
                if (options.isEmpty()) {
                    faults.add("There is nothing that will do for " + doctor.id() + ".");
                }
                will.put(doctor.id(), options);
            }
        }
        if (!inOrder.equals(question.doctors())) {
            faults.add("The doctors are not some of the problem's, each once and in its order.");
        }
        return faults.isEmpty();
    }

    private void checkEnough() {
        Map<ResourceId, Integer> left = new HashMap<>(capacity);
        for (Resource each : certificate.added()) {
            if (!capacity.containsKey(each.id())
                    || each.capacity() < 1
                    || (long) capacity.get(each.id()) + each.capacity() > most.get(each.id())
                    || left.get(each.id()) != (int) capacity.get(each.id())) {
                faults.add("There cannot be " + each.capacity() + " more of " + each.id() + ", or it is named twice.");
                return;
            }
            left.merge(each.id(), each.capacity(), Integer::sum);
        }
        List<DoctorId> placed =
                certificate.placements().stream().map(Placement::doctor).toList();
        if (!placed.equals(List.copyOf(will.keySet()))) {
            faults.add("Not each of the doctors is placed, once and in order.");
            return;
        }
        for (Placement placement : certificate.placements()) {
            Option option = will.get(placement.doctor()).get(placement.option());
            if (option == null) {
                faults.add("Option " + placement.option() + " will not do for " + placement.doctor() + ".");
                return;
            }
            option.uses().forEach(use -> left.merge(use, -1, Integer::sum));
        }
        left.forEach((id, rest) -> {
            if (rest < 0) {
                faults.add("More of " + id + " is taken than there would be.");
            }
        });
        long number = certificate.added().stream().mapToLong(Resource::capacity).sum();
        if (number != certificate.atLeast()) {
            faults.add("It adds " + number + " seats and proves only that fewer than " + certificate.atLeast()
                    + " are not enough.");
        }
    }

    /** Adds up every case, with the options that will do in it. */
    private void prove(LeastProof proof, Map<DoctorId, Map<Integer, Option>> options) {
        if (proof instanceof LeastProof.Prices prices) {
            sum(prices, options);
            return;
        }
        LeastProof.ByCases cases = (LeastProof.ByCases) proof;
        Map<Integer, Option> divided = options.get(cases.of());
        List<Integer> all = new ArrayList<>();
        cases.parts().forEach(part -> all.addAll(part.options()));
        if (divided == null
                || all.size() != divided.size()
                || !new TreeSet<>(all).equals(new TreeSet<>(divided.keySet()))
                || cases.parts().stream().anyMatch(part -> part.options().isEmpty())) {
            faults.add("The cases are not all the options of " + cases.of() + ", each once.");
            return;
        }
        for (LeastProof.Part part : cases.parts()) {
            Map<Integer, Option> some = new LinkedHashMap<>();
            part.options().forEach(option -> some.put(option, divided.get(option)));
            Map<DoctorId, Map<Integer, Option>> narrower = new LinkedHashMap<>(options);
            narrower.put(cases.of(), some);
            prove(part.proof(), narrower);
        }
    }

    private void sum(LeastProof.Prices proof, Map<DoctorId, Map<Integer, Option>> options) {
        Map<ResourceId, Long> prices = new HashMap<>();
        for (PriceList.Price price : proof.prices()) {
            if (!capacity.containsKey(price.resource())
                    || price.price() < 1
                    || prices.put(price.resource(), price.price()) != null) {
                faults.add("The price of " + price.resource() + " is not above 0, or is stated twice.");
                return;
            }
        }
        if (proof.unit() < 1) {
            faults.add("The price of an added seat is not above 0.");
            return;
        }
        BigInteger pay = BigInteger.ZERO;
        for (Map<Integer, Option> each : options.values()) {
            BigInteger least = null;
            for (Option option : each.values()) {
                BigInteger cost = BigInteger.ZERO;
                for (ResourceId use : option.uses()) {
                    cost = cost.add(BigInteger.valueOf(prices.getOrDefault(use, 0L)));
                }
                least = least == null || cost.compareTo(least) < 0 ? cost : least;
            }
            pay = pay.add(least);
        }
        for (Map.Entry<ResourceId, Long> each : prices.entrySet()) {
            long below = Math.min(each.getValue(), proof.unit());
            pay = pay.subtract(times(below, capacity.get(each.getKey())))
                    .subtract(times(each.getValue() - below, most.get(each.getKey())));
        }
        // More than one fewer would pay for: then one fewer is not enough.
        if (pay.compareTo(times(proof.unit(), certificate.atLeast() - 1L)) <= 0) {
            faults.add("At the prices the doctors pay " + pay + " more than there is, which "
                    + (certificate.atLeast() - 1L) + " seats at " + proof.unit() + " would pay for.");
        }
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
