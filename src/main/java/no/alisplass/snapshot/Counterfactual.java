package no.alisplass.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Objective;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Wishes;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/**
 * A frozen round on other terms: other facts or another policy put its doctors in another order, other wishes give one of
 * them other options. The snapshot itself stays as it is; doctors keep their pseudonyms.
 */
public final class Counterfactual {
    private final Snapshot snapshot;
    private final Policy policy;
    private final OptionBuilder options;
    private final Map<HprNumber, Integer> places = new HashMap<>();
    private final Map<DoctorId, RosterEntry> doctors = new HashMap<>();
    private final Set<ResourceId> resources = new HashSet<>();

    /** @param policy the one the snapshot was frozen under */
    public Counterfactual(Snapshot snapshot, Policy policy) {
        this.snapshot = snapshot;
        this.policy = policy;
        snapshot.problem().resources().forEach(resource -> resources.add(resource.id()));
        Supply offering = snapshot.roster().offering();
        options = new OptionBuilder(
                offering.stays().stream().filter(this::known).toList(),
                policy.placement(),
                offering.first(),
                snapshot.problem().objective());
        List<RosterEntry> entries = snapshot.roster().entries();
        for (int i = 0; i < entries.size(); i++) {
            places.put(entries.get(i).facts().hpr(), i);
            doctors.put(entries.get(i).doctor(), entries.get(i));
        }
    }

    /** The ranking as it is. */
    public Ranking ranking() {
        return rankedBy(policy);
    }

    /** The ranking of all who were on the waitlists under another policy. */
    public Ranking rankedBy(Policy other) {
        return snapshot.roster().rankedBy(other);
    }

    /** The ranking if the facts of some doctors were these. */
    public Ranking rankedWith(Collection<Candidate> changed) {
        return snapshot.roster().rankedWith(changed, policy);
    }

    /** The problem with its doctors, and their options, in the order of a ranking; those it does not rank are left out. */
    public AllocationProblem inOrderOf(Ranking ranking) {
        List<Doctor> doctors = ranking.ranked().stream()
                .map(ranked -> places.get(ranked.candidate().hpr()))
                .filter(Objects::nonNull)
                .map(place -> snapshot.problem().doctors().get(place))
                .toList();
        return new AllocationProblem(
                snapshot.problem().objective(), doctors, snapshot.problem().resources());
    }

    /** The problem held under another objective, where other things can be offered if the policy says so. */
    public AllocationProblem under(Objective objective) {
        AllocationProblem problem = snapshot.problem();
        AllocationProblem same = new AllocationProblem(objective, problem.doctors(), problem.resources());
        if (objective == problem.objective()) {
            return same;
        }
        Counterfactual there = new Counterfactual(new Snapshot(snapshot.round(), same, snapshot.roster()), policy);
        return new AllocationProblem(
                objective,
                problem.doctors().stream()
                        .map(doctor -> doctor.pinned() ? doctor : there.free(doctor.id()))
                        .toList(),
                problem.resources());
    }

    /** What decides what a doctor can be offered, and can be otherwise. */
    public record Terms(Wishes wishes, LeaveStatus leave, LocalDate affiliationTo, boolean covered) {}

    private RosterEntry entry(DoctorId doctor) {
        return Optional.ofNullable(doctors.get(doctor))
                .orElseThrow(() -> new IllegalArgumentException("No doctor " + doctor + " in the roster."));
    }

    /** A doctor's terms as they are. @return {@code covered} false: what the catchment says holds */
    public Terms terms(DoctorId doctor) {
        RosterEntry entry = entry(doctor);
        return new Terms(
                entry.wishes(),
                entry.readiness().leave(),
                entry.facts().employment().to(),
                false);
    }

    /** A doctor as the criteria and the doctor's own wishes have it; settled by hand no more. */
    public Doctor free(DoctorId doctor) {
        return withWishes(doctor, entry(doctor).wishes());
    }

    /** The snapshot with every stay of the hospital in its problem, those without seats too, so that seats can be added. */
    public Snapshot withEveryStay() {
        AllocationProblem problem = snapshot.problem();
        List<Resource> all = new ArrayList<>(problem.resources());
        snapshot.roster().offering().stays().stream()
                .filter(stay -> !known(stay))
                .forEach(stay -> all.add(new Resource(stay.seat(), stay.seats())));
        all.sort(Comparator.comparing(Resource::id));
        Counterfactual wide = new Counterfactual(
                new Snapshot(
                        snapshot.round(),
                        new AllocationProblem(problem.objective(), problem.doctors(), all),
                        snapshot.roster()),
                policy);
        List<Doctor> doctors = problem.doctors().stream()
                .map(doctor -> doctor.pinned() ? pinned(doctor, wide.free(doctor.id())) : wide.free(doctor.id()))
                .toList();
        return new Snapshot(
                snapshot.round(), new AllocationProblem(problem.objective(), doctors, all), snapshot.roster());
    }

    private boolean known(OfferedStay stay) {
        return resources.contains(stay.seat());
    }

    private static Doctor pinned(Doctor doctor, Doctor free) {
        List<Option> kept = free.options().stream()
                .filter(option ->
                        doctor.options().stream().anyMatch(held -> held.stays().equals(option.stays())))
                .toList();
        return new Doctor(doctor.id(), kept, true);
    }

    /** A doctor with the options that other wishes would give; settled by hand no more. */
    public Doctor withWishes(DoctorId doctor, Wishes wishes) {
        Terms now = terms(doctor);
        return on(doctor, new Terms(wishes, now.leave(), now.affiliationTo(), now.covered()));
    }

    /** A doctor with the options that other terms would give; settled by hand no more. */
    public Doctor on(DoctorId doctor, Terms terms) {
        RosterEntry entry = entry(doctor);
        AreaCode area = entry.facts().area();
        Map<HalfYear, List<ResourceId>> limits = new HashMap<>();
        Supply offering = snapshot.roster().offering();
        List<Option> built = options.build(new OfferConditions(
                        terms.wishes(),
                        entry.served(),
                        entry.facts().interrupted(),
                        new ServiceToCome(entry.given(), entry.facts().institutionMonthsLeft()),
                        policy.counting().onStartDay()
                                ? entry.facts().employment().from()
                                : null,
                        terms.affiliationTo(),
                        terms.leave(),
                        policy.schemes().get(entry.facts().scheme()),
                        policy.eligibility(),
                        entry.facts().agreed(),
                        (service, halfYear) -> terms.covered() || offering.covers(area, service, halfYear),
                        halfYear -> limits.computeIfAbsent(halfYear, when -> limit(area, when))))
                .options();
        return new Doctor(doctor, built, false);
    }

    /** The area's limit in a half-year, if it has one. */
    private List<ResourceId> limit(AreaCode area, HalfYear halfYear) {
        ResourceId away = snapshot.roster().away(area, halfYear);
        return resources.contains(away) ? List.of(away) : List.of();
    }

    /** The problem with another doctor in the place of the one of the same pseudonym. */
    public AllocationProblem with(Doctor changed) {
        return with(snapshot.problem(), changed);
    }

    /** As {@link #with(Doctor)}, of a problem that is otherwise changed already. */
    public static AllocationProblem with(AllocationProblem problem, Doctor changed) {
        List<Doctor> doctors = new ArrayList<>(problem.doctors());
        doctors.replaceAll(doctor -> doctor.id().equals(changed.id()) ? changed : doctor);
        return new AllocationProblem(problem.objective(), doctors, problem.resources());
    }
}
