package no.alisplass.scenario.worth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.Checker;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.Worked;
import no.alisplass.scenario.worth.SeatWorth.Prices;
import no.alisplass.scenario.worth.SeatWorth.Reading;

/**
 * What one seat more and one less would be worth, place by place. The round's proof says where to look: the checker is asked which doctors' proofs
 * would no longer hold with one more. Then the round is worked out again, and where the two differ it is said why.
 */
public final class SeatWorths {
    /** How many options all places together may stand for: to check the proof and to tell who gains takes far longer than a pass. */
    private static final long MAX_WORK = 150_000;

    private final SeatTrials trials;
    private final AllocationProblem problem;
    private final Worked asIs;
    private final Certificate certificate;
    /** What does not hold as it is: of that, no seat changes anything. */
    private final Set<String> unproven;

    /** @param asIs what comes of the trials' problem as it is */
    public SeatWorths(SeatTrials trials, Worked asIs) {
        this.trials = trials;
        this.asIs = asIs;
        problem = trials.problem();
        certificate = asIs.certificate(problem);
        unproven = failed(problem, asIs.proposal(), certificate);
    }

    private static Set<String> failed(AllocationProblem problem, Proposal proposal, Certificate certificate) {
        return Checker.check(problem, proposal, certificate).failures().stream()
                .map(failure -> failure.subject())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many places can be asked about at once. */
    public int most() {
        return (int) Math.max(1, MAX_WORK / trials.size());
    }

    /**
     * The worth of each of the places, in their order; refused where so many cannot be worked out at once.
     *
     * @param places some of those there are, with the seats they have
     */
    public Result<List<SeatWorth>> of(List<SeatChange> places) {
        int most = most();
        if (places.size() > most) {
            return Result.invalid(
                    Finding.of("department", places.size(), "scenario.worth-too-much", places.size(), most));
        }
        return Result.done(places.parallelStream().map(this::of).toList());
    }

    private SeatWorth of(SeatChange place) {
        Prices prices = prices(place);
        Difference more = trials.compare(asIs, List.of(with(place, place.seats() + 1)));
        Difference less = place.seats() == 0 ? null : trials.compare(asIs, List.of(with(place, place.seats() - 1)));
        return new SeatWorth(
                place.department(), place.halfYear(), place.seats(), prices, more, less, reading(prices, more));
    }

    private static SeatChange with(SeatChange place, int seats) {
        return new SeatChange(place.department(), place.halfYear(), seats);
    }

    private static Reading reading(Prices prices, Difference more) {
        int placed = more.then().placed() - more.now().placed();
        if (more.gains().isEmpty() && more.losses().isEmpty()) {
            return prices.doctors() == 0 ? Reading.NOTHING : Reading.OTHER_PRICES;
        }
        if (placed == prices.expected()) {
            return Reading.AGREES;
        }
        boolean nobodyLetIn = placed == 0 && more.gains().stream().allMatch(change -> change.now() != null);
        return nobodyLetIn ? Reading.GOES_TO_PLACED : Reading.SEVERAL;
    }

    /** Asks the checker about the same proof of the same proposal, with one seat more. */
    private Prices prices(SeatChange place) {
        ResourceId first = trials.places().first(place);
        int[] capacity = problem.resources().stream()
                .mapToInt(resource -> resource.capacity() + (resource.id().equals(first) ? 1 : 0))
                .toArray();
        AllocationProblem more = trials.with(capacity);
        String hash = CanonicalJson.hash(more);
        Proposal same = new Proposal(hash, asIs.proposal().placements());
        Set<String> without = failed(
                more,
                same,
                new Certificate(
                        hash,
                        CanonicalJson.hash(same),
                        certificate.objective(),
                        certificate.priceLists(),
                        certificate.claims(),
                        certificate.firstNotProven(),
                        certificate.noJustifiedEnvy(),
                        certificate.greatestNumber()));
        without.removeAll(unproven);
        int doctors = 0;
        int waiting = 0;
        Doctor ahead = null;
        for (int d = 0; d < problem.doctors().size(); d++) {
            Doctor doctor = problem.doctors().get(d);
            if (without.contains(doctor.id().toString())) {
                doctors++;
                waiting += asIs.proposal().placements().get(d).option() == null ? 1 : 0;
                ahead = ahead == null ? doctor : ahead;
            }
        }
        return new Prices(doctors, waiting, ahead == null ? null : ahead.id(), unproven());
    }

    /** Of how many doctors the round's proof does not hold as it is; none when it is whole. */
    public int unproven() {
        return (int) problem.doctors().stream()
                .filter(doctor -> unproven.contains(doctor.id().toString()))
                .count();
    }
}
