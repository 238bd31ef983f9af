package no.alisplass.offer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferGuard;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.timer.Regularly;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes the steps of offers whose time has come, late by the time between two looks at most, though nobody asks for it. Every node may: what one holds
 * another leaves alone, and a step that is taken is not due any more.
 */
@ApplicationScoped
public class OfferClock {
    private static final Logger LOG = Logger.getLogger(OfferClock.class);
    private static final int AT_A_TIME = 500;

    private static final String GOES_ON = " and not " + Stops.STOPPED;
    private static final String EXPIRED = "o.state = 'SENT' and o.answer_by <= :when" + GOES_ON;
    private static final String SETTLED = "o.state = 'ACCEPTED_UPGRADABLE' and exists (select 1 from offer_course c"
            + " where c.round_id = o.round_id and c.upgrade_stop <= :when)" + GOES_ON;
    private static final String LAPSED = "o.state in ('DRAFT', 'READY') and (exists (select 1 from offer_course c"
            + " where c.round_id = o.round_id and c.late_stop <= :when) or exists (select 1 from sporadic_vacancy v"
            + " where v.id = o.vacancy_id and v.release_at <= :when))" + GOES_ON;
    private static final String BEGUN = "o.state = 'CONFIRMED' and o.withdrawal_asked is null and not o.deferral_asked"
            + " and (select min(lower(s.period)) from offer_seat s where s.offer_id = o.id) <= :when";
    private static final String OVER = "o.state = 'STARTED'"
            + " and (select max(upper(s.period)) from offer_seat s where s.offer_id = o.id) <= :when";

    private final OfferStore store;
    private final OfferSteps steps;
    private final OfferLog log;
    private final Clock clock;
    private final Duration every;
    private final Regularly timer = new Regularly("offer-clock");

    OfferClock(
            OfferStore store,
            OfferSteps steps,
            OfferLog log,
            Clock clock,
            @ConfigProperty(name = "alisplass.offers.look", defaultValue = "PT1M") Duration every) {
        this.store = store;
        this.steps = steps;
        this.log = log;
        this.clock = clock;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        timer.start(
                every,
                every,
                this::run,
                fault -> LOG.warnf("Offers whose time has come could not be looked after: %s", fault.getMessage()));
    }

    void stop(@Observes ShutdownEvent event) {
        timer.stop();
    }

    /**
     * Lets offers expire whose deadline has passed, drops at the late stop what was not sent, ends waiting for higher wishes after the
     * upgrade stop, begins stays on their first day and completes them after their last. Each kind in transactions of its own.
     *
     * @throws RuntimeException what stopped the first kind that did not come through; the others have been tried
     */
    public void run() {
        List<Due> due = List.of(
                new Due(EXPIRED, clock.instant(), OfferStep.EXPIRE),
                new Due(LAPSED, clock.instant(), OfferStep.LAPSE),
                new Due(SETTLED, clock.instant(), OfferStep.SETTLE),
                new Due(BEGUN, LocalDate.now(clock), OfferStep.START),
                new Due(OVER, LocalDate.now(clock), OfferStep.COMPLETE));
        RuntimeException first = null;
        for (Due each : due) {
            try {
                log.clock(each.step(), all(each.which(), each.when(), each.step()));
            } catch (RuntimeException fault) {
                first = first == null ? fault : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private record Due(String which, Object when, OfferStep step) {}

    private int all(String due, Object when, OfferStep step) {
        int taken = 0;
        int now;
        do {
            now = QuarkusTransaction.requiringNew().call(() -> some(due, when, step));
            taken += now;
        } while (now == AT_A_TIME);
        return taken;
    }

    private static boolean waitsForAStop(OfferStep step) {
        return OfferTable.rows().stream()
                .anyMatch(row -> row.step() == step
                        && row.who().contains(Actor.CLOCK)
                        && row.guards().contains(OfferGuard.NOT_STOPPED));
    }

    private int some(String which, Object when, OfferStep step) {
        List<Offer> offers = store.lockDue(which, when, AT_A_TIME);
        // One that was stopped between the reading and the holding is due no more.
        List<Offer> due = waitsForAStop(step) ? steps.going(offers) : offers;
        if (!due.isEmpty()) {
            steps.each(due, step, Acting.CLOCK, UnaryOperator.identity());
        }
        return due.size();
    }
}
