package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request strictly; a field that is null counts as absent. */
final class Fields {
    private final ObjectNode node;
    private final String prefix;

    Fields(ObjectNode node) {
        this(node, "");
    }

    private Fields(ObjectNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** Refuses any field of another name. */
    Fields only(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                var path = path(name);
                throw ApiException.invalid("Unknown parameter: '%s'.".formatted(path), path, "unknown_parameter");
            }
        });
        return this;
    }

    /** Refuses fields that OpenAI knows and this server does not, unless they ask for nothing. */
    Fields without(Set<String> unsupported) {
        for (var name : unsupported) {
            var value = find(name);
            if (value != null && !(value.isArray() && value.isEmpty()) && !isFalse(value)) {
                throw ApiException.unsupported(path(name));
            }
        }
        return this;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** The value, or null if it is absent. */
    @Nullable
    JsonNode find(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    JsonNode require(String name) {
        var value = find(name);
        if (value == null) {
            var message = "Missing required parameter: '%s'.".formatted(path(name));
            throw ApiException.invalid(message, path(name), "missing_required_parameter");
        }
        return value;
    }

    String requireText(String name) {
        var value = require(name);
        if (!value.isTextual()) {
            throw wrongType(name, "a string");
        }
        return value.textValue();
    }

    boolean flag(String name) {
        var value = find(name);
        if (value != null && !value.isBoolean()) {
            throw wrongType(name, "a boolean");
        }
        return value != null && value.booleanValue();
    }

    double number(String name, double absent, double minimum, double maximum) {
        var value = find(name);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber()) {
            throw wrongType(name, "a decimal");
        }
        checkRange(name, value, value.doubleValue() < minimum, value.doubleValue() > maximum);
        return value.doubleValue();
    }

    Optional<Long> integer(String name, long minimum, long maximum) {
        var value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(name, "an integer");
        }
        checkRange(name, value, value.longValue() < minimum, value.longValue() > maximum);
        return Optional.of(value.longValue());
    }

    Optional<Fields> object(String name) {
        var value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(new Fields(object, path(name) + "."));
        }
        throw wrongType(name, "an object");
    }

    /** The objects of a list that must be there and not empty. */
    List<Fields> objects(String name) {
        var value = require(name);
        if (!value.isArray()) {
            throw wrongType(name, "an array of objects");
        }
        if (value.isEmpty()) {
            var message = "Invalid '%s': empty array. Expected an array with minimum length 1.".formatted(path(name));
            throw ApiException.invalid(message, path(name), "empty_array");
        }
        var found = new ArrayList<Fields>();
        for (var item : value) {
            var place = "%s[%d]".formatted(name, found.size());
            if (!(item instanceof ObjectNode object)) {
                throw wrongType(place, "an object");
            }
            found.add(new Fields(object, path(place) + "."));
        }
        return found;
    }

    Set<String> names() {
        var names = new java.util.LinkedHashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String path(String name) {
        return prefix + name;
    }

    ApiException wrongType(String name, String expected) {
        var message = "Invalid type for '%s': expected %s.".formatted(path(name), expected);
        return ApiException.invalid(message, path(name), "invalid_type");
    }

    ApiException wrongValue(String name, String expected) {
        var message = "Invalid value for '%s': expected %s.".formatted(path(name), expected);
        return ApiException.invalid(message, path(name), "invalid_value");
    }

    private void checkRange(String name, JsonNode value, boolean below, boolean above) {
        if (!below && !above) {
            return;
        }
        var kind = value.isIntegralNumber() ? "integer" : "decimal";
        var side = below ? "below_min" : "above_max";
        var message = "Invalid '%s': %s is out of range.".formatted(path(name), value);
        throw ApiException.invalid(message, path(name), "%s_%s_value".formatted(kind, side));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }
}
