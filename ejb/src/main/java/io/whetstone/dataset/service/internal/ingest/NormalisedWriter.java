package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.service.internal.source.Json;
import io.whetstone.dataset.service.internal.source.RowSink;
import java.io.IOException;

/** Normalises the rows of a file, writes the good ones and reports the others. */
final class NormalisedWriter implements RowSink {
    private final DatasetFormat format;
    private final RowOutput output;
    private final IngestCounts counts;

    NormalisedWriter(DatasetFormat format, RowOutput output, IngestCounts counts) {
        this.format = format;
        this.output = output;
        this.counts = counts;
    }

    @Override
    public void row(long line, JsonNode row) throws IOException {
        try {
            if (format == DatasetFormat.UNNATURAL) {
                instances(line, row);
            } else {
                write(line, Normaliser.normalise(row, format));
            }
        } catch (BadRow fault) {
            bad(line, explain(row, fault));
        }
    }

    @Override
    public void bad(long line, String reason) {
        counts.bad(line, reason);
    }

    private void instances(long line, JsonNode row) throws IOException, BadRow {
        var instruction = Fields.text(row, "instruction");
        var instances = Fields.list(row, "instances");
        if (instances.isEmpty()) {
            throw new BadRow("\"instances\" is empty");
        }
        for (int i = 0; i < instances.size(); i++) {
            try {
                write(line, instance(instruction, instances.get(i)));
            } catch (BadRow fault) {
                bad(line, "instance %d: %s".formatted(i + 1, fault.getMessage()));
            }
        }
    }

    private static ObjectNode instance(String instruction, JsonNode instance) throws BadRow {
        var full = Fields.optional(instance, "instruction_with_input");
        var user = full.isBlank() ? Normaliser.instruction(instruction, Fields.optional(instance, "input")) : full;
        return Turns.of("", user, Fields.text(instance, "output"));
    }

    private void write(long line, ObjectNode normal) throws IOException {
        output.write(line, Json.MAPPER.writeValueAsBytes(normal));
        counts.good(normal.path("messages").size());
    }

    private String explain(JsonNode row, BadRow fault) {
        return RowShape.of(row)
                .filter(shape -> shape != format && shape != DatasetFormat.JSONL)
                .map(shape -> "looks like %s in a file of %s: %s"
                        .formatted(shape.wireName(), format.wireName(), fault.getMessage()))
                .orElseGet(() -> String.valueOf(fault.getMessage()));
    }
}
