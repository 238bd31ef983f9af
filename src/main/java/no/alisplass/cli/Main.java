package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.alisplass.platform.DataFolder;
import no.alisplass.platform.EmbeddedDatabase;
import no.alisplass.platform.StartRefused;

/** Where the process begins: {@code serve} or {@code demo}, with a database of its own when none is configured. */
@QuarkusMain
public class Main {
    private static final long PATIENCE_SECONDS = 30;

    Main() {}

    public static void main(String... arguments) {
        Command command = Command.of(arguments).orElse(null);
        if (command == null) {
            System.err.println("Say what to do: serve or demo. (" + String.join(" ", arguments) + ")");
            System.exit(2);
        }
        command.prepare();
        try {
            EmbeddedDatabase database = ConfiguredDatabase.exists() ? null : embedded();
            SessionKey.ensure();
            UploadFolder.ensure();
            run(database, arguments);
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
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
        if (database != null) {
            // At SIGTERM all hooks run at once: the database waits until the application has stopped.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, database), "database-closer"));
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
        System.err.println("The start failed: " + failure.getMessage());
    }

    private static void closeAfter(CountDownLatch stopped, EmbeddedDatabase database) {
        try {
            stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
