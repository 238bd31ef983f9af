package no.alisplass.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.catchment.Agreements;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.Offers;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.OfferState;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.rank.Nomination;
import no.alisplass.vacancy.rank.VacancyCase;
import no.alisplass.vacancy.rank.VacancyDoctor;
import no.alisplass.vacancy.rank.VacancyOrder;

/** Brings together what a vacancy's ranking stands on, as it is now. */
@ApplicationScoped
class VacancySources {
    private static final int AT_A_TIME = 20_000;
    private static final int MOST_OFFERS = 1000;

    private final VacancyStore store;
    private final RegisterLists registers;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Agreements agreements;
    private final Placements placements;
    private final Offers offers;
    private final Policies policies;

    VacancySources(
            VacancyStore store,
            RegisterLists registers,
            Capacity capacity,
            Catchment catchment,
            Agreements agreements,
            Placements placements,
            Offers offers,
            Policies policies) {
        this.store = store;
        this.registers = registers;
        this.capacity = capacity;
        this.catchment = catchment;
        this.agreements = agreements;
        this.placements = placements;
        this.offers = offers;
        this.policies = policies;
    }

    Policy policy(Vacancy.Course course) {
        return policies.get(course.policyId(), course.policyVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "The policy " + course.policyId() + " version " + course.policyVersion() + " is not loaded"));
    }

    /** The fewest months that count in one department, by the policy the vacancy is filled by. */
    int least(Vacancy.Course course) {
        return policy(course).placement().minimumMonthsPerDepartment();
    }

    /** Everyone who waits where the hospital serves, for one that has its course. */
    VacancyOrder order(Vacancy vacancy) {
        Policy policy = policy(vacancy.course());
        return VacancyOrder.of(caseOf(vacancy), policy, doctors(vacancy, policy));
    }

    private VacancyCase caseOf(Vacancy vacancy) {
        Service service = capacity.hospital(vacancy.hospital())
                .flatMap(hospital -> hospital.serviceOf(vacancy.department()))
                .orElseThrow();
        return new VacancyCase(
                vacancy.id(),
                vacancy.hospital(),
                vacancy.department(),
                service,
                vacancy.from(),
                vacancy.to(),
                WorkingDays.day(vacancy.course().nominateBy()),
                vacancy.course().lotterySeed());
    }

    private List<VacancyDoctor> doctors(Vacancy vacancy, Policy policy) {
        HospitalId hospital = vacancy.hospital();
        LocalDate from = vacancy.from();
        List<RegisteredDoctor> waiting = waiting(hospital);
        Map<AreaCode, AreaRecord> areas = catchment.records().stream()
                .map(Versioned::value)
                .collect(Collectors.toMap(each -> each.area().code(), Function.identity()));
        Map<AreaCode, Agreed> agreed = policy.eligibility().asksAgreed() ? agreements.agreed(hospital) : null;
        Map<HprNumber, List<GivenStay>> given = placements.besides(VacancyIds.round(vacancy.id())).stream()
                .collect(Collectors.groupingBy(GivenStay::hpr));
        List<Placements.Away> away = placements.away(from, vacancy.to());
        Set<HprNumber> gone = away.stream().map(Placements.Away::hpr).collect(Collectors.toSet());
        Map<AreaCode, Long> spared =
                away.stream().collect(Collectors.groupingBy(Placements.Away::area, Collectors.counting()));
        Map<AreaCode, Integer> limits = store.limits();
        List<Offer> before = offers(vacancy.id());
        Set<HprNumber> offered = doctors(before, OfferState::isTold);
        Set<HprNumber> turnedDown = doctors(before, state -> state == OfferState.TURNED_DOWN);
        Map<HprNumber, Nomination> nominations = nominations(store.events(vacancy.id()));
        return waiting.stream()
                .map(doctor -> {
                    AreaRecord area = areas.get(doctor.area());
                    Integer limit = limits.get(doctor.area());
                    return new VacancyDoctor(
                            doctor.area(),
                            doctor.facts().entry(),
                            toCome(doctor, given.getOrDefault(doctor.hpr(), List.of()), from),
                            area == null ? EnumSet.noneOf(Service.class) : area.covered(hospital, from),
                            area != null && area.shortOfSpecialists(from),
                            agreed == null
                                    ? null
                                    : agreed.getOrDefault(doctor.area(), new Agreed(hospital, null, null, null)),
                            gone.contains(doctor.hpr()),
                            limit != null && spared.getOrDefault(doctor.area(), 0L) >= limit,
                            offered.contains(doctor.hpr()),
                            turnedDown.contains(doctor.hpr()),
                            nominations.get(doctor.hpr()));
                })
                .toList();
    }

    /** Whose offers stand so. What was dropped before it was sent was no offer to the doctor. */
    private static Set<HprNumber> doctors(List<Offer> offers, Predicate<OfferState> which) {
        return offers.stream()
                .filter(offer -> which.test(offer.state()))
                .map(Offer::hpr)
                .collect(Collectors.toSet());
    }

    /** All of them, or none of the ranking. */
    private List<RegisteredDoctor> waiting(HospitalId hospital) {
        List<RegisteredDoctor> waiting = new ArrayList<>();
        DoctorPage page;
        int next = 0;
        do {
            Result<DoctorPage> read = registers.doctors(hospital, null, DoctorFilter.WAITING, next++, AT_A_TIME);
            if (!(read instanceof Result.Done<DoctorPage> done)) {
                // A ranking of nobody would be taken for one of all there are.
                throw new IllegalStateException("Nobody can be ranked for " + hospital + ": " + read);
            }
            page = done.value();
            page.doctors().stream().map(DoctorRecord::doctor).forEach(waiting::add);
        } while (!page.doctors().isEmpty() && waiting.size() < page.total());
        return waiting;
    }

    private static ServiceToCome toCome(RegisteredDoctor doctor, List<GivenStay> given, LocalDate from) {
        Months left = doctor.facts().entry().institution().monthsLeft();
        return left == null
                ? null
                : ServiceToCome.of(
                        left, doctor.facts().entry().institution().interrupted(), given, HalfYear.containing(from));
    }

    /** What areas said last of each doctor. */
    private static Map<HprNumber, Nomination> nominations(List<VacancyEvent> events) {
        Map<HprNumber, Nomination> said = new HashMap<>();
        events.forEach(event -> {
            switch (event.step()) {
                case NOMINATE -> said.put(event.hpr(), Nomination.NOMINATED);
                case TAKE_OUT -> said.put(event.hpr(), Nomination.TAKEN_OUT);
                default -> {}
            }
        });
        return said;
    }

    /** All offers of a vacancy, by number. */
    List<Offer> offers(long vacancy) {
        OfferPage page = offers.page(OfferFilter.of(VacancyIds.round(vacancy)), 0, MOST_OFFERS);
        return page.offers();
    }

    /** As {@link #offers(long)}, those there are for whoever asks. */
    List<Offer> offers(long vacancy, Acting by) {
        return offers.page(OfferFilter.of(by).in(VacancyIds.round(vacancy)), 0, MOST_OFFERS)
                .offers();
    }

    /** The areas a hospital serves on a day. */
    Set<AreaCode> areas(HospitalId hospital, LocalDate day) {
        return catchment.records().stream()
                .map(Versioned::value)
                .filter(area -> !area.covered(hospital, day).isEmpty())
                .map(area -> area.area().code())
                .collect(Collectors.toSet());
    }
}
