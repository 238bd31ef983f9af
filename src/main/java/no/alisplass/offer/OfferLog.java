package no.alisplass.offer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.AfterCommit;
import org.jboss.logging.Logger;

/** Tells what becomes of offers, in the log and in figures (docs: operations): how many and which steps, nobody's name or number. */
@ApplicationScoped
class OfferLog {
    private static final Logger LOG = Logger.getLogger(OfferLog.class);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    OfferLog(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
    }

    void taken(OfferEvent event) {
        afterCommit.run(() ->
                meters.counter("alisplass.offers", "step", event.step().word()).increment());
    }

    void prepared(OfferRound round) {
        afterCommit.run(() -> LOG.infof(
                "Round %s, offer round %d: %d offers prepared", round.round(), round.number(), round.offers()));
    }

    void released(OfferRound round, int offers) {
        afterCommit.run(() -> LOG.infof(
                "Round %s, offer round %d: %d offers sent, to be answered by %s",
                round.round(), round.number(), offers, round.answerBy()));
    }

    void refilled(RoundId round, int moved, int placed) {
        afterCommit.run(
                () -> LOG.infof("Round %s refilled: %d moved to a higher wish, %d get an offer", round, moved, placed));
    }

    void clock(OfferStep step, int offers) {
        if (offers > 0) {
            LOG.infof("The time had come: %s of %d offers", step.word(), offers);
        }
    }
}
