package no.alisplass.forecast.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.HospitalId;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.policy.FaultyPolicies;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.register.entry.DepartmentNames;

/**
 * A folder that a forecast is made of: {@code plan.yaml}, {@code areas.yaml}, {@code register/}, and, where they are there,
 * {@code assumptions.yaml} and {@code policies/}.
 *
 * @param input null when there are faults
 * @param goal null for none
 * @param withoutNeed how many of the register need no more service
 */
public record ForecastFolder(
        ForecastInput input,
        long seed,
        int replications,
        Goal goal,
        int goalReplications,
        int withoutNeed,
        List<InputFault> faults) {
    private static final HospitalId UNKNOWN = new HospitalId("unknown");
    private static final long MOST_BYTES = 2_000_000;

    public ForecastFolder {
        faults = List.copyOf(faults);
    }

    /** @throws IOException when a file is there and cannot be read */
    public static ForecastFolder read(Path folder) throws IOException {
        List<InputFault> faults = new ArrayList<>();
        Section planSection = section(folder, "plan.yaml", true, faults);
        Section areasSection = section(folder, "areas.yaml", true, faults);
        Section assumed = section(folder, "assumptions.yaml", false, faults);
        if (planSection == null || areasSection == null) {
            return new ForecastFolder(null, 0, 0, null, 0, 0, faults);
        }
        PlanFile plan = PlanFile.read(planSection);
        List<PlannedArea> areas = AreasFile.read(
                areasSection, plan.plan() == null ? UNKNOWN : plan.plan().hospital());
        Assumptions assumptions = assumed == null
                ? Assumptions.USUAL
                : AssumptionsFile.read(
                        assumed, areas.stream().map(PlannedArea::code).collect(Collectors.toSet()));
        Policy policy = plan.policy() == null ? null : policy(folder, plan, planSection, faults);
        LocalDate day = plan.registerDay() == null ? LocalDate.of(2000, 1, 1) : plan.registerDay();
        RegisterFolder register = new RegisterFolder(areas, new DepartmentNames(plan.departments()), day, faults);
        List<QueuedDoctor> queue = register.read(folder.resolve("register"));
        if (plan.goal() != null && plan.plan().positions().isEmpty()) {
            planSection.fault("goal", "needs a position that more seats can be given to. Add one.");
        }
        if (faults.isEmpty() && areas.isEmpty()) {
            areasSection.fault("areas", "must have an area at least. Add one.");
        }
        ForecastInput input =
                faults.isEmpty() ? new ForecastInput(queue, areas, assumptions, plan.plan(), policy) : null;
        return new ForecastFolder(
                input,
                plan.seed(),
                plan.replications(),
                plan.goal(),
                plan.goalReplications(),
                register.withoutNeed(),
                faults);
    }

    private static Policy policy(Path folder, PlanFile plan, Section section, List<InputFault> faults) {
        try {
            Path own = folder.resolve("policies");
            Optional<Policy> found = Files.isDirectory(own) ? named(Policies.of(own), plan) : Optional.empty();
            found = found.or(() -> named(Policies.builtIn(), plan));
            if (found.isEmpty()) {
                section.fault(
                        plan.policyVersion() == null ? "policy" : "policy-version",
                        "is no policy there is. Known: "
                                + Policies.builtIn().all().stream()
                                        .map(each -> each.id() + " version " + each.version())
                                        .collect(Collectors.joining(", "))
                                + "; put others in the folder policies.");
            }
            return found.orElse(null);
        } catch (FaultyPolicies faulty) {
            faulty.faults().forEach(fault -> faults.add(new InputFault("policies", null, fault.toString())));
            return null;
        }
    }

    private static Optional<Policy> named(Policies policies, PlanFile plan) {
        return plan.policyVersion() == null
                ? policies.latest(plan.policy())
                : policies.get(plan.policy(), plan.policyVersion());
    }

    private static Section section(Path folder, String name, boolean needed, List<InputFault> faults)
            throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            if (needed) {
                faults.add(
                        new InputFault(name, null, "the file is missing. docs/forecast.md shows what stands in it."));
            }
            return null;
        }
        if (Files.size(file) > MOST_BYTES) {
            faults.add(new InputFault(name, null, "is larger than 2 MB. Is it the right file?"));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Section.read(name, text, faults);
        } catch (CharacterCodingException foreign) {
            faults.add(new InputFault(name, null, "is not UTF-8. Save it again as UTF-8."));
            return null;
        }
    }
}
