package no.alisplass.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Slug;
import no.alisplass.domain.text.Sha256;
import no.alisplass.domain.text.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one policy file and notes everything that is wrong with it. */
final class PolicyReader {
    /** What a file lists; the others come of its other rules. */
    private static final CriterionCode[] LISTED = Arrays.stream(CriterionCode.values())
            .filter(code -> code != CriterionCode.LATE_WITHDRAWAL)
            .toArray(CriterionCode[]::new);

    private final PolicyFaults faults;
    private final byte[] content;

    private PolicyReader(String file, byte[] content) {
        this.faults = new PolicyFaults(file);
        this.content = content;
    }

    /**
     * What a file came to.
     *
     * @param id and {@code version}: null when they cannot be read
     * @param line where the id stands
     * @param replaces the id it says it replaces, on {@code replacesLine}; null for none
     * @param policy null when there are faults
     */
    record Read(
            String file,
            String id,
            Integer version,
            int line,
            String replaces,
            int replacesLine,
            Policy policy,
            List<PolicyFault> faults) {
        /** That what it says it replaces cannot be replaced by it. */
        PolicyFault inVain(String problem, String advice) {
            return new PolicyFault(file, replacesLine, "replaces", replaces, problem, advice);
        }
    }

    static Read read(String file, byte[] content) {
        PolicyReader reader = new PolicyReader(file, content);
        Node root = reader.compose();
        PolicySection settings = root == null ? null : PolicySection.of(root, "", reader.faults);
        return settings == null
                ? new Read(file, null, null, 1, null, 1, null, reader.faults.inOrder())
                : reader.policy(file, settings);
    }

    private Node compose() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                faults.add(1, "", "", "The file is empty", "Maybe start from a copy of ahus-2020.yaml");
            }
            return root;
        } catch (CharacterCodingException e) {
            faults.add(1, "", "", "The file is not UTF-8", "Maybe save it again as UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(
                    line,
                    "",
                    "",
                    "This is not YAML: " + e.getProblem(),
                    "Maybe put the text in quotes, or check the indentation");
        } catch (YAMLException e) {
            faults.add(1, "", "", "This is not YAML: " + e.getMessage(), "Maybe save it again as plain text");
        }
        return null;
    }

    private Read policy(String file, PolicySection settings) {
        String id = settings.text(
                "id", Slug.FORM, "must be 2 to 60 lower-case letters, digits or hyphens", "Maybe ahus-2020");
        Integer version = settings.whole("version", 1, 9999);
        String title = settings.text("title");
        String source = settings.text("source");
        Objective objective = settings.choice("objective", Objective.values());
        Integer trainingMonths = settings.whole("training-months", 1, 240);
        PolicySection eligibilitySection = settings.section("eligibility");
        Eligibility eligibility = eligibilitySection == null ? null : Eligibility.read(eligibilitySection);
        CountingRules counting = CountingRules.read(settings.sectionIfAny("counting"));
        List<Criterion> criteria = LateWithdrawal.among(criteria(settings), settings.sectionIfAny("offers"));
        PolicySection placementSection = settings.section("placement");
        PlacementRules placement = placementSection == null ? null : PlacementRules.read(placementSection);
        Map<Scheme, SchemeRules> schemes = schemes(settings.section("schemes"));
        LeadTimes lead = LeadTimes.read(settings.sectionIfAny("lead"));
        String replaces = settings.textIfAny(
                "replaces", Slug.FORM, "must be 2 to 60 lower-case letters, digits or hyphens", "Maybe ahus-2023");
        if (replaces != null && replaces.equals(id)) {
            settings.fault("replaces", "must be another policy", "Maybe remove it: a higher version replaces a lower");
        }
        settings.end();
        Policy policy = !settings.sound()
                ? null
                : new Policy(
                        id,
                        version,
                        title,
                        source,
                        objective,
                        trainingMonths,
                        eligibility,
                        counting,
                        criteria,
                        placement,
                        schemes,
                        lead,
                        replaces,
                        Sha256.hex(content));
        return new Read(
                file, id, version, settings.line("id"), replaces, settings.line("replaces"), policy, faults.inOrder());
    }

    private List<Criterion> criteria(PolicySection settings) {
        List<Criterion> criteria = new ArrayList<>();
        Map<CriterionCode, Integer> lines = new EnumMap<>(CriterionCode.class);
        List<PolicySection> entries = settings.sections("criteria");
        CriterionCode last = null;
        for (PolicySection entry : entries) {
            last = entry.choice("kind", LISTED);
            if (last == null) {
                continue;
            }
            Integer before = lines.putIfAbsent(last, entry.line("kind"));
            if (before != null) {
                entry.fault("kind", "stands here again, first on line " + before, "Maybe remove one of them");
            }
            criteria.add(criterion(last, entry));
            entry.end();
        }
        if (!entries.isEmpty() && !lines.containsKey(CriterionCode.LOTTERY)) {
            settings.fault("criteria", "must end with the lottery", "Maybe add - kind: lottery as the last");
        } else if (!entries.isEmpty() && last != CriterionCode.LOTTERY) {
            int line = lines.get(CriterionCode.LOTTERY);
            faults.add(line, "criteria", "lottery", "must be the last criterion", "Maybe move it below the others");
        }
        return criteria;
    }

    /** The criterion with the settings of its entry; null when they are faulty. */
    private static Criterion criterion(CriterionCode code, PolicySection settings) {
        return switch (code) {
            case INTERRUPTED -> Interrupted.read(settings);
            case READY -> Ready.read(settings);
            case AFFILIATION -> AffiliationOrder.read(settings);
            case SENIORITY -> Seniority.read(settings);
            case PROGRESS -> Progress.read(settings);
            case SPECIALIST_SHORTAGE -> SpecialistShortage.read(settings);
            case LOTTERY -> Lottery.read(settings);
            case LATE_WITHDRAWAL -> throw new IllegalArgumentException(code + " is not listed");
        };
    }

    private static Map<Scheme, SchemeRules> schemes(PolicySection section) {
        Map<Scheme, SchemeRules> schemes = new EnumMap<>(Scheme.class);
        if (section != null) {
            for (Scheme scheme : Scheme.values()) {
                PolicySection rules = section.section(Text.word(scheme));
                if (rules != null) {
                    schemes.put(scheme, SchemeRules.read(scheme, rules));
                }
            }
            section.end();
        }
        return schemes;
    }
}
