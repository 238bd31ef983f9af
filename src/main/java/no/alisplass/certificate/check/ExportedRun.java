package no.alisplass.certificate.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.json.StrictJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;

/**
 * The files of an exported run, read as they stand ({@link StrictJson}).
 *
 * @param card run.json; null where the folder has none
 * @param policy the bytes of policy.yaml; null where the folder has none
 * @param bytes of each JSON file that is there, by its name
 * @param others the names of what else is in the folder, which is not looked at
 */
public record ExportedRun(
        AllocationProblem problem,
        Proposal proposal,
        Certificate certificate,
        StatedReasons reasons,
        RunManifest card,
        byte[] policy,
        Map<String, byte[]> bytes,
        List<String> others) {
    private static final long MAX_BYTES = 256L << 20;
    private static final Set<String> KNOWN = Set.of(
            "LESMEG.txt",
            "problem.json",
            "proposal.json",
            "certificate.json",
            "reasons.json",
            "run.json",
            "policy.yaml");

    /** @throws Unreadable when the folder or a file that must be there cannot be read, or a file is not what it should be */
    public static ExportedRun read(String folder) throws Unreadable {
        Path path;
        try {
            path = Path.of(folder);
        } catch (InvalidPathException fault) {
            throw new Unreadable(Shown.text(folder), "no folder can have such a name");
        }
        List<String> others = others(path);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        AllocationProblem problem = read(path, "problem.json", AllocationProblem.class, bytes);
        Proposal proposal = read(path, "proposal.json", Proposal.class, bytes);
        Certificate certificate = read(path, "certificate.json", Certificate.class, bytes);
        StatedReasons reasons = read(path, "reasons.json", StatedReasons.class, bytes);
        RunManifest card = isThere(path, "run.json") ? read(path, "run.json", RunManifest.class, bytes) : null;
        byte[] policy = isThere(path, "policy.yaml") ? bytes(path, "policy.yaml") : null;
        return new ExportedRun(problem, proposal, certificate, reasons, card, policy, bytes, others);
    }

    /** The bytes of a JSON file of the folder; null where there is no such file. */
    public byte[] bytes(String name) {
        return bytes.get(name);
    }

    private static List<String> others(Path folder) throws Unreadable {
        if (!Files.isDirectory(folder)) {
            throw new Unreadable(
                    Shown.text(folder.toString()),
                    Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                            ? "it is no folder; name the folder the run was unpacked to"
                            : "there is no such folder");
        }
        Set<String> others = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> others.add(file.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException fault) {
            throw new Unreadable(Shown.text(folder.toString()), "the folder cannot be listed");
        }
        others.removeAll(KNOWN);
        return others.stream().map(Shown::text).toList();
    }

    private static boolean isThere(Path folder, String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static <T> T read(Path folder, String name, Class<T> type, Map<String, byte[]> all) throws Unreadable {
        byte[] bytes = bytes(folder, name);
        all.put(name, bytes);
        try {
            return StrictJson.read(bytes, type);
        } catch (IllegalArgumentException fault) {
            throw new Unreadable(name, Shown.text(withoutEnd(fault.getMessage())));
        }
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static byte[] bytes(Path folder, String name) throws Unreadable {
        Path file = folder.resolve(name);
        if (!isThere(folder, name)) {
            throw new Unreadable(name, "the file is missing");
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new Unreadable(name, "it is a folder and must be a file");
            }
            if (!attributes.isRegularFile()) {
                throw new Unreadable(name, "it is no ordinary file");
            }
            if (attributes.size() > MAX_BYTES) {
                throw new Unreadable(
                        name,
                        "it has " + attributes.size() + " bytes, more than " + MAX_BYTES + ", which no such file has");
            }
            return Files.readAllBytes(file);
        } catch (AccessDeniedException fault) {
            throw new Unreadable(name, "the file may not be read; maybe it belongs to someone else");
        } catch (FileSystemException fault) {
            throw new Unreadable(
                    name,
                    "the file cannot be read"
                            + (fault.getReason() == null ? ": a link leads nowhere" : " (" + fault.getReason() + ")"));
        } catch (IOException fault) {
            throw new Unreadable(name, "the file cannot be read (" + fault.getMessage() + ")");
        }
    }
}
