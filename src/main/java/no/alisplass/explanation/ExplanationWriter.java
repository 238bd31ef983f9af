package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.text.Text;
import no.alisplass.explanation.Reasons.Ground;
import no.alisplass.explanation.Reasons.Inadmissible;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.Roster;

/** Reasons in sentences that a stranger understands when they are read aloud. */
public final class ExplanationWriter {
    private static final int PLACES_NAMED = 4;

    private final Roster roster;
    private final ExplanationWords words;
    private final OutcomeText outcome;
    private final CauseText cause;
    private final TakenText taken;
    private final ChangeText changes;

    /** @param departments what people call a department */
    public ExplanationWriter(Roster roster, Audience voice, Locale locale, Function<DepartmentId, String> departments) {
        this.roster = roster;
        this.words = new ExplanationWords(locale, departments);
        outcome = new OutcomeText(words);
        cause = new CauseText(roster, voice, words);
        taken = new TakenText(roster, voice, words);
        changes = new ChangeText(roster, voice, words);
    }

    /** The reasons of one doctor, who is named in both voices: a municipality only asks for its own. */
    public Told tell(Reasons reasons) {
        String name = roster.entry(reasons.doctor()).name();
        return new Told(
                outcome.sentences(reasons.held(), name),
                cause.sentences(reasons),
                taken.sentences(reasons, name),
                proof(reasons),
                leftOut(reasons),
                changes.sentences(reasons));
    }

    /** Why a doctor cannot take part at all. */
    public Told tellNotEligible(String name, List<Finding> reasons) {
        return new Told(
                List.of(words.say("outcome-not-eligible", name)),
                reasons.stream().map(Finding::message).map(words::text).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private List<String> proof(Reasons reasons) {
        Ground ground = reasons.ground();
        String rule = reasons.objective() == Objective.WISHES_FIRST ? "" : "-placements";
        return switch (ground.basis()) {
            case NOTHING_BETTER, BY_HAND, NO_PLACES -> List.of();
            case OWN_LIMIT -> List.of(words.say("proof-limit" + rule));
            case TIGHT_SET -> List.of(tight(ground, rule));
            case PRICES -> onTerms(ground, "proof-prices" + rule);
            case EXHAUSTED -> onTerms(ground, "proof-exhausted" + rule);
            case NOT_PROVEN -> List.of(words.say("proof-missing"));
        };
    }

    private List<String> onTerms(Ground ground, String key) {
        List<String> told = new ArrayList<>(List.of(words.say(key)));
        if (ground.byHand() > 0) {
            told.add(words.say(
                    ground.byHand() == 1 ? "proof-by-hand-one" : "proof-by-hand", words.number(ground.byHand())));
        }
        return told;
    }

    private String tight(Ground ground, String rule) {
        if (ground.holders() == 1 && !ground.places().isEmpty()) {
            return words.say("proof-tight-one" + rule);
        }
        List<String> named = ground.places().stream()
                .filter(place -> place.units() > 0)
                .map(place -> words.stay(place.stay()))
                .toList();
        String holders = words.number(ground.holders());
        return named.size() > PLACES_NAMED || named.isEmpty()
                ? words.say("proof-tight-many" + rule, holders)
                : words.say("proof-tight" + rule, holders, words.join("and", named));
    }

    private List<String> leftOut(Reasons reasons) {
        record Same(OfferRule reason, List<HalfYear> halfYears) {}
        Map<Same, List<String>> departments = new LinkedHashMap<>();
        for (Inadmissible one : reasons.leftOut()) {
            departments
                    .computeIfAbsent(new Same(one.reason(), one.halfYears()), same -> new ArrayList<>())
                    .add(words.departments(one.departments()));
        }
        List<String> told = new ArrayList<>();
        departments.forEach((same, names) -> {
            String what = words.join("and", names.stream().distinct().toList());
            if (!same.halfYears().isEmpty()) {
                List<String> when =
                        same.halfYears().stream().map(words::halfYear).toList();
                what = words.say("stay", what, words.join("and", when));
            }
            String key = Text.word(same.reason());
            told.add(words.say("left-out-" + key, what));
        });
        return told;
    }
}
