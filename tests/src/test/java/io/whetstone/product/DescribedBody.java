package io.whetstone.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bodies of one operation that break one rule each of what the description says. */
final class DescribedBody {
    /** A body that breaks one rule of the field at {@code pointer}. */
    record Broken(String pointer, String rule, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 4;
    private static final List<String> NOT_USUAL = List.of("  ", "\u0007", "../?#");

    private final JsonNode description;
    private ObjectNode whole;
    private final List<Broken> broken = new ArrayList<>();

    private DescribedBody(JsonNode description, JsonNode schema) {
        this.description = description;
        this.whole = (ObjectNode) value(schema, DEEPEST);
        breakFields(resolved(schema), "", DEEPEST);
    }

    static List<Broken> of(JsonNode description, JsonNode schema) {
        return new DescribedBody(description, schema).broken;
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private void breakFields(JsonNode schema, String above, int depth) {
        schema.path("required").forEach(name -> add(above + "/" + name.asText(), "required", null));
        schema.path("properties").properties().forEach(property -> {
            var field = resolved(property.getValue());
            var pointer = above + "/" + property.getKey();
            breakField(field, pointer);
            if (field.path("properties").size() > 0 && depth > 0) {
                breakFields(field, pointer, depth - 1);
            }
            // Each of several forms takes its turn.
            for (var form : field.path("oneOf")) {
                whole = with(pointer, value(form, depth));
                breakFields(resolved(form), pointer, depth - 1);
            }
        });
    }

    private void breakField(JsonNode field, String pointer) {
        switch (field.path("type").asText()) {
            case "string" -> breakText(field, pointer);
            case "integer", "number" -> breakNumber(field, pointer);
            case "array" -> breakList(field, pointer);
            case "boolean" -> add(pointer, "type", JSON.getNodeFactory().textNode("perhaps"));
            default -> {}
        }
    }

    private void breakText(JsonNode field, String pointer) {
        add(pointer, "type", JSON.createObjectNode());
        add(pointer, "U+0000", text("x\u0000y"));
        if (field.has("enum")) {
            add(pointer, "enum", text("no such value"));
        }
        if (field.has("maxLength")) {
            add(pointer, "maxLength", text("x".repeat(field.path("maxLength").asInt() + 1)));
        }
        if (field.path("minLength").asInt() > 0) {
            add(pointer, "minLength", text("x".repeat(field.path("minLength").asInt() - 1)));
        }
        if (field.has("pattern")) {
            var allowed = Pattern.compile(field.path("pattern").asText()).asPredicate();
            NOT_USUAL.stream().filter(allowed.negate()).forEach(text -> add(pointer, "pattern", text(text)));
        }
        switch (field.path("format").asText()) {
            case "uuid", "date-time", "email" -> add(pointer, "format", text("nothing of that form"));
            default -> {}
        }
    }

    private void breakNumber(JsonNode field, String pointer) {
        add(pointer, "type", text("many"));
        if (field.has("minimum")) {
            var step = field.path("exclusiveMinimum").asBoolean() ? 0 : 1;
            add(pointer, "minimum", JSON.valueToTree(field.path("minimum").asLong() - step));
        }
        if (field.has("maximum")) {
            var step = field.path("exclusiveMaximum").asBoolean() ? 0 : 1;
            add(pointer, "maximum", JSON.valueToTree(field.path("maximum").asLong() + step));
        }
    }

    private void breakList(JsonNode field, String pointer) {
        add(pointer, "type", text("one"));
        var item = field.path("items");
        if (field.has("maxItems")) {
            var many = JSON.createArrayNode();
            for (var i = 0; i <= field.path("maxItems").asInt(); i++) {
                many.add(value(item, 2));
            }
            add(pointer, "maxItems", many);
        }
        if (field.path("minItems").asInt() > 0) {
            add(pointer, "minItems", JSON.createArrayNode());
        }
    }

    private void add(String pointer, String rule, @Nullable JsonNode value) {
        broken.add(new Broken(pointer, rule, with(pointer, value).toString()));
    }

    /** A body that is of the right types but for this value; null takes the field away. */
    private ObjectNode with(String pointer, @Nullable JsonNode value) {
        var body = whole.deepCopy();
        var end = pointer.lastIndexOf('/');
        var parent = (ObjectNode) body.at(pointer.substring(0, end));
        var name = pointer.substring(end + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
        return body;
    }

    private JsonNode value(JsonNode reference, int depth) {
        var schema = resolved(reference.path("oneOf").path(0).isMissingNode() ? reference : reference.at("/oneOf/0"));
        return switch (schema.path("type").asText()) {
            case "integer" -> JSON.valueToTree(schema.path("minimum").asInt(1));
            case "number" -> JSON.valueToTree(schema.path("minimum").asDouble() + 0.5);
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            case "array" -> JSON.createArrayNode();
            case "string" -> text(word(schema));
            default -> object(schema, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        if (depth > 0) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), value(property.getValue(), depth - 1)));
        }
        return object;
    }

    private static String word(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.at("/enum/0").asText();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "email" -> "somebody@example.org";
            case "uri" -> "https://example.org";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt()));
        };
    }

    private static JsonNode text(String value) {
        return JSON.getNodeFactory().textNode(value);
    }
}
