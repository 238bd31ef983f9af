package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.StatedReasons.Better;
import no.alisplass.certificate.StatedReasons.Full;
import no.alisplass.certificate.StatedReasons.Ground;
import no.alisplass.certificate.StatedReasons.Holder;
import no.alisplass.certificate.StatedReasons.Reason;
import no.alisplass.certificate.StatedReasons.Right;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** Every way to forge one thing in a round's reasons. */
final class Forgeries {
    private static final DoctorId NOBODY = new DoctorId("nobody");
    private static final ResourceId NOTHING = new ResourceId("seat:nothing:2027-V");

    private final StatedReasons reasons;
    private final List<StatedReasons> all = new ArrayList<>();

    private Forgeries(StatedReasons reasons) {
        this.reasons = reasons;
    }

    static List<StatedReasons> of(StatedReasons reasons) {
        Forgeries forgeries = new Forgeries(reasons);
        List<Reason> doctors = reasons.doctors();
        forgeries.all.add(new StatedReasons("0", reasons.proposalHash(), doctors));
        forgeries.all.add(new StatedReasons(reasons.problemHash(), "0", doctors));
        List<Reason> swapped = new ArrayList<>(doctors);
        Collections.swap(swapped, 0, 1);
        forgeries.all.add(new StatedReasons(reasons.problemHash(), reasons.proposalHash(), swapped));
        forgeries.each(
                doctors,
                forgeries::doctor,
                list -> forgeries.all.add(new StatedReasons(reasons.problemHash(), reasons.proposalHash(), list)));
        return forgeries.all;
    }

    /** Each element left out, told twice, and changed in every way. */
    private <T> void each(List<T> list, BiFunction<T, Integer, List<T>> changes, Consumer<List<T>> whole) {
        for (int k = 0; k < list.size(); k++) {
            List<T> fewer = new ArrayList<>(list);
            fewer.remove(k);
            whole.accept(fewer);
            List<T> more = new ArrayList<>(list);
            more.add(k, list.get(k));
            whole.accept(more);
            for (T change : changes.apply(list.get(k), k)) {
                List<T> other = new ArrayList<>(list);
                other.set(k, change);
                whole.accept(other);
            }
        }
    }

    private List<Reason> doctor(Reason r, int place) {
        List<Reason> forged = new ArrayList<>();
        forged.add(new Reason(NOBODY, r.position(), r.standing(), r.tier(), r.better(), r.ground()));
        forged.add(new Reason(r.doctor(), r.position() + 1, r.standing(), r.tier(), r.better(), r.ground()));
        for (StatedReasons.Standing other : StatedReasons.Standing.values()) {
            if (other != r.standing()) {
                forged.add(new Reason(r.doctor(), r.position(), other, r.tier(), r.better(), r.ground()));
            }
        }
        Integer tier = r.tier() == null ? 0 : null;
        forged.add(new Reason(r.doctor(), r.position(), r.standing(), tier, r.better(), r.ground()));
        each(
                r.better(),
                this::better,
                list -> forged.add(new Reason(r.doctor(), r.position(), r.standing(), r.tier(), list, r.ground())));
        for (Ground ground : ground(r.ground())) {
            forged.add(new Reason(r.doctor(), r.position(), r.standing(), r.tier(), r.better(), ground));
        }
        return forged;
    }

    private List<Better> better(Better b, int place) {
        List<Better> forged = new ArrayList<>();
        forged.add(new Better(b.option() + 1, b.tier(), b.full()));
        forged.add(new Better(b.option(), b.tier() + 1, b.full()));
        each(b.full(), this::full, list -> forged.add(new Better(b.option(), b.tier(), list)));
        return forged;
    }

    private List<Full> full(Full f, int place) {
        List<Full> forged = new ArrayList<>();
        forged.add(new Full(NOTHING, f.units(), f.holders()));
        forged.add(new Full(f.resource(), f.units() + 1, f.holders()));
        forged.add(new Full(f.resource(), f.units() - 1, f.holders()));
        each(f.holders(), this::holder, list -> forged.add(new Full(f.resource(), f.units(), list)));
        return forged;
    }

    private List<Holder> holder(Holder h, int place) {
        List<Holder> forged = new ArrayList<>();
        for (Reason someone : reasons.doctors()) {
            if (!someone.doctor().equals(h.doctor())) {
                forged.add(new Holder(someone.doctor(), h.position(), h.right()));
                forged.add(new Holder(someone.doctor(), someone.position(), h.right()));
            }
        }
        forged.add(new Holder(h.doctor(), h.position() + 1, h.right()));
        for (Right other : Right.values()) {
            if (other != h.right()) {
                forged.add(new Holder(h.doctor(), h.position(), other));
            }
        }
        forged.add(new Holder(h.doctor(), h.position(), null));
        return forged;
    }

    /** The reasons with another tight set for one doctor, in the problem's order and with those who hold some of it. */
    static StatedReasons withGround(
            AllocationProblem problem, Proposal proposal, StatedReasons reasons, int doctor, Set<ResourceId> set) {
        Reason r = reasons.doctors().get(doctor);
        List<DoctorId> holders = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            Integer option = proposal.placements().get(d).option();
            if (d != doctor && option != null) {
                List<ResourceId> uses =
                        problem.doctors().get(d).options().get(option).uses();
                if (uses.stream().anyMatch(set::contains)) {
                    holders.add(problem.doctors().get(d).id());
                }
            }
        }
        List<ResourceId> ordered = problem.resources().stream()
                .map(Resource::id)
                .filter(set::contains)
                .toList();
        List<Reason> doctors = new ArrayList<>(reasons.doctors());
        Ground ground = new Ground(r.ground().kind(), ordered, holders);
        doctors.set(doctor, new Reason(r.doctor(), r.position(), r.standing(), r.tier(), r.better(), ground));
        return new StatedReasons(reasons.problemHash(), reasons.proposalHash(), doctors);
    }

    private List<Ground> ground(Ground g) {
        List<Ground> forged = new ArrayList<>();
        forged.add(null);
        for (String kind : List.of("NOTHING_BETTER", "PINNED", "TIGHT_SET", "PRICES", "EXHAUSTED", "NOT_PROVEN")) {
            if (!kind.equals(g.kind())) {
                forged.add(new Ground(kind, g.resources(), g.holders()));
            }
        }
        if (g.resources() == null) {
            forged.add(new Ground(g.kind(), List.of(), null));
            forged.add(new Ground(g.kind(), null, List.of()));
            return forged;
        }
        forged.add(new Ground(g.kind(), null, g.holders()));
        forged.add(new Ground(g.kind(), g.resources(), null));
        forged.add(new Ground(g.kind(), List.of(), List.of()));
        List<ResourceId> more = new ArrayList<>(g.resources());
        more.add(NOTHING);
        forged.add(new Ground(g.kind(), more, g.holders()));
        each(
                g.holders(),
                (holder, place) -> List.of(NOBODY),
                list -> forged.add(new Ground(g.kind(), g.resources(), list)));
        return forged;
    }
}
