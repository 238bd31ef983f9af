package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.Stops;
import no.alisplass.round.Rounds;

/** What must hold besides where an offer stands: each guard of the table that several commands have. */
@ApplicationScoped
class OfferGuards {
    static final int MAX_TEXT = 4000;

    private final HospitalOffers settings;
    private final OfferRoundStore rounds;
    private final Runs runs;
    private final Rounds policies;
    private final OfferStore offers;
    private final Placements placements;
    private final Stops stops;
    private final Vacancies vacancies;
    private final Clock clock;

    OfferGuards(
            HospitalOffers settings,
            OfferRoundStore rounds,
            Runs runs,
            Rounds policies,
            OfferStore offers,
            Placements placements,
            Stops stops,
            Vacancies vacancies,
            Clock clock) {
        this.settings = settings;
        this.rounds = rounds;
        this.runs = runs;
        this.policies = policies;
        this.offers = offers;
        this.placements = placements;
        this.stops = stops;
        this.vacancies = vacancies;
        this.clock = clock;
    }

    OfferSettings settings(Offer offer) {
        return settings.of(offer.hospital()).value();
    }

    /** Whether the hospital lets this one answer, and it is sure who it is. */
    Optional<Finding> whoAnswers(Offer offer, Acting acting) {
        return whoAnswers(settings(offer), acting);
    }

    static Optional<Finding> whoAnswers(OfferSettings settings, Acting acting) {
        Actor actor = acting.actor();
        if (acting.onlyLooks()) {
            return Optional.of(Finding.of("actor", actor, "offer.link-only-looks"));
        }
        AnsweredBy by = settings.answeredBy();
        if (actor == Actor.DOCTOR && by == AnsweredBy.AREA) {
            return Optional.of(Finding.of("actor", actor, "offer.answered-by-area"));
        }
        return actor == Actor.AREA && by == AnsweredBy.DOCTOR
                ? Optional.of(Finding.of("actor", actor, "offer.answered-by-doctor"))
                : Optional.empty();
    }

    /** Whether a department has something to say about what is ready. */
    Optional<Finding> decisionAsked(Offer offer, Actor actor) {
        return actor != Actor.DEPARTMENT
                        || offer.state() == OfferState.DRAFT
                        || settings(offer).leaderDecides()
                ? Optional.empty()
                : Optional.of(Finding.of("actor", actor, "offer.no-decision-asked"));
    }

    Optional<Finding> beforeDeadline(Offer offer) {
        Instant until = offer.facts().answerBy();
        return clock.instant().isBefore(until)
                ? Optional.empty()
                : Optional.of(
                        Finding.of("answerBy", until, "offer.deadline-passed", WorkingDays.day(until), time(until)));
    }

    Optional<Finding> beforeUpgradeStop(Offer offer) {
        if (offer.vacancy().isPresent()) {
            return Optional.of(Finding.of("answer", null, "offer.no-higher-wish-in-a-vacancy"));
        }
        Instant stop = rounds.course(offer).upgradeStop();
        return clock.instant().isBefore(stop)
                ? Optional.empty()
                : Optional.of(Finding.of("upgradeStop", stop, "offer.upgrade-stop-passed", WorkingDays.day(stop)));
    }

    /** What taking the yes back does to the next round; as of when it was asked for, where it was. */
    Answers.TakingBack takingBack(Offer offer) {
        Instant stop = rounds.course(offer).upgradeStop();
        if (offer.vacancy().isPresent()) {
            // Rounds alone have a next one.
            return new Answers.TakingBack(stop, false, false);
        }
        Instant at = offer.facts().withdrawalAsked() == null
                ? clock.instant()
                : offers.events(offer.id()).stream()
                        .filter(event -> event.step() == OfferStep.ASK_WITHDRAWAL)
                        .reduce((before, after) -> after)
                        .orElseThrow()
                        .at();
        // No deadline runs while the offers are stopped: a stop that was ahead then is ahead until they go on.
        boolean passed = !at.isBefore(stop)
                && stops.now(offer.round())
                        .map(RoundStop::since)
                        .filter(stop::isAfter)
                        .isEmpty();
        Run run = runs.approved(offer.round());
        boolean counts = policies.asksLateWithdrawal(run.policyId(), run.policyVersion());
        return new Answers.TakingBack(stop, counts, counts && passed);
    }

    /** Why the later half-year cannot be given up on its own; empty when it can. */
    Optional<Finding> notInParts(Offer offer) {
        Optional<Offer.Seat> later = offer.later();
        if (later.isEmpty()) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.give-up-of-two"));
        }
        LocalDate first = later.get().from();
        return LocalDate.now(clock).isBefore(first)
                ? Optional.empty()
                : Optional.of(Finding.of("offer", offer.id(), "offer.later-begun", first));
    }

    /** Why the stay cannot be put off; empty when it can. What is free later must not be taken meanwhile: under the lock of placements. */
    Optional<Finding> notLater(Offer offer) {
        if (offer.vacancy().isPresent()) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.vacancy-not-put-off"));
        }
        if (offer.seats().size() > 1) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.deferral-of-one-seat"));
        }
        if (offers.events(offer.id()).get(0).step() == OfferStep.DEFER) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.deferred-already"));
        }
        if (offer.facts().withdrawalAsked() != null) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.withdrawal-undecided"));
        }
        Offer.Seat seat = offer.seats().get(0);
        if (!LocalDate.now(clock).isBefore(offer.start())) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.deferral-begun", offer.start()));
        }
        HalfYear later = seat.halfYear().next();
        if (!placements.roomFor(offer.hpr(), seat.position(), later)) {
            return Optional.of(Finding.of("offer", offer.id(), "offer.no-seat-later", later));
        }
        return placements.spared(offer.area(), later)
                ? Optional.empty()
                : Optional.of(Finding.of("offer", offer.id(), "offer.not-spared-later", later));
    }

    /** Why what was offered is no longer what there is: the vacancy, held from now on, has other days. Nothing of what a round gave. */
    Optional<Finding> otherDays(Offer offer) {
        if (offer.vacancy().isEmpty()) {
            return Optional.empty();
        }
        Vacancy vacancy = vacancies.lock(offer.vacancy().getAsLong());
        return vacancy.from().equals(offer.start()) && vacancy.to().equals(offer.end())
                ? Optional.empty()
                : Optional.of(
                        Finding.of("offer", offer.id(), "offer.vacancy-has-other-days", vacancy.from(), vacancy.to()));
    }

    Optional<Finding> beforeLateStop(Offer offer) {
        Instant stop = rounds.course(offer).lateStop();
        return clock.instant().isBefore(stop)
                ? Optional.empty()
                : Optional.of(Finding.of("lateStop", stop, "offer.late-stop-passed", WorkingDays.day(stop)));
    }

    /** Why nothing can be sent with a deadline: what is not taken is released at the late stop, and not after it. */
    static Optional<Finding> timeToAnswer(Instant until, OfferCourse course) {
        return until.isAfter(course.lateStop())
                ? Optional.of(Finding.of(
                        "answerBy",
                        until,
                        "offer.no-time-to-answer",
                        WorkingDays.day(until),
                        WorkingDays.day(course.lateStop())))
                : Optional.empty();
    }

    /** As {@link #timeToAnswer(Instant, OfferCourse)}, of one offer. */
    Optional<Finding> timeToAnswer(Offer offer, Instant until) {
        return timeToAnswer(until, rounds.course(offer));
    }

    /** Why a later deadline cannot be at noon of that day; empty when it can. */
    Optional<Finding> laterDay(Offer offer, LocalDate day) {
        Instant until = offer.facts().answerBy();
        if (day == null) {
            return Optional.of(Finding.of("day", null, "offer.day-missing"));
        }
        if (!day.isAfter(WorkingDays.day(until))) {
            return Optional.of(Finding.of("day", day, "offer.time-not-later", WorkingDays.day(until), time(until)));
        }
        Instant stop = rounds.course(offer).lateStop();
        if (WorkingDays.noon(day).isAfter(stop)) {
            return Optional.of(Finding.of("day", day, "offer.no-time-to-answer", day, WorkingDays.day(stop)));
        }
        return WorkingDays.isWorkingDay(day)
                ? Optional.empty()
                : Optional.of(Finding.of("day", day, "offer.not-a-working-day", day, WorkingDays.onOrAfter(day)));
    }

    /** What the area has not ticked; nothing where the hospital's settings ignore it. */
    List<Finding> notArranged(Offer offer) {
        if (settings(offer).leaveAndLocum() == LeaveAndLocum.IGNORE) {
            return List.of();
        }
        List<Finding> missing = new ArrayList<>();
        if (!offer.facts().leave()) {
            missing.add(missing("leave"));
        }
        if (!offer.facts().locum()) {
            missing.add(missing("locum"));
        }
        return missing;
    }

    /** That one of the two is not ticked. */
    static Finding missing(String field) {
        return field.equals("leave")
                ? Finding.of(field, false, "offer.leave-not-arranged")
                : Finding.of(field, false, "offer.locum-not-arranged");
    }

    /** As {@link #notArranged}, where that stops a step. */
    List<Finding> blocked(Offer offer) {
        return settings(offer).leaveAndLocum() == LeaveAndLocum.BLOCK ? notArranged(offer) : List.of();
    }

    /** The step's reason, from its list and no other. */
    static Optional<Finding> reason(OfferStep step, String reason) {
        if (!step.needsReason()) {
            return Optional.empty();
        }
        if (Text.blank(reason)) {
            return Optional.of(Finding.of("reason", null, "offer.reason-missing"));
        }
        return step.reason(reason).isPresent()
                ? Optional.empty()
                : Optional.of(Finding.of("reason", Text.shown(reason), "offer.reason-unknown", Text.shown(reason)));
    }

    static List<Finding> text(String field, String text, String whenMissing) {
        return Text.faults(field, text, MAX_TEXT, whenMissing);
    }

    static LocalTime time(Instant moment) {
        return moment.atZone(WorkingDays.ZONE).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
