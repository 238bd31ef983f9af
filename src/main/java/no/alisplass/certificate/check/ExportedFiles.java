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
import no.alisplass.json.StrictJson;

/** A folder of files from outside, each read as it stands ({@link StrictJson}) or not at all. */
public final class ExportedFiles {
    private static final long MAX_BYTES = 256L << 20;

    private final Path folder;
    private final Map<String, byte[]> read = new LinkedHashMap<>();

    private ExportedFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws Unreadable when no folder can have such a name */
    public static ExportedFiles in(String folder) throws Unreadable {
        try {
            return new ExportedFiles(Path.of(folder));
        } catch (InvalidPathException fault) {
            throw new Unreadable(Shown.text(folder), "no folder can have such a name");
        }
    }

    /** The bytes of the JSON files that have been read, by name. */
    public Map<String, byte[]> read() {
        return read;
    }

    /**
     * The names of what is in the folder beside these files.
     *
     * @throws Unreadable when it is no folder or cannot be listed
     */
    public List<String> others(Set<String> known) throws Unreadable {
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
        others.removeAll(known);
        return others.stream().map(Shown::text).toList();
    }

    public boolean isThere(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws Unreadable when the file is not there, cannot be read or is no JSON of that record */
    public <T> T read(String name, Class<T> type) throws Unreadable {
        byte[] bytes = bytes(name);
        read.put(name, bytes);
        try {
            return StrictJson.read(bytes, type);
        } catch (IllegalArgumentException fault) {
            throw new Unreadable(name, Shown.text(withoutEnd(fault.getMessage())));
        }
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** @throws Unreadable when the file is not there or cannot be read */
    public byte[] bytes(String name) throws Unreadable {
        Path file = folder.resolve(name);
        if (!isThere(name)) {
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
