package no.alisplass.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import no.alisplass.domain.text.Sha256;
import no.alisplass.platform.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * One file with all that a data folder's service would need elsewhere: the built-in database and the secrets. While the
 * service runs, the database is told that it is being copied, and the copy becomes whole by the journal that comes along.
 */
public final class Backup {
    /** The last entry: what every other one must be. */
    static final String SUMS = "SHA256SUMS";

    static final String DATABASE = "postgres";

    /** What belongs to the running server, and what a server makes anew: not part of a copy (PostgreSQL's manual names them). */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "backup_label.old");

    private static final List<String> EMPTIED = List.of(
            "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans", "pg_replslot");
    private static final String JOURNAL = "pg_wal";

    private final Path folder;
    private final Path data;
    private final StringBuilder sums = new StringBuilder();
    private TarArchiveOutputStream tar;

    private Backup(Path folder) {
        this.folder = folder;
        this.data = folder.resolve(DATABASE);
    }

    /**
     * Writes the backup of a data folder, which only its owner can read; whole or not at all.
     *
     * @throws StartRefused when there is no database in the folder, when the file exists, or when the service is just starting
     */
    public static void write(Path dataFolder, Path file) throws IOException, SQLException {
        Path folder = dataFolder.toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve(DATABASE).resolve("PG_VERSION"))) {
            throw new StartRefused(
                    "There is no built-in database in " + folder
                            + ". Maybe name the folder: ALIS_DATA=/another/folder. A PostgreSQL of your own is backed up with pg_dump.");
        }
        if (Files.exists(file)) {
            throw new StartRefused(
                    file + " exists already. Maybe choose another name, for example with the date in it.");
        }
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                new Backup(folder).write(tar);
            }
            Files.move(part, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(TarArchiveOutputStream to) throws IOException, SQLException {
        tar = to;
        int port = runningPort();
        if (port > 0) {
            running(port);
        } else {
            DataFolder held = DataFolder.hold(folder);
            try {
                copyDatabase(true);
            } finally {
                held.close();
            }
        }
        copySecrets();
        put(SUMS, sums.toString().getBytes(StandardCharsets.UTF_8), 0600);
    }

    /** The server's port by its own file; 0 when no server is on the folder. */
    private int runningPort() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(file);
        boolean alive = lines.size() > 3
                && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        return alive ? Integer.parseInt(lines.get(3).strip()) : 0;
    }

    private void running(int port) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        String password = DataFolder.secret(folder, "postgres-password");
        try (Connection server = DriverManager.getConnection(url, "postgres", password);
                Statement statement = server.createStatement()) {
            // Keeps the journal from the beginning of the copy to its end; gone with this connection.
            statement.execute("SELECT pg_create_physical_replication_slot('alis_backup', true, true)");
            statement.execute("SELECT pg_backup_start('alis backup', true)");
            copyDatabase(false);
            try (ResultSet stop = statement.executeQuery("SELECT labelfile, spcmapfile FROM pg_backup_stop(false)")) {
                stop.next();
                put(DATABASE + "/backup_label", stop.getString(1).getBytes(StandardCharsets.UTF_8), 0600);
            }
            copyTree(data.resolve(JOURNAL));
        }
    }

    /** @param journal whether the journal is copied along with the rest, as it may be when nothing writes it */
    private void copyDatabase(boolean journal) throws IOException {
        folder(data);
        try (Stream<Path> parts = Files.list(data)) {
            for (Path each : parts.sorted().toList()) {
                String name = each.getFileName().toString();
                if (NOT_COPIED.contains(name)) {
                    continue;
                }
                if (EMPTIED.contains(name)) {
                    folder(each);
                } else if (journal || !name.equals(JOURNAL)) {
                    copyTree(each);
                }
            }
        }
    }

    private void copyTree(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted().toList()) {
                if (Files.isDirectory(each)) {
                    folder(each);
                } else {
                    copy(each);
                }
            }
        }
    }

    /** Everything at the top of the folder but locks, logs and what is half made: passwords and the session key. */
    private void copySecrets() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = each.getFileName().toString();
                if (!name.endsWith(".lock") && !name.endsWith(".log") && !name.endsWith(".part")) {
                    copy(each);
                }
            }
        }
    }

    private void folder(Path path) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(folder.relativize(path) + "/");
        entry.setMode(0700);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void put(String name, byte[] content, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        if (!name.equals(SUMS)) {
            sum(name, Sha256.hex(content));
        }
    }

    /** As long as it was at the beginning: what a running server writes meanwhile is in the journal. */
    private void copy(Path file) throws IOException {
        long size;
        InputStream content;
        try {
            size = Files.size(file);
            content = Files.newInputStream(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        try (content) {
            String name = folder.relativize(file).toString();
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            entry.setMode(0600);
            tar.putArchiveEntry(entry);
            DigestOutputStream out = new DigestOutputStream(tar, Sha256.fresh());
            byte[] block = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = content.read(block, 0, (int) Math.min(block.length, left));
                if (read < 0) {
                    // Cut off meanwhile; the journal says so too.
                    java.util.Arrays.fill(block, (byte) 0);
                    read = (int) Math.min(block.length, left);
                }
                out.write(block, 0, read);
                left -= read;
            }
            tar.closeArchiveEntry();
            sum(name, Sha256.hex(out.getMessageDigest()));
        }
    }

    private void sum(String name, String hash) {
        sums.append(hash).append("  ").append(name).append('\n');
    }
}
