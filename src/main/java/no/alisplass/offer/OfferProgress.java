package no.alisplass.offer;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import no.alisplass.offer.life.OfferState;

/** How far the offers of an approved round have come: as far as the one that is furthest behind. */
public enum OfferProgress {
    /** Nothing is offered yet. */
    NONE,
    /** A department has not decided. */
    DECIDE,
    /** Something may be sent. */
    RELEASE,
    ANSWER,
    CONTRACT,
    /** Everybody who accepted waits for a higher wish. */
    HIGHER,
    BEGIN,
    SERVE,
    /** Who was to serve has served, to the end or until it was broken off. */
    COMPLETED,
    /** All that was offered has ended without anybody serving. */
    NOBODY;

    private static final List<Map.Entry<OfferState, OfferProgress>> FURTHEST_BEHIND_FIRST = List.of(
            entry(OfferState.DRAFT, DECIDE),
            entry(OfferState.READY, RELEASE),
            entry(OfferState.SENT, ANSWER),
            entry(OfferState.ACCEPTED, CONTRACT),
            entry(OfferState.ACCEPTED_UPGRADABLE, HIGHER),
            entry(OfferState.CONFIRMED, BEGIN),
            entry(OfferState.STARTED, SERVE),
            entry(OfferState.COMPLETED, COMPLETED),
            entry(OfferState.INTERRUPTED, COMPLETED));

    /** @param counts how many offers of the round stand where; what none does may be left out */
    public static OfferProgress of(Map<OfferState, Long> counts) {
        if (counts.values().stream().allMatch(count -> count == 0)) {
            return NONE;
        }
        return FURTHEST_BEHIND_FIRST.stream()
                .filter(each -> counts.getOrDefault(each.getKey(), 0L) > 0)
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(NOBODY);
    }
}
