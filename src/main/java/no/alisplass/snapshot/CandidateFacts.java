package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.doctor.Start;
import no.alisplass.policy.CountingRules;
import no.alisplass.policy.Eligibility;
import no.alisplass.policy.Policy;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Submission;

/** What a waitlist entry and its area come to on the days a round's policy asks for. */
final class CandidateFacts {
    private final Map<AreaCode, AreaRecord> areas;
    private final Round round;
    private final CountingRules rules;
    private final Eligibility eligibility;
    private final Map<AreaCode, Agreed> agreed;
    private final Counting counting;
    private final boolean asksLateWithdrawal;

    /**
     * @param areas all there are; one that is not among them is in no catchment and short of nobody
     * @param agreed what the hospital has agreed with areas; not asked where the policy does not
     */
    CandidateFacts(List<AreaRecord> areas, Round round, Policy policy, Map<AreaCode, Agreed> agreed) {
        this.areas = areas.stream().collect(Collectors.toMap(each -> each.area().code(), Function.identity()));
        this.round = round;
        this.rules = policy.counting();
        this.eligibility = policy.eligibility();
        this.agreed = agreed;
        this.asksLateWithdrawal = policy.asksLateWithdrawal();
        this.counting = this.rules.of(round.first().start(), round.deadline());
    }

    /** What earlier approved rounds have given a doctor, and what is left after it. */
    ServiceToCome toCome(WaitlistEntry entry, Earlier earlier) {
        return ServiceToCome.of(
                entry.institution().monthsLeft(),
                entry.institution().interrupted(),
                earlier.to(entry.hpr()),
                round.first());
    }

    /**
     * @param left institutional service that is left when all that is given has been done
     * @param late whether a yes was taken back late in the round before
     */
    Candidate candidate(Submission list, WaitlistEntry entry, Months left, boolean late) {
        AreaCode area = list.area();
        CountedService service = entry.service().counted(counting, list.day());
        return new Candidate(
                entry.hpr(),
                area,
                entry.employment(),
                entry.training().scheme(),
                service.months(),
                service.openPractice(),
                entry.progress(),
                entry.institution().interrupted(),
                left,
                shortOfSpecialists(area, round.first().start()),
                coveredInHorizon(area),
                rules.said() ? counting.on() : null,
                rules.onStartDay()
                        ? round.halfYears().stream()
                                .map(halfYear -> start(list, entry, halfYear))
                                .toList()
                        : null,
                agreed(area),
                asksLateWithdrawal && late ? Boolean.TRUE : null);
    }

    private Start start(Submission list, WaitlistEntry entry, HalfYear halfYear) {
        LocalDate day = halfYear.start();
        return new Start(
                halfYear,
                entry.wishes().letStart(halfYear),
                !covered(list.area(), halfYear).isEmpty(),
                entry.service()
                        .counted(new Counting(day, counting.exact()), list.day())
                        .months(),
                shortOfSpecialists(list.area(), day),
                eligibility.asksAgreed() ? eligibility.allows(agreed(list.area()), day) : null);
    }

    /** Null when the policy does not ask; of an area the hospital was never told of, that nothing is agreed. */
    private Agreed agreed(AreaCode area) {
        return eligibility.asksAgreed()
                ? agreed.getOrDefault(area, new Agreed(round.hospital(), null, null, null))
                : null;
    }

    private boolean shortOfSpecialists(AreaCode area, LocalDate day) {
        return areas.containsKey(area) && areas.get(area).shortOfSpecialists(day);
    }

    /** Whether the area belongs to the catchment for a service when a half-year begins. */
    boolean covered(AreaCode area, Service service, HalfYear halfYear) {
        return covered(area, halfYear).contains(service);
    }

    private Set<Service> covered(AreaCode area, HalfYear halfYear) {
        return areas.containsKey(area) ? areas.get(area).covered(round.hospital(), halfYear.start()) : Set.of();
    }

    private Set<Service> coveredInHorizon(AreaCode area) {
        Set<Service> covered = EnumSet.noneOf(Service.class);
        round.halfYears().forEach(halfYear -> covered.addAll(covered(area, halfYear)));
        return covered;
    }
}
