package no.alisplass.refill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * A refill made by hand. A wish is a department, in spring where nothing else is said ({@code "lunge"}, {@code "lunge-H"}), or two for a whole
 * ({@code "lunge+onh-H"}); wishes come in order, those joined by {@code =} equally good.
 */
public final class Ward {
    private final Map<ResourceId, Integer> resources = new LinkedHashMap<>();
    private final List<RefillDoctor> doctors = new ArrayList<>();

    public Ward seats(String department, int count) {
        resources.put(seat(department), count);
        return this;
    }

    public Ward limit(String area, String halfYear, int count) {
        resources.put(ResourceId.away(area, HalfYear.parse("2028-" + halfYear)), count);
        return this;
    }

    public Ward waits(String area, String... wishes) {
        doctors.add(RefillDoctor.waiting(next(), options(area, wishes)));
        return this;
    }

    public Ward out(String... wishes) {
        doctors.add(RefillDoctor.out(next(), options(null, wishes)));
        return this;
    }

    public Ward byHand(String... held) {
        doctors.add(new RefillDoctor(
                next(), RefillPart.BY_HAND, held.length == 0 ? null : Integer.valueOf(0), options(null, held)));
        return this;
    }

    public Ward upgradable(String area, String held, String... wishes) {
        doctors.add(RefillDoctor.holding(next(), true, Arrays.asList(wishes).indexOf(held), options(area, wishes)));
        return this;
    }

    /** Who has put in an order of their own what stands first. */
    public Ward ordering(String held, String... wishes) {
        doctors.add(RefillDoctor.ordering(next(), Arrays.asList(wishes).indexOf(held), options(null, wishes)));
        return this;
    }

    public Ward firm(String area, String held, String... wishes) {
        doctors.add(RefillDoctor.holding(next(), false, Arrays.asList(wishes).indexOf(held), options(area, wishes)));
        return this;
    }

    public RefillProblem upgrades() {
        return problem(RefillMode.UPGRADES, Cases.ROUND);
    }

    public RefillProblem problem(RefillMode mode, String round) {
        return new RefillProblem(
                round,
                mode,
                doctors,
                resources.entrySet().stream()
                        .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private DoctorId next() {
        return DoctorId.ofPosition(doctors.size() + 1);
    }

    private List<Option> options(String area, String... wishes) {
        List<Option> options = new ArrayList<>();
        int tier = -1;
        for (String wish : wishes) {
            boolean alike = wish.startsWith("=");
            tier += alike ? 0 : 1;
            List<Stay> stays = new ArrayList<>();
            List<ResourceId> uses = new ArrayList<>();
            for (String part : (alike ? wish.substring(1) : wish).split("\\+")) {
                ResourceId seat = seat(part);
                ResourceId.Seat what = seat.seat().orElseThrow();
                stays.add(new Stay(
                        what.position(),
                        what.halfYear(),
                        List.of(new Leg(new DepartmentId(what.position().value()), 6))));
                uses.add(seat);
                if (area != null) {
                    uses.add(ResourceId.away(area, what.halfYear()));
                }
            }
            options.add(new Option(tier, stays, uses));
        }
        return options;
    }

    public static ResourceId seat(String department) {
        boolean autumn = department.endsWith("-H");
        return ResourceId.seat(
                new PositionId(autumn ? department.substring(0, department.length() - 2) : department),
                HalfYear.parse(autumn ? "2028-H" : "2028-V"));
    }
}
