package no.alisplass.offer.refill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements.Gift;
import no.alisplass.certificate.check.Failure;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Refilling.Given;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.refill.run.Refill;
import no.alisplass.refill.told.ChainWords;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** A refill that was computed and put to the checker, with the names of its doctors. */
final class Computed {
    private final Standing standing;
    private final Snapshot snapshot;
    final RefillProblem problem;

    /** As canonical JSON, which is written once: of a large round that is half of the work. */
    final String text;

    final Refill.Refilled refilled;

    private Computed(
            Standing standing, Snapshot snapshot, RefillProblem problem, String text, Refill.Refilled refilled) {
        this.standing = standing;
        this.snapshot = snapshot;
        this.problem = problem;
        this.text = text;
        this.refilled = refilled;
    }

    /** @throws IllegalStateException when the checker does not accept it: then nothing may be given by it */
    static Computed of(Standing standing, RefillFacts facts) {
        RefillProblem problem = ProblemOfOffers.of(facts);
        String text = CanonicalJson.write(problem);
        String hash = Sha256.hex(text);
        Refill.Refilled refilled = Refill.run(problem, hash);
        List<Failure> failures = RefillChecker.check(problem, hash, refilled.outcome(), refilled.certificate());
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "The refill " + hash + " of " + facts.snapshot().round() + " was not accepted: " + failures.get(0));
        }
        return new Computed(standing, facts.snapshot(), problem, text, refilled);
    }

    RefillPreview preview() {
        Map<DoctorId, RosterEntry> entries = new HashMap<>();
        snapshot.roster().entries().forEach(entry -> entries.put(entry.doctor(), entry));
        ChainWords words = new ChainWords(problem, id -> entries.get(id).name());
        return new RefillPreview(
                snapshot.round(),
                hash(),
                problem.mode(),
                changes(RefillResult.Kind.PLACED),
                changes(RefillResult.Kind.UPGRADED),
                refilled.outcome().chains().stream().map(words::of).toList(),
                refilled.outcome().conflicts().stream().map(words::of).toList(),
                refilled.outcome().free(),
                count(RefillResult.Kind.WAITS),
                standing.inTheWay());
    }

    Refills.Corrected corrected() {
        Map<HprNumber, RefillResult.Kind> kinds = new HashMap<>();
        Map<HprNumber, List<Stay>> gets = new HashMap<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            RefillResult result = refilled.outcome().doctors().get(d);
            HprNumber hpr = snapshot.roster().entries().get(d).facts().hpr();
            kinds.put(hpr, result.kind());
            if (result.kind() == RefillResult.Kind.PLACED || result.kind() == RefillResult.Kind.UPGRADED) {
                gets.put(hpr, stays(d, result.option()));
            }
        }
        return new Refills.Corrected(hash(), kinds, gets);
    }

    /** Of the problem. The checker found the outcome to be of no other. */
    String hash() {
        return refilled.outcome().problemHash();
    }

    int count(RefillResult.Kind kind) {
        return (int) refilled.outcome().doctors().stream()
                .filter(result -> result.kind() == kind)
                .count();
    }

    private List<RefillPreview.Change> changes(RefillResult.Kind kind) {
        List<RefillPreview.Change> changes = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            RefillResult result = refilled.outcome().doctors().get(d);
            if (result.kind() == kind) {
                RosterEntry entry = snapshot.roster().entries().get(d);
                changes.add(new RefillPreview.Change(
                        entry.facts().hpr(),
                        entry.name(),
                        entry.facts().area(),
                        stays(d, result.from()),
                        stays(d, result.option())));
            }
        }
        return changes;
    }

    /** The seats a doctor has after it; none for who has none. */
    Set<ResourceId> seats(int doctor) {
        return stays(doctor, refilled.outcome().doctors().get(doctor).option()).stream()
                .map(stay -> ResourceId.seat(stay.position(), stay.halfYear()))
                .collect(Collectors.toSet());
    }

    private List<Stay> stays(int doctor, Integer option) {
        RefillDoctor asked = problem.doctors().get(doctor);
        return option == null ? List.of() : asked.options().get(option).stays();
    }

    /** What is to be done with the offers, by rank. */
    List<Given> given() {
        Map<HprNumber, Offer> live = new HashMap<>();
        standing.offers().stream()
                .filter(offer -> offer.state().isLive())
                .forEach(offer -> live.put(offer.hpr(), offer));
        List<Given> given = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            RefillResult result = refilled.outcome().doctors().get(d);
            boolean moves = result.kind() == RefillResult.Kind.UPGRADED;
            if (moves || result.kind() == RefillResult.Kind.PLACED) {
                RosterEntry entry = snapshot.roster().entries().get(d);
                given.add(new Given(
                        moves ? live.get(entry.facts().hpr()) : null,
                        stays(d, result.option()).stream()
                                .map(stay -> new Gift(
                                        entry.facts().hpr(),
                                        entry.facts().area(),
                                        stay,
                                        entry.facts().institutionMonthsLeft()))
                                .toList()));
            }
        }
        return given;
    }
}
