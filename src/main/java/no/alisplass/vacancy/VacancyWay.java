package no.alisplass.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.VacancyOffers;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.policy.Policy;
import no.alisplass.round.Rounds;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.life.VacancyTable;
import no.alisplass.vacancy.rank.Nomination;
import no.alisplass.vacancy.rank.Standing;
import no.alisplass.vacancy.rank.VacancyCase;
import no.alisplass.vacancy.rank.VacancyDoctor;
import no.alisplass.vacancy.rank.VacancyOrder;
import no.alisplass.vacancy.rank.VacancyRanking;

/**
 * What people do with sporadic vacancies. Each command is refused NOT_FOUND for a vacancy that is not there for whoever asks, and
 * CONFLICT for a step the table does not have ({@code vacancy.step-when}) or that is for others ({@code vacancy.not-by}).
 */
@ApplicationScoped
public class VacancyWay {
    /** How long a text may be. */
    public static final int MAX_TEXT = Decisions.MAX_TEXT;

    /** A vacancy that is longer must be announced (A2 § 6.1). */
    private static final int ANNOUNCED_OVER_MONTHS = 6;

    private final Vacancies vacancies;
    private final VacancySources sources;
    private final VacancySteps steps;
    private final VacancyStore store;
    private final VacancyWatcher watcher;
    private final VacancyOffers offers;
    private final Placements placements;
    private final Rounds rounds;
    private final Clock clock;

    VacancyWay(
            Vacancies vacancies,
            VacancySources sources,
            VacancySteps steps,
            VacancyStore store,
            VacancyWatcher watcher,
            VacancyOffers offers,
            Placements placements,
            Rounds rounds,
            Clock clock) {
        this.vacancies = vacancies;
        this.sources = sources;
        this.steps = steps;
        this.store = store;
        this.watcher = watcher;
        this.offers = offers;
        this.placements = placements;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A vacancy as it was reported or changed. @param warnings what is worth knowing of it */
    public record Reported(Versioned<Vacancy> vacancy, List<Finding> warnings) {
        public Reported {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reports a vacancy; areas that have somebody for it are told at once.
     *
     * @param counts false to say on purpose that the service does not count: the vacancy is the department's own, and nobody is told
     * @return refused INVALID for dates that cannot be, another department than the own, and one that is too short to count though it is
     *     said to
     */
    @Transactional
    public Result<Reported> report(
            HospitalId hospital,
            DepartmentId department,
            LocalDate from,
            LocalDate to,
            boolean onCall,
            String note,
            boolean counts,
            Acting by) {
        Optional<Finding> refused = VacancyTable.refuses(VacancyStep.REPORT, null, by.actor());
        if (refused.isPresent()) {
            return Result.conflict(refused.get());
        }
        Optional<Finding> unfit =
                notOwn(department, by).or(() -> counts ? tooShort(hospital, from, to) : Optional.empty());
        if (unfit.isPresent()) {
            return Result.invalid(unfit.get());
        }
        return vacancies
                .report(
                        hospital,
                        department,
                        from,
                        to,
                        onCall,
                        note,
                        counts,
                        new Vacancies.Reporter(by.who(), by.actor().name()))
                .map(VacancyWay::warned);
    }

    private static Reported warned(Versioned<Vacancy> vacancy) {
        return new Reported(
                vacancy, warnings(vacancy.value().from(), vacancy.value().to()));
    }

    /** What is worth knowing of a vacancy with these days before it is reported. */
    public static List<Finding> warnings(LocalDate from, LocalDate to) {
        return to.isBefore(from.plusMonths(ANNOUNCED_OVER_MONTHS))
                ? List.of()
                : List.of(Finding.of("to", to, "vacancy.must-be-announced", ANNOUNCED_OVER_MONTHS));
    }

    /** Whether one with these days would be too short to count, by the hospital's policy; said with the rule. */
    @Transactional
    public Optional<Finding> tooShort(HospitalId hospital, LocalDate from, LocalDate to) {
        return tooShort(rounds.policy(hospital), from, to, LocalDate.now(clock));
    }

    /** Days that run backwards, or are over, are told otherwise; those that are gone do not count. */
    private static Optional<Finding> tooShort(Policy policy, LocalDate first, LocalDate to, LocalDate today) {
        int least = policy.placement().minimumMonthsPerDepartment();
        LocalDate from = first.isBefore(today) ? today : first;
        return to.isBefore(from) || VacancyCase.months(from, to) >= least
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "to",
                        to,
                        "vacancy.too-short",
                        least,
                        from.plusMonths(least).minusDays(1)));
    }

    private static Optional<Finding> notOwn(DepartmentId department, Acting by) {
        return by.actor() == Actor.DEPARTMENT
                        && by.department() != null
                        && !by.department().equals(department)
                ? Optional.of(Finding.of("department", department, "capacity.department-not-own", department))
                : Optional.empty();
    }

    /**
     * Changes dates, duty or note, withdraws a vacancy, says that it is filled otherwise, or opens it again. Other dates are told to
     * areas anew, which have their days anew.
     *
     * @return refused also INVALID as {@link #report}, CONFLICT for another version, and for one that is held by an offer
     */
    @Transactional
    public Result<Reported> change(
            HospitalId hospital, long id, Vacancy.Change change, Acting by, Long expectedVersion) {
        return vacancies.lock(hospital, id).then(found -> {
            Vacancy was = found.value();
            Optional<Finding> other = notOwn(was.department(), by);
            if (other.isPresent()) {
                return Result.invalid(other.get());
            }
            Vacancy wanted = was.with(change);
            boolean moved = wanted.state() != was.state();
            boolean dates = !wanted.from().equals(was.from()) || !wanted.to().equals(was.to());
            VacancyStep step = moved ? stepTo(wanted.state()) : VacancyStep.CHANGE;
            if (wanted.equals(was)) {
                return Result.done(warned(found));
            }
            if (moved
                    && (step == null
                            || VacancyTable.refuses(step, was.state(), by.actor())
                                    .isPresent())) {
                return Result.conflict(
                        Finding.of("state", wanted.state(), "capacity.vacancy-state", was.state(), wanted.state()));
            }
            if (!moved && VacancyTable.refuses(step, was.state(), by.actor()).isPresent()) {
                return Result.conflict(
                        VacancyTable.refuses(step, was.state(), by.actor()).get());
            }
            if (step == VacancyStep.REOPEN && isHeld(id)) {
                return Result.conflict(Finding.of("state", wanted.state(), "vacancy.held-by-offer"));
            }
            boolean opens =
                    was.counts() && (step == VacancyStep.REOPEN || dates && was.state() == VacancyState.OPEN && !moved);
            if (opens) {
                Optional<Finding> unfit = tooShort(
                        was.course() == null ? rounds.policy(hospital) : sources.policy(was.course()),
                        wanted.from(),
                        wanted.to(),
                        LocalDate.now(clock));
                if (unfit.isPresent()) {
                    return Result.invalid(unfit.get());
                }
            }
            return vacancies
                    .change(
                            hospital,
                            id,
                            change,
                            next -> opens
                                    ? next.with(watcher.again(next))
                                    : step == VacancyStep.REOPEN ? next.in(VacancyState.OWN) : next,
                            expectedVersion)
                    .map(after -> {
                        Vacancy now = after.value();
                        if (opens) {
                            watcher.told(was.state(), step, now, by);
                        } else if (step == VacancyStep.CHANGE) {
                            steps.record(was.state(), step, now, by, VacancySteps.About.NOTHING, List.of());
                        } else {
                            steps.record(was.state(), step, now, by, VacancySteps.About.NOTHING, store.areasTold(id));
                        }
                        return warned(after);
                    });
        });
    }

    private static VacancyStep stepTo(VacancyState wanted) {
        return switch (wanted) {
            case WITHDRAWN -> VacancyStep.WITHDRAW;
            case FILLED -> VacancyStep.FILL_OTHERWISE;
            case OPEN -> VacancyStep.REOPEN;
            case OFFERED, RELEASED, OWN -> null;
        };
    }

    private boolean isHeld(long vacancy) {
        return sources.offers(vacancy).stream()
                .anyMatch(offer -> offer.state().isLive() || offer.state() == OfferState.INTERRUPTED);
    }

    /**
     * An area has one of its doctors ranked for whom the vacancy was not wished, or whom it could not spare; or does not have a doctor
     * ranked. What was said last holds.
     *
     * @return refused also NOT_FOUND for a doctor who is not the area's, CONFLICT after the deadline, and for one whom something else
     *     keeps out
     */
    @Transactional
    public Result<Standing> nominate(HospitalId hospital, long id, HprNumber hpr, Nomination said, Acting by) {
        VacancyStep step = said == Nomination.NOMINATED ? VacancyStep.NOMINATE : VacancyStep.TAKE_OUT;
        return held(hospital, id, step, by).then(vacancy -> {
            if (vacancy.course() == null) {
                return Result.conflict(Finding.of("nominateBy", null, "vacancy.not-told"));
            }
            Optional<Standing> before = standing(sources.order(vacancy), hpr, by);
            if (before.isEmpty()) {
                return Result.notFound(Finding.of("hprNumber", hpr.digits(), "register.doctor-unknown", hpr.digits()));
            }
            Instant until = vacancy.course().nominateBy();
            if (!clock.instant().isBefore(until)) {
                return Result.conflict(
                        Finding.of("nominateBy", until, "vacancy.nominations-over", WorkingDays.day(until)));
            }
            if (said == before.get().nomination()) {
                return Result.done(before.get());
            }
            steps.take(vacancy, step, vacancy, by, new VacancySteps.About(hpr, by.area(), null, null, null), List.of());
            Standing after = standing(sources.order(vacancy), hpr, by).orElseThrow();
            return said == Nomination.NOMINATED && !after.isRanked()
                    ? Result.conflict(Finding.of("hprNumber", hpr.digits(), "vacancy.cannot-be-nominated", after.why()))
                    : Result.done(after);
        });
    }

    private static Optional<Standing> standing(VacancyOrder order, HprNumber hpr, Acting by) {
        return order.standings().stream()
                .filter(each -> each.hpr().equals(hpr) && each.area().equals(by.area()))
                .findFirst();
    }

    /**
     * Offers the vacancy to the first in the ranking of those who were not offered it: at once, or for the department to decide where the
     * hospital asks it. The ranking is stored.
     *
     * @param hpr the doctor it is meant for; null for the first
     * @param text why another than the first, or before areas have nominated; null for no such reason
     * @return refused CONFLICT also when nobody is left, for a doctor who is not ranked, for what needs a reason and has none, and when it
     *     would not be answered before the release
     */
    @Transactional
    public Result<Offer> offer(HospitalId hospital, long id, HprNumber hpr, String text, Acting by) {
        List<Finding> unfit = Text.faults("text", text, MAX_TEXT, null);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        placements.lock();
        return held(hospital, id, VacancyStep.OFFER, by).then(found -> {
            Vacancy vacancy = beginning(found.course() == null ? found.with(watcher.again(found)) : found);
            Instant release = vacancy.course().releaseAt();
            if (!clock.instant().isBefore(release)) {
                return Result.conflict(
                        Finding.of("releaseAt", release, "vacancy.released-by-then", WorkingDays.day(release)));
            }
            VacancyOrder order = sources.order(vacancy);
            return chosen(vacancy, order, hpr, text).then(doctor -> {
                if (!vacancy.equals(found)) {
                    vacancies.write(vacancy);
                }
                VacancyOffers.Wanted wanted = new VacancyOffers.Wanted(
                        doctor.hpr(),
                        doctor.area(),
                        VacancyCase.months(vacancy.from(), vacancy.to()),
                        doctor.toCome().left());
                return offers.offer(vacancy, wanted, by).map(offer -> {
                    VacancyEvent event = steps.take(
                            vacancy,
                            VacancyStep.OFFER,
                            vacancy.in(VacancyState.OFFERED),
                            by,
                            new VacancySteps.About(doctor.hpr(), doctor.area(), offer.id(), Text.lines(text), null),
                            List.of());
                    store.keep(id, event.number(), order.ranking());
                    return offer;
                });
            });
        });
    }

    /** As it can be offered now: the days until it would be answered are gone. */
    private Vacancy beginning(Vacancy vacancy) {
        LocalDate last = VacancyCase.lastBeginning(vacancy.to(), sources.least(vacancy.course()));
        return vacancy.from(VacancyDays.firstDay(
                LocalDate.now(clock), vacancy.from(), last, offers.daysToAnswer(vacancy.hospital())));
    }

    private Result<VacancyDoctor> chosen(Vacancy vacancy, VacancyOrder order, HprNumber hpr, String text) {
        List<VacancyRanking.Place> ranked = order.ranking().ranked();
        Instant until = vacancy.course().nominateBy();
        boolean early = clock.instant().isBefore(until)
                && !store.areasTold(vacancy.id()).isEmpty();
        if (ranked.isEmpty()) {
            return Result.conflict(Finding.of("hprNumber", null, "vacancy.nobody-left"));
        }
        HprNumber first = ranked.get(0).facts().hpr();
        HprNumber wanted = hpr == null ? first : hpr;
        if (!order.isRanked(wanted)) {
            return Result.conflict(Finding.of("hprNumber", wanted.digits(), "vacancy.not-ranked", wanted.digits()));
        }
        if (early && Text.blank(text)) {
            return Result.conflict(Finding.of("text", null, "vacancy.before-nominations", WorkingDays.day(until)));
        }
        return !wanted.equals(first) && Text.blank(text)
                ? Result.conflict(Finding.of("text", null, "vacancy.passes-over"))
                : Result.done(order.doctor(wanted).orElseThrow());
    }

    /** Sends the offer that the department has said yes to, or that the coordinator does not wait for. */
    @Transactional
    public Result<Offer> send(HospitalId hospital, long id, Acting by) {
        return vacancies.read(hospital, id).then(found -> sources.offers(id).stream()
                .filter(offer -> offer.state() == OfferState.READY || offer.state() == OfferState.DRAFT)
                .findFirst()
                .map(offer -> offers.send(found.value(), offer.id(), by))
                .orElseGet(() -> Result.conflict(Finding.of("offer", null, "vacancy.nothing-to-send"))));
    }

    /**
     * Releases the vacancy to all before its time.
     *
     * @param text why, while somebody is left to offer it to; null when nobody is
     */
    @Transactional
    public Result<Versioned<Vacancy>> release(HospitalId hospital, long id, String text, Acting by) {
        List<Finding> unfit = Text.faults("text", text, MAX_TEXT, null);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return held(hospital, id, VacancyStep.RELEASE, by).then(vacancy -> {
            int left = vacancy.course() == null
                    ? 0
                    : sources.order(vacancy).ranking().ranked().size();
            if (left > 0 && Text.blank(text)) {
                return Result.conflict(Finding.of("text", null, "vacancy.somebody-left", left));
            }
            release(vacancy, by, Text.lines(text));
            return vacancies.read(hospital, id);
        });
    }

    /** Of one that is held and open. */
    void release(Vacancy vacancy, Acting by, String text) {
        Vacancy.Course course = vacancy.course();
        Instant now = clock.instant();
        // Whatever waits for the release takes it to have come.
        Vacancy released = course == null || !now.isBefore(course.releaseAt())
                ? vacancy
                : vacancy.with(new Vacancy.Course(
                        course.policyId(),
                        course.policyVersion(),
                        course.lotterySeed(),
                        course.nominateBy().isBefore(now) ? course.nominateBy() : now,
                        now));
        steps.take(
                vacancy,
                VacancyStep.RELEASE,
                released.in(VacancyState.RELEASED),
                by,
                VacancySteps.About.text(text),
                sources.areas(vacancy.hospital(), LocalDate.now(clock)));
    }

    private Result<Vacancy> held(HospitalId hospital, long id, VacancyStep step, Acting by) {
        boolean beyond = by.hospital() != null && !by.hospital().equals(hospital)
                || by.area() != null
                        && !sources.areas(hospital, LocalDate.now(clock)).contains(by.area());
        if (beyond) {
            return unknown(hospital, id);
        }
        return vacancies.lock(hospital, id).then(found -> {
            if (by.area() != null && !VacancyBoard.isTold(found.value())) {
                return unknown(hospital, id);
            }
            return VacancyTable.refuses(step, found.value().state(), by.actor())
                    .<Result<Vacancy>>map(Result::conflict)
                    .orElseGet(() -> Result.done(found.value()));
        });
    }

    static <T> Result<T> unknown(HospitalId hospital, long id) {
        return Result.notFound(Finding.of("id", id, "capacity.vacancy-unknown", Long.toString(id), hospital));
    }
}
