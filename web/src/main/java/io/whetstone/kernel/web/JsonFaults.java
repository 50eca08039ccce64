package io.whetstone.kernel.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.whetstone.kernel.EnumText;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body in words of the request. The parser's own words name the classes of this server. */
final class JsonFaults {
    private static final Map<Class<?>, String> WANTED = Map.ofEntries(
            Map.entry(String.class, "must be a text"),
            Map.entry(UUID.class, "must be a UUID"),
            Map.entry(URI.class, "must be an address"),
            Map.entry(Instant.class, "must be an ISO-8601 time in UTC"),
            Map.entry(boolean.class, "must be true or false"),
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(int.class, "must be a whole number"),
            Map.entry(Integer.class, "must be a whole number"),
            Map.entry(long.class, "must be a whole number"),
            Map.entry(Long.class, "must be a whole number"),
            Map.entry(double.class, "must be a number"),
            Map.entry(Double.class, "must be a number"));

    private JsonFaults() {}

    static String message(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException) {
            return "is no field of this request";
        }
        if (malformed instanceof InvalidTypeIdException unknown) {
            return "must be one of " + String.join(", ", forms(unknown));
        }
        if (malformed instanceof MismatchedInputException mismatch) {
            return wanted(mismatch.getTargetType());
        }
        if (malformed instanceof JsonMappingException) {
            return "does not fit";
        }
        return malformed.getOriginalMessage().lines().findFirst().orElse("is not valid JSON");
    }

    /** The property that says which of several forms an object has. */
    static String formProperty(InvalidTypeIdException unknown) {
        return unknown.getBaseType()
                .getRawClass()
                .getAnnotation(JsonTypeInfo.class)
                .property();
    }

    private static List<String> forms(InvalidTypeIdException unknown) {
        return Arrays.stream(unknown.getBaseType()
                        .getRawClass()
                        .getAnnotation(JsonSubTypes.class)
                        .value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "does not fit";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(value -> EnumText.of((Enum<?>) value))
                            .collect(Collectors.joining(", "));
        }
        var list = type.isArray() || Collection.class.isAssignableFrom(type);
        return WANTED.getOrDefault(type, list ? "must be a list" : "must be an object that fits");
    }
}
