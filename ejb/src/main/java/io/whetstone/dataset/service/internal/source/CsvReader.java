package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads comma-separated values with a header (RFC 4180) as rows of strings; lists are read from their JSON text. */
final class CsvReader implements RowReader {
    private static final Set<String> JSON_COLUMNS = Set.of("messages", "conversations", "instances", "reward");

    private final CsvRecords records;

    CsvReader(Reader source, char separator, SourceLimits limits) {
        this.records = new CsvRecords(source, separator, limits);
    }

    @Override
    public void read(RowSink sink) throws IOException {
        var header = header();
        while (records.next()) {
            var fields = records.fields();
            if (fields.size() == header.size()) {
                row(header, fields, sink);
            } else {
                sink.bad(
                        records.line(),
                        "has %d fields where the header has %d".formatted(fields.size(), header.size()));
            }
        }
    }

    private List<String> header() throws IOException {
        if (!records.next()) {
            throw new SourceException("The file has no header");
        }
        var names = records.fields().stream().map(String::strip).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new SourceException("The header names a column twice");
        }
        return names;
    }

    private void row(List<String> header, List<String> fields, RowSink sink) throws IOException {
        var row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            row.set(header.get(i), value(header.get(i), fields.get(i)));
        }
        sink.row(records.line(), row);
    }

    private static JsonNode value(String column, String field) {
        if (!JSON_COLUMNS.contains(column)) {
            return TextNode.valueOf(field);
        }
        try {
            return Json.parse(field);
        } catch (JsonProcessingException plainText) {
            return TextNode.valueOf(field);
        }
    }
}
