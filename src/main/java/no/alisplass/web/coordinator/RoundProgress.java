package no.alisplass.web.coordinator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.allocation.Run;
import no.alisplass.domain.Finding;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Step;
import no.alisplass.web.text.Texts;

/**
 * How far a round has come and what comes next.
 *
 * @param silent areas that have not sent a list, of {@code asked}
 * @param doctors on the lists sent; once the round is closed, those who can take part
 * @param running the run that is not over; null for none
 * @param proposal the approved run, else the newest with a proposal; null for none
 * @param outdated whether something has changed since the proposal was made, so that it cannot be approved
 * @param problems why the lists of a closed round cannot be ranked as they stand
 */
public record RoundProgress(
        Round round,
        int seats,
        List<AreaStatus> silent,
        int asked,
        int doctors,
        Run running,
        Run proposal,
        boolean outdated,
        List<Finding> problems,
        LocalDate today) {

    /** What waits for the coordinator: the key of its text, whose help is {@code <key>-help}. */
    enum Next {
        POSITIONS,
        OPEN,
        WAIT,
        CLOSE_ALL,
        CLOSE_OVERDUE,
        RUN,
        RUNNING,
        APPROVE,
        OUTDATED,
        RERUN,
        DONE;

        String key() {
            return "next-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    Next next() {
        return switch (round.state()) {
            case DRAFT -> seats == 0 ? Next.POSITIONS : Next.OPEN;
            case OPEN -> overdue() ? Next.CLOSE_OVERDUE : silent.isEmpty() ? Next.CLOSE_ALL : Next.WAIT;
            case CLOSED -> closedNext();
            case APPROVED -> Next.DONE;
        };
    }

    private Next closedNext() {
        if (running != null) {
            return Next.RUNNING;
        }
        if (proposal == null) {
            return Next.RUN;
        }
        if (!Boolean.TRUE.equals(proposal.checked())) {
            return Next.RERUN;
        }
        return outdated ? Next.OUTDATED : Next.APPROVE;
    }

    int answered() {
        return asked - silent.size();
    }

    boolean overdue() {
        return today.isAfter(round.deadline());
    }

    long daysLeft() {
        return ChronoUnit.DAYS.between(today, round.deadline());
    }

    /** Where the next thing is done, when that is not on the round's own page. */
    Link link() {
        String base = RoundHeader.base(round.id().value());
        return switch (next()) {
            case POSITIONS ->
                Link.to(
                        Texts.of("next-positions-go"),
                        "/koordinator/stillinger?fra=" + round.first() + "&sykehus=" + round.hospital());
            case WAIT -> Link.to(Texts.of("next-wait-go"), base + "/ventelister");
            case RUNNING -> Link.to(Texts.of("next-running-go"), base + "/kjoringer/" + running.number());
            case APPROVE, DONE, RERUN, OUTDATED ->
                Link.to(Texts.of("next-proposal-go"), base + "/kjoringer/" + proposal.number());
            case OPEN, CLOSE_ALL, CLOSE_OVERDUE, RUN -> null;
        };
    }

    List<Step> steps() {
        String base = RoundHeader.base(round.id().value());
        boolean open = round.state() != RoundState.DRAFT;
        boolean closed = open && round.state() != RoundState.OPEN;
        List<Step> steps = new ArrayList<>();
        int at = at();
        step(
                steps,
                at,
                "step-positions",
                Texts.of("step-seats", seats),
                "/koordinator/stillinger?fra=" + round.first() + "&sykehus=" + round.hospital());
        step(steps, at, "step-called", null, null);
        step(
                steps,
                at,
                "step-answers",
                open ? Texts.of("step-answered", answered(), asked) : null,
                open ? base + "/ventelister" : null);
        step(steps, at, "step-closed", null, null);
        step(
                steps,
                at,
                "step-ranked",
                closed ? Texts.of("step-doctors", doctors) : null,
                closed ? base + "/rangering" : null);
        step(
                steps,
                at,
                "step-proposed",
                proposal == null ? null : Texts.of("run-number", proposal.number()),
                proposal == null ? null : base + "/kjoringer/" + proposal.number());
        step(steps, at, "step-approved", null, null);
        return steps;
    }

    private static void step(List<Step> steps, int at, String key, String note, String href) {
        int number = steps.size();
        Step.State state = number < at ? Step.State.DONE : number == at ? Step.State.CURRENT : Step.State.COMING;
        steps.add(new Step(Texts.of(key), note, href, state));
    }

    private int at() {
        return switch (next()) {
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
