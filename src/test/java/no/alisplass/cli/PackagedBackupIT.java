package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.alisplass.BesideTheService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample round is backed up while it is served, its data folder is lost, and all of it is there again. */
@BesideTheService
class PackagedBackupIT {
    private static final String RUN = "/api/v1/rounds/ahus-2028-v/runs/1";

    @TempDir
    Path data;

    @TempDir
    Path place;

    private Packaged lost;
    private Packaged restored;

    @AfterEach
    void endAll() throws InterruptedException {
        for (Packaged each : new Packaged[] {lost, restored}) {
            if (each != null) {
                each.endAll();
            }
        }
    }

    @Test
    void the_sample_round_is_there_again_with_its_run_its_proof_and_its_users() throws Exception {
        lost = Packaged.withPrograms(data);
        int port = Packaged.freePort();
        Process service = lost.start("demo", port);
        lost.awaitReady(service, port);
        String password = Files.readString(data.resolve("demo-password")).strip();
        FrontDoor.As before = new FrontDoor(URI.create("http://localhost:" + port)).as("koordinator", password);
        JsonNode run = before.get(RUN);
        JsonNode allocation = before.get(RUN + "/allocation");
        Path file = place.resolve("alis.tar.gz");
        tool("no.alisplass.cli.BackupTool", data, "backup", file.toString());

        lost.endAll();
        Path folder = place.resolve("restored");
        tool("no.alisplass.cli.BackupTool", folder, "restore", file.toString());
        restored = new Packaged(folder);
        int again = Packaged.freePort();
        Process second = restored.start("demo", again);
        restored.awaitReady(second, again);
        FrontDoor.As after = new FrontDoor(URI.create("http://localhost:" + again)).as("koordinator", password);
        assertThat(after.get(RUN)).isEqualTo(run);
        assertThat(after.get(RUN + "/allocation")).isEqualTo(allocation);
        assertThat(after.get("/api/v1/rounds/ahus-2028-v/runs").size()).isEqualTo(1);

        Path exported = unpacked(again, password);
        assertThat(tool("no.alisplass.cli.VerifyFolder", folder, exported.toString()))
                .contains("ACCEPTED");
        assertThat(tool("no.alisplass.cli.Replay", folder, exported.toString())).contains("SAME");
    }

    private Path unpacked(int port, String password) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("koordinator:" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<InputStream> zip = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + RUN + "/export"))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(zip.statusCode()).isEqualTo(200);
        Path folder = Files.createDirectory(place.resolve("exported"));
        try (ZipInputStream files = new ZipInputStream(zip.body())) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), files.readAllBytes());
            }
        }
        return folder;
    }

    /** What a tool of the package says, once it has ended well. */
    private String tool(String type, Path folder, String... arguments) throws IOException, InterruptedException {
        String app = Path.of("target", "quarkus-app").toString();
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                String.join(File.pathSeparator, app + "/app/*", app + "/lib/boot/*", app + "/lib/main/*"),
                type));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ALIS_DATA", folder.toString());
        Path output = Files.createTempFile(place, "tool", ".log");
        Process process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String told = Files.readString(output);
        assertThat(process.exitValue()).as(told).isZero();
        return told;
    }
}
