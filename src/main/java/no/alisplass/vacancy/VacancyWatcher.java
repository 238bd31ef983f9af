package no.alisplass.vacancy;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.capacity.VacancyWatch;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.VacancyOffers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.VacancyOfferWatch;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.policy.Policy;
import no.alisplass.round.LotterySeeds;
import no.alisplass.round.Rounds;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.rank.VacancyCase;
import no.alisplass.vacancy.rank.VacancyRanking;
import no.alisplass.vacancy.settings.HospitalVacancies;
import no.alisplass.vacancy.settings.VacancySettings;

/** What follows in a vacancy of what was done elsewhere: it was reported, wherever that was, or its offer went on. */
@ApplicationScoped
class VacancyWatcher implements VacancyWatch, VacancyOfferWatch {
    private final Vacancies vacancies;
    private final VacancySources sources;
    private final VacancySteps steps;
    private final VacancyStore store;
    private final HospitalVacancies settings;
    private final VacancyOffers offers;
    private final Rounds rounds;
    private final LotterySeeds seeds;
    private final Caller caller;
    private final Clock clock;

    VacancyWatcher(
            Vacancies vacancies,
            VacancySources sources,
            VacancySteps steps,
            VacancyStore store,
            HospitalVacancies settings,
            VacancyOffers offers,
            Rounds rounds,
            LotterySeeds seeds,
            Caller caller,
            Clock clock) {
        this.vacancies = vacancies;
        this.sources = sources;
        this.steps = steps;
        this.store = store;
        this.settings = settings;
        this.offers = offers;
        this.rounds = rounds;
        this.seeds = seeds;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Vacancy.Course course(HospitalId hospital, LocalDate from, LocalDate to) {
        Policy policy = rounds.policy(hospital);
        return timed(hospital, from, to, policy, seeds.draw());
    }

    /** The same policy and lottery, from now on: the dates are others, or the vacancy is open again. */
    Vacancy.Course again(Vacancy vacancy) {
        Vacancy.Course before = vacancy.course();
        return before == null
                ? course(vacancy.hospital(), vacancy.from(), vacancy.to())
                : timed(vacancy.hospital(), vacancy.from(), vacancy.to(), sources.policy(before), before.lotterySeed());
    }

    private Vacancy.Course timed(HospitalId hospital, LocalDate from, LocalDate to, Policy policy, String seed) {
        VacancySettings how = settings.of(hospital).value();
        VacancyDays days = VacancyDays.of(
                LocalDate.now(clock),
                from,
                VacancyCase.lastBeginning(to, policy.placement().minimumMonthsPerDepartment()),
                how.nominateDays(),
                offers.daysToAnswer(hospital),
                how.releaseWeeks());
        return new Vacancy.Course(policy.id(), policy.version(), seed, days.nominateBy(), days.releaseAt());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void reported(Vacancy vacancy, Vacancies.Reporter by) {
        Acting reporter = by == null
                ? caller()
                : new Acting(Actor.valueOf(by.as()), by.who(), null, null, vacancy.hospital(), null);
        told(null, VacancyStep.REPORT, vacancy, reporter);
    }

    /** Tells areas of one that was reported before there was a way for it; nothing where it has gone on meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begun(long id) {
        Vacancy held = vacancies.lock(id);
        if (held.state() != VacancyState.OPEN || held.course() != null) {
            return;
        }
        Vacancy now = held.with(again(held));
        vacancies.write(now);
        boolean known = !store.events(id).isEmpty();
        told(known ? held.state() : null, known ? VacancyStep.CHANGE : VacancyStep.REPORT, now, caller());
    }

    /** Records a step that areas with doctors who could have it are told of. */
    void told(VacancyState from, VacancyStep step, Vacancy now, Acting by) {
        boolean open = now.state() == VacancyState.OPEN;
        Instant until = open ? now.course().nominateBy() : null;
        steps.record(from, step, now, by, VacancySteps.About.until(until), open ? available(now) : Set.of());
    }

    /** The areas that have somebody who is ranked. */
    Collection<AreaCode> available(Vacancy vacancy) {
        return sources.order(vacancy).ranking().ranked().stream()
                .map(VacancyRanking.Place::facts)
                .map(each -> each.area())
                .collect(Collectors.toSet());
    }

    private Acting caller() {
        boolean asked = Arc.container().requestContext().isActive();
        Actor actor = asked && caller.isIn(Roles.DEPARTMENT) && !caller.isIn(Roles.COORDINATOR)
                ? Actor.DEPARTMENT
                : Actor.COORDINATOR;
        return new Acting(actor, asked ? caller.name() : Audit.SYSTEM, null, null, null, null);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void taken(long id, long offer, OfferEvent event) {
        if (event.from() == event.to()) {
            return;
        }
        switch (event.to()) {
            case SENT -> {
                if (event.from() == OfferState.EXPIRED) {
                    follow(id, offer, event, VacancyStep.RESUME, VacancyState.OFFERED);
                }
            }
            case ACCEPTED -> follow(id, offer, event, VacancyStep.FILL, VacancyState.FILLED);
            case DECLINED, EXPIRED, RECALLED, TURNED_DOWN, DROPPED ->
                follow(id, offer, event, VacancyStep.FALL, VacancyState.OPEN);
            case WITHDRAWN, VOID -> givenUp(id, offer, event);
            default -> {
                // It goes on being offered, or filled.
            }
        }
    }

    private void follow(long id, long offer, OfferEvent event, VacancyStep step, VacancyState to) {
        Vacancy held = vacancies.lock(id);
        Set<AreaCode> areas = step == VacancyStep.FILL ? store.areasTold(id) : Set.of();
        steps.take(held, step, held.in(to), by(event), about(offer), areas);
    }

    /** Open again as long as enough is left from the next day on. */
    private void givenUp(long id, long offer, OfferEvent event) {
        Vacancy held = vacancies.lock(id);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        LocalDate first = held.from().isBefore(tomorrow) ? tomorrow : held.from();
        if (VacancyCase.months(first, held.to()) < sources.least(held.course())) {
            steps.take(held, VacancyStep.GIVE_UP, held.in(VacancyState.OWN), by(event), about(offer), Set.of());
            return;
        }
        boolean late = !clock.instant().isBefore(held.course().releaseAt());
        Vacancy now = held.from(first).in(late ? VacancyState.RELEASED : VacancyState.OPEN);
        Collection<AreaCode> areas = late ? sources.areas(held.hospital(), LocalDate.now(clock)) : store.areasTold(id);
        steps.take(held, VacancyStep.GIVE_UP, now, by(event), about(offer), areas);
    }

    private static VacancySteps.About about(long offer) {
        return new VacancySteps.About(null, null, offer, null, null);
    }

    private static Acting by(OfferEvent event) {
        return new Acting(event.actor(), event.who(), null, null, null, null);
    }
}
