package io.whetstone.training.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that can be set for a training job. A dot in the name separates an object from its field. */
public record Parameter(
        String name,
        Type type,
        @JsonProperty("default") JsonNode defaultValue,
        @Nullable Double minimum,
        @Nullable Double maximum,
        @Nullable List<String> choices,
        boolean optional,
        String group,
        String title,
        String description) {

    /** What kind of value a parameter takes. */
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        CHOICE,
        MODULES
    }

    /** Where the parameter lies in the {@code parameters} of a request. */
    @JsonIgnore
    String pointer() {
        return "/parameters/" + name.replace('.', '/');
    }

    /** What is wrong with a value; null when nothing is. */
    @JsonIgnore
    @Nullable
    String fault(JsonNode value) {
        if (value.isNull()) {
            return optional ? null : "must not be null";
        }
        return switch (type) {
            case INTEGER -> value.isIntegralNumber() ? outside(value) : "must be a whole number";
            case NUMBER -> value.isNumber() ? outside(value) : "must be a number";
            case BOOLEAN -> value.isBoolean() ? null : "must be true or false";
            case CHOICE -> isChoice(value) ? null : "must be one of " + offered();
            case MODULES -> modulesFault(value);
        };
    }

    private @Nullable String outside(JsonNode value) {
        var number = value.doubleValue();
        if (minimum != null && number < minimum) {
            return "must be at least " + plain(minimum);
        }
        return maximum != null && number > maximum ? "must be at most " + plain(maximum) : null;
    }

    private @Nullable String modulesFault(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return "must name at least one of " + offered();
        }
        var seen = new HashSet<String>();
        for (var module : value) {
            if (!isChoice(module) || !seen.add(module.asText())) {
                return "must be different names out of " + offered();
            }
        }
        return null;
    }

    private boolean isChoice(JsonNode value) {
        return value.isTextual() && choices != null && choices.contains(value.asText());
    }

    private String offered() {
        return choices == null ? "" : String.join(", ", choices);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
