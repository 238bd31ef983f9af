package no.alisplass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is told to the log from now until it is closed, by whomever. */
public final class Heard extends Handler {
    private static final PatternFormatter SENTENCE = new PatternFormatter("%s");

    private final StringBuffer text = new StringBuffer();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public Heard() {
        Logger.getLogger("").addHandler(this);
    }

    /** All of it: the words, what is put into them, the stacks. */
    public String text() {
        return text.toString();
    }

    /** The sentences as they stand in the log. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord told) {
        String line = SENTENCE.format(ExtLogRecord.wrap(told));
        lines.add(line);
        text.append(told.getMessage()).append(' ').append(line);
        for (Object each : told.getParameters() == null ? new Object[0] : told.getParameters()) {
            text.append(' ').append(each);
        }
        if (told.getThrown() != null) {
            StringWriter stack = new StringWriter();
            told.getThrown().printStackTrace(new PrintWriter(stack));
            text.append(stack);
        }
        text.append('\n');
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
