package io.whetstone.launcher;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers what the server found severe while it deployed, since its deploy call does not tell. */
final class DeploymentLog extends Handler {
    private static final int KEPT = 5;
    private static final int LONGEST = 600;

    private final List<String> severe = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.SEVERE.intValue() && severe.size() < KEPT) {
            severe.add(reason(formatter.formatMessage(record), record.getThrown()));
        }
    }

    private static String reason(String message, @Nullable Throwable thrown) {
        var text = essence(message);
        var root = thrown == null ? "" : essence(Causes.root(thrown).toString());
        return root.isEmpty() || text.contains(root) ? text : text + " (" + root + ")";
    }

    /** Messages of the server carry stack traces and repeat what they wrap. */
    static String essence(String message) {
        var text = message.lines()
                .filter(line -> !line.stripLeading().startsWith("at ") && !line.isBlank())
                .collect(Collectors.joining("\n"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    String reasons() {
        return severe.stream()
                .distinct()
                .map(text -> "  " + text.replace("\n", "\n  "))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
