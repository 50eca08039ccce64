package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.dataset.service.internal.source.RowSink;
import java.io.IOException;

/**
 * Joins rows that are single turns ({@code {role, content}}) into conversations before they go on.
 *
 * <p>A system turn opens a conversation; without one, so does each user turn after an answer.
 */
final class TurnJoiner implements RowSink {
    private static final int MAX_TURNS = 1000;

    private final RowSink next;
    private ArrayNode turns = JsonNodeFactory.instance.arrayNode();
    private long start;

    TurnJoiner(RowSink next) {
        this.next = next;
    }

    @Override
    public void row(long line, JsonNode row) throws IOException {
        if (!isTurn(row)) {
            flush();
            next.row(line, row);
            return;
        }
        if (turns.isEmpty() || opens(row) || turns.size() == MAX_TURNS) {
            flush();
            start = line;
        }
        turns.add(row);
    }

    @Override
    public void bad(long line, String reason) throws IOException {
        flush();
        next.bad(line, reason);
    }

    @Override
    public void end() throws IOException {
        flush();
        next.end();
    }

    private void flush() throws IOException {
        if (!turns.isEmpty()) {
            var joined = JsonNodeFactory.instance.objectNode().set("messages", turns);
            turns = JsonNodeFactory.instance.arrayNode();
            next.row(start, joined);
        }
    }

    private boolean opens(JsonNode turn) {
        var role = turn.path("role").asText();
        boolean unframed = !turns.get(0).path("role").asText().equals("system");
        boolean answered = turns.get(turns.size() - 1).path("role").asText().equals("assistant");
        return role.equals("system") || (unframed && answered && role.equals("user"));
    }

    private static boolean isTurn(JsonNode row) {
        return row.hasNonNull("role") && row.hasNonNull("content");
    }
}
