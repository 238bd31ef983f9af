package no.alisplass.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.LeadTimes;

/** What a round must be in itself, what of it may still change, and what is worth a warning. */
public final class RoundRules {
    public static final int MAX_HALF_YEARS = 4;
    public static final int TITLE_LENGTH = 200;
    public static final int REASON_LENGTH = 1000;

    private RoundRules() {}

    static List<Finding> check(String title, List<HalfYear> halfYears, LocalDate deadline) {
        List<Finding> findings = new ArrayList<>(Text.faults("title", title, TITLE_LENGTH, "round.title-missing"));
        if (halfYears.isEmpty() || halfYears.size() > MAX_HALF_YEARS) {
            findings.add(Finding.of("halfYears", halfYears.size(), "round.half-years-count", halfYears.size()));
        }
        for (int at = 1; at < halfYears.size(); at++) {
            HalfYear before = halfYears.get(at - 1);
            if (before.until(halfYears.get(at)) != 1) {
                findings.add(Finding.of(
                        "halfYears[" + at + "]",
                        halfYears.get(at),
                        "round.half-years-gap",
                        halfYears.get(at),
                        before,
                        before.isLast() ? null : before.next()));
            }
        }
        if (!halfYears.isEmpty() && !deadline.isBefore(halfYears.get(0).start())) {
            findings.add(Finding.of(
                    "deadline",
                    deadline,
                    "round.deadline-after-start",
                    deadline,
                    halfYears.get(0).start()));
        }
        return findings;
    }

    /** Whoever could choose the seed could try seeds until a tie falls as wanted. @param seed what was sent as one; null for nothing */
    static Optional<Finding> typed(String seed) {
        return Optional.ofNullable(seed).map(typed -> Finding.of("lotterySeed", null, "round.seed-typed"));
    }

    /** What of the change the state of the round no longer allows: only title and deadline while it is open. */
    static List<Finding> checkChange(Round before, Round after) {
        List<Finding> findings = new ArrayList<>();
        if (before.state() == RoundState.DRAFT) {
            return findings;
        }
        boolean open = before.state() == RoundState.OPEN;
        fixed(findings, before, "title", before.title(), after.title(), !open);
        fixed(findings, before, "deadline", before.deadline(), after.deadline(), !open);
        fixed(findings, before, "halfYears", before.halfYears(), after.halfYears(), true);
        fixed(findings, before, "policyId", before.policyId(), after.policyId(), true);
        fixed(findings, before, "policyVersion", before.policyVersion(), after.policyVersion(), true);
        fixed(findings, before, "objective", before.objective(), after.objective(), true);
        return findings;
    }

    /** The call goes out, and the lists are due, as long before the start as the policy says (003 §7.3.1.2): told, not refused. */
    static List<Finding> warnings(Round round, LocalDate today, int seats, LeadTimes lead) {
        List<Finding> warnings = new ArrayList<>();
        LocalDate start = round.first().start();
        LocalDate latest = lead.lastCall(start);
        if (today.isAfter(latest) && lead.callMonths() > LeadTimes.LEAST_CALL_MONTHS) {
            warnings.add(Finding.of(
                    "halfYears", round.first(), "round.called-late-by-rules", start, latest, lead.callMonths()));
        } else if (today.isAfter(latest)) {
            warnings.add(Finding.of(
                    "halfYears",
                    round.first(),
                    "round.called-late",
                    round.first().start(),
                    latest,
                    today));
        }
        lead.lastDeadline(start)
                .filter(last -> round.deadline().isAfter(last))
                .ifPresent(last -> warnings.add(Finding.of(
                        "deadline",
                        round.deadline(),
                        "round.deadline-late",
                        round.deadline(),
                        last,
                        lead.deadlineMonths())));
        if (round.isOverdue(today)) {
            warnings.add(Finding.of("deadline", round.deadline(), "round.deadline-passed", round.deadline()));
        }
        if (seats == 0) {
            warnings.add(Finding.of("halfYears", round.first(), "round.no-seats", round.halfYears()));
        }
        return warnings;
    }

    private static void fixed(
            List<Finding> findings, Round round, String field, Object before, Object after, boolean fixed) {
        if (fixed && !Objects.equals(before, after)) {
            String code = round.state() == RoundState.OPEN ? "round.fixed-when-open" : "round.fixed-when-closed";
            findings.add(Finding.of(field, after, code));
        }
    }
}
