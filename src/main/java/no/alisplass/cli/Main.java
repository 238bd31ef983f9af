package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.alisplass.database.DataFolder;
import no.alisplass.database.EmbeddedDatabase;
import no.alisplass.platform.StartRefused;

/** Where the process begins: {@code serve} or {@code demo}, with a database of its own when none is configured. */
@QuarkusMain
public class Main {
    /** Longer than the application gives work that is going on (quarkus.thread-pool.shutdown-timeout). */
    private static final long PATIENCE_SECONDS = 20;

    private static final int STUCK = 4;

    /** As in application.properties. */
    private static final String FIGURES_PORT = "9000";

    Main() {}

    public static void main(String... arguments) {
        Command command = Command.of(arguments).orElse(null);
        if (command == null) {
            System.err.println("Say what to do: serve or demo. (" + String.join(" ", arguments) + ")");
            System.exit(2);
        }
        if (arguments.length > 1) {
            System.err.println("\"" + arguments[0] + "\" takes nothing more: "
                    + String.join(" ", List.of(arguments).subList(1, arguments.length))
                    + ". What can be set is set by variables: ALIS_PORT=8081 ./alis " + arguments[0]);
            System.exit(2);
        }
        command.prepare();
        try {
            StartChecks.port(
                    ConfiguredDatabase.value("quarkus.http.port").orElse("8080"),
                    ConfiguredDatabase.value("quarkus.http.host").orElse(null));
            figuresPort();
            boolean configured = ConfiguredDatabase.exists();
            if (configured) {
                ConfiguredDatabase.check();
            }
            EmbeddedDatabase database = configured ? null : embedded();
            SessionKey.ensure();
            UploadFolder.ensure();
            run(database, arguments);
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /** Where nobody chose a port for the figures, a second service on a machine starts too: it takes one that is free. */
    private static void figuresPort() {
        String host = ConfiguredDatabase.value("quarkus.management.host").orElse("127.0.0.1");
        Optional<String> chosen = Stream.of(
                        System.getProperty("quarkus.management.port"),
                        System.getenv("QUARKUS_MANAGEMENT_PORT"),
                        System.getenv("ALIS_MANAGEMENT_PORT"))
                .filter(port -> port != null && !port.isBlank())
                .findFirst();
        try {
            StartChecks.port(chosen.orElse(FIGURES_PORT), host, "ALIS_MANAGEMENT_PORT", FIGURES_PORT);
        } catch (StartRefused refused) {
            if (chosen.isPresent()) {
                throw refused;
            }
            StartChecks.port("0", host);
            System.setProperty("quarkus.management.port", "0");
        }
    }

    private static EmbeddedDatabase embedded() {
        System.err.println("Starting the database in " + DataFolder.configured() + " ...");
        EmbeddedDatabase database = EmbeddedDatabase.start(DataFolder.configured());
        database.settings().forEach(System::setProperty);
        return database;
    }

    private static void run(EmbeddedDatabase database, String... arguments) {
        CountDownLatch stopped = new CountDownLatch(1);
        // At SIGTERM all hooks run at once: the database waits until the application has stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, database), "database-closer"));
        if (database != null) {
            // Whoever supervises the process starts it afresh, with the database.
            database.watch(() -> System.exit(1));
        }
        Quarkus.run(
                Application.class,
                (code, failure) -> {
                    stopped.countDown();
                    if (failure != null) {
                        explain(failure);
                        System.exit(code == 0 ? 1 : code);
                    }
                },
                arguments);
        System.exit(0);
    }

    /** Quarkus has logged the failure, but says nothing of what to do about the commonest one. */
    private static void explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                System.err.println(cause.getMessage());
                return;
            }
            if (cause instanceof BindException) {
                System.err.println("The port is in use by another program. Maybe stop that, or choose another port:"
                        + " ALIS_PORT=8081.");
                return;
            }
        }
        if (is(failure, "FlywayValidateException") || is(failure, "SchemaManagementException")) {
            System.err.println(
                    "The tables of the database are not this version's. Maybe a newer alisplass has used it: start that"
                            + " one, or give this one another database.");
            return;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        System.err.println("The start failed: " + root.getMessage());
    }

    private static boolean is(Throwable failure, String type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static void closeAfter(CountDownLatch stopped, EmbeddedDatabase database) {
        boolean hasStopped = false;
        try {
            hasStopped = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (database != null) {
            database.close();
        }
        if (!hasStopped) {
            // Work that does not end must not keep the process: what it has not committed was never acknowledged.
            Runtime.getRuntime().halt(STUCK);
        }
    }
}
