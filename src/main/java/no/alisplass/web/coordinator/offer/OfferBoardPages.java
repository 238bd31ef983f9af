package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.allocation.outcome.RoundsInProgress;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.OfferProgress;
import no.alisplass.offer.OfferRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.SeatLives;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.SeatLife;
import no.alisplass.offer.life.SeatState;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.coordinator.RoundSteps;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.Step;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the offers of a round stand: how many where, what waits for the coordinator, and each with the time that is left. */
@Path("/koordinator/runder/{round}/tilbud")
@Blocking
public class OfferBoardPages {
    static final String HERE = "/tilbud";

    private static final Set<OfferState> SERVES = EnumSet.of(OfferState.STARTED, OfferState.COMPLETED);

    /** Of which somebody waits for a decision; every state besides by its name in addresses. */
    private static final String WAITS = "venter";

    private final Offers offers;
    private final Releases releases;
    private final SeatLives seats;
    private final Stops stops;
    private final RoundsInProgress progress;
    private final CoordinatorQueries desk;
    private final OfferWords words;
    private final Caller caller;

    @Inject
    OfferBoardPages(
            Offers offers,
            Releases releases,
            SeatLives seats,
            Stops stops,
            RoundsInProgress progress,
            CoordinatorQueries desk,
            OfferWords words,
            Caller caller) {
        this.offers = offers;
        this.releases = releases;
        this.seats = seats;
        this.stops = stops;
        this.progress = progress;
        this.desk = desk;
        this.words = words;
        this.caller = caller;
    }

    /**
     * An offer round.
     *
     * @param released null while it is being prepared, as the two that follow
     */
    @TemplateData
    public record RoundRow(int number, boolean daily, int offers, String released, String answerBy, String marking) {}

    /**
     * @param stopped whether the offers are
     * @param unoffered doctors who hold something that was not offered
     * @param open number of the offer round that waits to be sent; 0 for none
     * @param refill whether it can be looked at what would be filled anew
     * @param sent how many offers are not answered
     * @param waits how many offers wait for the coordinator's decision
     * @param serves whether anybody has begun
     * @param upgradeStop null before the first offers are made, as the late stop
     * @param filters one for each state that some offer is in
     * @param seats how many seats are what
     */
    record Board(
            RoundHeader frame,
            List<Step> steps,
            String next,
            String nextHelp,
            boolean approved,
            boolean stopped,
            int unoffered,
            int open,
            boolean refill,
            long sent,
            long waits,
            boolean serves,
            List<RoundRow> rounds,
            String upgradeStop,
            String lateStop,
            String seats,
            List<Link> filters,
            Cut<OfferWords.Told> offers,
            String href,
            String settings)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response board(
            RoundId round,
            @QueryParam("vis") @Pattern(regexp = "[a-z-]{1,30}") @Size(max = 30) String which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Round known = desk.round(round);
        Acting by = Acting.as(Actor.COORDINATOR, caller);
        OfferFilter all = OfferFilter.of(by).in(round);
        Map<OfferState, Long> counts = offers.counts(all);
        long waits = offers.counts(all.onlyAsked()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String shown = which == null || which.equals(WAITS) || state(which).isPresent() ? which : null;
        OfferFilter filter = narrowed(all, shown);
        int page = Math.min(side, Cut.last(Cut.PAGE, total(counts, shown, waits)));
        OfferPage found = offers.page(filter, page - 1, Cut.PAGE);
        String base = base(round);
        List<OfferRound> offerRounds = releases.of(round);
        Optional<OfferCourse> course = releases.course(round);
        OfferProgress stands = OfferProgress.of(counts);
        return Pages.show(new Board(
                RoundHeader.of(known, HERE),
                RoundSteps.of(Pages.of(progress.of(known)), stands),
                Texts.of("next-offers-" + Text.word(stands)),
                Texts.of("next-offers-" + Text.word(stands) + "-help"),
                known.state() == RoundState.APPROVED,
                stops.now(round).isPresent(),
                releases.unoffered(round),
                offerRounds.stream()
                        .filter(OfferRound::isOpen)
                        .mapToInt(OfferRound::number)
                        .findFirst()
                        .orElse(0),
                !offerRounds.isEmpty() && offerRounds.stream().noneMatch(OfferRound::isOpen),
                counts.getOrDefault(OfferState.SENT, 0L),
                waits,
                SERVES.stream().anyMatch(state -> counts.getOrDefault(state, 0L) > 0),
                offerRounds.stream().map(OfferBoardPages::row).toList(),
                course.map(each -> OfferWords.deadline(each.upgradeStop())).orElse(null),
                course.map(each -> OfferWords.deadline(each.lateStop())).orElse(null),
                seats(Pages.of(seats.of(round))),
                filters(base, counts, waits, shown),
                Cut.at(
                        words.all(found.offers(), by, each -> base + "/" + each.id()),
                        page,
                        total(counts, shown, waits)),
                base + "?" + (shown == null ? "" : "vis=" + shown + "&") + "side=",
                OfferSettingsPages.BASE + known.hospital()));
    }

    static String base(RoundId round) {
        return RoundHeader.base(round.value()) + HERE;
    }

    private static Optional<OfferState> state(String word) {
        return EnumSet.allOf(OfferState.class).stream()
                .filter(each -> Text.word(each).equals(word))
                .findFirst();
    }

    private static OfferFilter narrowed(OfferFilter all, String shown) {
        if (shown == null) {
            return all;
        }
        return state(shown).map(state -> all.in(Set.of(state))).orElseGet(all::onlyAsked);
    }

    private static long total(Map<OfferState, Long> counts, String shown, long waits) {
        if (shown == null) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
        return state(shown).map(state -> counts.getOrDefault(state, 0L)).orElse(waits);
    }

    private static List<Link> filters(String base, Map<OfferState, Long> counts, long waits, String shown) {
        List<Link> filters = new ArrayList<>();
        filters.add(new Link(Texts.of("offers-show-all", (int) total(counts, null, waits)), base, shown == null));
        if (waits > 0) {
            filters.add(
                    new Link(Texts.of("offers-show-waits", (int) waits), base + "?vis=" + WAITS, WAITS.equals(shown)));
        }
        counts.forEach((state, count) -> filters.add(new Link(
                Texts.of("offers-show-state", OfferWords.capital(Texts.told(state)), count),
                base + "?vis=" + Text.word(state),
                Text.word(state).equals(shown))));
        return filters;
    }

    private static String seats(List<SeatLife> all) {
        Map<SeatState, Integer> counts = new EnumMap<>(SeatState.class);
        all.forEach(each -> counts.merge(each.state(), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(each -> Texts.of("offers-seats-some", each.getValue(), Texts.told(each.getKey())))
                        .toList());
    }

    private static RoundRow row(OfferRound round) {
        return new RoundRow(
                round.number(),
                round.kind() == OfferRound.Kind.DAILY,
                round.offers(),
                round.isReleased() ? OfferWords.deadlineThen(round.releasedAt()) : null,
                round.isReleased() ? OfferWords.deadlineThen(round.answerBy()) : null,
                round.isReleased() ? OfferWords.deadlineThen(round.marking()) : null);
    }
}
