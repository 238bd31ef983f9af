package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.RoundAccess;
import no.alisplass.allocation.outcome.RoundProgress;
import no.alisplass.allocation.outcome.RoundsInProgress;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferProgress;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.Step;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the coordinator begins: where are we, what waits for me, when is the next deadline. */
@Path("/koordinator")
@Blocking
public class CoordinatorPages {
    private static final int SHOWN = 10;
    private static final Offers.Waits NOTHING = new Offers.Waits(0, 0);

    private final RoundAccess access;
    private final RoundsInProgress progress;
    private final Offers offers;
    private final VacancyBoard vacancies;
    private final HospitalAccess hospitals;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CoordinatorPages(
            RoundAccess access,
            RoundsInProgress progress,
            Offers offers,
            VacancyBoard vacancies,
            HospitalAccess hospitals,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.progress = progress;
        this.offers = offers;
        this.vacancies = vacancies;
        this.hospitals = hospitals;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A round that is not finished.
     *
     * @param leftKey of how near the deadline is, {@code days} away or ago
     */
    record Card(
            RoundHeader frame,
            String halfYears,
            List<Step> steps,
            String next,
            String nextHelp,
            String deadline,
            String leftKey,
            long days) {}

    /** @param offers what waits in its offers; nothing where there are none */
    public record Earlier(String title, String href, String halfYears, Offers.Waits offers) {}

    /** @param vacancies how many are open @param vacanciesWait how many have something that is not decided */
    public record Start(List<Card> current, List<Earlier> earlier, long vacancies, long vacanciesWait, LocalDate today)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start() {
        List<Card> current = new ArrayList<>();
        List<Earlier> earlier = new ArrayList<>();
        Map<RoundId, Offers.Waits> waits = offers.waits(OfferFilter.of(Acting.as(Actor.COORDINATOR, caller)));
        for (Round round :
                access.page(null, EnumSet.allOf(RoundState.class), 0, SHOWN).rounds()) {
            if (round.state() == RoundState.APPROVED) {
                earlier.add(new Earlier(
                        round.title(),
                        RoundHeader.base(round.id().value()),
                        halfYears(round),
                        waits.getOrDefault(round.id(), NOTHING)));
            } else {
                current.add(card(Pages.of(progress.of(round))));
            }
        }
        long open =
                vacancies.open(hospitals.hospitals().stream().map(Hospital::id).toList());
        long asked = waits.entrySet().stream()
                .filter(each -> VacancyIds.of(each.getKey()).isPresent()
                        && each.getValue().asked() > 0)
                .count();
        return Pages.show(new Start(current, earlier, open, asked, LocalDate.now(clock)));
    }

    /** As below, of an approved round: what comes next is in its offers. */
    static Card card(RoundProgress standing, OfferProgress offers) {
        Card card = card(standing);
        String next = "next-offers-" + Text.word(offers);
        return new Card(
                card.frame(),
                card.halfYears(),
                RoundSteps.of(standing, offers),
                Texts.of(next),
                Texts.of(next + "-help"),
                card.deadline(),
                card.leftKey(),
                card.days());
    }

    public static Card card(RoundProgress standing) {
        Round round = standing.round();
        long left = standing.daysLeft();
        boolean closed = round.state() == RoundState.CLOSED || round.state() == RoundState.APPROVED;
        String leftKey =
                closed ? "deadline-over" : left < 0 ? "deadline-passed" : left == 0 ? "deadline-today" : "deadline-in";
        return new Card(
                RoundHeader.of(round, ""),
                halfYears(round),
                RoundSteps.of(standing),
                Texts.of(RoundSteps.key(standing.next())),
                help(standing),
                Formats.longDate(round.deadline()),
                leftKey,
                Math.abs(left));
    }

    static String help(RoundProgress standing) {
        return Texts.of(
                RoundSteps.key(standing.next()) + "-help",
                standing.answered(),
                standing.asked(),
                standing.doctors(),
                standing.round().deadline(),
                standing.proposal() == null ? 0 : standing.proposal().number());
    }

    static String halfYears(Round round) {
        return round.halfYears().stream().map(Formats::halfYearWithDates).collect(Collectors.joining(", "));
    }
}
