package no.alisplass.scenario.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;

/** Puts another policy, or settings that are otherwise, into a round. */
final class PolicyChange {
    private final World world;
    private final Question.PolicyTerms terms;
    private final List<Finding> faults;
    private final List<Message> assumed;

    /** @param terms null for the round's own policy @param faults and {@code assumed}: what is found and taken for so is put there */
    PolicyChange(World world, Question.PolicyTerms terms, List<Finding> faults, List<Message> assumed) {
        this.world = world;
        this.terms = terms;
        this.faults = faults;
        this.assumed = assumed;
    }

    private void fault(String field, Object value, String code, Object... arguments) {
        faults.add(Finding.of(field, value, code, arguments));
    }

    void put(Policies policies) {
        if (terms == null) {
            return;
        }
        Policy policy = world.policy();
        if ((terms.id() == null) != (terms.version() == null)) {
            fault("policy.id", terms.id(), "scenario.policy-half");
            return;
        }
        if (terms.id() != null) {
            Optional<Policy> other = policies.get(terms.id(), terms.version());
            if (other.isEmpty()) {
                String known = String.join(
                        ", ",
                        policies.all().stream()
                                .map(each -> each.id() + "/" + each.version())
                                .toList());
                fault(
                        "policy.id",
                        terms.id(),
                        "scenario.policy-unknown",
                        terms.id(),
                        Integer.toString(terms.version()),
                        known);
                return;
            }
            policy = other.get();
        }
        Map<List<String>, String> values = new LinkedHashMap<>();
        for (int i = 0; i < terms.settings().size(); i++) {
            Question.Setting setting = terms.settings().get(i);
            String field = "policy.settings[" + i + "]";
            if (!setting.parameter().takes(setting.value())) {
                fault(
                        field,
                        setting.value(),
                        "scenario.setting-unfit",
                        setting.parameter().text(),
                        setting.parameter().bounds());
            } else if (values.put(setting.parameter().path(), setting.value()) != null) {
                fault(
                        field,
                        setting.parameter(),
                        "scenario.setting-twice",
                        setting.parameter().text());
            } else if (policies.with(policy, Map.of(setting.parameter().path(), setting.value()))
                    .isEmpty()) {
                fault(
                        field,
                        setting.parameter(),
                        "scenario.setting-none",
                        policy.title(),
                        setting.parameter().text());
            }
        }
        if (faults.isEmpty()) {
            Policy changed =
                    values.isEmpty() ? policy : policies.with(policy, values).orElseThrow();
            if (!changed.equals(world.policy())) {
                world.policy(changed);
                assumed.add(Message.of("scenario.assumes-facts"));
            }
        }
    }
}
