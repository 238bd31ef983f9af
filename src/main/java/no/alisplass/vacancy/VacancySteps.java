package no.alisplass.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Whom;
import no.alisplass.platform.Audit;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyRow;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.life.VacancyTable;

/** The one way in which a vacancy that is held comes from one state to the next: by the table, recorded, and told to whom it says. */
@ApplicationScoped
class VacancySteps {
    private final VacancyStore store;
    private final Vacancies vacancies;
    private final Audit audit;
    private final Clock clock;

    VacancySteps(VacancyStore store, Vacancies vacancies, Audit audit, Clock clock) {
        this.store = store;
        this.vacancies = vacancies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a step is about; each null for nothing. */
    record About(HprNumber hpr, AreaCode area, Long offer, String text, Instant until) {
        static final About NOTHING = new About(null, null, null, null, null);

        static About until(Instant until) {
            return new About(null, null, null, null, until);
        }

        static About text(String text) {
            return new About(null, null, null, text, null);
        }
    }

    /** Writes what the vacancy is now, and records it. @param held as it was @param areas those that are told, where areas are */
    VacancyEvent take(Vacancy held, VacancyStep step, Vacancy now, Acting by, About about, Collection<AreaCode> areas) {
        if (!now.equals(held)) {
            vacancies.write(now);
        }
        return record(held.state(), step, now, by, about, areas);
    }

    /** Records what was written already. @param from null for the report */
    VacancyEvent record(
            VacancyState from, VacancyStep step, Vacancy now, Acting by, About about, Collection<AreaCode> areas) {
        VacancyRow row = VacancyTable.row(step, from, now.state(), by.actor())
                .orElseThrow(() ->
                        new IllegalStateException(step + " from " + from + " to " + now.state() + " by " + by.actor()));
        VacancyEvent event = new VacancyEvent(
                store.next(now.id()),
                step,
                from,
                now.state(),
                by.actor(),
                by.who(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                about.hpr(),
                about.area(),
                about.offer(),
                about.text(),
                about.until());
        store.record(now.id(), event);
        row.tells().stream().sorted().forEach(whom -> {
            if (whom == Whom.AREA) {
                areas.stream().sorted().forEach(area -> store.tell(now, event, whom, row.told(), area, about.until()));
            } else {
                store.tell(now, event, whom, row.told(), null, null);
            }
        });
        if (from != null) {
            audit.recordOf(
                    by.who(),
                    "vacancy." + step.word(),
                    "vacancy/" + now.id(),
                    Map.of("state", from),
                    Map.of("state", now.state(), "event", event.number()));
        }
        return event;
    }
}
