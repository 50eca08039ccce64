package io.whetstone.kernel.service;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How we write JSON: camelCase keys, enums in lower_snake_case, times in ISO-8601 UTC. Unknown fields are refused, so a
 * misspelt one is not silently ignored.
 */
@ApplicationScoped
public class Json {
    private static final int MAX_NESTING = 100;

    private static final ObjectMapper MAPPER = create();

    /** The mapper, for code that no container injects. It is shared and must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    @Produces
    ObjectMapper injected() {
        return MAPPER;
    }

    private static ObjectMapper create() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(times())
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .build());
        return mapper;
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Instant.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Instant time, JsonGenerator out, SerializerProvider serializers)
                            throws IOException {
                        out.writeString(time.toString());
                    }
                })
                .addDeserializer(Instant.class, new JsonDeserializer<>() {
                    @Override
                    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        try {
                            return Instant.parse(in.getText());
                        } catch (DateTimeException malformed) {
                            return (Instant) context.handleWeirdStringValue(
                                    Instant.class, in.getText(), "is not an ISO-8601 time in UTC");
                        }
                    }
                });
    }
}
