package no.alisplass.explanation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.text.Text;
import no.alisplass.explanation.Reasons.Cause;
import no.alisplass.explanation.Reasons.Early;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.policy.CriterionCode;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Waiting;

/** What took, or ruled out, what a doctor would rather have had: each seat counted once, equal reasons said once. */
final class CauseText {
    private final Roster roster;
    private final boolean named;
    private final ExplanationWords words;

    CauseText(Roster roster, Audience voice, ExplanationWords words) {
        this.roster = roster;
        this.named = voice == Audience.COORDINATOR;
        this.words = words;
    }

    List<String> sentences(Reasons reasons) {
        List<String> told = new ArrayList<>();
        Cause cause = reasons.cause();
        boolean waits = reasons.held().standing() == Standing.WAITS;
        if (cause.missed().total() > 0) {
            told.add(seats(cause, waits));
        } else if (waits) {
            told.add(words.say("cause-" + Text.word(cause.waiting())));
        }
        if (cause.missed().limited().stream().anyMatch(Missed.Limited::empty)) {
            int empty = (int) cause.missed().limited().stream()
                    .filter(Missed.Limited::empty)
                    .count();
            told.add(words.sentence(words.say(empty == 1 ? "empty-one" : "empty-many", words.number(empty))));
        }
        if (waits && cause.missed().otherwise()) {
            told.add(words.say("cause-" + Text.word(Waiting.NOT_PROVEN)));
        }
        if (waits && reasons.held().early() != null) {
            told.add(early(reasons.held().early()));
        }
        return told;
    }

    private String early(Early early) {
        int wanting = early.wanting().tenths();
        // A tenth of a month is about three days.
        LocalDate ready = early.on().plusMonths(wanting / 10).plusDays(wanting % 10 * 3L);
        return words.say("early", early.counted(), early.needed(), YearMonth.from(ready));
    }

    private String seats(Cause cause, boolean waits) {
        Missed missed = cause.missed();
        List<String> clauses = new ArrayList<>();
        ahead(cause, clauses);
        byHand(missed, Missed.Right.BY_HAND_AHEAD, "hand-ahead", clauses);
        byHand(missed, Missed.Right.BY_HAND_BEHIND, "hand-behind", clauses);
        byHand(missed, Missed.Right.BEHIND, "behind", clauses);
        if (missed.takenEarlier() > 0) {
            clauses.add(clause("earlier", missed.takenEarlier(), words.rounds(missed.earlier())));
        }
        if (!missed.limited().isEmpty()) {
            clauses.add(clause("limited", missed.limited().size(), ""));
        }
        if (clauses.size() == 1 && !missed.limited().isEmpty()) {
            List<String> when = missed.limited().stream()
                    .map(limited -> limited.stay().halfYear())
                    .distinct()
                    .sorted()
                    .map(words::halfYear)
                    .toList();
            return words.say("cause-own-limit", words.join("and", when));
        }
        String of = waits ? "could-have" : "better";
        int total = missed.total();
        if (clauses.size() > 1) {
            return words.say("seats-mixed-" + of, words.number(total), String.join("; ", clauses));
        }
        String lead = total == 1 ? "seats-one-" : total == 2 ? "seats-both-" : "seats-all-";
        return words.say(
                lead + of,
                words.number(total),
                clauses.get(0).substring(clauses.get(0).indexOf(' ') + 1));
    }

    /** How many, and where they went: the count comes first, and is left out where it is said before. */
    private String clause(String key, int seats, String more) {
        return words.say("went-" + key + (seats == 1 ? "-one" : "-many"), "", "", words.number(seats), more);
    }

    private void ahead(Cause cause, List<String> clauses) {
        List<DoctorId> holders = cause.missed().holders(Missed.Right.AHEAD);
        if (holders.isEmpty()) {
            return;
        }
        Map<String, Integer> criteria = new LinkedHashMap<>();
        cause.ahead().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(criterion -> criteria.merge(by(criterion), 1, Integer::sum));
        if (holders.size() == 1) {
            String by = by(cause.ahead().get(0));
            clauses.add(words.say(
                    named ? "went-ahead-one-named" : "went-ahead-one",
                    named ? name(holders.get(0)) : "",
                    "",
                    words.number(1),
                    by));
            return;
        }
        String how = criteria.size() == 1
                ? words.say("ahead-by-all", criteria.keySet().iterator().next())
                : words.say(
                        alone(cause.missed()) ? "ahead-by" : "ahead-by-in-brackets",
                        words.join(
                                "and",
                                criteria.entrySet().stream()
                                        .map(each -> words.say(
                                                "ahead-by-each", words.number(each.getValue()), each.getKey()))
                                        .toList()));
        clauses.add(clause("ahead", holders.size(), how));
    }

    /** Whether all the seats went to doctors ahead. */
    private static boolean alone(Missed missed) {
        return missed.total() == missed.holders(Missed.Right.AHEAD).size();
    }

    /** A municipality may know who of its neighbours' doctors was interrupted: that is nobody else's business. */
    private String by(CriterionCode criterion) {
        boolean hidden = !named && criterion == CriterionCode.INTERRUPTED;
        return words.say("by-" + (hidden ? "priority" : criterion.word()));
    }

    private void byHand(Missed missed, Missed.Right right, String key, List<String> clauses) {
        List<DoctorId> holders = missed.holders(right);
        if (!holders.isEmpty()) {
            String one = holders.size() == 1 ? "-one" : "-many";
            List<String> names = holders.stream().distinct().map(this::name).toList();
            clauses.add(words.say(
                    "went-" + key + one + (named ? "-named" : ""),
                    named ? words.join("and", names) : "",
                    "",
                    words.number(holders.size())));
        }
    }

    private String name(DoctorId doctor) {
        return roster.entry(doctor).name();
    }
}
