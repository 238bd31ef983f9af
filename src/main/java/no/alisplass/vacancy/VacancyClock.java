package no.alisplass.vacancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Audit;
import no.alisplass.platform.timer.Regularly;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Releases vacancies whose time has come to all, and begins with those from before there was a way for them, late by the time between two looks at most. Every node may. */
@ApplicationScoped
public class VacancyClock {
    private static final Logger LOG = Logger.getLogger(VacancyClock.class);
    private static final Acting CLOCK = new Acting(Actor.CLOCK, Audit.SYSTEM, null, null, null, null);
    private static final int AT_A_TIME = 50;

    private final Vacancies vacancies;
    private final VacancyWay way;
    private final VacancyWatcher watcher;
    private final Clock clock;
    private final Duration every;
    private final Regularly timer = new Regularly("vacancy-clock");

    VacancyClock(
            Vacancies vacancies,
            VacancyWay way,
            VacancyWatcher watcher,
            Clock clock,
            @ConfigProperty(name = "alisplass.offers.look", defaultValue = "PT1M") Duration every) {
        this.vacancies = vacancies;
        this.way = way;
        this.watcher = watcher;
        this.clock = clock;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        timer.start(
                every,
                every,
                this::run,
                fault -> LOG.warnf("Vacancies whose time has come could not be released: %s", fault.getMessage()));
    }

    void stop(@Observes ShutdownEvent event) {
        timer.stop();
    }

    /** Releases all whose time has come, some in each transaction, and tells of those that were never told of, each in its own. */
    public void run() {
        release();
        vacancies.withoutCourse().forEach(this::begin);
    }

    private void begin(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> watcher.begun(id));
            LOG.infof("Vacancy %d was reported before areas were told of such: now they are", id);
        } catch (RuntimeException fault) {
            LOG.warnf("Vacancy %d could not be told of: %s", id, fault.getMessage());
        }
    }

    private void release() {
        int released = 0;
        int now;
        do {
            now = QuarkusTransaction.requiringNew().call(this::some);
            released += now;
        } while (now == AT_A_TIME);
        if (released > 0) {
            LOG.infof("The time had come: %d vacancies released to all", released);
        }
    }

    private int some() {
        List<Versioned<Vacancy>> due = vacancies.due(clock.instant(), AT_A_TIME);
        due.forEach(each -> way.release(each.value(), CLOCK, null));
        return due.size();
    }
}
