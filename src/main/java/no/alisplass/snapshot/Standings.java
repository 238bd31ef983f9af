package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/** How each doctor of a frozen round stands with a proposal: the outcome beside the doctor's own wishes, and what is missed and why. */
public final class Standings {
    private final Snapshot snapshot;
    private final AllocationProblem problem;
    private final Proposal proposal;
    private final Map<ResourceId, OfferedStay> offered = new LinkedHashMap<>();
    private final Map<ResourceId, Integer> capacity = new HashMap<>();
    private final Map<ResourceId, List<Integer>> holders = new HashMap<>();

    /** Before anything is proposed: nobody has anything. */
    public static Standings withoutProposal(Snapshot snapshot) {
        return new Standings(
                snapshot,
                new Proposal(
                        snapshot.problemHash(),
                        snapshot.problem().doctors().stream()
                                .map(doctor -> new Placement(doctor.id(), null))
                                .toList()));
    }

    /** @param proposal one of the snapshot's problem */
    public Standings(Snapshot snapshot, Proposal proposal) {
        this.snapshot = snapshot;
        this.problem = snapshot.problem();
        this.proposal = proposal;
        for (OfferedStay one : snapshot.roster().offering().stays()) {
            offered.put(one.seat(), one);
        }
        for (Resource resource : problem.resources()) {
            capacity.put(resource.id(), resource.capacity());
        }
        for (int d = 0; d < problem.doctors().size(); d++) {
            Option option = held(d);
            if (option != null) {
                for (ResourceId use : option.uses()) {
                    holders.computeIfAbsent(use, resource -> new ArrayList<>()).add(d);
                }
            }
        }
    }

    /** What a doctor, by place in the problem from 0, holds; null for none. */
    public Option held(int doctor) {
        Integer option = proposal.placements().get(doctor).option();
        return option == null ? null : problem.doctors().get(doctor).options().get(option);
    }

    /** Whether each stay of an offer has a seat in this round. A position without seats is no offer. */
    public boolean hasSeats(Option option) {
        return option.stays().stream().allMatch(stay -> capacity.getOrDefault(seat(stay), 0) > 0);
    }

    /** Whether each stay of an offer has a seat, in this round or before an earlier approved one took it. */
    public boolean hadSeats(Option option) {
        return option.stays().stream().allMatch(stay -> hadSeats(seat(stay)));
    }

    private boolean hadSeats(ResourceId seat) {
        return capacity.getOrDefault(seat, 0) > 0
                || offered.containsKey(seat) && !offered.get(seat).taken().isEmpty();
    }

    /** How the outcome stands to the doctor's own wishes; null for who has none. */
    public OwnWish ownWish(int doctor) {
        Option held = held(doctor);
        return held == null
                ? null
                : OwnWish.of(
                        snapshot.roster().entries().get(doctor).wishes(),
                        held,
                        problem.doctors().get(doctor).pinned()
                                ? List.of()
                                : problem.doctors().get(doctor).options().stream()
                                        .filter(this::hasSeats)
                                        .toList());
    }

    /** Why the doctor waits; null for who is placed. */
    public Waiting waiting(int doctor) {
        if (held(doctor) != null) {
            return null;
        }
        Doctor subject = problem.doctors().get(doctor);
        if (subject.pinned()) {
            return Waiting.EXCLUDED;
        }
        if (subject.options().stream().anyMatch(this::hadSeats)) {
            return Waiting.of(missed(doctor));
        }
        List<InadmissibleStay> ruledOut =
                snapshot.roster().entries().get(doctor).leftOut();
        List<OfferRule> reasons = ruledOut.stream()
                .filter(out -> capacity.getOrDefault(seat(out), 0) > 0)
                .map(InadmissibleStay::reason)
                .toList();
        if (subject.options().isEmpty() && !reasons.isEmpty()) {
            return Waiting.of(reasons);
        }
        boolean gone = subject.options().isEmpty() && ruledOut.stream().anyMatch(out -> hadSeats(seat(out)));
        return gone ? Waiting.EARLIER_ROUND : Waiting.NO_SEATS;
    }

    /** What stands between the doctor and everything better; nothing for who is settled by hand. */
    public Missed missed(int doctor) {
        Doctor subject = problem.doctors().get(doctor);
        if (subject.pinned()) {
            return Missed.NOTHING;
        }
        Option held = held(doctor);
        int tier = held == null ? subject.tiers() : held.tier();
        Map<ResourceId, Stay> gone = new TreeMap<>();
        Map<ResourceId, Stay> limited = new TreeMap<>();
        boolean otherwise = false;
        for (Option option : subject.options()) {
            if (option.tier() < tier && hadSeats(option)) {
                List<ResourceId> full = hindering(option, doctor);
                List<Stay> taken = option.stays().stream()
                        .filter(stay -> full.contains(seat(stay)))
                        .toList();
                taken.forEach(stay -> gone.put(seat(stay), stay));
                if (taken.isEmpty()) {
                    option.stays().stream()
                            .filter(stay -> full.contains(away(doctor, stay)))
                            .forEach(stay -> limited.put(seat(stay), stay));
                    otherwise |= full.isEmpty();
                }
            }
        }
        limited.keySet().removeAll(gone.keySet());
        return new Missed(
                gone.entrySet().stream()
                        .map(each -> seats(each.getKey(), each.getValue(), doctor))
                        .toList(),
                limited.entrySet().stream()
                        .map(each -> new Missed.Limited(each.getValue(), !full(each.getKey(), doctor)))
                        .toList(),
                otherwise);
    }

    /** What of an option is used up. What someone behind has is no hindrance as long as something else of it is used up by others alone. */
    private List<ResourceId> hindering(Option option, int doctor) {
        List<ResourceId> full =
                option.uses().stream().filter(use -> full(use, doctor)).toList();
        List<ResourceId> byOthersAlone = full.stream()
                .filter(use -> holders.getOrDefault(use, List.of()).stream()
                        .noneMatch(holder -> right(doctor, holder) == Missed.Right.BEHIND))
                .toList();
        return byOthersAlone.isEmpty() ? full : byOthersAlone;
    }

    private Missed.Seats seats(ResourceId seat, Stay stay, int doctor) {
        List<Missed.Holder> others = holders.getOrDefault(seat, List.of()).stream()
                .filter(holder -> holder != doctor)
                .map(holder -> new Missed.Holder(problem.doctors().get(holder).id(), right(doctor, holder)))
                .toList();
        return new Missed.Seats(stay, others, offered.get(seat).taken());
    }

    private Missed.Right right(int doctor, int holder) {
        boolean ahead = holder < doctor;
        if (problem.doctors().get(holder).pinned()) {
            return ahead ? Missed.Right.BY_HAND_AHEAD : Missed.Right.BY_HAND_BEHIND;
        }
        return ahead ? Missed.Right.AHEAD : Missed.Right.BEHIND;
    }

    private boolean full(ResourceId resource, int doctor) {
        long others = holders.getOrDefault(resource, List.of()).stream()
                .filter(holder -> holder != doctor)
                .count();
        return others >= capacity.getOrDefault(resource, 0);
    }

    private ResourceId away(int doctor, Stay stay) {
        Roster roster = snapshot.roster();
        return roster.away(roster.entries().get(doctor).facts().area(), stay.halfYear());
    }

    private static ResourceId seat(InadmissibleStay out) {
        return ResourceId.seat(out.position(), out.halfYear());
    }

    private static ResourceId seat(Stay stay) {
        return ResourceId.seat(stay.position(), stay.halfYear());
    }
}
