package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.round.Round;
import no.alisplass.scenario.PolicyDifference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.coordinator.RoundPages;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a run would be under other rules of priority, on what it was frozen from. Asks by GET, for nothing is changed. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/regler")
@Blocking
public class OtherRulesPages {
    private final Runs runs;
    private final Scenarios scenarios;
    private final Policies policies;
    private final CoordinatorQueries desk;

    @Inject
    OtherRulesPages(Runs runs, Scenarios scenarios, Policies policies, CoordinatorQueries desk) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.policies = policies;
        this.desk = desk;
    }

    /** @param out who could not take part under the other rules; {@code in} how many more could */
    record Result(String title, String source, String criteria, OutcomeComparison both, List<String> out, int in) {}

    /** @param result null before rules are chosen */
    record Rules(
            RoundHeader frame,
            int number,
            String own,
            String ownCriteria,
            List<Choice> others,
            Form form,
            Result result)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response compare(
            RoundId round,
            @Min(1) @Max(100_000) int number,
            @QueryParam("regler") @Size(max = 80) String chosen,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Round known = desk.round(round);
        Snapshot snapshot = Pages.of(runs.snapshot(round, number));
        Policy own = policies.get(
                        snapshot.roster().policyId(), snapshot.roster().policyVersion())
                .orElseThrow();
        List<Policy> others = policies.all().stream()
                .filter(each -> !code(each).equals(code(own)))
                .toList();
        Form form = Form.empty().with("regler", chosen);
        Optional<Policy> other = others.stream()
                .filter(each -> chosen == null ? others.size() == 1 : code(each).equals(chosen))
                .findFirst();
        if (chosen != null && other.isEmpty()) {
            form.refuse(no.alisplass.domain.Finding.of("regler", chosen, "web.choice-unknown", chosen));
        }
        Rules page = new Rules(
                RoundHeader.of(known, "/kjoringer"),
                number,
                title(own),
                RoundPages.criteria(own),
                others.stream().map(each -> new Choice(code(each), title(each))).toList(),
                form,
                other.map(each -> result(snapshot, each, desk.names(known.hospital()), side))
                        .orElse(null));
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    private Result result(Snapshot snapshot, Policy other, Names names, int side) {
        PolicyDifference difference = scenarios.underPolicy(snapshot, other);
        Roster roster = snapshot.roster();
        return new Result(
                title(other),
                other.source(),
                RoundPages.criteria(other),
                OutcomeComparison.of(
                        difference.difference(),
                        roster,
                        names,
                        Texts.of("rules-own-short"),
                        Texts.of("rules-other-short"),
                        side,
                        "?regler=" + URLEncoder.encode(code(other), StandardCharsets.UTF_8) + "&side="),
                difference.noLongerEligible().stream()
                        .map(each -> roster.entry(each).name())
                        .toList(),
                difference.newlyEligible());
    }

    private static String code(Policy policy) {
        return policy.id() + "~" + policy.version();
    }

    private static String title(Policy policy) {
        return Texts.of("policy-version", Texts.ofPolicy(policy.title()), Integer.toString(policy.version()));
    }
}
