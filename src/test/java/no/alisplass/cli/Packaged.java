package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Processes of the packaged application on one data folder. */
final class Packaged {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Path data;
    private final List<Process> started = new ArrayList<>();

    Packaged(Path data) {
        this.data = data;
    }

    /** On a folder for which PostgreSQL's programs need not be unpacked again. */
    static Packaged withPrograms(Path data) throws IOException {
        try (Stream<Path> unpacked = Files.exists(PROGRAMS) ? Files.list(PROGRAMS) : Stream.empty()) {
            for (Path home :
                    unpacked.filter(each -> !each.toString().endsWith(".part")).toList()) {
                Files.createDirectories(data);
                Files.createSymbolicLink(data.resolve(home.getFileName()), home.toAbsolutePath());
            }
        }
        return new Packaged(data);
    }

    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        servers().forEach(ProcessHandle::destroyForcibly);
    }

    Process start(String command, int port) throws IOException {
        return start(command, port, Map.of());
    }

    /** @param settings environment variables of the process */
    Process start(String command, int port, Map<String, String> settings) throws IOException {
        assertThat(JAR).as("the package, made by mvn package").exists();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // A third of a start is looking over classes that the compiler made a minute ago.
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-jar",
                        JAR.toString(),
                        command)
                .redirectErrorStream(true);
        builder.environment().put("ALIS_DATA", data.toString());
        builder.environment().put("ALIS_PORT", Integer.toString(port));
        builder.environment().put("ALIS_MANAGEMENT_PORT", "0");
        builder.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
        builder.environment().putAll(settings);
        builder.redirectOutput(
                data.resolve("service-" + started.size() + ".log").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    void awaitReady(Process process, int port) throws IOException {
        Awaitility.await()
                .atMost(180, TimeUnit.SECONDS)
                .failFast(() -> assertThat(process.isAlive()).as(log(process)).isTrue())
                .until(() -> log(process), log -> log.contains("answers at"));
        assertThat(log(process)).contains("http://localhost:" + port + "/");
    }

    String log(Process process) throws IOException {
        return Files.readString(data.resolve("service-" + started.indexOf(process) + ".log"));
    }

    /** The PostgreSQL servers (not their workers) on this test's folder. */
    List<ProcessHandle> servers() {
        String folder = data.resolve("postgres").toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(folder))
                        .isPresent())
                .toList();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
