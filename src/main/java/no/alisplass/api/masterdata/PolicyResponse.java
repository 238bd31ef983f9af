package no.alisplass.api.masterdata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Objective;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of the criteria doctors are ranked by.
 *
 * @param criteria in the order they are asked
 * @param hash SHA-256 of the policy's file, in hexadecimal
 */
record PolicyResponse(
        @Schema(examples = "ahus-2020") String id,
        @Schema(examples = "1") int version,
        String title,
        String source,
        Objective objective,
        CountingAnswer counting,
        List<CriterionAnswer> criteria,

        @Schema(
                description = "Reglene nye runder har i stedet, utelatt så lenge disse gjelder",
                examples = "ahus-2020/3")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String supersededBy,

        @Schema(description = "Hva reglene ellers sier, utelatt når de ikke sier mer")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> rules,

        String hash) {

    /** The days facts are taken on, in a sentence. */
    @Schema(name = "CountingAnswer")
    record CountingAnswer(
            String rule,

            @Schema(description = "Utelatt i retningslinjer som ikke sier det")
            String source) {}

    /** One question of the order, with its rule in a sentence. */
    @Schema(name = "CriterionAnswer")
    record CriterionAnswer(@Schema(examples = "seniority") String code, String rule, String source) {}

    /** @param newer what has come in its place; null when it is still offered */
    static PolicyResponse of(Policy policy, Policy newer, Locale locale) {
        return new PolicyResponse(
                policy.id(),
                policy.version(),
                Messages.ofPolicy(policy.title(), locale),
                Messages.ofPolicy(policy.source(), locale),
                policy.objective(),
                new CountingAnswer(
                        Messages.text(policy.counting().rule(), Messages.BOKMAL),
                        policy.counting().source()),
                policy.criteria().stream()
                        .map(criterion -> new CriterionAnswer(
                                criterion.code().word(),
                                Messages.text(criterion.rule(), locale),
                                Messages.ofPolicy(criterion.source(), locale)))
                        .toList(),
                newer == null ? null : newer.id() + "/" + newer.version(),
                policy.furtherRules().stream()
                        .map(rule -> Messages.text(rule, locale))
                        .toList(),
                policy.hash());
    }
}
