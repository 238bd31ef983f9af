package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Offer;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.refill.Claim;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Users;
import no.alisplass.register.ClosingReason;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** Offers as pages show them, to whomever they belong. */
@ApplicationScoped
public class OfferWords {
    private final ListedDoctors doctors;
    private final Directory directory;
    private final Users users;
    private final Stops stops;
    private final Clock clock;

    @Inject
    OfferWords(ListedDoctors doctors, Directory directory, Users users, Stops stops, Clock clock) {
        this.doctors = doctors;
        this.directory = directory;
        this.users = users;
        this.stops = stops;
        this.clock = clock;
    }

    /**
     * One offer.
     *
     * @param name of the doctor; the HPR number in words where the reader cannot be told a name
     * @param what departments and half-years
     * @param state in words, shown as {@code badge}
     * @param deadline null before it was sent, as {@code deadlineThen}, which names no year
     * @param left how long that is from now; null where nobody waits for an answer
     * @param waits what somebody has asked for and is not decided, and that the offers of the round are stopped
     */
    @TemplateData
    public record Told(
            long id,
            long version,
            String name,
            String hpr,
            String area,
            String hospital,
            String what,
            LocalDate from,
            LocalDate to,
            String state,
            String badge,
            String deadline,
            String deadlineThen,
            String left,
            boolean told,
            boolean leave,
            boolean locum,
            List<String> waits,
            String href) {}

    /**
     * A step that was taken.
     *
     * @param who null where that is not for the reader
     * @param note what more is known of it; null for nothing
     */
    @TemplateData
    public record Line(String at, String what, String who, String reason, String note, String text, String until) {}

    /** As {@link #all}, of one. */
    public Told one(Offer offer, Acting reader, String href) {
        return all(List.of(offer), reader, each -> href).get(0);
    }

    /** In their order; as many statements for many as for one of each hospital. */
    public List<Told> all(List<Offer> offers, Acting reader, Function<Offer, String> href) {
        Map<HprNumber, RegisteredDoctor> known = offers.isEmpty()
                ? Map.of()
                : doctors.records(offers.stream().map(Offer::hpr).distinct().toList());
        Map<RoundId, RoundStop> stopped = offers.isEmpty()
                ? Map.of()
                : stops.now(offers.stream().map(Offer::round).toList());
        Map<HospitalId, Names> names = new HashMap<>();
        return offers.stream()
                .map(offer -> told(
                        offer,
                        name(offer, known.get(offer.hpr()), reader.area()),
                        names.computeIfAbsent(offer.hospital(), directory::names),
                        stopped.get(offer.round()),
                        href.apply(offer)))
                .toList();
    }

    /** An area is not told who somebody is whom another has now. */
    private static String name(Offer offer, RegisteredDoctor known, AreaCode reader) {
        boolean hidden = known == null
                || known.closed() != null && known.closed().reason() == ClosingReason.ENTERED_IN_ERROR
                || reader != null && !known.area().equals(reader);
        return hidden
                ? Texts.of("offer-doctor-unnamed", offer.hpr().digits())
                : known.facts().entry().name();
    }

    /** @param stop of the round's offers; null where they go on */
    private Told told(Offer offer, String name, Names names, RoundStop stop, String href) {
        Instant until = offer.facts().answerBy();
        boolean waiting = offer.state() == OfferState.SENT;
        boolean held = stop != null && waiting;
        return new Told(
                offer.id(),
                offer.version(),
                name,
                offer.hpr().digits(),
                names.area(offer.area()),
                names.hospital(),
                what(offer, names),
                offer.start(),
                offer.end(),
                Texts.told(offer.state()),
                badge(offer.state()),
                held ? Texts.of("offer-no-deadline") : until == null ? null : deadline(until),
                held ? Texts.of("offer-no-deadline") : until == null ? null : deadlineThen(until),
                waiting && !held ? left(until) : null,
                offer.state().isTold(),
                offer.facts().leave(),
                offer.facts().locum(),
                waits(offer, stop),
                href);
    }

    /** Whose claim a no sets aside, and who would be next. */
    List<String> claim(Claim claim, Offer offer, Acting reader) {
        Names names = directory.names(offer.hospital());
        String name = one(offer, reader, "").name();
        List<String> told = new ArrayList<>();
        told.add(
                claim.place() == null
                        ? Texts.of("offer-claim-unranked", name)
                        : Texts.of("offer-claim", name, claim.place()));
        for (Offer.Seat seat : offer.seats()) {
            claim.seats().stream()
                    .filter(each -> each.position().equals(seat.position())
                            && each.halfYear().equals(seat.halfYear()))
                    .forEach(each -> told.add(next(
                            each.next(),
                            claim.place(),
                            parts(seat.parts(), names) + ", " + Formats.halfYear(seat.halfYear()))));
        }
        return told;
    }

    private static String next(Claim.Next next, Integer place, String seat) {
        if (next == null) {
            return Texts.of("offer-claim-nobody", seat);
        }
        String key = place != null && next.place() < place ? "offer-claim-ahead" : "offer-claim-next";
        return next.name() == null
                ? Texts.of(key + "-unnamed", seat, next.place())
                : Texts.of(key, seat, next.name(), next.place());
    }

    /** What has days of its own is told by them. */
    static String what(Offer offer, Names names) {
        return offer.seats().stream()
                .map(seat -> offer.vacancy().isPresent()
                        ? Texts.of("vacancy-named", parts(seat.parts(), names), seat.from(), seat.to())
                        : parts(seat.parts(), names) + ", " + Formats.halfYear(seat.halfYear()))
                .collect(Collectors.joining(" + "));
    }

    private static String parts(List<GivenStay.Part> parts, Names names) {
        return parts.size() == 1
                ? names.department(parts.get(0).department())
                : parts.stream()
                        .map(part -> Texts.of(
                                "department-months", names.department(part.department()), Months.of(part.months())))
                        .collect(Collectors.joining(" + "));
    }

    /** torsdag 5. mars 2027 kl. 12.00 */
    public static String deadline(Instant until) {
        LocalDate day = WorkingDays.day(until);
        return Texts.of(
                "offer-moment",
                DateTimeFormatter.ofPattern("EEEE", Language.current().locale()).format(day),
                day,
                until.atZone(WorkingDays.ZONE).toLocalTime());
    }

    /** torsdag 5. mars kl. 12.00, where the year goes without saying */
    public static String deadlineThen(Instant until) {
        LocalDate day = WorkingDays.day(until);
        return Texts.of(
                "offer-moment-short",
                DateTimeFormatter.ofPattern("EEEE", Language.current().locale()).format(day),
                Formats.dayAndMonth(day),
                until.atZone(WorkingDays.ZONE).toLocalTime());
    }

    /** torsdag 5. mars 2027 */
    public static String day(LocalDate day) {
        return Texts.of(
                "offer-day",
                DateTimeFormatter.ofPattern("EEEE", Language.current().locale()).format(day),
                day);
    }

    /** As {@link #deadline}, of noon. */
    public static String deadline(LocalDate day) {
        return deadline(WorkingDays.noon(day));
    }

    private String left(Instant until) {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            return Texts.of("offer-left-over");
        }
        long days = ChronoUnit.DAYS.between(WorkingDays.day(now), WorkingDays.day(until));
        return Texts.of("offer-left", (int) days);
    }

    private static List<String> waits(Offer offer, RoundStop stop) {
        List<String> waits = new ArrayList<>();
        if (stop != null && offer.state().isLive()) {
            waits.add(Texts.of(
                    offer.state() == OfferState.SENT ? "offer-waits-stop" : "offer-waits-stop-held",
                    deadlineThen(stop.since())));
        }
        if (offer.facts().timeAsked() != null) {
            waits.add(Texts.of("offer-waits-time", deadline(offer.facts().timeAsked())));
        }
        if (offer.facts().withdrawalAsked() != null) {
            waits.add(
                    Texts.of("offer-waits-withdrawal", Texts.told(offer.facts().withdrawalAsked())));
        }
        if (offer.facts().deferralAsked()) {
            waits.add(Texts.of("offer-waits-deferral"));
        }
        if (offer.facts().giveUpAsked() != null) {
            waits.add(Texts.of("offer-waits-give-up", Texts.told(offer.facts().giveUpAsked())));
        }
        if (offer.facts().needed() != null) {
            waits.add(Texts.of("offer-waits-more", offer.facts().needed()));
        }
        if (offer.facts().recallAskedBy() != null) {
            waits.add(Texts.of("offer-waits-recall"));
        }
        return waits;
    }

    /** As a choice or a heading begins. */
    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Language.current().locale()) + word.substring(1);
    }

    /** The kind of badge a state is shown as. */
    public static String badge(OfferState state) {
        return switch (state) {
            case DRAFT,
                    TURNED_DOWN,
                    DROPPED,
                    UPGRADED,
                    DECLINED,
                    RECALLED,
                    WITHDRAWN,
                    DEFERRED,
                    COMPLETED,
                    INTERRUPTED -> "neutral";
            case READY -> "info";
            case SENT -> "warning";
            case ACCEPTED, ACCEPTED_UPGRADABLE, CONFIRMED, STARTED -> "success";
            case EXPIRED, VOID -> "danger";
        };
    }

    /** The record of an offer, the latest first. Names of the hospital's people are for the hospital. */
    public List<Line> record(List<OfferEvent> events, Acting reader) {
        boolean inside = reader.actor() != Actor.AREA && reader.actor() != Actor.DOCTOR;
        Map<String, String> called = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (OfferEvent event : events) {
            boolean named = inside
                    && event.who() != null
                    && (event.actor() == Actor.COORDINATOR
                            || event.actor() == Actor.SECOND_PERSON
                            || event.actor() == Actor.DEPARTMENT);
            lines.add(
                    0,
                    new Line(
                            Moments.text(event.at()),
                            Texts.of("offer-did-" + event.step().word()) + ticked(event),
                            named ? called.computeIfAbsent(event.who(), users::nameOf) : Texts.told(event.actor()),
                            reason(event),
                            event.step() == OfferStep.WITHDRAW ? late(event) : references(event),
                            event.text(),
                            event.until() == null || event.step() == OfferStep.EXPIRE
                                    ? null
                                    : deadline(event.until())));
        }
        return lines;
    }

    private static String ticked(OfferEvent event) {
        if (event.step() != OfferStep.TICK) {
            return "";
        }
        return ": "
                + Texts.of(event.leave() ? "offer-leave-yes" : "offer-leave-no") + ", "
                + Texts.of(event.locum() ? "offer-locum-yes" : "offer-locum-no");
    }

    /** Of a decision from before it was asked, what was written tells it. */
    private static String references(OfferEvent event) {
        return event.references() == null
                ? null
                : Texts.of(event.references() ? "offer-references-line" : "offer-references-not");
    }

    /** What a yes taken back late does to the next round. */
    private static String late(OfferEvent event) {
        return event.late() == null ? null : Texts.of(event.late() ? "offer-late-behind" : "offer-late-lifted");
    }

    /** What is kept and what falls free when the later half-year is given up. */
    static String givingUp(Answers.GivingUp told) {
        return Texts.of(
                "offer-give-up-what",
                told.kept().get(0).halfYear(),
                told.later().halfYear(),
                Months.of(told.months()));
    }

    /** Where a stay would be put off to, or why it cannot be. */
    static String later(Answers.Later told) {
        return told.inTheWay() == null
                ? Texts.of("offer-later", told.halfYear())
                : Texts.of("offer-later-not", Texts.of(told.inTheWay()));
    }

    /** The same, before it is taken back. */
    static String takingBack(Answers.TakingBack told) {
        if (told.behind()) {
            return Texts.of("offer-taking-back-behind", deadline(told.upgradeStop()));
        }
        return told.counts()
                ? Texts.of("offer-taking-back-before", deadline(told.upgradeStop()))
                : Texts.of("offer-taking-back-nothing");
    }

    private static String reason(OfferEvent event) {
        return event.reason() == null
                ? null
                : event.step().reason(event.reason()).map(Texts::told).orElse(event.reason());
    }
}
