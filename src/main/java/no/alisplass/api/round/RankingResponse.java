package no.alisplass.api.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.platform.Messages;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.CriterionValue;
import no.alisplass.policy.Decision;
import no.alisplass.policy.Ranked;
import no.alisplass.snapshot.PriorityOrder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The priority order as the coordinator reads it. */
record RankingResponse(
        String policy,
        int policyVersion,
        String lotterySeed,

        @Schema(description = "Dagen tellende tjeneste er regnet til", examples = "2027-03-01")
        LocalDate countedTo,

        List<Line> ranked,

        @Schema(description = "Rangerte leger på alle sidene")
        int total,

        @Schema(description = "Antall par under /contradictions")
        int contradictions) {

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
        static Decided of(Decision decision, PriorityOrder order, Locale locale) {
            return new Decided(
                    decision.criterion(),
                    Messages.text(decision.criterion().text(), locale),
                    order.entry(decision.ahead()).name(),
                    order.entry(decision.behind()).name(),
                    Messages.text(decision.valueAhead().text(), locale),
                    Messages.text(decision.valueBehind().text(), locale));
        }
    }

    /** Two doctors whom their municipality has the other way round. */
    record Contrary(AreaCode area, Decided decision) {}

    static RankingResponse of(PriorityOrder order, Paging.Window page, Locale locale) {
        Roster roster = order.roster();
        List<Ranked> ranked = order.ranking().ranked();
        return new RankingResponse(
                roster.policyId(),
                roster.policyVersion(),
                roster.lotterySeed(),
                roster.countedTo(),
                page.take(ranked).stream()
                        .map(each -> line(each, order, locale))
                        .toList(),
                ranked.size(),
                order.contraries().size());
    }

    private static Line line(Ranked ranked, PriorityOrder order, Locale locale) {
        RosterEntry entry = order.entry(ranked.candidate().hpr());
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
                next(ranked, order, locale));
    }

    private static Decided next(Ranked ranked, PriorityOrder order, Locale locale) {
        List<Ranked> all = order.ranking().ranked();
        return ranked.position() == all.size()
                ? null
                : Decided.of(
                        order.ranking()
                                .decide(
                                        ranked.candidate().hpr(),
                                        all.get(ranked.position()).candidate().hpr()),
                        order,
                        locale);
    }

    private static Criterion criterion(CriterionValue value, Locale locale) {
        return new Criterion(value.criterion(), Messages.text(value.text(), locale));
    }

    static List<Contrary> contradictions(PriorityOrder order, Paging.Window page, Locale locale) {
        return page.take(order.contraries()).stream()
                .map(each -> new Contrary(
                        each.area(), Decided.of(each.contradiction().decision(), order, locale)))
                .toList();
    }
}
