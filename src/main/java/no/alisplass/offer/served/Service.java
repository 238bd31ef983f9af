package no.alisplass.offer.served;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.ServicePeriod;

/**
 * What days of service come to (003 §7.3.1.2: in one department a stay counts from so many months).
 *
 * @param least months that count in one department
 */
public record Service(int least) {
    private static final int WHOLE = 100;

    /** Time that nobody serves any more. @param counts whether it is long enough to count for whoever comes instead */
    public record Rest(DepartmentId department, LocalDate from, LocalDate to, boolean counts) {}

    /** What the days come to: a month's days weigh as everywhere, and a leg gives no more than it was given for. */
    static Months served(Leg leg, LocalDate last) {
        if (last.isBefore(leg.from())) {
            return Months.ZERO;
        }
        LocalDate to = last.isBefore(leg.to()) ? last : leg.to();
        Months days = CountedService.of(
                        List.of(new ServicePeriod(
                                new DateRange(leg.from(), to), WHOLE, ServicePeriod.Kind.COUNTED, List.of())),
                        new Counting(to.plusDays(1), true))
                .months();
        Months most = Months.of(leg.months());
        return days.compareTo(most) < 0 ? days : most;
    }

    /** The fewest months of a leg that can count; what more its stay must come to, the others of it may give. */
    public int fewest(List<Leg> legs, Leg leg) {
        return Leg.stay(legs, leg).size() > 1 ? 1 : least;
    }

    /**
     * What each leg came to that was begun, when the last day was this. Two half-years that follow on in one department are one stay
     * there: together they count, or do not.
     */
    public List<ServedLeg> until(List<Leg> legs, LocalDate last) {
        List<Leg> begun = legs.stream().filter(leg -> !leg.from().isAfter(last)).toList();
        return begun.stream()
                .map(leg -> new ServedLeg(
                        leg,
                        last.isBefore(leg.to()) ? last : leg.to(),
                        counts(begun, leg, each -> served(each, last)) ? served(leg, last) : Months.ZERO,
                        null,
                        null))
                .toList();
    }

    /**
     * Whether what was served of a leg counts: as long as the stay it is of, in one department without a break, comes to enough.
     *
     * @param months of each leg
     */
    public boolean counts(List<Leg> legs, Leg leg, Function<Leg, Months> months) {
        int tenths = Leg.stay(legs, leg).stream()
                .mapToInt(each -> months.apply(each).tenths())
                .sum();
        return tenths >= Months.of(least).tenths();
    }

    /**
     * What nobody serves of the legs from a day on, in the order of days; what follows on in the same department is one.
     *
     * @param first the first day that somebody else could begin
     */
    public List<Rest> rest(List<Leg> legs, LocalDate first) {
        List<Rest> rests = new ArrayList<>();
        legs.stream()
                .filter(leg -> !leg.to().isBefore(first))
                .sorted(Comparator.comparing(Leg::from))
                .forEach(leg -> {
                    LocalDate from = leg.from().isBefore(first) ? first : leg.from();
                    Rest before = rests.isEmpty() ? null : rests.get(rests.size() - 1);
                    if (before != null
                            && before.department().equals(leg.department())
                            && before.to().plusDays(1).equals(from)) {
                        rests.set(rests.size() - 1, rest(leg.department(), before.from(), leg.to()));
                    } else {
                        rests.add(rest(leg.department(), from, leg.to()));
                    }
                });
        return rests;
    }

    private Rest rest(DepartmentId department, LocalDate from, LocalDate to) {
        return new Rest(
                department, from, to, !to.isBefore(from.plusMonths(least).minusDays(1)));
    }
}
