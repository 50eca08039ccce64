package io.whetstone.runner.web;

import io.whetstone.runner.engine.SamplingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What both kinds of completion can be asked for.
 *
 * @param maxTokens most tokens of the answer, if the caller said so
 */
record AnswerRequest(
        String model,
        boolean stream,
        boolean includeUsage,
        Optional<Integer> maxTokens,
        List<String> stops,
        SamplingSettings sampling) {
    static final Set<String> FIELDS = Set.of(
            "model",
            "stream",
            "stream_options",
            "max_tokens",
            "stop",
            "temperature",
            "top_p",
            "n",
            "seed",
            "frequency_penalty",
            "presence_penalty",
            "logit_bias",
            "logprobs",
            "user");

    private static final int MOST_STOPS = 4;
    private static final int LARGEST_BIAS = 100;

    static AnswerRequest read(Fields fields, String maxTokensField, int vocabularySize) {
        var model = fields.requireText("model");
        fields.integer("n", 1, 1);
        boolean stream = fields.flag("stream");
        return new AnswerRequest(
                model,
                stream,
                includeUsage(fields, stream),
                fields.integer(maxTokensField, 1, Integer.MAX_VALUE).map(Long::intValue),
                stops(fields),
                sampling(fields, vocabularySize));
    }

    /** The same with a default for the length of the answer. */
    AnswerRequest limitedTo(int absent) {
        var limit = Optional.of(maxTokens.orElse(absent));
        return new AnswerRequest(model, stream, includeUsage, limit, stops, sampling);
    }

    private static boolean includeUsage(Fields fields, boolean stream) {
        var options = fields.object("stream_options");
        if (options.isPresent() && !stream) {
            throw ApiException.invalid(
                    "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options", null);
        }
        return options.map(it -> it.only(Set.of("include_usage", "include_obfuscation")))
                .map(it -> it.flag("include_usage"))
                .orElse(false);
    }

    private static List<String> stops(Fields fields) {
        var stop = fields.find("stop");
        if (stop == null) {
            return List.of();
        }
        var stops =
                stop.isArray() ? StreamSupport.stream(stop.spliterator(), false).toList() : List.of(stop);
        if (stops.size() > MOST_STOPS) {
            throw fields.wrongValue("stop", "at most %d strings".formatted(MOST_STOPS));
        }
        if (!stops.stream().allMatch(text -> text.isTextual())) {
            throw fields.wrongType("stop", "a string or an array of strings");
        }
        return stops.stream()
                .map(text -> text.textValue())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static SamplingSettings sampling(Fields fields, int vocabularySize) {
        return new SamplingSettings(
                fields.number("temperature", 1, 0, 2),
                fields.number("top_p", 1, 0, 1),
                fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(null),
                fields.number("frequency_penalty", 0, -2, 2),
                fields.number("presence_penalty", 0, -2, 2),
                bias(fields, vocabularySize));
    }

    private static Map<Integer, Float> bias(Fields fields, int vocabularySize) {
        var bias = new HashMap<Integer, Float>();
        fields.object("logit_bias")
                .ifPresent(biases -> biases.names()
                        .forEach(token -> bias.put(token(fields, token, vocabularySize), (float)
                                biases.number(token, 0, -LARGEST_BIAS, LARGEST_BIAS))));
        return bias;
    }

    private static int token(Fields fields, String text, int vocabularySize) {
        boolean known = text.matches("[0-9]{1,9}") && Integer.parseInt(text) < vocabularySize;
        if (!known) {
            throw fields.wrongValue("logit_bias", "ids of tokens as keys");
        }
        return Integer.parseInt(text);
    }
}
