package no.alisplass.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.platform.Messages;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.Decision;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.policy.Value;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshots;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The priority order as the coordinator reads it. */
record RankingAnswer(
        String policy,
        int policyVersion,
        String lotterySeed,

        @Schema(description = "Dagen tellende tjeneste er regnet til", examples = "2027-03-01")
        LocalDate countedTo,

        List<Line> ranked,
        List<Contrary> contradictions) {

    /** @param next what put the doctor before the next one; null for the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int position,
            DoctorId doctor,
            String name,
            HprNumber hprNumber,
            AreaCode area,

            @Schema(description = "Måneder tellende tjeneste på den dagen")
            Months countedService,

            @Schema(description = "Måneder åpen, uselektert praksis på den dagen")
            Months openPractice,

            List<Criterion> values,
            List<String> remarks,
            Decided next) {}

    record Criterion(CriterionCode criterion, String value) {}

    /** Which criterion put one doctor before another, and what it found for each. */
    record Decided(
            CriterionCode criterion,
            String criterionName,
            String ahead,
            String behind,
            String valueAhead,
            String valueBehind) {
        static Decided of(Decision decision, Roster roster, Locale locale) {
            return new Decided(
                    decision.criterion(),
                    Messages.text(decision.criterion().text(), locale),
                    name(roster, decision.ahead()),
                    name(roster, decision.behind()),
                    Messages.text(decision.valueAhead().text(), locale),
                    Messages.text(decision.valueBehind().text(), locale));
        }
    }

    /** Two doctors whom their municipality has the other way round. */
    record Contrary(AreaCode area, Decided decision) {}

    static RankingAnswer of(Roster roster, Ranking ranking, Locale locale) {
        List<Line> lines = new ArrayList<>();
        List<Ranked> ranked = ranking.ranked();
        for (int i = 0; i < ranked.size(); i++) {
            Decided next = i + 1 == ranked.size()
                    ? null
                    : Decided.of(
                            ranking.decide(
                                    ranked.get(i).candidate().hpr(),
                                    ranked.get(i + 1).candidate().hpr()),
                            roster,
                            locale);
            lines.add(line(ranked.get(i), roster, next, locale));
        }
        return new RankingAnswer(
                roster.policyId(),
                roster.policyVersion(),
                roster.lotterySeed(),
                roster.countedTo(),
                lines,
                contradictions(roster, ranking, locale));
    }

    private static Line line(Ranked ranked, Roster roster, Decided next, Locale locale) {
        RosterEntry entry = roster.entry(ranked.candidate().hpr()).orElseThrow();
        return new Line(
                ranked.position(),
                entry.doctor(),
                entry.name(),
                entry.facts().hpr(),
                entry.facts().area(),
                entry.facts().countedService(),
                entry.facts().openPractice(),
                ranked.values().stream().map(value -> criterion(value, locale)).toList(),
                ranked.remarks().stream()
                        .map(remark -> Messages.text(remark, locale))
                        .toList(),
                next);
    }

    private static Criterion criterion(Value value, Locale locale) {
        return new Criterion(value.criterion(), Messages.text(value.text(), locale));
    }

    private static List<Contrary> contradictions(Roster roster, Ranking ranking, Locale locale) {
        return Snapshots.contraries(roster, ranking).stream()
                .map(each -> new Contrary(
                        each.area(), Decided.of(each.contradiction().decision(), roster, locale)))
                .toList();
    }

    private static String name(Roster roster, HprNumber hpr) {
        return roster.entry(hpr).orElseThrow().name();
    }
}
