package io.whetstone.formats.gguf;

import io.whetstone.formats.UnsupportedModelException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key/value pairs of a GGUF file. Integers of any width are {@code Long}, 32-bit floats {@code Float}, arrays
 * {@code List}.
 */
public final class GgufMetadata {
    private final Map<String, Object> values;

    GgufMetadata(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    public String requireText(String key) throws UnsupportedModelException {
        String text = text(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    public @Nullable Integer integer(String key) {
        return values.get(key) instanceof Long number ? Math.toIntExact(number) : null;
    }

    public int integer(String key, int otherwise) {
        Integer found = integer(key);
        return found == null ? otherwise : found;
    }

    public int requireInteger(String key) throws UnsupportedModelException {
        Integer number = integer(key);
        if (number == null) {
            throw missing(key);
        }
        return number;
    }

    /** A float as the decimal number that was meant: 1e-5 rather than 9.99999974e-6. */
    public double number(String key, double otherwise) {
        return values.get(key) instanceof Number number ? Double.parseDouble(number.toString()) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return values.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    public List<Integer> integers(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(n -> ((Number) n).intValue()).toList()
                : List.of();
    }

    private static UnsupportedModelException missing(String key) {
        return new UnsupportedModelException("the GGUF file has no " + key);
    }
}
