package io.whetstone.runner.web;

import io.whetstone.formats.chat.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of {@code POST /v1/chat/completions}.
 *
 * @param alternatives likeliest tokens to report with each token; empty for no log-probabilities
 */
record ChatCompletionRequest(AnswerRequest answer, List<Message> messages, Optional<Integer> alternatives) {
    private static final int MOST_ALTERNATIVES = 20;

    /** Fields that change nothing about an answer of this server. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "metadata",
            "parallel_tool_calls",
            "prompt_cache_key",
            "safety_identifier",
            "service_tier",
            "store",
            "tool_choice");

    private static final Set<String> UNSUPPORTED =
            Set.of("tools", "functions", "function_call", "audio", "prediction", "web_search_options");

    private static final Set<String> FIELDS = Stream.of(
                    AnswerRequest.FIELDS,
                    WITHOUT_EFFECT,
                    UNSUPPORTED,
                    Set.of("messages", "max_completion_tokens", "top_logprobs", "response_format", "modalities"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    static ChatCompletionRequest read(Fields fields, int vocabularySize) {
        fields.only(FIELDS).without(UNSUPPORTED);
        requireTextFormat(fields);
        var answer = AnswerRequest.read(fields, maxTokensField(fields), vocabularySize);
        return new ChatCompletionRequest(answer, ChatMessages.read(fields), alternatives(fields));
    }

    private static String maxTokensField(Fields fields) {
        if (fields.has("max_tokens") && fields.has("max_completion_tokens")) {
            throw ApiException.invalid(
                    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
                    "max_tokens",
                    "invalid_parameter_combination");
        }
        return fields.has("max_tokens") ? "max_tokens" : "max_completion_tokens";
    }

    private static void requireTextFormat(Fields fields) {
        fields.object("response_format").ifPresent(format -> {
            if (!format.requireText("type").equals("text")) {
                throw format.wrongValue("type", "'text'");
            }
        });
        var modalities = fields.find("modalities");
        if (modalities != null && !modalities.equals(Json.tree(List.of("text")))) {
            throw fields.wrongValue("modalities", "[\"text\"]");
        }
    }

    private static Optional<Integer> alternatives(Fields fields) {
        var wanted = fields.integer("top_logprobs", 0, MOST_ALTERNATIVES).map(Long::intValue);
        if (fields.flag("logprobs")) {
            return Optional.of(wanted.orElse(0));
        }
        if (wanted.isPresent()) {
            throw fields.wrongValue("top_logprobs", "'logprobs' to be true as well");
        }
        return Optional.empty();
    }
}
