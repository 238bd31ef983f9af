package no.alisplass.allocation.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.alisplass.allocation.Run;
import no.alisplass.domain.Finding;
import no.alisplass.round.Round;
import no.alisplass.waitlist.AreaStatus;

/**
 * How far a round has come and what comes next.
 *
 * @param seats in all the round's half-years
 * @param silent areas that have not sent a list, by name, of {@code asked}
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
    public RoundProgress {
        silent = List.copyOf(silent);
        problems = List.copyOf(problems);
    }

    public NextStep next() {
        return switch (round.state()) {
            case DRAFT -> seats == 0 ? NextStep.POSITIONS : NextStep.OPEN;
            case OPEN -> overdue() ? NextStep.CLOSE_OVERDUE : silent.isEmpty() ? NextStep.CLOSE_ALL : NextStep.WAIT;
            case CLOSED -> closedNext();
            case APPROVED -> NextStep.DONE;
        };
    }

    private NextStep closedNext() {
        if (running != null) {
            return NextStep.RUNNING;
        }
        if (proposal == null) {
            return NextStep.RUN;
        }
        if (!Boolean.TRUE.equals(proposal.checked())) {
            return NextStep.RERUN;
        }
        return outdated ? NextStep.OUTDATED : NextStep.APPROVE;
    }

    public int answered() {
        return asked - silent.size();
    }

    /** Whether the last day to send lists is over. */
    public boolean overdue() {
        return round.isOverdue(today);
    }

    /** Days to the last day to send lists; less than 0 when it is over. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, round.deadline());
    }
}
