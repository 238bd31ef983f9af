package no.alisplass.certificate.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.RunManifest;

/** Compares {@code run.json} with the files it is about: each hash and number in it that can be found again without solving. */
public final class CardCheck {
    private final ExportedRun run;
    private final RunManifest card;
    private final List<Failure> failures = new ArrayList<>();

    private CardCheck(ExportedRun run) {
        this.run = run;
        this.card = run.card();
    }

    /** Everything the card says otherwise than the files; nothing where there is no card. */
    public static List<Failure> check(ExportedRun run) {
        CardCheck check = new CardCheck(run);
        if (run.card() != null) {
            check.compare();
        }
        return List.copyOf(check.failures);
    }

    /** What could not be compared since a file is missing, as sentences. */
    public static List<String> notChecked(ExportedRun run) {
        if (run.card() == null) {
            return List.of("run.json is missing");
        }
        return run.policy() == null ? List.of("policy.yaml is missing") : List.of();
    }

    private void compare() {
        same("problemHash", card.problemHash(), "problem.json has", CanonicalJson.hash(run.problem()));
        same("proposalHash", card.proposalHash(), "proposal.json has", CanonicalJson.hash(run.proposal()));
        same("certificateHash", card.certificateHash(), "certificate.json has", CanonicalJson.hash(run.certificate()));
        if (card.reasonsHash() != null) {
            same("reasonsHash", card.reasonsHash(), "reasons.json has", CanonicalJson.hash(run.reasons()));
        }
        if (card.doctors() != null) {
            same(
                    "doctors",
                    card.doctors(),
                    "problem.json has",
                    run.problem().doctors().size());
        }
        if (card.placed() != null) {
            int placed = (int) run.proposal().placements().stream()
                    .filter(placement -> placement.option() != null)
                    .count();
            same("placed", card.placed(), "proposal.json has", placed);
        }
        if (run.policy() != null) {
            same("policyHash", card.policyHash(), "policy.yaml has", Sha256.hex(run.policy()));
            String policy = new String(run.policy(), StandardCharsets.UTF_8);
            sameLine(policy, "id", "policyId", card.policyId());
            sameLine(policy, "version", "policyVersion", String.valueOf(card.policyVersion()));
        }
    }

    private void sameLine(String policy, String name, String field, String stated) {
        Matcher line =
                Pattern.compile("(?m)^" + name + ":[ \\t]*(\\S+)[ \\t]*\\r?$").matcher(policy);
        if (line.find()) {
            same(field, stated, "policy.yaml says", line.group(1));
        }
    }

    private void same(String field, Object stated, String of, Object found) {
        if (!found.equals(stated)) {
            failures.add(new Failure(
                    Failure.Kind.RUN, "run.json", field + " says " + stated + ", and " + of + " " + found + "."));
        }
    }
}
