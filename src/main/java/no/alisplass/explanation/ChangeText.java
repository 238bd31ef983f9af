package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.text.Text;
import no.alisplass.explanation.Reasons.Change;
import no.alisplass.explanation.Reasons.Move;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.snapshot.Roster;

/** What would have changed the outcome, each a sentence. */
final class ChangeText {
    private static final int OFFERS_NAMED = 4;

    private final Roster roster;
    private final boolean named;
    private final ExplanationWords words;

    ChangeText(Roster roster, Audience voice, ExplanationWords words) {
        this.roster = roster;
        this.named = voice == Audience.COORDINATOR;
        this.words = words;
    }

    List<String> sentences(Reasons reasons) {
        if (!reasons.changes().isEmpty()) {
            return reasons.changes().stream()
                    .map(change -> change(change, reasons))
                    .toList();
        }
        boolean wanting =
                reasons.held().standing() == Standing.WAITS || !reasons.better().isEmpty();
        if (!wanting || reasons.tried().isEmpty()) {
            return List.of();
        }
        List<String> kinds = reasons.tried().stream()
                .filter(kind -> kind != What.Kind.TWO)
                .map(kind -> words.say("tried-" + Text.word(kind)))
                .toList();
        String key = !reasons.allTried()
                ? "change-none-known"
                : reasons.tried().contains(What.Kind.TWO) ? "change-none-nor-two" : "change-none";
        return List.of(words.say(key, words.join("and", kinds)));
    }

    private String change(Change change, Reasons reasons) {
        String gain = change.wouldGive().size() <= OFFERS_NAMED
                ? words.eitherOf(change.wouldGive())
                : words.say("gain-of-many", change.wouldGive().size());
        if (change.whats().size() > 1) {
            List<String> both = change.whats().stream()
                    .map(what -> words.say(
                            "that-" + key(what, reasons),
                            arguments(what, reasons).toArray()))
                    .toList();
            return words.say("change-two", gain, words.join("and", both));
        }
        What what = change.whats().get(0);
        List<Object> arguments = new ArrayList<>(List.of(gain));
        arguments.addAll(arguments(what, reasons));
        String told = words.say("change-" + key(what, reasons), arguments.toArray());
        return change.moves().isEmpty()
                ? told
                : words.say("change-because", told.substring(0, told.length() - 1), moves(change.moves()));
    }

    private String moves(List<Move> moves) {
        return words.join(
                "and",
                moves.stream()
                        .map(move -> words.say(
                                named ? "move-named" : "move",
                                named ? roster.entry(move.doctor()).name() : "",
                                "",
                                words.stays(move.from()),
                                words.stays(move.to())))
                        .toList());
    }

    private String key(What what, Reasons reasons) {
        return switch (what.kind()) {
            case LEAVE -> "leave";
            case AFFILIATION -> "affiliation-" + Text.word(((What.OtherAffiliation) what).affiliation());
            case AFFILIATION_END -> "affiliation-until";
            case CATCHMENT -> "catchment";
            case SERVICE -> ((What.CountedService) what).months() == 1 ? "month" : "months";
            case PROGRESS -> progress(what);
            case DEPARTMENTS -> "accept";
            case HALF_YEARS -> "half-year";
            case HALVES -> "first-part";
            case START -> "start";
            case LIMIT -> "limit";
            case SEATS -> "seat";
            case BY_HAND ->
                ((What.NotByHand) what).doctor().equals(reasons.doctor())
                        ? "not-by-hand-own"
                        : named ? "not-by-hand-of" : "not-by-hand-one";
            case TWO -> throw new IllegalArgumentException("Two changes are told each for itself: " + what + ".");
        };
    }

    private static String progress(What what) {
        if (what instanceof What.Objectives more) {
            return more.more() == 1 ? "objective" : "objectives";
        }
        if (what instanceof What.Activities more) {
            return more.more() == 1 ? "activity" : "activities";
        }
        return "supervision-" + Text.word(((What.Supervision) what).reached());
    }

    private List<Object> arguments(What what, Reasons reasons) {
        if (what instanceof What.CountedService more) {
            return List.of(more.months());
        }
        if (what instanceof What.Objectives more) {
            return List.of(more.more());
        }
        if (what instanceof What.Activities more) {
            return List.of(more.more());
        }
        if (what instanceof What.AcceptedDepartment accepted) {
            return List.of(words.departments(List.of(accepted.department())));
        }
        if (what instanceof What.OpenHalfYear open) {
            return List.of(words.halfYear(open.halfYear()));
        }
        if (what instanceof What.EarlierStart earlier) {
            return List.of(words.halfYear(earlier.halfYear()));
        }
        if (what instanceof What.HigherLimit limit) {
            return List.of(words.halfYear(limit.halfYear()));
        }
        if (what instanceof What.AffiliationUntil until) {
            return List.of(until.day());
        }
        if (what instanceof What.MoreSeats seats) {
            return List.of(words.stay(seats.stay()));
        }
        if (what instanceof What.NotByHand hand && named && !hand.doctor().equals(reasons.doctor())) {
            return List.of(roster.entry(hand.doctor()).name());
        }
        return List.of();
    }
}
