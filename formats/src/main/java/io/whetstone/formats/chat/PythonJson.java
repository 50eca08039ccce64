package io.whetstone.formats.chat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Python's {@code json.dumps(value, ensure_ascii=False, indent=…)} writes it. */
final class PythonJson {
    private final StringBuilder out = new StringBuilder();
    private final int indent;

    private PythonJson(int indent) {
        this.indent = indent;
    }

    /** {@code indent} of zero means one line with a space after each comma and colon. */
    static String write(@Nullable Object value, int indent) {
        PythonJson json = new PythonJson(indent);
        json.value(value, 1);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof Iterable<?> list) {
            list(list, depth);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        for (boolean first = true; entries.hasNext(); first = false) {
            Map.Entry<?, ?> entry = entries.next();
            separate(first, depth);
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
        }
        close(map.isEmpty(), depth).append('}');
    }

    private void list(Iterable<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            separate(first, depth);
            value(item, depth + 1);
            first = false;
        }
        close(first, depth).append(']');
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(indent > 0 ? "," : ", ");
        }
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    private StringBuilder close(boolean empty, int depth) {
        return empty || indent == 0 ? out : out.append('\n').append(" ".repeat(indent * (depth - 1)));
    }

    private void string(String text) {
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(text))
                .append('"');
    }
}
