package no.alisplass.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.policy.file.PolicyText;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every policy there is, read when the application starts: those that come with it ({@code solver-config/policies},
 * listed in its {@code index.txt}) and those of the folder {@code alisplass.policies.folder}, if that is set. A fault in
 * any file stops the start.
 */
@ApplicationScoped
@Startup
public class Policies {
    /** The setting that names a folder of further policies. */
    public static final String FOLDER = "alisplass.policies.folder";

    private static final String BUILT_IN = "solver-config/policies/";

    private final List<Policy> policies;
    private final Map<String, byte[]> texts = new HashMap<>();

    /** A policy file: its name, for messages, and its bytes. */
    record PolicyFile(String name, byte[] content) {}

    @Inject
    Policies(@ConfigProperty(name = FOLDER) Optional<String> folder) {
        this(Stream.concat(builtInFiles().stream(), folder.stream().flatMap(path -> files(Path.of(path)).stream()))
                .toList());
    }

    Policies(List<PolicyFile> files) {
        List<Policy> sound = new ArrayList<>();
        List<PolicyFault> faults = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        List<PolicyReader.Read> all = new ArrayList<>();
        for (PolicyFile file : files) {
            PolicyReader.Read read = PolicyReader.read(file.name(), file.content());
            all.add(read);
            faults.addAll(read.faults());
            if (read.id() != null && read.version() != null) {
                String first = seen.putIfAbsent(read.id() + " version " + read.version(), read.file());
                if (first != null) {
                    faults.add(new PolicyFault(
                            read.file(),
                            read.line(),
                            "id",
                            read.id() + " version " + read.version(),
                            "is already the policy of " + first,
                            "Maybe give this one a higher version"));
                }
            }
            if (read.policy() != null) {
                sound.add(read.policy());
                texts.put(
                        read.id() + " version " + read.version(), file.content().clone());
            }
        }
        replacedInVain(all, faults);
        if (!faults.isEmpty()) {
            throw new FaultyPolicies(faults);
        }
        sound.sort(Comparator.comparing(Policy::id).thenComparing(Policy::version));
        policies = List.copyOf(sound);
    }

    /** A policy replaces one that is there, and none that replaces it: else none of them would be offered. */
    private static void replacedInVain(List<PolicyReader.Read> all, List<PolicyFault> faults) {
        for (PolicyReader.Read each : all) {
            if (each.replaces() == null || each.replaces().equals(each.id())) {
                continue;
            }
            boolean known = all.stream().anyMatch(other -> each.replaces().equals(other.id()));
            if (!known) {
                faults.add(each.inVain("is no policy that is there", "Maybe correct it, or remove it"));
            } else if (replaced(each.replaces(), all).contains(each.id())) {
                faults.add(each.inVain("replaces this one in its turn", "Maybe remove one of the two"));
            }
        }
    }

    /** The ids of all that a policy replaces, and what those replace. */
    private static Set<String> replaced(String id, List<PolicyReader.Read> all) {
        Set<String> replaced = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            all.stream()
                    .filter(each -> next.equals(each.id()) && each.replaces() != null)
                    .map(PolicyReader.Read::replaces)
                    .filter(replaced::add)
                    .forEach(open::push);
        }
        return replaced;
    }

    /** The policies that come with the program, without CDI. */
    public static Policies builtIn() {
        return BuiltIn.ALL;
    }

    /** Read once, when first asked for: they are part of the program. */
    private static final class BuiltIn {
        static final Policies ALL = new Policies(builtInFiles());
    }

    /**
     * The policies of a folder's {@code .yaml} and {@code .yml} files alone, without CDI.
     *
     * @throws FaultyPolicies naming every fault of every file
     */
    public static Policies of(Path folder) {
        return new Policies(files(folder));
    }

    public Optional<Policy> get(String id, int version) {
        return policies.stream()
                .filter(policy -> policy.id().equals(id) && policy.version() == version)
                .findFirst();
    }

    /** The file a policy was read from, byte for byte. */
    public Optional<String> text(String id, int version) {
        return Optional.ofNullable(texts.get(id + " version " + version))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * A policy with some of its settings otherwise, read as its file is; for what-ifs, and kept nowhere.
     *
     * @param values by where each stands: {@code placement}, {@code months-per-stay}; {@code criteria}, a kind, and what of it
     * @return empty when the policy has no such criterion, or is none with these values
     */
    public Optional<Policy> with(Policy policy, Map<List<String>, String> values) {
        return text(policy.id(), policy.version())
                .flatMap(text -> PolicyText.with(text, values))
                .map(text -> PolicyReader.read(policy.id(), text.getBytes(StandardCharsets.UTF_8)))
                .filter(read -> read.policy() != null && read.faults().isEmpty())
                .map(PolicyReader.Read::policy);
    }

    /** The highest version of a policy. */
    public Optional<Policy> latest(String id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).max(Comparator.comparing(Policy::version));
    }

    /** Those that new rounds can be planned under: the highest version of each, but those that another policy replaces. */
    public List<Policy> offered() {
        return policies.stream()
                .filter(policy -> supersededBy(policy).isEmpty())
                .toList();
    }

    /** What has come in the place of a policy: another that replaces it, or a higher version of it; the newest of them. */
    public Optional<Policy> supersededBy(Policy policy) {
        return replacing(policy.id())
                .or(() -> latest(policy.id()).filter(latest -> latest.version() > policy.version()));
    }

    /** The policy that new rounds use instead of one by that id: itself replaced by none; empty when it is still offered. */
    public Optional<Policy> replacing(String id) {
        return policies.stream()
                .filter(policy -> id.equals(policy.replaces()))
                .max(Comparator.comparing(Policy::version))
                .map(newer -> replacing(newer.id()).or(() -> latest(newer.id())).orElse(newer));
    }

    /** By id, then version. */
    public List<Policy> all() {
        return policies;
    }

    private static List<PolicyFile> builtInFiles() {
        return new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                .map(name -> new PolicyFile(name, resource(name)))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Policies.class.getClassLoader().getResourceAsStream(BUILT_IN + name)) {
            if (stream == null) {
                throw new FaultyPolicies(List.of(new PolicyFault(
                        BUILT_IN + name,
                        0,
                        "",
                        "",
                        "is not among the program's resources",
                        "Maybe correct index.txt")));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PolicyFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FaultyPolicies(List.of(new PolicyFault(
                    "configuration", 0, FOLDER, folder.toString(), "is not a folder", "Maybe leave the setting out")));
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<PolicyFile> files = new ArrayList<>();
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                files.add(new PolicyFile(path.toString(), Files.readAllBytes(path)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
