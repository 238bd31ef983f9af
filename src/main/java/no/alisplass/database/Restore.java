package no.alisplass.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import no.alisplass.domain.text.Sha256;
import no.alisplass.platform.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Puts a data folder back from a {@link Backup}'s file, after all of it has been looked over. */
public final class Restore {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Restore() {}

    /**
     * Restores into a folder, made when missing; one that has a database already is left as it is.
     *
     * @throws StartRefused when there is one, or when the file is no whole backup
     */
    public static void into(Path dataFolder, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new StartRefused("There is no file " + file + " that can be read. Maybe see to its name and owner.");
        }
        DataFolder folder = DataFolder.hold(dataFolder);
        Path part = folder.path().resolve("restore.part");
        try {
            if (Files.exists(folder.path().resolve(Backup.DATABASE))) {
                throw new StartRefused("There is a database in " + folder.path()
                        + " already, and nothing of it is overwritten. Maybe restore into another folder"
                        + " (ALIS_DATA=/another/folder), or move this one away first.");
            }
            PostgresBinaries.delete(part);
            unpack(file, part);
            try (Stream<Path> restored = Files.list(part)) {
                // The database last: only with it is the folder in use.
                for (Path each : restored.sorted(java.util.Comparator.comparing(Files::isDirectory))
                        .toList()) {
                    Files.move(
                            each,
                            folder.path().resolve(each.getFileName()),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } finally {
            PostgresBinaries.delete(part);
            folder.close();
        }
    }

    private static void unpack(Path file, Path into) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> told = null;
        Files.createDirectory(into, OWNERS_FOLDER);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = into.resolve(entry.getName()).normalize();
                if (!place.startsWith(into) || entry.isSymbolicLink() || entry.isLink()) {
                    throw broken(file, "it names a place outside itself (" + entry.getName() + ")");
                }
                if (entry.getName().equals(Backup.SUMS)) {
                    told = sums(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                } else if (entry.isDirectory()) {
                    Files.createDirectories(place, OWNERS_FOLDER);
                } else {
                    found.put(entry.getName(), write(tar, place));
                }
            }
        } catch (IOException cut) {
            throw broken(file, "it ends too early or is no backup (" + cut.getMessage() + ")");
        }
        if (told == null) {
            throw broken(file, "its end is missing");
        }
        if (!told.equals(found)) {
            Map<String, String> expected = told;
            String names = Stream.concat(told.keySet().stream(), found.keySet().stream())
                    .distinct()
                    .filter(name -> !java.util.Objects.equals(expected.get(name), found.get(name)))
                    .limit(3)
                    .collect(Collectors.joining(", "));
            throw broken(file, "what is in it is not what was put in (" + names + ")");
        }
    }

    private static String write(TarArchiveInputStream tar, Path place) throws IOException {
        Files.createDirectories(place.getParent(), OWNERS_FOLDER);
        Files.createFile(place, OWNERS_FILE);
        try (OutputStream out = Files.newOutputStream(place);
                DigestOutputStream digest = new DigestOutputStream(out, Sha256.fresh())) {
            tar.transferTo(digest);
            return Sha256.hex(digest.getMessageDigest());
        }
    }

    private static Map<String, String> sums(String text) {
        Map<String, String> sums = new TreeMap<>();
        text.lines().forEach(line -> {
            int gap = line.indexOf("  ");
            sums.put(line.substring(gap + 2), line.substring(0, gap));
        });
        return sums;
    }

    private static StartRefused broken(Path file, String why) {
        return new StartRefused(
                file + " cannot be restored: " + why + ". Nothing was changed. Maybe take another backup's file.");
    }
}
