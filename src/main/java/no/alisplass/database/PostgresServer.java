package no.alisplass.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.alisplass.platform.StartRefused;

/** The PostgreSQL process of one data folder: made, started, ended. */
final class PostgresServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What PostgreSQL writes of a statement that failed has the row in it, and so names and numbers of people. The
     * application is told of every failure; this log keeps to the server itself.
     */
    private static final String QUIET = " -c log_min_messages=log -c log_min_error_statement=panic"
            + " -c log_error_verbosity=terse -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0";

    private final Path programs;
    private final Path folder;
    private final Path data;

    PostgresServer(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        this.data = folder.resolve("postgres");
    }

    /** Makes the cluster when there is none; a half-made one of a killed start never gets its final name. */
    void create(String password) throws IOException {
        if (Files.exists(data)) {
            String version = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!PostgresBinaries.VERSION.startsWith(version + ".")) {
                throw new StartRefused("The data folder " + data + " was written by PostgreSQL " + version
                        + ", and this application brings " + PostgresBinaries.VERSION
                        + ". Maybe export it with that version's pg_dump and import it here.");
            }
            return;
        }
        Path part = folder.resolve("postgres.part");
        PostgresBinaries.delete(part);
        Path passwordFile = folder.resolve("postgres-initial.part");
        DataFolder.writePrivately(passwordFile, password);
        try {
            run(
                    "initdb",
                    "--pgdata=" + part,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on a free loopback port and returns the port. */
    int start() throws IOException {
        endLeftover();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                start(port);
                return port;
            } catch (IOException failed) {
                // Someone else may have taken the port between the look and the start.
                if (attempt == 3) {
                    throw failed;
                }
            }
        }
    }

    /**
     * Starts the server after it ended by itself, on the port it had. The file of the dead process stays for PostgreSQL to
     * judge: it refuses as long as anything of the old server still holds the data.
     */
    void startAgain(int port) throws IOException {
        start(port);
    }

    private void start(int port) throws IOException {
        run(
                "pg_ctl",
                "start",
                "--pgdata=" + data,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--silent",
                "--log=" + folder.resolve("postgres.log"),
                "--options=-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                        + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                        + " -c max_connections=60 -c timezone=UTC" + QUIET);
    }

    /** Whether the server's process is there. */
    boolean isAlive() throws IOException {
        return process().isPresent();
    }

    /** Waits until the server's process has ended, however it ended. */
    void awaitItsEnd() throws IOException {
        process().ifPresent(process -> process.onExit().join());
    }

    void stop() throws IOException {
        Optional<ProcessHandle> process = process();
        run("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + PATIENCE.toSeconds());
        // pg_ctl is content when the pid file is gone, a moment before the process is.
        process.ifPresent(PostgresServer::awaitEnd);
    }

    /** Ends the server a killed application left on exactly this folder; the caller holds the folder's lock. */
    void endLeftover() throws IOException {
        Optional<ProcessHandle> leftover = process();
        if (leftover.isPresent()) {
            // SIGINT is PostgreSQL's fast shutdown, SIGQUIT the immediate one; both keep what was committed.
            if (!ended(leftover.get(), "INT") && !ended(leftover.get(), "QUIT")) {
                throw new StartRefused(
                        "The PostgreSQL process " + leftover.get().pid() + " left by an earlier start on " + data
                                + " does not end. Maybe end it by hand: kill -QUIT "
                                + leftover.get().pid());
            }
        }
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        return lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,18}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::servesThisFolder);
    }

    /** The process number may have gone to somebody else since: only a server on this very folder is ours. */
    private boolean servesThisFolder(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElseGet(List::of);
        return process.isAlive()
                && process.info().command().orElse("").endsWith("/postgres")
                && arguments.contains(data.toString());
    }

    private static boolean ended(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return awaitEnd(process);
    }

    private static boolean awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException late) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // Its output goes to a file: pg_ctl's server would otherwise hold a pipe open for ever.
        Path output = Files.createTempFile(
                folder,
                program,
                ".log",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds() + 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end in time:\n" + Files.readString(output));
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue() + ":\n" + Files.readString(output)
                        + (isRoot() ? "(Maybe start as the user who owns the folder, rather than as root.)" : ""));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean isRoot() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}
