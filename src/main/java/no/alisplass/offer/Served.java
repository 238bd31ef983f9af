package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.served.Leg;
import no.alisplass.offer.served.Said;
import no.alisplass.offer.served.ServedLeg;
import no.alisplass.offer.served.Service;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.served.HospitalTold;
import no.alisplass.register.served.ServedFacts;
import no.alisplass.register.served.ServedHere;
import no.alisplass.round.Rounds;

/** What comes of stays when they are over: what of them counts, told by those who saw it, goes back to the register. */
@ApplicationScoped
public class Served {
    private static final Set<OfferState> OVER = Set.of(OfferState.COMPLETED, OfferState.INTERRUPTED);

    private final OfferStore offers;
    private final ServedStore store;
    private final OfferSteps steps;
    private final Placements placements;
    private final Runs runs;
    private final Rounds rounds;
    private final ServedHere register;
    private final Capacity capacity;
    private final Vacancies vacancies;
    private final Clock clock;

    Served(
            OfferStore offers,
            ServedStore store,
            OfferSteps steps,
            Placements placements,
            Runs runs,
            Rounds rounds,
            ServedHere register,
            Capacity capacity,
            Vacancies vacancies,
            Clock clock) {
        this.offers = offers;
        this.store = store;
        this.steps = steps;
        this.placements = placements;
        this.runs = runs;
        this.rounds = rounds;
        this.register = register;
        this.capacity = capacity;
        this.vacancies = vacancies;
        this.clock = clock;
    }

    /**
     * All a letter about the service needs to know.
     *
     * @param legs in the order of days; of what is not confirmed what is proposed
     * @param confirmed when, and by whom, each event by which legs were confirmed was; who, for the hospital alone
     */
    public record Certificate(long offer, HprNumber hpr, List<ServedLeg> legs, Map<Long, Confirmed> confirmed) {
        public Certificate {
            legs = List.copyOf(legs);
            confirmed = Map.copyOf(confirmed);
        }

        public boolean isWhole() {
            return legs.stream().allMatch(ServedLeg::isConfirmed);
        }
    }

    /** @param by user name; null for who is not of the hospital */
    public record Confirmed(Instant at, String by) {}

    /**
     * What was served, or is proposed: nothing is before the stay is over.
     *
     * @return refused NOT_FOUND for an offer that is not there for whoever asks, CONFLICT for one that is not over
     */
    @Transactional
    public Result<Certificate> of(long id, Acting by) {
        return steps.seen(id, by)
                .then(offer -> OVER.contains(offer.state())
                        ? Result.done(certificate(offer, by))
                        : Result.conflict(Finding.of("state", offer.state(), "offer.not-served", offer.end())));
    }

    private Certificate certificate(Offer offer, Acting by) {
        Map<Leg.Key, ServedLeg> confirmed = store.of(offer);
        List<ServedLeg> legs = offer.legs().stream()
                .map(leg -> confirmed.getOrDefault(leg.key(), proposed(leg)))
                .filter(leg -> leg.isConfirmed() || offer.state() == OfferState.COMPLETED)
                .toList();
        Map<Long, Confirmed> events = new TreeMap<>();
        for (OfferEvent event : offers.events(offer.id())) {
            if (legs.stream().anyMatch(leg -> leg.isConfirmed() && leg.event() == event.number())) {
                events.put(event.number(), new Confirmed(event.at(), by.isOfHospital() ? event.who() : null));
            }
        }
        return new Certificate(offer.id(), offer.hpr(), legs, events);
    }

    private static ServedLeg proposed(Leg leg) {
        return new ServedLeg(leg, leg.to(), Months.of(leg.months()), null, null);
    }

    /**
     * Those that are over and of which months are not confirmed, by the department asked for or at all; by round and doctor.
     *
     * @param filter begin with {@link OfferFilter#of(Acting)}, so that nobody sees more than theirs
     */
    @Transactional
    public OfferPage waiting(OfferFilter filter, int page, int size) {
        return offers.unconfirmed(filter, page, size);
    }

    /**
     * Confirms how many months count of legs of a stay that is over: the register has them from then on, and later rounds count them
     * and not what was given.
     *
     * @return refused as {@link Decisions} refuses; INVALID for a leg the offer does not have, more months than it has, fewer without a
     *     reason, and some that are too few to count; CONFLICT for a leg that is confirmed, or of another department
     */
    @Transactional
    public Result<Offer> confirm(long id, List<Said> said, Acting by, Long expectedVersion) {
        return steps.held(id, by).then(offer -> {
            Map<Leg.Key, ServedLeg> before = store.of(offer);
            List<ServedLeg> now = new ArrayList<>();
            return steps.take(id, OfferStep.CONFIRM_MONTHS, by, expectedVersion, held -> {
                        List<Finding> unfit = Said.unfit(held.legs(), said, before, service(held));
                        if (!unfit.isEmpty()) {
                            return Result.invalid(unfit);
                        }
                        List<Finding> refused = Said.refused(said, before.keySet(), by.department());
                        return OfferSteps.unless(refused, UnaryOperator.identity());
                    })
                    .map(after -> {
                        for (Leg leg : after.legs()) {
                            said.stream()
                                    .filter(each -> each.leg().equals(leg.key()))
                                    .forEach(each -> now.add(new ServedLeg(
                                            leg, leg.to(), Months.of(each.months()), each.reason(), after.version())));
                        }
                        store.add(id, now);
                        flowsBack(after, before, now, by);
                        return after;
                    });
        });
    }

    /**
     * What comes of breaking off.
     *
     * @param last the last day served
     * @param served what it came to in each department that the doctor came to
     * @param rests what nobody serves any more: a vacancy each that counts, the others the department's own
     * @param left months that the doctor needs after it; null when it is not known, or nobody has the doctor registered
     */
    public record Interruption(LocalDate last, List<ServedLeg> served, List<Service.Rest> rests, Months left) {
        public Interruption {
            served = List.copyOf(served);
            rests = List.copyOf(rests);
        }
    }

    /**
     * What {@link #interrupt} would do; nothing is done.
     *
     * @return refused as that
     */
    @Transactional
    public Result<Interruption> interruption(long id, LocalDate last, Acting by) {
        return steps.seen(id, by).then(offer -> {
            Optional<Finding> refused = OfferTable.refuses(OfferStep.INTERRUPT, offer.state(), by.actor());
            return refused.<Result<Interruption>>map(Result::conflict).orElseGet(() -> lastDay(offer, last)
                    .<Result<Interruption>>map(Result::invalid)
                    .orElseGet(() -> Result.done(interruption(offer, last))));
        });
    }

    private Interruption interruption(Offer offer, LocalDate last) {
        Service service = service(offer);
        LocalDate today = LocalDate.now(clock);
        List<ServedLeg> served = service.until(offer.legs(), last);
        return new Interruption(
                last,
                served,
                service.rest(offer.legs(), last.isBefore(today) ? today : last.plusDays(1)),
                register.now(offer.hpr())
                        .map(doctor -> ServedFacts.after(doctor.facts(), told(offer, List.of(), served, true))
                                .entry()
                                .institution()
                                .monthsLeft())
                        .orElse(null));
    }

    /** The last day is one of the stay's but its last, and has come. */
    private Optional<Finding> lastDay(Offer offer, LocalDate last) {
        LocalDate today = LocalDate.now(clock);
        LocalDate latest = offer.end().isAfter(today) ? today : offer.end().minusDays(1);
        if (last == null) {
            return Optional.of(Finding.of("last", null, "offer.last-day-missing"));
        }
        return last.isBefore(offer.start()) || last.isAfter(latest)
                ? Optional.of(Finding.of("last", last, "offer.last-day-unfit", offer.start(), latest))
                : Optional.empty();
    }

    /**
     * Breaks off a stay that has begun. Its seats are free, what is left long enough is reported as a vacancy, and the register knows
     * what counts, what is left and that it was interrupted. Nobody is asked why.
     *
     * @param last the last day served
     * @return refused as {@link Decisions} refuses, INVALID for a day that is not in the stay, or ahead
     */
    @Transactional
    public Result<Interruption> interrupt(long id, LocalDate last, Acting by, Long expectedVersion) {
        return steps.held(id, by).then(offer -> steps.take(
                        id,
                        OfferStep.INTERRUPT,
                        by,
                        expectedVersion,
                        held -> OfferSteps.fit(lastDay(held, last), UnaryOperator.identity()))
                .map(after -> {
                    Interruption done = interruption(offer, last);
                    store.add(
                            id,
                            done.served().stream()
                                    .map(leg -> leg.confirmedBy(after.version()))
                                    .toList());
                    for (Offer.Seat seat : offer.seats()) {
                        placements.servedBefore(seat.placement(), counted(seat, done.served()));
                    }
                    register.tell(told(offer, List.of(), done.served(), true), by.who());
                    done.rests().stream().filter(Service.Rest::counts).forEach(rest -> report(offer, rest, by));
                    return done;
                }));
    }

    private static Months counted(Offer.Seat seat, List<ServedLeg> served) {
        return new Months(served.stream()
                .filter(each -> each.leg().position().equals(seat.position())
                        && each.leg().halfYear().equals(seat.halfYear()))
                .mapToInt(each -> each.months().tenths())
                .sum());
    }

    private void report(Offer offer, Service.Rest rest, Acting by) {
        boolean onCall = capacity.hospital(offer.hospital())
                .flatMap(hospital -> hospital.department(rest.department()))
                .map(Department::onCall)
                .orElse(false);
        Vacancies.Reporter reporter =
                new Vacancies.Reporter(by.who(), by.actor().name());
        if (vacancies.report(offer.hospital(), rest.department(), rest.from(), rest.to(), onCall, null, true, reporter)
                instanceof Result.Refused<?> refused) {
            throw new IllegalStateException("What is left of an offer is no vacancy: " + refused.findings());
        }
    }

    /** The rule that months of an offer count by. */
    @Transactional
    public Service rule(Offer offer) {
        return service(offer);
    }

    private Service service(Offer offer) {
        if (offer.vacancy().isEmpty()) {
            Run run = runs.approved(offer.round());
            return new Service(rounds.leastMonths(run.policyId(), run.policyVersion()));
        }
        Vacancy.Course course = vacancies
                .course(offer.vacancy().getAsLong())
                .orElseThrow(() -> new IllegalStateException("A vacancy that was offered has no course"));
        return new Service(rounds.leastMonths(course.policyId(), course.policyVersion()));
    }

    /** Later rounds, and the register. */
    private void flowsBack(Offer offer, Map<Leg.Key, ServedLeg> before, List<ServedLeg> now, Acting by) {
        for (Offer.Seat seat : offer.seats()) {
            placements.served(seat.placement(), parts(seat, before.values(), now));
        }
        register.tell(told(offer, before.values(), now, false), by.who());
    }

    /** What is confirmed as it is, the rest as it was given; a department where nothing counts only where there is no other. */
    private static List<GivenStay.Part> parts(
            Offer.Seat seat, Collection<ServedLeg> before, Collection<ServedLeg> now) {
        List<GivenStay.Part> parts = seat.parts().stream()
                .map(part -> new GivenStay.Part(
                        part.department(),
                        Stream.concat(before.stream(), now.stream())
                                .filter(each -> each.leg()
                                        .key()
                                        .equals(new Leg.Key(seat.position(), seat.halfYear(), part.department())))
                                .map(each -> each.months().wholeMonths())
                                .findFirst()
                                .orElse(part.months())))
                .toList();
        List<GivenStay.Part> counting =
                parts.stream().filter(part -> part.months() > 0).toList();
        return counting.isEmpty() ? parts : counting;
    }

    HospitalTold told(Offer offer, Collection<ServedLeg> before, Collection<ServedLeg> now, boolean interrupted) {
        Set<Leg.Key> known = new HashSet<>();
        before.forEach(each -> known.add(each.leg().key()));
        int open = offer.legs().stream()
                .filter(leg -> !known.contains(leg.key()))
                .mapToInt(Leg::months)
                .sum();
        int given = interrupted
                ? open
                : now.stream().mapToInt(each -> each.leg().months()).sum();
        return new HospitalTold(
                offer.hpr(),
                placements.leftBefore(offer.placements().get(0)).orElse(null),
                new Months(
                        before.stream().mapToInt(each -> each.months().tenths()).sum()),
                Months.of(open),
                Months.of(given),
                now.stream()
                        .filter(each -> each.months().tenths() > 0)
                        .map(each -> new InstitutionStay(
                                each.leg().department(),
                                null,
                                each.leg().from(),
                                each.to(),
                                each.months(),
                                InstitutionStay.Known.COMPLETED))
                        .toList(),
                interrupted);
    }
}
