package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * What a problem must hold to by itself, whoever made it. What an option takes follows from its stays and is worked out from these, never
 * believed: otherwise two doctors could be given one seat.
 */
public final class ProblemForm {
    private static final Pattern RESOURCE =
            Pattern.compile("(?<what>seat|away):(?<of>[a-z0-9][a-z0-9-]{0,58}[a-z0-9]):(?<when>[0-9]{4}-[VH])");

    private final AllocationProblem problem;
    private final List<Failure> failures;
    private final Map<ResourceId, List<Leg>> shared = new HashMap<>();
    /** Each seat by its position and half-year: named once, not for every doctor who could have it. */
    private final Map<PositionId, Map<HalfYear, ResourceId>> seats = new HashMap<>();
    /** Of each resource that is a limit, which; the problem itself lets no option use a resource it does not have. */
    private final Map<ResourceId, String> limits = new HashMap<>();

    ProblemForm(AllocationProblem problem, List<Failure> failures) {
        this.problem = problem;
        this.failures = failures;
    }

    /** Everything in which the problem is not as it must be. */
    public static List<Failure> faults(AllocationProblem problem) {
        List<Failure> faults = new ArrayList<>();
        new ProblemForm(problem, faults).check();
        return faults;
    }

    /** Adds everything that is not as it must be. */
    void check() {
        for (Resource resource : problem.resources()) {
            String id = resource.id().value();
            Matcher form = RESOURCE.matcher(id);
            if (!wellFormed(form)) {
                fail(
                        id,
                        "No resource can have this name. It must be seat:<position>:<half-year> or away:<limit>:<half-year>.");
            }
            if (form.matches() && form.group("what").equals("away")) {
                limits.put(resource.id(), form.group("of"));
            }
        }
        problem.doctors().forEach(this::check);
    }

    private static boolean wellFormed(Matcher form) {
        if (!form.matches()) {
            return false;
        }
        try {
            return HalfYear.parse(form.group("when")) != null;
        } catch (IllegalArgumentException noSuchHalfYear) {
            return false;
        }
    }

    private void check(Doctor doctor) {
        String limit = limit(doctor);
        int tier = -1;
        for (int o = 0; o < doctor.options().size(); o++) {
            Option option = doctor.options().get(o);
            if (!doctor.pinned() && option.tier() != tier && option.tier() != tier + 1) {
                fail(doctor, option(o) + " has tier " + option.tier() + ". Tiers are counted from 0 without a gap.");
            }
            tier = option.tier();
            List<ResourceId> expected = checkStays(doctor, o, limit);
            boolean sameOrder = option.uses().equals(expected);
            if (!sameOrder && !Set.copyOf(expected).equals(Set.copyOf(option.uses()))) {
                fail(
                        doctor,
                        option(o) + " takes " + new TreeSet<>(expected) + " by its stays, and uses says "
                                + new TreeSet<>(option.uses()) + ".");
            }
        }
    }

    private ResourceId seat(Stay stay) {
        return seats.computeIfAbsent(stay.position(), position -> new HashMap<>())
                .computeIfAbsent(stay.halfYear(), halfYear -> ResourceId.seat(stay.position(), halfYear));
    }

    /** The area whose limit the doctor's options count towards; null for none. */
    private String limit(Doctor doctor) {
        for (Option option : doctor.options()) {
            for (ResourceId use : option.uses()) {
                String limit = limits.get(use);
                if (limit != null) {
                    return limit;
                }
            }
        }
        return null;
    }

    /** @return what the stays take, in their order */
    private List<ResourceId> checkStays(Doctor doctor, int o, String limit) {
        Option option = doctor.options().get(o);
        if (option.stays().isEmpty()) {
            fail(doctor, option(o) + " has no stays.");
        }
        List<ResourceId> taken = new ArrayList<>(2);
        HalfYear last = null;
        for (Stay stay : option.stays()) {
            if (last != null && last.compareTo(stay.halfYear()) >= 0) {
                fail(doctor, option(o) + " has two stays in one half-year, or the later one first.");
            }
            last = stay.halfYear();
            ResourceId seat = seat(stay);
            taken.add(seat);
            if (limit != null) {
                taken.add(ResourceId.away(limit, stay.halfYear()));
            }
            List<Leg> legs = shared.putIfAbsent(seat, stay.legs());
            if (stay.legs().isEmpty()) {
                fail(doctor, option(o) + ": the stay " + seat + " is in no department.");
            } else if (legs != null && !legs.equals(stay.legs())) {
                fail(
                        doctor,
                        option(o) + ": the stay " + seat + " is " + told(stay.legs()) + ", and elsewhere " + told(legs)
                                + ".");
            }
        }
        return taken;
    }

    private static String option(int number) {
        return "Option " + number;
    }

    private static List<String> told(List<Leg> legs) {
        return legs.stream()
                .map(leg -> leg.department() + " for " + leg.months() + " months")
                .toList();
    }

    /** Adds each seat that more doctors stay in, by these placements, than it has room for, with who they are. */
    void checkSeats(List<Placement> placements) {
        Map<ResourceId, List<DoctorId>> staying = new TreeMap<>();
        for (int d = 0; d < Math.min(placements.size(), problem.doctors().size()); d++) {
            Doctor doctor = problem.doctors().get(d);
            Integer option = placements.get(d).option();
            if (option != null && 0 <= option && option < doctor.options().size()) {
                Set<ResourceId> own = new HashSet<>();
                doctor.options().get(option).stays().forEach(stay -> {
                    if (own.add(seat(stay))) {
                        staying.computeIfAbsent(seat(stay), seat -> new ArrayList<>())
                                .add(doctor.id());
                    }
                });
            }
        }
        problem.resources().forEach(resource -> {
            List<DoctorId> here = staying.remove(resource.id());
            if (here != null && here.size() > resource.capacity()) {
                overfull(resource.id(), here, "there is room for " + resource.capacity());
            }
        });
        staying.forEach((seat, here) -> overfull(seat, here, "there is no such seat"));
    }

    private void overfull(ResourceId seat, List<DoctorId> here, String room) {
        failures.add(new Failure(
                Failure.Kind.PROPOSAL, seat.value(), "By their stays " + here + " hold it, and " + room + "."));
    }

    private void fail(Doctor doctor, String text) {
        fail(doctor.id().value(), text);
    }

    private void fail(String subject, String text) {
        failures.add(new Failure(Failure.Kind.PROBLEM, subject, text));
    }
}
