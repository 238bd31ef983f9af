package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.alisplass.database.EmbeddedDatabase;
import no.alisplass.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "65536", "999999", "80 80", "8080x"})
    void what_is_no_port_is_told_with_what_stood_there(String port) {
        assertThatThrownBy(() -> StartChecks.port(port, null))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The port \"" + port + "\" is no number from 1 to 65535. Maybe write ALIS_PORT=8080.");
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_number() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> StartChecks.port(Integer.toString(port), "127.0.0.1"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Port " + port + " is in use by another program.");
        }
        assertThatCode(() -> StartChecks.port("0", "127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void the_port_of_the_figures_is_told_by_its_own_setting() {
        assertThatThrownBy(() -> StartChecks.port("x", "127.0.0.1", "ALIS_MANAGEMENT_PORT", "9000"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The port \"x\" is no number from 1 to 65535. Maybe write ALIS_MANAGEMENT_PORT=9000.");
    }

    @Test
    void an_address_this_machine_has_not_is_told() {
        assertThatThrownBy(() -> StartChecks.port("0", "192.0.2.1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no address \"192.0.2.1\"");
    }

    @Test
    void each_way_a_database_keeps_us_out_has_its_sentence() throws Exception {
        Path programs = Files.createDirectories(Path.of("target", "postgres-programs"));
        String url;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, programs)) {
            url = database.url();
            assertThatCode(() -> StartChecks.database(database.url(), database.username(), database.password()))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> StartChecks.database(database.url(), database.username(), "feil"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("The database " + database.url()
                            + " does not let the user \"alisplass\" in: wrong name or password. Maybe check"
                            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
            String other = database.url().replaceFirst("/alisplass$", "/finnes-ikke");
            assertThatThrownBy(() -> StartChecks.database(
                            other + "?ApplicationName=hemmelig", database.username(), database.password()))
                    .hasMessageContaining("has no database of the name in " + other + ".")
                    .hasMessageNotContaining("hemmelig");
        }
        assertThatThrownBy(() -> StartChecks.database(url, "alisplass", "x"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("No PostgreSQL answers at " + url);
        assertThatThrownBy(() -> StartChecks.database("postgres://vert/alisplass", "alisplass", "x"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is no address of a PostgreSQL database");
    }

    @ParameterizedTest
    @CsvSource({
        "config/application.properties, quarkus.datasource.jdbc.url=jdbc:feil",
        "config/application.properties, %demo.quarkus.datasource.jdbc.url=jdbc:${WHERE:feil}",
        "config/application-demo.properties, quarkus.datasource.jdbc.url=jdbc:feil",
        ".env, QUARKUS_DATASOURCE_JDBC_URL=jdbc:feil"
    })
    void a_database_that_is_configured_anywhere_is_the_one_that_is_tried(String file, String setting) throws Exception {
        // A profile's file is read beside the one of all profiles only.
        Files.createFile(Files.createDirectory(folder.resolve("config")).resolve("application.properties"));
        Files.writeString(folder.resolve(file), setting);
        ProcessBuilder start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        start.environment().put("ALIS_PORT", "0");
        start.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
        Process process = start.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).contains("\"jdbc:feil\" is no address of a PostgreSQL database");
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
