package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads fields of a row and says what is wrong with them. */
final class Fields {
    private Fields() {}

    /** Text that must be there and not be blank. */
    static String text(JsonNode row, String field) throws BadRow {
        var text = optional(row, field);
        if (text.isBlank()) {
            throw new BadRow(row.hasNonNull(field) ? "\"%s\" is empty".formatted(field) : missing(field));
        }
        return text;
    }

    /** Text that may be missing, which is the empty string. */
    static String optional(JsonNode row, String field) throws BadRow {
        var value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new BadRow("\"%s\" must be text but is %s".formatted(field, kind(value)));
        }
        return whole(value.textValue(), field);
    }

    /** The first of several fields that is there; a row needs one of them. */
    static String first(JsonNode row, List<String> fields) throws BadRow {
        for (var field : fields) {
            if (row.hasNonNull(field)) {
                return text(row, field);
            }
        }
        throw new BadRow("none of the fields %s is there".formatted(String.join(", ", fields)));
    }

    static JsonNode list(JsonNode row, String field) throws BadRow {
        var value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRow(missing(field));
        }
        if (!value.isArray()) {
            throw new BadRow("\"%s\" must be a list but is %s".formatted(field, kind(value)));
        }
        return value;
    }

    static double number(JsonNode row, String field) throws BadRow {
        var value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRow(missing(field));
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new BadRow("\"%s\" must be a number but is %s".formatted(field, kind(value)));
        }
        return value.doubleValue();
    }

    /** Refuses what no tokenizer takes: the NUL character and half a surrogate pair. */
    static String whole(String text, String field) throws BadRow {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new BadRow("\"%s\" contains a NUL character".formatted(field));
            }
            if (Character.isSurrogate(c) && !Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                throw new BadRow("\"%s\" contains half of a surrogate pair".formatted(field));
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return text;
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case STRING -> "text";
            default -> "missing";
        };
    }

    private static String missing(String field) {
        return "\"%s\" is missing".formatted(field);
    }
}
