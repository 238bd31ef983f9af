package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.explanation.Reasons.Full;
import no.alisplass.explanation.Reasons.Holder;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.TakenEarlier;

/** Each thing that a doctor would rather have had and that is used up, and who has it. */
final class TakenText {
    private final Roster roster;
    private final boolean named;
    private final ExplanationWords words;

    TakenText(Roster roster, Audience voice, ExplanationWords words) {
        this.roster = roster;
        this.named = voice == Audience.COORDINATOR;
        this.words = words;
    }

    List<String> sentences(Reasons reasons, String subject) {
        RosterEntry entry = roster.entry(reasons.doctor());
        Set<ResourceId> known = new HashSet<>();
        Set<String> told = new LinkedHashSet<>();
        reasons.better().stream()
                .flatMap(wish -> wish.offers().stream())
                .flatMap(offer -> offer.full().stream())
                .filter(full -> known.add(full.resource()))
                .forEach(full -> {
                    told.add(full(full, entry));
                    full.holders().forEach(holder -> told.add(holder(holder, subject)));
                });
        return new ArrayList<>(told);
    }

    private String full(Full full, RosterEntry entry) {
        int earlier = full.earlier().stream().mapToInt(TakenEarlier::count).sum();
        String count = full.units() == 0 ? "-none" : full.units() == 1 ? "-one" : "-many";
        String what =
                full.ownLimit() ? words.halfYear(full.halfYear()) : words.stay(full.stay()) + wish(full.stay(), entry);
        String told = full.units() == 0 && earlier > 0
                ? words.say((full.ownLimit() ? "limit" : "seats") + "-earlier", what, words.rounds(full.earlier()))
                : words.say((full.ownLimit() ? "limit" : "seats") + count, what, words.number(full.units()));
        return full.units() > 0 && earlier > 0
                ? words.say(
                        (full.ownLimit() ? "limit" : "seats") + "-and-earlier",
                        told,
                        words.number(earlier),
                        words.rounds(full.earlier()))
                : told;
    }

    private String wish(Stay stay, RosterEntry entry) {
        String rank = new OutcomeText(words).rank(OwnWish.of(entry.wishes(), List.of(stay)));
        return rank.isEmpty() ? "" : words.say("wish-in-brackets", rank);
    }

    private String holder(Holder holder, String subject) {
        String end = named ? "-named" : "";
        String name = named ? roster.entry(holder.doctor()).name() : "";
        return switch (holder.right()) {
            case BY_HAND -> words.say("by-hand" + end, name, subject);
            case PLACED_AT_ALL -> words.say("placed-at-all" + end, name, subject);
            case AHEAD -> ahead(holder, end, name, subject);
        };
    }

    private String ahead(Holder holder, String end, String name, String subject) {
        CriterionCode criterion = holder.criterion();
        if (criterion == CriterionCode.INTERRUPTED && !named) {
            return words.say("ahead-priority");
        }
        if (criterion == CriterionCode.LOTTERY) {
            return words.say("ahead-lottery" + end, name, subject);
        }
        if (criterion == CriterionCode.SENIORITY || criterion == CriterionCode.READY) {
            List<Object> ahead = holder.valueAhead().arguments();
            List<Object> behind = holder.valueBehind().arguments();
            // Where the policy says which day service is counted to, that day is the third argument.
            return ahead.size() < 3 || behind.size() < 3
                    ? words.say("ahead-" + criterion.word() + end, name, subject, ahead.get(0), behind.get(0))
                    : words.say(
                            "ahead-" + criterion.word() + "-on" + end,
                            name,
                            subject,
                            ahead.get(0),
                            behind.get(0),
                            ahead.get(2),
                            behind.get(2));
        }
        return words.say(
                "ahead" + end,
                name,
                subject,
                words.text(criterion.text()),
                words.text(holder.valueAhead()),
                words.text(holder.valueBehind()));
    }
}
