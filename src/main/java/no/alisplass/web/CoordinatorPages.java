package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the coordinator begins: where are we, what waits for me, when is the next deadline. */
@Path("/koordinator")
@Blocking
public class CoordinatorPages {
    private static final int SHOWN = 10;

    private final Rounds rounds;
    private final Clock clock;

    @Inject
    CoordinatorPages(Rounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @param daysLeft to the deadline; negative when it has passed */
    record RoundView(Round round, List<Step> steps, long daysLeft) {
        public String stateKey() {
            return "round-state-" + round.state();
        }

        public String nextKey() {
            boolean overdue = round.state() == RoundState.OPEN && daysLeft < 0;
            return "round-next-" + round.state() + (overdue ? "-overdue" : "");
        }

        public String badge() {
            return switch (round.state()) {
                case DRAFT -> "neutral";
                case OPEN -> "info";
                case CLOSED -> "warning";
                case APPROVED -> "success";
            };
        }

        public String halfYears() {
            return round.halfYears().stream()
                    .map(Formats::halvaarMedDatoer)
                    .collect(java.util.stream.Collectors.joining(", "));
        }

        /** The key of how near the deadline is. */
        public String leftKey() {
            return daysLeft < 0 ? "deadline-passed" : daysLeft == 0 ? "deadline-today" : "deadline-in";
        }

        public long days() {
            return Math.abs(daysLeft);
        }
    }

    record Start(List<RoundView> current, List<Round> earlier, LocalDate today) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response start() {
        LocalDate today = LocalDate.now(clock);
        List<RoundView> current = new ArrayList<>();
        List<Round> earlier = new ArrayList<>();
        for (Round round :
                rounds.page(null, EnumSet.allOf(RoundState.class), 0, SHOWN).rounds()) {
            if (round.state() == RoundState.APPROVED) {
                earlier.add(round);
            } else {
                current.add(new RoundView(round, steps(round), ChronoUnit.DAYS.between(today, round.deadline())));
            }
        }
        return Pages.show(new Start(current, earlier, today));
    }

    /** The steps of a round, and which it is at. */
    static List<Step> steps(Round round) {
        int at =
                switch (round.state()) {
                    case DRAFT -> 0;
                    case OPEN -> 1;
                    case CLOSED -> 2;
                    case APPROVED -> 4;
                };
        List<String> keys = List.of("step-set-up", "step-lists", "step-allocate", "step-approve");
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < keys.size(); step++) {
            Step.State state = step < at ? Step.State.DONE : step == at ? Step.State.CURRENT : Step.State.COMING;
            steps.add(new Step(Texts.of(keys.get(step)), null, null, state));
        }
        return steps;
    }
}
