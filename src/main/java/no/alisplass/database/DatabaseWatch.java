package no.alisplass.database;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the application's own PostgreSQL again when it has ended, a bounded number of times. */
public final class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 1000;

    /** More ends than this within the span are no accident. */
    private static final int MAX_ENDS = 5;

    private static final long SPAN_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static volatile DatabaseWatch current;

    private final EmbeddedDatabase database;
    private final Runnable givenUp;
    private final Deque<Long> ends = new ArrayDeque<>();

    private DatabaseWatch(EmbeddedDatabase database, Runnable givenUp) {
        this.database = database;
        this.givenUp = givenUp;
    }

    static DatabaseWatch over(EmbeddedDatabase database, Runnable givenUp) {
        DatabaseWatch watch = new DatabaseWatch(database, givenUp);
        Thread thread = new Thread(watch::keep, "database-watch");
        thread.setDaemon(true);
        thread.start();
        current = watch;
        return watch;
    }

    /** Whether the watched server's process is gone; false when there is none to watch. */
    static boolean seesItGone() {
        DatabaseWatch watch = current;
        return watch != null && !watch.database.isClosed() && !watch.database.isAlive();
    }

    private void keep() {
        try {
            while (true) {
                database.awaitEndOfServer();
                if (database.isClosed()) {
                    return;
                }
                if (tooOften() || !startedAgain()) {
                    LOG.error("The database does not run any more. More may stand in postgres.log in the data folder.");
                    givenUp.run();
                    return;
                }
            }
        } catch (IOException unreadable) {
            LOG.error("The database cannot be watched any more", unreadable);
            givenUp.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tooOften() {
        long now = System.nanoTime();
        ends.addLast(now);
        ends.removeIf(end -> now - end > SPAN_NANOS);
        return ends.size() > MAX_ENDS;
    }

    private boolean startedAgain() throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES && !database.isClosed(); attempt++) {
            LOG.warnf("The database ended by itself; it is started again (attempt %d)", attempt);
            try {
                database.startAgain();
                LOG.warn("The database runs again");
                return true;
            } catch (IOException refused) {
                LOG.warn(refused.getMessage());
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return database.isClosed();
    }
}
