package no.alisplass.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.register.RegisterAreas;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.life.VacancyTable;
import no.alisplass.vacancy.rank.Standing;

/**
 * Reads vacancies. An area reads those that count and are not withdrawn, of hospitals that serve it, with its own doctors and nobody
 * else's; a department its own, with who comes and nobody else.
 */
@ApplicationScoped
public class VacancyBoard {
    private static final Set<VacancyState> TOLD =
            EnumSet.of(VacancyState.OPEN, VacancyState.OFFERED, VacancyState.FILLED, VacancyState.RELEASED);
    private static final Set<VacancyState> RANKED = EnumSet.of(VacancyState.OPEN, VacancyState.OFFERED);

    private final Vacancies vacancies;
    private final VacancySources sources;
    private final VacancyStore store;
    private final RegisterAreas areas;
    private final Clock clock;

    VacancyBoard(Vacancies vacancies, VacancySources sources, VacancyStore store, RegisterAreas areas, Clock clock) {
        this.vacancies = vacancies;
        this.sources = sources;
        this.store = store;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * One vacancy, as it is for whoever asks.
     *
     * @param ranked how many are ranked for it; 0 where it is neither open nor offered
     * @param standings where doctors stand, who is ranked first: for a coordinator all, for an area its own, for a department none
     * @param offers those there are for whoever asks, by number
     * @param nominationsOver whether areas can say nothing more
     * @param steps what whoever asks may do, if the guards hold
     */
    public record Seen(
            Versioned<Vacancy> vacancy,
            int ranked,
            List<Standing> standings,
            List<Offer> offers,
            boolean nominationsOver,
            List<VacancyStep> steps) {
        public Seen {
            standings = List.copyOf(standings);
            offers = List.copyOf(offers);
            steps = List.copyOf(steps);
        }
    }

    /** Those of a hospital, the earliest first. @param state null for all */
    @Transactional
    public Result<List<Versioned<Vacancy>>> all(HospitalId hospital, VacancyState state, Acting by) {
        return vacancies
                .all(hospital, state)
                .map(all -> all.stream().filter(each -> isFor(each.value(), by)).toList());
    }

    /** Those of the hospitals that serve an area and that are not over, the earliest first. */
    @Transactional
    public List<Versioned<Vacancy>> of(AreaCode area) {
        LocalDate today = LocalDate.now(clock);
        List<Versioned<Vacancy>> all = vacancies.of(areas.serving(area)).stream()
                .filter(each -> isTold(each.value()) && !each.value().to().isBefore(today))
                .toList();
        if (all.stream().allMatch(each -> isOpenToAreas(each.value()))) {
            return all;
        }
        Set<Long> told = store.toldOf(area);
        return all.stream()
                .filter(each -> isOpenToAreas(each.value())
                        || told.contains(each.value().id()))
                .toList();
    }

    /** How many are open at some hospitals. */
    @Transactional
    public long open(Collection<HospitalId> at) {
        return vacancies.of(at).stream()
                .filter(each -> each.value().state() == VacancyState.OPEN)
                .count();
    }

    /** Refused NOT_FOUND for one that is not there for whoever asks. */
    @Transactional
    public Result<Seen> one(HospitalId hospital, long id, Acting by) {
        return read(hospital, id, by).map(vacancy -> seen(vacancy, by));
    }

    private Result<Versioned<Vacancy>> read(HospitalId hospital, long id, Acting by) {
        return vacancies
                .read(hospital, id)
                .then(found -> isFor(found.value(), by) ? Result.done(found) : VacancyWay.unknown(hospital, id));
    }

    private Seen seen(Versioned<Vacancy> found, Acting by) {
        Vacancy vacancy = found.value();
        boolean ranked = RANKED.contains(vacancy.state()) && vacancy.course() != null;
        List<Standing> all = ranked ? sources.order(vacancy).standings() : List.of();
        boolean over = vacancy.course() == null
                || !clock.instant().isBefore(vacancy.course().nominateBy());
        return new Seen(
                found,
                (int) all.stream().filter(Standing::isRanked).count(),
                all.stream().filter(each -> isFor(each, by)).toList(),
                sources.offers(vacancy.id(), by).stream()
                        .filter(offer -> by.actor() != Actor.DEPARTMENT || isForDepartment(offer))
                        .toList(),
                over,
                VacancyTable.steps(vacancy.state(), by.actor()));
    }

    /** Who was passed by is not for a department to know. */
    private static boolean isForDepartment(Offer offer) {
        return offer.state().isLive() || offer.state() == OfferState.INTERRUPTED;
    }

    private static boolean isFor(Standing standing, Acting by) {
        return by.actor() == Actor.COORDINATOR
                || by.actor() == Actor.AREA && standing.area().equals(by.area());
    }

    private boolean isFor(Vacancy vacancy, Acting by) {
        return switch (by.actor()) {
            case COORDINATOR -> by.hospital() == null || by.hospital().equals(vacancy.hospital());
            case DEPARTMENT ->
                (by.hospital() == null || by.hospital().equals(vacancy.hospital()))
                        && (by.department() == null || by.department().equals(vacancy.department()));
            case AREA -> isTold(vacancy) && areas.serves(vacancy.hospital(), by.area());
            default -> false;
        };
    }

    /** Whether areas that were told nothing of it can see it. */
    public static boolean isOpenToAreas(Vacancy vacancy) {
        return isTold(vacancy) && vacancy.state() != VacancyState.FILLED;
    }

    /** Whether areas may know of it. */
    static boolean isTold(Vacancy vacancy) {
        return vacancy.counts() && TOLD.contains(vacancy.state());
    }

    /**
     * The steps of a vacancy, in their order. An area reads those about its own doctors and those about no doctor, and who took them where
     * it was its own; but nothing of an offer that was never sent. A department reads those about no doctor.
     */
    @Transactional
    public Result<List<VacancyEvent>> events(HospitalId hospital, long id, Acting by) {
        return read(hospital, id, by).map(found -> store.events(id).stream()
                .filter(isToldOf(id, by))
                .filter(event -> by.actor() == Actor.COORDINATOR
                        || event.hpr() == null
                        || by.actor() == Actor.AREA && by.area().equals(event.area()))
                .map(event -> by.actor() == Actor.COORDINATOR
                                || event.actor() == by.actor()
                                        && (by.actor() != Actor.AREA
                                                || by.area().equals(event.area()))
                        ? event
                        : outside(event))
                .toList());
    }

    /** Areas know nothing of what was never sent, nor that it ended. */
    private Predicate<VacancyEvent> isToldOf(long id, Acting by) {
        if (by.actor() != Actor.AREA) {
            return event -> true;
        }
        Set<Long> unsent = sources.offers(id).stream()
                .filter(offer -> !offer.state().isTold())
                .map(Offer::id)
                .collect(Collectors.toSet());
        return event -> event.offer() == null || !unsent.contains(event.offer());
    }

    /** Without who took it, what was written, and which offer it was about. */
    private static VacancyEvent outside(VacancyEvent event) {
        return new VacancyEvent(
                event.number(),
                event.step(),
                event.from(),
                event.to(),
                event.actor(),
                null,
                event.at(),
                event.hpr(),
                event.area(),
                null,
                null,
                event.until());
    }

    /** The ranking a vacancy was offered by. For coordinators. Refused NOT_FOUND for a step that offered nothing. */
    @Transactional
    public Result<StoredRanking> ranking(HospitalId hospital, long id, long event, Acting by) {
        return read(hospital, id, by).then(found -> store.ranking(id, event)
                .filter(ranking -> by.actor() == Actor.COORDINATOR)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(Finding.of("event", event, "vacancy.ranking-unknown"))));
    }

    /** What was to be told of a vacancy to whoever asks, the latest first. */
    @Transactional
    public Result<VacancyTold.Page> told(HospitalId hospital, long id, Acting by, int page, int size) {
        return read(hospital, id, by).map(found -> store.told(by, id, false, clock.instant(), page, size));
    }

    /** What was to be told of all vacancies to an area, a department or a coordinator, the latest first. @param waiting only what waits */
    @Transactional
    public VacancyTold.Page news(Acting by, boolean waiting, int page, int size) {
        return store.told(by, 0, waiting, clock.instant(), page, size);
    }
}
