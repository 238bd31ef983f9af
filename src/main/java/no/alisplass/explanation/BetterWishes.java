package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.StatedReasons.Right;
import no.alisplass.explanation.Reasons.BetterWish;
import no.alisplass.explanation.Reasons.Full;
import no.alisplass.explanation.Reasons.Holder;
import no.alisplass.explanation.Reasons.Offer;
import no.alisplass.policy.Decision;

/** What stood higher among a doctor's wishes, and who has it: as stated for the checker, with the criteria that decided. */
final class BetterWishes {
    private final ExplainedRun scene;
    private final int doctor;

    BetterWishes(ExplainedRun scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
    }

    List<BetterWish> list() {
        Map<Integer, List<Offer>> byTier = new TreeMap<>();
        for (StatedReasons.Better better : scene.stated(doctor).better()) {
            if (!scene.standings.hadSeats(scene.doctor(doctor).options().get(better.option()))) {
                continue;
            }
            byTier.computeIfAbsent(better.tier(), tier -> new ArrayList<>())
                    .add(new Offer(
                            scene.doctor(doctor).options().get(better.option()).stays(),
                            better.full().stream().map(this::full).toList()));
        }
        List<BetterWish> wishes = new ArrayList<>();
        byTier.values().forEach(offers -> wishes.add(new BetterWish(wishes.size() + 1, offers)));
        return wishes;
    }

    private Full full(StatedReasons.Full full) {
        return new Full(
                full.resource(),
                scene.halfYear(full.resource()),
                scene.stay(full.resource()),
                full.units(),
                full.holders().stream().map(this::holder).toList(),
                scene.earlier(scene.entry(doctor).facts().area(), full.resource()));
    }

    private Holder holder(StatedReasons.Holder holder) {
        if (holder.right() != Right.AHEAD) {
            return new Holder(holder.doctor(), holder.right(), null, null, null);
        }
        Decision decision = scene.ranking.decide(scene.hpr(holder.position() - 1), scene.hpr(doctor));
        return new Holder(
                holder.doctor(),
                Right.AHEAD,
                decision.criterion(),
                decision.valueAhead().text(),
                decision.valueBehind().text());
    }
}
