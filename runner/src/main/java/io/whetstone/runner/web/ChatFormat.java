package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.runner.engine.FinishReason;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.TokenScore;
import io.whetstone.runner.engine.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code chat.completion} and {@code chat.completion.chunk}. */
final class ChatFormat extends AnswerFormat {
    private final boolean scored;

    ChatFormat(String id, long created, ChatCompletionRequest request) {
        super("chatcmpl-" + id, "chat.completion.chunk", created, request.answer());
        this.scored = request.alternatives().isPresent();
    }

    @Override
    Optional<ObjectNode> opening() {
        var delta = Json.object().put("role", "assistant").put("content", "").putNull("refusal");
        return Optional.of(chunkOf(choice("delta", delta, NullNode.instance, null)));
    }

    @Override
    ObjectNode chunk(GenerationEvent.Text text) {
        var delta = Json.object().put("content", text.text());
        return chunkOf(choice("delta", delta, logprobs(text.scores()), null));
    }

    @Override
    ObjectNode closing(FinishReason reason) {
        return chunkOf(choice("delta", Json.object(), NullNode.instance, reason));
    }

    @Override
    ObjectNode whole(String text, List<TokenScore> scores, FinishReason reason, Usage usage) {
        var message =
                Json.object().put("role", "assistant").put("content", text).putNull("refusal");
        return wholeOf("chat.completion", choice("message", message, logprobs(scores), reason), usage);
    }

    private static ObjectNode choice(
            String field, ObjectNode content, JsonNode logprobs, @Nullable FinishReason reason) {
        var choice = Json.object().put("index", 0);
        choice.set(field, content);
        choice.set("logprobs", logprobs);
        return choice.put("finish_reason", reason == null ? null : word(reason));
    }

    private JsonNode logprobs(List<TokenScore> scores) {
        if (!scored) {
            return NullNode.instance;
        }
        var logprobs = Json.object();
        var content = logprobs.putArray("content");
        for (var score : scores) {
            var entry = entry(score);
            var alternatives = entry.putArray("top_logprobs");
            score.alternatives().forEach(alternative -> alternatives.add(entry(alternative)));
            content.add(entry);
        }
        return logprobs.putNull("refusal");
    }

    private static ObjectNode entry(TokenScore score) {
        var entry = Json.object()
                .put("token", new String(score.bytes(), StandardCharsets.UTF_8))
                .put("logprob", score.logprob());
        var bytes = entry.putArray("bytes");
        for (byte each : score.bytes()) {
            bytes.add(Byte.toUnsignedInt(each));
        }
        return entry;
    }
}
