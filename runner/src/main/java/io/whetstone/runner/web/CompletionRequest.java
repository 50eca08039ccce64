package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.runner.llama.LlamaModel;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The body of {@code POST /v1/completions}.
 *
 * @param prompt ids of the prompt, at least one
 * @param alternatives likeliest tokens to report with each token; empty for no log-probabilities
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompletionRequest(AnswerRequest answer, int[] prompt, Optional<Integer> alternatives) {
    private static final int MOST_ALTERNATIVES = 5;
    private static final Set<String> FIELDS = Stream.of(
                    AnswerRequest.FIELDS, Set.of("prompt", "best_of", "echo", "suffix"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    static CompletionRequest read(Fields fields, LlamaModel model) {
        fields.only(FIELDS).without(Set.of("echo", "suffix")).integer("best_of", 1, 1);
        return new CompletionRequest(
                AnswerRequest.read(fields, "max_tokens", model.vocabularySize()),
                prompt(fields, model),
                fields.integer("logprobs", 0, MOST_ALTERNATIVES).map(Long::intValue));
    }

    private static int[] prompt(Fields fields, LlamaModel model) {
        var prompt = fields.require("prompt");
        boolean wrapped = prompt.size() == 1
                && (prompt.get(0).isTextual() || prompt.get(0).isArray());
        var single = wrapped ? prompt.get(0) : prompt;
        if (single.isTextual()) {
            var ids = model.tokenize(single.textValue(), true);
            return ids.length == 0 ? new int[] {begin(fields, model)} : ids;
        }
        if (!single.isArray() || single.isEmpty()) {
            throw fields.wrongType("prompt", "one string or one array of token ids");
        }
        return StreamSupport.stream(single.spliterator(), false)
                .mapToInt(id -> id(fields, id, model))
                .toArray();
    }

    private static int begin(Fields fields, LlamaModel model) {
        var begin = model.tokenize(model.beginToken(), false);
        if (begin.length == 0) {
            throw fields.wrongValue("prompt", "some text");
        }
        return begin[0];
    }

    private static int id(Fields fields, JsonNode id, LlamaModel model) {
        if (!id.canConvertToInt() || id.intValue() < 0 || id.intValue() >= model.vocabularySize()) {
            throw fields.wrongValue("prompt", "ids of tokens of this model");
        }
        return id.intValue();
    }
}
