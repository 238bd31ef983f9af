package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Service;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Submission;

/** Puts ranking, options and resources of one round together. */
final class Freezer {
    private final Round round;
    private final Policy policy;
    private final List<Submission> submissions;
    private final CandidateFacts facts;
    private final List<Roster.Submitted> named;
    private final Map<AreaCode, Roster.Submitted> namedByArea;

    Freezer(Round round, Policy policy, List<Submission> submissions, CandidateFacts facts) {
        this.round = round;
        this.policy = policy;
        this.submissions = submissions;
        this.facts = facts;
        named = AreaNames.of(submissions);
        namedByArea = named.stream().collect(Collectors.toMap(Roster.Submitted::area, Function.identity()));
    }

    Snapshots.Fitted freeze(WaitingDoctor.Sorted sorted, List<OfferedStay> offered, List<Pin> pins, Earlier earlier) {
        List<WaitingDoctor> waiting = sorted.counted();
        Map<HprNumber, WaitingDoctor> byNumber = WaitingDoctor.byNumber(waiting);
        Ranking ranking =
                rank(waiting.stream().filter(each -> !each.toCome().isEnough()).toList());
        OptionBuilder options = new OptionBuilder(
                offered.stream().filter(OfferedStay::exists).toList(),
                policy.placement(),
                round.first(),
                round.objective());
        Map<HprNumber, Pin> pinned = pins.stream().collect(Collectors.toMap(Pin::hpr, Function.identity()));
        List<Resource> resources = resources(offered, earlier);
        PinRules pinRules = new PinRules(resources);
        List<Doctor> doctors = new ArrayList<>();
        List<RosterEntry> entries = new ArrayList<>();
        for (Ranked ranked : ranking.ranked()) {
            WaitingDoctor doctor = byNumber.get(ranked.candidate().hpr());
            OptionBuilder.Built built = options.build(doctorCase(doctor));
            DoctorId id = DoctorId.ofPosition(ranked.position());
            Doctor free = new Doctor(id, built.options(), false);
            Pin pin = pinned.remove(ranked.candidate().hpr());
            doctors.add(pin == null ? free : pinRules.apply(free, pin));
            entries.add(entry(id, ranked.position(), doctor, built.leftOut()));
        }
        pinned.values().forEach(pinRules::unknown);
        Roster roster = roster(ranking, byNumber, sorted, entries, offering(offered, earlier));
        return new Snapshots.Fitted(
                new Snapshot(round.id(), new AllocationProblem(round.objective(), doctors, resources), roster),
                pinRules.setAside(),
                pinRules.findings(roster));
    }

    private Ranking rank(List<WaitingDoctor> doctors) {
        return policy.rank(
                doctors.stream().map(WaitingDoctor::facts).toList(),
                round.first().start(),
                round.lotterySeed());
    }

    private OfferConditions doctorCase(WaitingDoctor doctor) {
        return new OfferConditions(
                doctor.entry().wishes(),
                doctor.entry().institution().departments(),
                doctor.facts().interrupted(),
                doctor.toCome(),
                policy.counting().onStartDay() ? doctor.entry().employment().from() : null,
                doctor.entry().employment().to(),
                doctor.entry().readiness().leave(),
                policy.schemes().get(doctor.facts().scheme()),
                policy.eligibility(),
                doctor.facts().agreed(),
                (service, halfYear) -> facts.covered(doctor.facts().area(), service, halfYear),
                halfYear -> doctor.limited() ? List.of(away(doctor.facts().area(), halfYear)) : List.of());
    }

    private static RosterEntry entry(DoctorId id, int position, WaitingDoctor doctor, List<InadmissibleStay> leftOut) {
        return new RosterEntry(
                id,
                position,
                doctor.entry().name(),
                doctor.facts(),
                doctor.entry().priority(),
                doctor.entry().wishes(),
                doctor.entry().readiness(),
                doctor.entry().institution().departments(),
                leftOut,
                doctor.toCome().stays());
    }

    private List<Resource> resources(List<OfferedStay> offered, Earlier earlier) {
        List<Resource> resources = new ArrayList<>();
        offered.stream()
                .filter(OfferedStay::exists)
                .forEach(stay -> resources.add(new Resource(stay.seat(), stay.seats())));
        for (Submission submission : submissions) {
            if (submission.awayLimit() != null) {
                for (HalfYear halfYear : round.halfYears()) {
                    int left = submission.awayLimit() - Earlier.count(earlier.away(submission.area(), halfYear));
                    resources.add(new Resource(away(submission.area(), halfYear), Math.max(0, left)));
                }
            }
        }
        resources.sort(Comparator.comparing(Resource::id));
        return resources;
    }

    private ResourceId away(AreaCode area, HalfYear halfYear) {
        return namedByArea.get(area).away(halfYear);
    }

    private Supply offering(List<OfferedStay> offered, Earlier earlier) {
        List<Supply.Covered> covered = new ArrayList<>();
        List<Supply.Away> away = new ArrayList<>();
        for (Submission submission : submissions) {
            for (HalfYear halfYear : round.halfYears()) {
                Set<Service> services = Arrays.stream(Service.values())
                        .filter(service -> facts.covered(submission.area(), service, halfYear))
                        .collect(Collectors.toSet());
                covered.add(new Supply.Covered(submission.area(), halfYear, services));
                List<TakenEarlier> gone = earlier.away(submission.area(), halfYear);
                if (!gone.isEmpty()) {
                    away.add(new Supply.Away(submission.area(), halfYear, submission.awayLimit(), gone));
                }
            }
        }
        return new Supply(round.first(), offered, covered, away);
    }

    private static IneligibleDoctor notEligible(WaitingDoctor doctor, List<Finding> reasons) {
        return new IneligibleDoctor(
                doctor.entry().name(), doctor.facts(), reasons, doctor.toCome().stays());
    }

    private static IneligibleDoctor listed(WaitingDoctor doctor, String code) {
        return notEligible(doctor, List.of(Finding.of("hprNumber", null, code)));
    }

    /** That there is nothing left to do follows from the places, and is said with them. */
    private IneligibleDoctor hasEnough(WaitingDoctor doctor) {
        List<Finding> reasons = new ArrayList<>();
        doctor.toCome()
                .stays()
                .forEach(stay ->
                        reasons.add(Finding.of("given", null, "snapshot.has-place", stay.halfYear(), stay.title())));
        reasons.add(Finding.of("given", null, "snapshot.has-enough"));
        rank(List.of(doctor)).notEligible().stream()
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> !reason.code().equals("policy.institution-months-none-left"))
                .forEach(reasons::add);
        return notEligible(doctor, reasons);
    }

    private Roster roster(
            Ranking ranking,
            Map<HprNumber, WaitingDoctor> byNumber,
            WaitingDoctor.Sorted sorted,
            List<RosterEntry> entries,
            Supply offering) {
        List<IneligibleDoctor> notEligible = Stream.of(
                        ranking.notEligible().stream()
                                .map(one ->
                                        notEligible(byNumber.get(one.candidate().hpr()), one.reasons())),
                        byNumber.values().stream()
                                .filter(one -> one.toCome().isEnough())
                                .map(this::hasEnough),
                        sorted.unsettled().stream().map(one -> listed(one, IneligibleDoctor.UNSETTLED)),
                        sorted.elsewhere().stream().map(one -> listed(one, IneligibleDoctor.ELSEWHERE)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(
                                (IneligibleDoctor one) -> one.facts().hpr())
                        .thenComparing(one -> one.facts().area()))
                .toList();
        return new Roster(
                policy.id(),
                policy.version(),
                policy.hash(),
                round.lotterySeed(),
                round.first().start(),
                offering,
                named,
                entries,
                notEligible);
    }
}
