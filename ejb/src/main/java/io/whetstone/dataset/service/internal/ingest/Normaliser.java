package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.dataset.entity.DatasetFormat;

/** Brings one row of a format into its normal form. Unnatural rows hold several examples and have their own reader. */
final class Normaliser {
    private Normaliser() {}

    static ObjectNode normalise(JsonNode row, DatasetFormat format) throws BadRow {
        if (!row.isObject() && !row.isArray() && !row.isTextual()) {
            throw new BadRow("a row must be a JSON object but is " + Fields.kind(row));
        }
        return switch (format) {
            case CHATML -> chat(row, "messages");
            case SHAREGPT -> chat(row, "conversations");
            case JSONL -> generic(row);
            case ALPACA -> alpaca(row);
            case OPENORCA -> openOrca(row);
            case DPO -> preference(row);
            case RLHF -> rated(row);
            case RAW_TEXT -> text(row);
            case UNNATURAL -> throw new IllegalArgumentException("several examples a row");
        };
    }

    static String instruction(String instruction, String input) {
        return input.isBlank() ? instruction : instruction + "\n\n" + input;
    }

    private static ObjectNode chat(JsonNode row, String field) throws BadRow {
        return Turns.of(row.isArray() ? row : Fields.list(row, field));
    }

    private static ObjectNode generic(JsonNode row) throws BadRow {
        if (row.hasNonNull("messages")) {
            return chat(row, "messages");
        }
        var system = Fields.optional(row, row.hasNonNull("system_prompt") ? "system_prompt" : "system");
        return Turns.of(system, Fields.first(row, RowShape.QUESTIONS), Fields.first(row, RowShape.ANSWERS));
    }

    /** Alpaca and its cousin Dolly, which calls the input {@code context} and the output {@code response}. */
    private static ObjectNode alpaca(JsonNode row) throws BadRow {
        var input = Fields.optional(row, row.hasNonNull("input") ? "input" : "context");
        var output = Fields.text(row, row.hasNonNull("response") && !row.hasNonNull("output") ? "response" : "output");
        var system = Fields.optional(row, row.hasNonNull("system") ? "system" : "system_prompt");
        return Turns.of(system, instruction(Fields.text(row, "instruction"), input), output);
    }

    private static ObjectNode openOrca(JsonNode row) throws BadRow {
        return Turns.of(
                Fields.optional(row, "system_prompt"), Fields.text(row, "question"), Fields.text(row, "response"));
    }

    private static ObjectNode preference(JsonNode row) throws BadRow {
        var normal = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", Fields.text(row, "prompt"))
                .put("chosen", Fields.text(row, "chosen"))
                .put("rejected", Fields.text(row, "rejected"));
        if (normal.get("chosen").equals(normal.get("rejected"))) {
            throw new BadRow("\"chosen\" and \"rejected\" are the same");
        }
        return normal;
    }

    private static ObjectNode rated(JsonNode row) throws BadRow {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt", Fields.text(row, "prompt"))
                .put("response", Fields.text(row, "response"))
                .put("reward", Fields.number(row, "reward"));
    }

    private static ObjectNode text(JsonNode row) throws BadRow {
        var source = row.isTextual() ? JsonNodeFactory.instance.objectNode().set("text", row) : row;
        return JsonNodeFactory.instance.objectNode().put("text", Fields.text(source, "text"));
    }
}
