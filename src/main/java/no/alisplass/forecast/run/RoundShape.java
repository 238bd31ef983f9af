package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.policy.SchemeRules;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.OfferConditions;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.OptionBuilder;

/**
 * What one round of the plan offers, the same in every replication. Options are built as a real round builds them
 * ({@link OptionBuilder}), once for all doctors of whom the rules ask the same.
 */
final class RoundShape {
    /** So many sets of options are kept; beyond that they are built anew, so that a large plan does not fill the memory. */
    private static final int MOST_OPTIONS_KEPT = 3_000_000;

    final int first;
    final List<HalfYear> halfYears;
    final List<Resource> resources;
    final int[] capacity;
    final boolean[] seat;
    final int seats;
    private final ForecastInput input;
    private final Map<ResourceId, Integer> numbers = new HashMap<>();
    private final OptionBuilder builder;
    private final ConcurrentMap<Asked, Offers> known = new ConcurrentHashMap<>();
    private final AtomicInteger kept = new AtomicInteger();

    /** All that the rules of offering ask of a doctor. */
    record Asked(
            int wishesLike,
            boolean ownWishes,
            int earliest,
            long served,
            boolean interrupted,
            int left,
            int affiliationHolds,
            Scheme scheme,
            int likeArea,
            int limitedArea) {
        Asked unlimited() {
            return new Asked(
                    wishesLike,
                    ownWishes,
                    earliest,
                    served,
                    interrupted,
                    left,
                    affiliationHolds,
                    scheme,
                    likeArea,
                    UNLIMITED);
        }
    }

    /**
     * What can be offered, best tier first.
     *
     * @param uses of each option, as numbers of the round's resources
     */
    record Offers(List<Option> options, int[][] uses) {}

    private static final int UNLIMITED = -1;
    static final Offers NOTHING = new Offers(List.of(), new int[0][]);

    RoundShape(ForecastInput input, int first) {
        this.input = input;
        this.first = first;
        Plan plan = input.plan();
        halfYears = new ArrayList<>();
        List<OfferedStay> offered = new ArrayList<>();
        resources = new ArrayList<>();
        for (int at = first; at < Math.min(first + plan.perRound(), plan.halfYears()); at++) {
            HalfYear halfYear = plan.halfYear(at);
            halfYears.add(halfYear);
            for (PlannedPosition position : plan.positions()) {
                int count = position.seats(halfYear);
                if (count > 0) {
                    OfferedStay stay = new OfferedStay(
                            new Stay(position.id(), halfYear, position.legs()),
                            position.services(),
                            count,
                            count,
                            List.of());
                    offered.add(stay);
                    resources.add(new Resource(stay.seat(), count));
                }
            }
            for (PlannedArea area : input.areas()) {
                if (area.spares() != null) {
                    resources.add(new Resource(away(area, halfYear), area.spares()));
                }
            }
        }
        resources.sort(Comparator.comparing(Resource::id));
        capacity = new int[resources.size()];
        seat = new boolean[resources.size()];
        int sum = 0;
        for (int r = 0; r < capacity.length; r++) {
            Resource resource = resources.get(r);
            numbers.put(resource.id(), r);
            capacity[r] = resource.capacity();
            seat[r] = resource.id().seat().isPresent();
            sum += seat[r] ? capacity[r] : 0;
        }
        seats = sum;
        builder = new OptionBuilder(
                offered,
                input.policy().placement(),
                halfYears.get(0),
                input.policy().objective());
    }

    static ResourceId away(PlannedArea area, HalfYear halfYear) {
        return ResourceId.away(area.code().value(), halfYear);
    }

    Offers offers(World world, Person person, boolean leaveRefused) {
        if (leaveRefused) {
            return NOTHING;
        }
        return offers(world, asked(world, person));
    }

    private Offers offers(World world, Asked asked) {
        Offers offers = known.get(asked);
        if (offers == null) {
            List<Option> options = asked.limitedArea() == UNLIMITED
                    ? build(world, asked)
                    : limited(
                            offers(world, asked.unlimited()).options(),
                            input.areas().get(asked.limitedArea()));
            offers = new Offers(options, uses(options));
            if (kept.addAndGet(offers.options().size()) > MOST_OPTIONS_KEPT / world.rounds()) {
                known.clear();
                kept.set(offers.options().size());
            }
            known.put(asked, offers);
        }
        return offers;
    }

    /** What makes no difference to what can be offered is left out, so that more doctors are alike. */
    private Asked asked(World world, Person person) {
        int holds = 0;
        for (int i = 0; i < halfYears.size(); i++) {
            LocalDate start = halfYears.get(i).start();
            boolean begun = !world.onStartDay
                    || person.employment.from() == null
                    || !person.employment.from().isAfter(start);
            boolean lasts =
                    person.employment.to() == null || !person.employment.to().isBefore(start);
            holds |= begun && lasts ? 1 << i : 0;
        }
        Scheme scheme = world.scheme(person);
        int oneStay = 10 * input.policy().placement().monthsPerStay();
        boolean open =
                input.policy().schemes().get(scheme).afterLastApplication() == SchemeRules.AfterLastApplication.OFFERED;
        return new Asked(
                person.wishesLike,
                person.ownWishes && world.blocksSome(person.wishesLike),
                Math.max(first, Math.min(person.earliest, first + halfYears.size())),
                person.served,
                person.interrupted && person.served != 0,
                open && person.left <= oneStay ? oneStay : person.left,
                holds,
                scheme,
                world.likeArea[person.area],
                input.areas().get(person.area).spares() == null ? UNLIMITED : person.area);
    }

    private List<Option> build(World world, Asked asked) {
        if (asked.affiliationHolds() == 0) {
            return List.of();
        }
        PlannedArea area = input.areas().get(asked.likeArea());
        OfferConditions conditions = new OfferConditions(
                world.wishes(asked.wishesLike(), asked.ownWishes(), asked.earliest()),
                world.served(asked.served()),
                asked.interrupted(),
                new ServiceToCome(List.of(), new Months(asked.left())),
                null,
                null,
                LeaveStatus.GRANTED,
                input.policy().schemes().get(asked.scheme()),
                input.policy().eligibility(),
                world.agreed(asked.likeArea()),
                (service, halfYear) -> holds(asked, halfYear)
                        && area.known()
                                .covered(input.plan().hospital(), halfYear.start())
                                .contains(service),
                halfYear -> List.of());
        return builder.build(conditions).options();
    }

    /** The same where the area has a limit, which each stay counts towards. */
    private static List<Option> limited(List<Option> options, PlannedArea area) {
        List<Option> limited = new ArrayList<>(options.size());
        for (Option option : options) {
            TreeSet<ResourceId> uses = new TreeSet<>(option.uses());
            option.stays().forEach(stay -> uses.add(away(area, stay.halfYear())));
            limited.add(new Option(option.tier(), option.stays(), List.copyOf(uses)));
        }
        return List.copyOf(limited);
    }

    private int[][] uses(List<Option> options) {
        int[][] uses = new int[options.size()][];
        for (int o = 0; o < uses.length; o++) {
            List<ResourceId> ids = options.get(o).uses();
            uses[o] = new int[ids.size()];
            for (int u = 0; u < uses[o].length; u++) {
                uses[o][u] = numbers.get(ids.get(u));
            }
        }
        return uses;
    }

    /** Where the affiliation does not hold, nothing is offered: why is told to nobody here, and so it is asked together with the catchment. */
    private boolean holds(Asked asked, HalfYear halfYear) {
        return (asked.affiliationHolds() >> halfYears.get(0).until(halfYear) & 1) != 0;
    }

    /** The place of a half-year of the round in the plan. */
    int at(HalfYear halfYear) {
        return first + halfYears.get(0).until(halfYear);
    }

    static int months(Stay stay) {
        return stay.legs().stream().mapToInt(Leg::months).sum();
    }

    static List<DepartmentId> departments(Stay stay) {
        return stay.legs().stream().map(Leg::department).toList();
    }
}
