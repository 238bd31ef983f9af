package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.explanation.Reasons.BetterWish;
import no.alisplass.explanation.Reasons.Full;
import no.alisplass.explanation.Reasons.Holder;
import no.alisplass.explanation.Reasons.Offer;
import no.alisplass.explanation.Reasons.Right;
import no.alisplass.policy.Decision;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/** What stood higher among a doctor's wishes, and who has it. */
final class BetterWishes {
    private final Scene scene;
    private final int doctor;

    BetterWishes(Scene scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
    }

    List<BetterWish> list() {
        Map<Integer, List<Offer>> byTier = new TreeMap<>();
        for (Option option : scene.better(doctor)) {
            byTier.computeIfAbsent(option.tier(), tier -> new ArrayList<>())
                    .add(new Offer(option.stays(), full(option)));
        }
        List<BetterWish> wishes = new ArrayList<>();
        byTier.forEach((tier, offers) -> wishes.add(new BetterWish(tier + 1, offers)));
        return wishes;
    }

    /**
     * What of the option is used up. A place that someone behind holds is no hindrance as long as another one of the
     * option is held by those ahead alone.
     */
    private List<Full> full(Option option) {
        List<Full> full = new ArrayList<>();
        for (ResourceId use : option.uses()) {
            List<Integer> others = scene.holders(use).stream()
                    .filter(holder -> holder != doctor)
                    .toList();
            if (others.size() >= scene.capacity(use)) {
                full.add(new Full(
                        use,
                        scene.halfYear(use),
                        scene.stay(use),
                        scene.capacity(use),
                        others.stream().map(this::holder).toList()));
            }
        }
        List<Full> heldAhead = full.stream()
                .filter(one -> one.holders().stream().noneMatch(holder -> holder.right() == Right.PLACED_AT_ALL))
                .toList();
        return heldAhead.isEmpty() ? full : heldAhead;
    }

    private Holder holder(int holder) {
        if (scene.doctor(holder).pinned()) {
            return new Holder(scene.doctor(holder).id(), Right.BY_HAND, null, null, null);
        }
        if (holder > doctor) {
            return new Holder(scene.doctor(holder).id(), Right.PLACED_AT_ALL, null, null, null);
        }
        Decision decision = scene.ranking.decide(scene.hpr(holder), scene.hpr(doctor));
        return new Holder(
                scene.doctor(holder).id(),
                Right.AHEAD,
                decision.criterion(),
                decision.valueAhead().text(),
                decision.valueBehind().text());
    }
}
