package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * Reads rows out of JSON that spans lines: an array of rows, an object that wraps such an array, or objects one after
 * the other. Only one row is in memory at a time.
 */
record JsonDocumentReader(Reader source, SourceLimits limits) implements RowReader {
    private static final Set<String> WRAPPERS = Set.of("examples", "data", "rows", "train");

    @Override
    public void read(RowSink sink) throws IOException {
        try (var parser = new BoundedParser(Json.MAPPER.getFactory().createParser(source), limits.rowBytes())) {
            readAll(parser, sink);
        }
    }

    private void readAll(BoundedParser parser, RowSink sink) throws IOException {
        try {
            while (parser.nextToken() != null) {
                topLevel(parser, sink);
                parser.rowStartsHere();
            }
        } catch (StreamConstraintsException tooLarge) {
            throw new SourceException("Row in line %d: %s".formatted(parser.rowLine(), tooLarge.getOriginalMessage()));
        } catch (JsonProcessingException broken) {
            throw new SourceException(
                    broken.getOriginalMessage().startsWith("Unexpected end-of-input")
                            ? "The file ends in the middle of a JSON value, line " + lineOf(parser)
                            : "Line %d: %s".formatted(lineOf(parser), Json.reason(broken)));
        }
    }

    private static void topLevel(BoundedParser parser, RowSink sink) throws IOException {
        switch (parser.currentToken()) {
            case START_ARRAY -> rows(parser, sink);
            case START_OBJECT -> object(parser, sink);
            default -> sink.bad(lineOf(parser), "a row must be a JSON object");
        }
    }

    private static void rows(BoundedParser parser, RowSink sink) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.rowStartsHere();
            sink.row(parser.rowLine(), Json.MAPPER.<JsonNode>readTree(parser));
        }
    }

    /** Is itself the row unless one of its fields holds the rows. */
    private static void object(BoundedParser parser, RowSink sink) throws IOException {
        parser.rowStartsHere();
        long line = parser.rowLine();
        var row = JsonNodeFactory.instance.objectNode();
        boolean wrapper = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && WRAPPERS.contains(field)) {
                wrapper = true;
                rows(parser, sink);
                parser.rowStartsHere();
            } else {
                row.set(field, Json.MAPPER.<JsonNode>readTree(parser));
            }
        }
        if (!wrapper) {
            sink.row(line, row);
        }
    }

    private static long lineOf(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }
}
