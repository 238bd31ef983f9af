package no.alisplass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.database.DataFolder;
import no.alisplass.platform.StartRefused;

/**
 * Where uploaded waitlists lie while they are read: in the data folder, for its owner alone. What a killed process left
 * there is removed at the next start.
 */
final class UploadFolder {
    private static final String PROPERTY = "quarkus.http.body.uploads-directory";

    private UploadFolder() {}

    static void ensure() {
        if (ConfiguredDatabase.value(PROPERTY).isPresent()) {
            return;
        }
        Path data = DataFolder.configured();
        try {
            Path folder = of(data, ProcessHandle.current().pid());
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "Uploaded files cannot be kept in " + data + " (" + unwritable
                            + "). Maybe give a folder that can be" + " written: ALIS_DATA=/another/folder.",
                    unwritable);
        }
    }

    /** The folder of a process, empty; those of processes that are no more are gone. */
    static Path of(Path data, long process) throws IOException {
        Path uploads = data.resolve("uploads");
        Files.createDirectories(
                uploads, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> folders = Files.list(uploads)) {
            for (Path folder : folders.toList()) {
                if (!alive(folder, process)) {
                    remove(folder);
                }
            }
        }
        return Files.createDirectory(
                uploads.resolve(Long.toString(process)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static boolean alive(Path folder, long self) {
        String name = folder.getFileName().toString();
        return name.matches("[0-9]{1,18}")
                && Long.parseLong(name) != self
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
