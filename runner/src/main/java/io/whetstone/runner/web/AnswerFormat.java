package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.runner.engine.FinishReason;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.TokenScore;
import io.whetstone.runner.engine.Usage;
import java.util.List;
import java.util.Optional;

/** How an answer is written: the envelope that both of OpenAI's formats share. */
abstract sealed class AnswerFormat permits ChatFormat, CompletionFormat {
    private final String id;
    private final String object;
    private final long created;
    private final String model;
    private final boolean includeUsage;

    AnswerFormat(String id, String object, long created, AnswerRequest request) {
        this.id = id;
        this.object = object;
        this.created = created;
        this.model = request.model();
        this.includeUsage = request.includeUsage();
    }

    String id() {
        return id;
    }

    /** The chunk before any text, if the format has one. */
    abstract Optional<ObjectNode> opening();

    abstract ObjectNode chunk(GenerationEvent.Text text);

    abstract ObjectNode closing(FinishReason reason);

    /** The whole answer at once. */
    abstract ObjectNode whole(String text, List<TokenScore> scores, FinishReason reason, Usage usage);

    /** The chunk after the last, if the caller asked for it. */
    Optional<ObjectNode> accounting(Usage usage) {
        if (!includeUsage) {
            return Optional.empty();
        }
        var chunk = envelope(object);
        chunk.putArray("choices");
        chunk.set("usage", usage(usage));
        return Optional.of(chunk);
    }

    ObjectNode chunkOf(ObjectNode choice) {
        var chunk = envelope(object);
        chunk.putArray("choices").add(choice);
        if (includeUsage) {
            chunk.putNull("usage");
        }
        return chunk;
    }

    ObjectNode wholeOf(String wholeObject, ObjectNode choice, Usage usage) {
        var whole = envelope(wholeObject);
        whole.putArray("choices").add(choice);
        whole.set("usage", usage(usage));
        return whole;
    }

    static String word(FinishReason reason) {
        return switch (reason) {
            case STOP, CANCELLED -> "stop";
            case LENGTH -> "length";
        };
    }

    private ObjectNode envelope(String kind) {
        return Json.object()
                .put("id", id)
                .put("object", kind)
                .put("created", created)
                .put("model", model)
                .putNull("system_fingerprint");
    }

    private static JsonNode usage(Usage usage) {
        var node = Json.object()
                .put("prompt_tokens", usage.prompt())
                .put("completion_tokens", usage.completion())
                .put("total_tokens", usage.prompt() + usage.completion());
        node.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
        return node;
    }
}
