package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The JSON reader for files of strangers: strict, bounded in depth, no trailing rubbish after a value. */
public final class Json {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_REASON = 200;

    /** Shared; safe for use by several threads. */
    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private static final ObjectReader WHOLE = MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The one value that a text holds. */
    static JsonNode parse(String text) throws JsonProcessingException {
        return WHOLE.readTree(text);
    }

    /** What is wrong, without the excerpt and the class names that Jackson adds. */
    static String reason(JsonProcessingException failure) {
        var message = failure.getOriginalMessage().lines().findFirst().orElse("");
        return "not valid JSON: " + message.substring(0, Math.min(message.length(), MAX_REASON));
    }
}
