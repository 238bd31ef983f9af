package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.alisplass.platform.DataFolder;
import no.alisplass.platform.EmbeddedDatabase;
import no.alisplass.platform.StartRefused;

/** Where the process begins: {@code serve} or {@code demo}, with a database of its own when none is configured. */
@QuarkusMain(name = "alis")
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
                        System.exit(code == 0 ? 1 : code);
                    }
                },
                arguments);
        System.exit(0);
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
