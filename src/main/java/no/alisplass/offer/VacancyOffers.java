package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.OfferSettings;

/** Makes offers of vacancies, one at a time, and sends them; from then on they are offers as any other. For room {@code vacancy}. */
@ApplicationScoped
public class VacancyOffers {
    private final OfferStore store;
    private final OfferSteps steps;
    private final Placements placements;
    private final HospitalOffers settings;
    private final OfferLog log;
    private final Clock clock;

    VacancyOffers(
            OfferStore store,
            OfferSteps steps,
            Placements placements,
            HospitalOffers settings,
            OfferLog log,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.placements = placements;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** Who is to be offered it. @param months whole months that the days come to @param left months that the doctor needs before it */
    public record Wanted(HprNumber hpr, AreaCode area, int months, Months left) {}

    /**
     * Offers a vacancy that is held, to a doctor who is nowhere else then: at once, or as a draft where the hospital asks its
     * departments for a decision. Under {@link Placements#lock}.
     *
     * @return refused CONFLICT when it would not be answered before the first day, or before the vacancy is released
     */
    @Transactional
    public Result<Offer> offer(Vacancy vacancy, Wanted wanted, Acting by) {
        Optional<Finding> late = OfferGuards.timeToAnswer(answerBy(vacancy), course(vacancy, vacancy.from()));
        if (late.isPresent()) {
            return Result.conflict(late.get());
        }
        OfferSettings how = settings.of(vacancy.hospital()).value();
        OfferRow row = Releases.prepared(how);
        Instant now = clock.instant();
        OfferEvent event = OfferEvent.plain(1, row, by.actor(), by.who(), now);
        GivenStay.Part part = new GivenStay.Part(vacancy.department(), wanted.months());
        long placement = placements.give(vacancy, wanted.hpr(), wanted.area(), part, wanted.left(), now);
        Offer made = new Offer(
                store.draw(1).get(0),
                VacancyIds.round(vacancy.id()),
                0,
                vacancy.hospital(),
                wanted.hpr(),
                wanted.area(),
                List.of(new Offer.Seat(
                        placement,
                        VacancyIds.position(vacancy.id()),
                        HalfYear.containing(vacancy.from()),
                        1,
                        vacancy.from(),
                        vacancy.to(),
                        List.of(part))),
                OfferFacts.NONE.after(event));
        store.add(List.of(new OfferStore.New(made, null, event)));
        log.taken(event);
        return made.state() == OfferState.READY ? release(made, vacancy, by) : Result.done(made);
    }

    /** Sends what the department has said yes to, or the coordinator does not wait for. Refused as {@link #offer}, and where it is not ready. */
    @Transactional
    public Result<Offer> send(Vacancy vacancy, long offer, Acting by) {
        return steps.held(offer, by).then(held -> release(held, vacancy, by));
    }

    private Result<Offer> release(Offer ready, Vacancy vacancy, Acting by) {
        Instant until = answerBy(vacancy);
        return steps.take(
                ready,
                OfferStep.RELEASE,
                by,
                held -> OfferSteps.unless(
                        OfferGuards.timeToAnswer(until, course(vacancy, held.start())), event -> event.until(until)));
    }

    /** As long as of an offer round that is not the first: somebody waits for each answer. */
    private Instant answerBy(Vacancy vacancy) {
        return WorkingDays.noon(WorkingDays.after(LocalDate.now(clock), daysToAnswer(vacancy.hospital())));
    }

    /** Working days that a doctor has to answer the offer of a vacancy. */
    @Transactional
    public int daysToAnswer(HospitalId hospital) {
        return settings.of(hospital).value().laterDays();
    }

    private static OfferCourse course(Vacancy vacancy, LocalDate first) {
        return OfferCourse.ofVacancy(
                VacancyIds.round(vacancy.id()), vacancy.course().releaseAt(), first);
    }
}
