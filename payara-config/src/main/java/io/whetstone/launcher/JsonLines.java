package io.whetstone.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** One log record as one line of JSON: at, level, logger, thread, message and, where there is one, the exception. */
public final class JsonLines extends Formatter {
    /** The log manager makes one by name. */
    public JsonLines() {}

    @Override
    public String format(LogRecord record) {
        var line = new StringBuilder(256);
        line.append("{\"at\":\"").append(record.getInstant()).append('"');
        field(line, "level", record.getLevel().getName());
        field(line, "logger", record.getLoggerName());
        line.append(",\"thread\":").append(record.getLongThreadID());
        field(line, "message", formatMessage(record));
        if (record.getThrown() != null) {
            field(line, "exception", trace(record.getThrown()));
        }
        return line.append("}\n").toString();
    }

    private static void field(StringBuilder line, String name, @Nullable String value) {
        line.append(",\"").append(name).append("\":\"");
        escape(line, value == null ? "" : value);
        line.append('"');
    }

    private static void escape(StringBuilder line, String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            switch (letter) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> line.append(letter < ' ' ? "\\u%04x".formatted((int) letter) : String.valueOf(letter));
            }
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
