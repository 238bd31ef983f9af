package no.alisplass.refill.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.message.Message;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.refill.BundleConflict;
import no.alisplass.refill.Chain;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillProblem;

/** What became of each seat, for the coordinator: names doctors, so that nobody else may be shown it. */
public final class ChainWords {
    private final Function<DoctorId, String> names;
    private final Map<ResourceId, Stay> stays = new HashMap<>();
    private final Map<DoctorId, RefillDoctor> doctors = new HashMap<>();

    /** @param names what the coordinator calls each doctor */
    public ChainWords(RefillProblem problem, Function<DoctorId, String> names) {
        this.names = names;
        for (RefillDoctor doctor : problem.doctors()) {
            doctors.put(doctor.id(), doctor);
            doctor.options().forEach(option -> option.stays()
                    .forEach(stay -> stays.put(ResourceId.seat(stay.position(), stay.halfYear()), stay)));
        }
    }

    /** One sentence for each thing that happens, in order. */
    public List<Message> of(Chain chain) {
        List<Message> told = new ArrayList<>();
        told.add(
                chain.ring()
                        ? Message.of("refill.chain-ring")
                        : Message.of(
                                "refill.chain-free", seat(chain.moves().get(0).to())));
        for (Chain.Move move : chain.moves()) {
            String name = names.apply(move.doctor());
            told.add(
                    move.from() == null
                            ? Message.of("refill.chain-gets", name, seat(move.to()))
                            : Message.of("refill.chain-moves", name, seat(move.from()), seat(move.to())));
        }
        if (chain.leftFree() != null) {
            told.add(Message.of("refill.chain-left", seat(chain.leftFree())));
        }
        return told;
    }

    /** What went to whom before it could be part of a whole; or that it is free. */
    public List<Message> of(BundleConflict conflict) {
        List<Message> told = new ArrayList<>();
        Message whole =
                SeatWords.option(doctors.get(conflict.doctor()).options().get(conflict.option()));
        String name = names.apply(conflict.doctor());
        if (conflict.taken().isEmpty()) {
            told.add(Message.of("refill.conflict-free", name, whole));
        }
        for (BundleConflict.Taken taken : conflict.taken()) {
            List<String> by = taken.by().stream().map(names).toList();
            told.add(
                    taken.resource().seat().isPresent()
                            ? Message.of("refill.conflict-seat", name, whole, seat(taken.resource()), by)
                            : Message.of("refill.conflict-limit", name, whole, by));
        }
        return told;
    }

    private Message seat(ResourceId seat) {
        return SeatWords.stay(stays.get(seat));
    }
}
