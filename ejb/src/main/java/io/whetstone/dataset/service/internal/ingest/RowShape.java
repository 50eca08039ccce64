package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.DatasetFormat;
import java.util.List;
import java.util.Optional;

/** Tells from the fields of one row which format it is written in. */
final class RowShape {
    static final List<String> QUESTIONS = List.of("prompt", "question", "instruction", "query", "input", "user");
    static final List<String> ANSWERS = List.of("completion", "response", "answer", "output", "assistant", "target");

    // From the most telling fields to the least: an alpaca row may carry a text, and any pair is a generic row.
    private static final List<DatasetFormat> ORDER = List.of(
            DatasetFormat.SHAREGPT,
            DatasetFormat.CHATML,
            DatasetFormat.DPO,
            DatasetFormat.RLHF,
            DatasetFormat.OPENORCA,
            DatasetFormat.UNNATURAL,
            DatasetFormat.ALPACA,
            DatasetFormat.RAW_TEXT,
            DatasetFormat.JSONL);

    private RowShape() {}

    static Optional<DatasetFormat> of(JsonNode row) {
        return ORDER.stream().filter(format -> fits(row, format)).findFirst();
    }

    static boolean fits(JsonNode row, DatasetFormat format) {
        return switch (format) {
            case SHAREGPT -> has(row, "conversations") || turns(row, "from");
            case CHATML -> has(row, "messages") || turns(row, "role");
            case DPO -> has(row, "prompt", "chosen", "rejected");
            case RLHF -> has(row, "prompt", "response", "reward");
            case OPENORCA -> has(row, "system_prompt", "question", "response");
            case UNNATURAL -> has(row, "instruction", "instances");
            case ALPACA -> has(row, "instruction", "output") || has(row, "instruction", "response");
            case RAW_TEXT -> has(row, "text") || row.isTextual();
            case JSONL -> hasAny(row, QUESTIONS) && hasAny(row, ANSWERS);
        };
    }

    /** A bare list of turns is a conversation too. */
    private static boolean turns(JsonNode row, String speaker) {
        return row.isArray() && has(row.path(0), speaker);
    }

    private static boolean has(JsonNode row, String... fields) {
        for (var field : fields) {
            if (!row.hasNonNull(field)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(JsonNode row, List<String> fields) {
        return fields.stream().anyMatch(row::hasNonNull);
    }
}
