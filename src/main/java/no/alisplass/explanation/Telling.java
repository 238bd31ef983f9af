package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.explanation.Reasons.BetterWish;
import no.alisplass.explanation.Reasons.Change;
import no.alisplass.explanation.Reasons.Full;
import no.alisplass.explanation.Reasons.Ground;
import no.alisplass.explanation.Reasons.Held;
import no.alisplass.explanation.Reasons.Holder;
import no.alisplass.explanation.Reasons.Inadmissible;
import no.alisplass.explanation.Reasons.Offer;
import no.alisplass.explanation.Reasons.Right;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.ResourceId;
import no.alisplass.snapshot.LeftOut;
import no.alisplass.snapshot.Roster;

/** Reasons in sentences that a stranger understands when they are read aloud. */
public final class Telling {
    /** More steps than this are told together. */
    private static final int WISHES_ONE_BY_ONE = 4;

    private static final int OFFERS_NAMED = 4;

    private final Roster roster;
    private final Voice voice;
    private final Words words;

    /** @param departments what people call a department */
    public Telling(Roster roster, Voice voice, Locale locale, Function<DepartmentId, String> departments) {
        this.roster = roster;
        this.voice = voice;
        this.words = new Words(locale, departments);
    }

    /** The reasons of one doctor, who is named in both voices: a municipality only asks for its own. */
    public Told tell(Reasons reasons) {
        return new Told(List.of(outcome(reasons)), better(reasons), proof(reasons), leftOut(reasons), changes(reasons));
    }

    private String outcome(Reasons reasons) {
        Held held = reasons.held();
        String name = roster.entry(reasons.doctor()).name();
        return switch (held.standing()) {
            case PLACED ->
                held.wish() == 1
                        ? words.say("outcome-first", name, words.stays(held.stays()))
                        : words.say("outcome-placed", name, words.stays(held.stays()), held.wish(), held.wishes());
            case PLACED_BY_HAND -> words.say("outcome-by-hand", name, words.stays(held.stays()));
            case EXCLUDED -> words.say("outcome-excluded", name);
            case NOTHING_TO_OFFER -> words.say("outcome-nothing", name);
            case ALL_TAKEN -> words.say("outcome-all-taken", name);
        };
    }

    private List<String> better(Reasons reasons) {
        List<String> told = new ArrayList<>();
        Set<ResourceId> known = new HashSet<>();
        List<BetterWish> wishes = reasons.better();
        int single = wishes.size() <= WISHES_ONE_BY_ONE + 1 ? wishes.size() : WISHES_ONE_BY_ONE;
        for (BetterWish wish : wishes.subList(0, single)) {
            List<Offer> offers = wish.offers();
            told.add(
                    offers.size() <= OFFERS_NAMED
                            ? words.say(
                                    "wish",
                                    wish.wish(),
                                    words.eitherOf(
                                            offers.stream().map(Offer::stays).toList()))
                            : words.say("wish-of-many", wish.wish(), offers.size()));
            offers.forEach(offer -> full(offer, reasons, known, told));
        }
        if (single < wishes.size()) {
            told.add(words.say(
                    "wishes-further",
                    wishes.get(single).wish(),
                    wishes.get(wishes.size() - 1).wish()));
            wishes.subList(single, wishes.size())
                    .forEach(wish -> wish.offers().forEach(offer -> full(offer, reasons, known, told)));
        }
        return told;
    }

    private void full(Offer offer, Reasons reasons, Set<ResourceId> known, List<String> told) {
        for (Full full : offer.full()) {
            if (known.add(full.resource())) {
                told.add(full(full));
                full.holders().stream().map(holder -> holder(holder, reasons)).forEach(told::add);
            }
        }
    }

    private String full(Full full) {
        String count = full.units() == 0 ? "-none" : full.units() == 1 ? "-one" : "-many";
        return full.ownLimit()
                ? words.say("limit" + count, words.halfYear(full.halfYear()), full.units())
                : words.say("seats" + count, words.stay(full.stay()), full.units());
    }

    private String holder(Holder holder, Reasons reasons) {
        boolean named = voice == Voice.COORDINATOR;
        String end = named ? "-named" : "";
        String name = named ? roster.entry(holder.doctor()).name() : "";
        String subject = roster.entry(reasons.doctor()).name();
        if (holder.right() != Right.AHEAD) {
            String key = holder.right() == Right.BY_HAND ? "by-hand" : "placed-at-all";
            return words.say(key + end, name, subject);
        }
        if (holder.criterion() == CriterionCode.LOTTERY) {
            return words.say("ahead-lottery" + end, name, subject);
        }
        if (holder.criterion() == CriterionCode.SENIORITY || holder.criterion() == CriterionCode.READY) {
            List<Object> ahead = holder.valueAhead().arguments();
            List<Object> behind = holder.valueBehind().arguments();
            // Where the policy says which day service is counted to, that day is the third argument.
            return ahead.size() < 3 || behind.size() < 3
                    ? words.say("ahead-" + holder.criterion().word() + end, name, subject, ahead.get(0), behind.get(0))
                    : words.say(
                            "ahead-" + holder.criterion().word() + "-on" + end,
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
                words.text(holder.criterion().text()),
                words.text(holder.valueAhead()),
                words.text(holder.valueBehind()));
    }

    private List<String> proof(Reasons reasons) {
        Ground ground = reasons.ground();
        String rule = reasons.objective() == Objective.WISHES_FIRST ? "" : "-placements";
        return switch (ground.basis()) {
            case NOTHING_BETTER, BY_HAND, NO_PLACES -> List.of();
            case OWN_LIMIT -> List.of(words.say("proof-limit" + rule));
            case TIGHT_SET -> List.of(tight(ground, rule));
            case PRICES -> List.of(words.say("proof-prices" + rule));
            case EXHAUSTED -> List.of(words.say("proof-exhausted" + rule));
            case NOT_PROVEN -> List.of(words.say("proof-missing"));
        };
    }

    private String tight(Ground ground, String rule) {
        if (ground.holders() == 1) {
            return words.say("proof-tight-one" + rule);
        }
        int seats = ground.places().stream().mapToInt(Reasons.Place::units).sum();
        String places = words.join(
                "and",
                ground.places().stream()
                        .filter(place -> place.units() > 0)
                        .map(place -> words.stay(place.stay()))
                        .toList());
        return ground.places().size() > OFFERS_NAMED || places.isEmpty()
                ? words.say("proof-tight-many" + rule, ground.holders(), seats)
                : words.say("proof-tight" + rule, ground.holders(), places);
    }

    /** Departments with the same reason and half-years in one sentence. */
    private List<String> leftOut(Reasons reasons) {
        record Same(LeftOut.Reason reason, List<HalfYear> halfYears) {}
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
            String key = same.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            told.add(words.say("left-out-" + key, what));
        });
        return told;
    }

    private List<String> changes(Reasons reasons) {
        if (!reasons.changes().isEmpty()) {
            return reasons.changes().stream().map(this::change).toList();
        }
        boolean wanting = reasons.held().standing() == Standing.NOTHING_TO_OFFER
                || !reasons.better().isEmpty();
        return wanting ? List.of(words.say("change-none")) : List.of();
    }

    private String change(Change change) {
        String gain = change.wouldGive().size() <= OFFERS_NAMED
                ? words.eitherOf(change.wouldGive())
                : words.say("gain-of-many", change.wouldGive().size());
        What what = change.what();
        if (what instanceof What.CountedService more) {
            return words.say(more.months() == 1 ? "change-month" : "change-months", gain, more.months());
        }
        if (what instanceof What.Objectives more) {
            return words.say(more.more() == 1 ? "change-objective" : "change-objectives", gain, more.more());
        }
        if (what instanceof What.Supervision supervision) {
            return words.say(
                    "change-supervision-" + supervision.reached().name().toLowerCase(Locale.ROOT), gain);
        }
        if (what instanceof What.AcceptedDepartment accepted) {
            return words.say("change-accept", gain, words.departments(List.of(accepted.department())));
        }
        if (what instanceof What.OpenHalfYear open) {
            return words.say("change-half-year", gain, halfYear(open.halfYear()));
        }
        if (what instanceof What.EarlierStart earlier) {
            return words.say("change-start", gain, halfYear(earlier.halfYear()));
        }
        if (what instanceof What.MoreSeats seats) {
            return words.say("change-seat", gain, words.stay(seats.stay()));
        }
        return words.say("change-limit", gain, halfYear(((What.HigherLimit) what).halfYear()));
    }

    private String halfYear(HalfYear halfYear) {
        return words.halfYear(halfYear);
    }

    /** Why a doctor cannot take part at all. */
    public Told tellNotEligible(String name, List<Finding> reasons) {
        List<String> outcome = new ArrayList<>(List.of(words.say("outcome-not-eligible", name)));
        reasons.stream().map(words::text).forEach(outcome::add);
        return new Told(outcome, List.of(), List.of(), List.of(), List.of());
    }
}
