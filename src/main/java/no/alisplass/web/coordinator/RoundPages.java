package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.allocation.outcome.NextStep;
import no.alisplass.allocation.outcome.RoundProgress;
import no.alisplass.allocation.outcome.RoundsInProgress;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferProgress;
import no.alisplass.offer.Offers;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.policy.Criterion;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.round.Round;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundRules;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.TwoLists;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A round: its steps, what comes next, and the steps the coordinator takes. */
@Path("/koordinator/runder/{round}")
@Blocking
public class RoundPages {
    private final Rounds rounds;
    private final Policies policies;
    private final TwoLists twoLists;
    private final RoundsInProgress progress;
    private final Offers offers;
    private final CoordinatorQueries desk;
    private final Users users;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RoundPages(
            Rounds rounds,
            Policies policies,
            TwoLists twoLists,
            RoundsInProgress progress,
            Offers offers,
            CoordinatorQueries desk,
            Users users,
            FormRequest posted,
            Flash flash) {
        this.rounds = rounds;
        this.policies = policies;
        this.twoLists = twoLists;
        this.progress = progress;
        this.offers = offers;
        this.desk = desk;
        this.users = users;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * @param next which step comes next ({@link NextStep})
     * @param link where it is done; null when it is done here
     * @param remarks what to know although nothing is refused
     * @param problems why the lists cannot be ranked as they stand
     * @param twoLists how many doctors are on several lists and it is not settled which counts
     * @param asked which dialog to show at once, because what was typed in it was refused; null for none
     * @param typed a reason for a step that can no longer be taken, so that it is not lost; null for none
     * @param silent who has not sent a list; {@code begun} are those who have begun one
     */
    record Show(
            RoundHeader frame,
            CoordinatorPages.Card card,
            String next,
            Link link,
            Facts facts,
            List<String> remarks,
            List<String> problems,
            long twoLists,
            boolean early,
            boolean editable,
            boolean reopenable,
            boolean deletable,
            String positions,
            Form form,
            String closeStyle,
            String asked,
            String typed,
            String silent,
            String begun,
            List<Event> history)
            implements TemplateInstance {}

    /** Something that was done to the round. @param reason null for none */
    record Event(String what, String at, String who, String reason) {}

    /** @param seed null until the round is opened */
    record Facts(
            String hospital,
            String policy,
            String policySource,
            List<String> criteria,
            String objectiveKey,
            String seed,
            int seats,
            String answered,
            long version) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response show(RoundId round) {
        return Pages.show(page(desk.round(round), Form.empty(), null));
    }

    private Show page(Round round, Form form, String asked) {
        RoundProgress standing = Pages.of(progress.of(round));
        boolean closed = round.state() == RoundState.CLOSED;
        List<Finding> remarks = round.state() == RoundState.DRAFT || round.state() == RoundState.OPEN
                ? rounds.warnings(round)
                : List.of();
        boolean approved = round.state() == RoundState.APPROVED;
        return new Show(
                RoundHeader.of(round, ""),
                approved
                        ? CoordinatorPages.card(standing, OfferProgress.of(offers.counts(OfferFilter.of(round.id()))))
                        : CoordinatorPages.card(standing),
                standing.next().name(),
                approved
                        ? Link.to(
                                Texts.of("next-offers-go"),
                                RoundHeader.base(round.id().value()) + "/tilbud")
                        : RoundSteps.link(standing),
                facts(standing),
                texts(remarks),
                texts(standing.problems()),
                round.state() == RoundState.DRAFT || round.state() == RoundState.APPROVED
                        ? 0
                        : twoLists.of(round.id()).stream()
                                .filter(each -> each.settled() == null)
                                .count(),
                !standing.overdue(),
                round.state() == RoundState.DRAFT || round.state() == RoundState.OPEN,
                closed,
                round.state() == RoundState.DRAFT,
                "/koordinator/stillinger?fra=" + round.first() + "&sykehus=" + round.hospital(),
                form,
                standing.next() == NextStep.WAIT ? "btn-outline-primary" : "btn-primary",
                asked,
                typed(round, form),
                silent(standing, false),
                silent(standing, true),
                rounds.history(round).stream().map(this::event).toList());
    }

    private static String typed(Round round, Form form) {
        boolean canBeAsked = round.state() == RoundState.OPEN || round.state() == RoundState.CLOSED;
        String reason = form.value("reason").strip();
        return canBeAsked || reason.isEmpty() ? null : reason;
    }

    private static String silent(RoundProgress standing, boolean begun) {
        return standing.silent().stream()
                .filter(each -> each.draft() == begun)
                .map(each -> each.area().name())
                .collect(Collectors.joining(", "));
    }

    private Event event(Audit.Act act) {
        String key = act.what().replace("round.", "history-");
        return new Event(Texts.of(key), Moments.text(act.at()), users.nameOf(act.who()), act.reason());
    }

    private Facts facts(RoundProgress standing) {
        Round round = standing.round();
        Policy policy = policies.get(round.policyId(), round.policyVersion()).orElseThrow();
        return new Facts(
                desk.names(round.hospital()).hospital(),
                Texts.of("policy-version", Texts.ofPolicy(policy.title()), Integer.toString(policy.version())),
                Texts.ofPolicy(policy.source()),
                Stream.of(
                                policy.criteria().stream().map(Criterion::rule),
                                Stream.of(policy.counting().rule()),
                                policy.furtherRules().stream())
                        .flatMap(each -> each)
                        .map(Texts::of)
                        .toList(),
                "objective-" + round.objective(),
                round.lotterySeed(),
                standing.seats(),
                Texts.of("step-answered", standing.answered(), standing.asked()),
                round.version());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Texts::of).toList();
    }

    @POST
    @Path("apne")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response open(RoundId round) {
        Form form = posted.form();
        return taken(round, form, null, RoundState.OPEN, "round-opened", rounds.open(round, form.version()));
    }

    @POST
    @Path("lukk")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response close(RoundId round) {
        return withReason(
                round,
                "lukk",
                RoundState.CLOSED,
                "round-closed",
                (reason, version) -> rounds.close(round, reason, version));
    }

    @POST
    @Path("slett")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response delete(RoundId round) {
        Form form = posted.form();
        Result<Round> outcome = rounds.delete(round, form.version());
        if (outcome instanceof Result.Refused<Round> refused && refused.kind() != Result.Kind.NOT_FOUND) {
            form.take(outcome);
            return Pages.faulty(page(desk.round(round), form, null));
        }
        flash.tell("round-deleted", Pages.of(outcome).title());
        return Pages.seeOther("/koordinator");
    }

    @POST
    @Path("gjenapne")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response reopen(RoundId round) {
        return withReason(
                round,
                "gjenapne",
                RoundState.OPEN,
                "round-reopened",
                (reason, version) -> rounds.reopen(round, reason, version));
    }

    /** @param dialog the dialog it was asked in, shown again when its reason is refused */
    private Response withReason(
            RoundId round,
            String dialog,
            RoundState wanted,
            String told,
            BiFunction<String, Long, Result<RoundChange>> step) {
        Form form = posted.form();
        String reason = form.lines("reason", RoundRules.REASON_LENGTH);
        Result<RoundChange> outcome =
                form.faulty() ? Result.invalid(form.findings()) : step.apply(reason, form.version());
        return taken(round, form, dialog, wanted, told, outcome);
    }

    /** @param wanted what the step leads to: a round that is there already, by another's click, is told so */
    private Response taken(
            RoundId id, Form form, String dialog, RoundState wanted, String told, Result<RoundChange> outcome) {
        boolean had = form.faulty();
        if (outcome instanceof Result.Refused<RoundChange> refused) {
            if (refused.kind() == Result.Kind.NOT_FOUND) {
                return Pages.show(page(Pages.of(rounds.read(id)), form, null));
            }
            Round now = desk.round(id);
            if (!had && now.state() == wanted) {
                flash.tell(told + "-already", now.title());
                return Pages.seeOther(RoundHeader.base(id.value()));
            }
            if (!had) {
                form.take(outcome);
            }
            boolean typed = !form.value("reason").isBlank()
                    || form.findings().stream().anyMatch(each -> each.field().equals("reason"));
            return Pages.faulty(page(now, form, typed ? dialog : null));
        }
        Round round = Pages.of(outcome).round();
        flash.tell(told, round.title());
        return Pages.seeOther(RoundHeader.base(id.value()));
    }

    /** The criteria in the words people use, joined. */
    public static String criteria(Policy policy) {
        return policy.criteria().stream()
                .map(criterion -> Texts.of(criterion.code().text()))
                .collect(Collectors.joining(", "));
    }
}
