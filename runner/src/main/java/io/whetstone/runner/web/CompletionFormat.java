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

/** {@code text_completion}, the same object streamed and whole. One format serves one answer. */
final class CompletionFormat extends AnswerFormat {
    private static final String OBJECT = "text_completion";

    private final boolean scored;
    private int offset;

    CompletionFormat(String id, long created, CompletionRequest request) {
        super("cmpl-" + id, OBJECT, created, request.answer());
        this.scored = request.alternatives().isPresent();
    }

    @Override
    Optional<ObjectNode> opening() {
        return Optional.empty();
    }

    @Override
    ObjectNode chunk(GenerationEvent.Text text) {
        return chunkOf(choice(text.text(), logprobs(text.scores()), null));
    }

    @Override
    ObjectNode closing(FinishReason reason) {
        return chunkOf(choice("", NullNode.instance, reason));
    }

    @Override
    ObjectNode whole(String text, List<TokenScore> scores, FinishReason reason, Usage usage) {
        return wholeOf(OBJECT, choice(text, logprobs(scores), reason), usage);
    }

    private static ObjectNode choice(String text, JsonNode logprobs, @Nullable FinishReason reason) {
        var choice = Json.object().put("text", text).put("index", 0);
        choice.set("logprobs", logprobs);
        return choice.put("finish_reason", reason == null ? null : word(reason));
    }

    private JsonNode logprobs(List<TokenScore> scores) {
        if (!scored) {
            return NullNode.instance;
        }
        var logprobs = Json.object();
        var tokens = logprobs.putArray("tokens");
        var values = logprobs.putArray("token_logprobs");
        var alternatives = logprobs.putArray("top_logprobs");
        var offsets = logprobs.putArray("text_offset");
        for (var score : scores) {
            tokens.add(text(score));
            values.add(score.logprob());
            var best = alternatives.addObject();
            score.alternatives().forEach(it -> best.put(text(it), it.logprob()));
            offsets.add(offset);
            offset += text(score).length();
        }
        return logprobs;
    }

    private static String text(TokenScore score) {
        return new String(score.bytes(), StandardCharsets.UTF_8);
    }
}
