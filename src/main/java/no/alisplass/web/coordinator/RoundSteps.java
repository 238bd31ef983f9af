package no.alisplass.web.coordinator;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.allocation.outcome.NextStep;
import no.alisplass.allocation.outcome.RoundProgress;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.OfferProgress;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Step;
import no.alisplass.web.text.Texts;

/** How far a round has come, as pages show it: its steps, and where the next thing is done. */
public final class RoundSteps {
    private RoundSteps() {}

    /** The key of the text of what comes next, whose help is {@code <key>-help}. */
    static String key(NextStep next) {
        return "next-" + Text.word(next);
    }

    /** Where the next thing is done, when that is not on the round's own page. */
    static Link link(RoundProgress progress) {
        Round round = progress.round();
        String base = RoundHeader.base(round.id().value());
        return switch (progress.next()) {
            case POSITIONS -> Link.to(Texts.of("next-positions-go"), seats(round));
            case WAIT -> Link.to(Texts.of("next-wait-go"), base + "/ventelister");
            case RUNNING ->
                Link.to(
                        Texts.of("next-running-go"),
                        base + "/kjoringer/" + progress.running().number());
            case APPROVE, DONE, RERUN, OUTDATED ->
                Link.to(
                        Texts.of("next-proposal-go"),
                        base + "/kjoringer/" + progress.proposal().number());
            case OPEN, CLOSE_ALL, CLOSE_OVERDUE, RUN -> null;
        };
    }

    private static String seats(Round round) {
        return "/koordinator/stillinger?fra=" + round.first() + "&sykehus=" + round.hospital();
    }

    /** As below, of a round with offers: they go on where the approval ends. */
    public static List<Step> of(RoundProgress progress, OfferProgress offers) {
        List<Step> steps = of(progress);
        int at = steps.size() + at(offers);
        String base = RoundHeader.base(progress.round().id().value());
        step(steps, at, "step-offers", null, base + "/tilbud");
        step(steps, at, "step-filled", null, null);
        step(steps, at, "step-serving", null, serves(offers) ? base + "/tjeneste" : null);
        step(steps, at, "step-served", null, null);
        return steps;
    }

    private static boolean serves(OfferProgress offers) {
        return offers == OfferProgress.SERVE || offers == OfferProgress.COMPLETED;
    }

    private static int at(OfferProgress offers) {
        return switch (offers) {
            case NONE, DECIDE, RELEASE, ANSWER, NOBODY -> 0;
            case CONTRACT, HIGHER -> 1;
            case BEGIN, SERVE -> 2;
            case COMPLETED -> 4;
        };
    }

    static List<Step> of(RoundProgress progress) {
        Round round = progress.round();
        String base = RoundHeader.base(round.id().value());
        boolean open = round.state() != RoundState.DRAFT;
        boolean closed = open && round.state() != RoundState.OPEN;
        String run = progress.proposal() == null
                ? null
                : Integer.toString(progress.proposal().number());
        List<Step> steps = new ArrayList<>();
        int at = at(progress.next());
        step(steps, at, "step-positions", Texts.of("step-seats", progress.seats()), seats(round));
        step(steps, at, "step-called", null, null);
        step(
                steps,
                at,
                "step-answers",
                open ? Texts.of("step-answered", progress.answered(), progress.asked()) : null,
                open ? base + "/ventelister" : null);
        step(steps, at, "step-closed", null, null);
        step(
                steps,
                at,
                "step-ranked",
                closed ? Texts.of("step-doctors", progress.doctors()) : null,
                closed ? base + "/rangering" : null);
        step(
                steps,
                at,
                "step-proposed",
                run == null ? null : Texts.of("run-number", progress.proposal().number()),
                run == null ? null : base + "/kjoringer/" + run);
        step(steps, at, "step-approved", null, null);
        return steps;
    }

    private static void step(List<Step> steps, int at, String key, String note, String href) {
        int number = steps.size();
        Step.State state = number < at ? Step.State.DONE : number == at ? Step.State.CURRENT : Step.State.COMING;
        steps.add(new Step(Texts.of(key), note, href, state));
    }

    private static int at(NextStep next) {
        return switch (next) {
            case POSITIONS -> 0;
            case OPEN -> 1;
            case WAIT -> 2;
            case CLOSE_ALL, CLOSE_OVERDUE -> 3;
            case RUN -> 4;
            case RUNNING, RERUN, OUTDATED -> 5;
            case APPROVE -> 6;
            case DONE -> 7;
        };
    }
}
