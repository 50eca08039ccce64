package io.whetstone.audit.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.StorableText;
import io.whetstone.kernel.service.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of an event as they may be stored: only those that changed, and no secret whoever put it there. A field
 * that is named like a secret and holds text keeps its name and loses its value.
 */
final class AuditFields {
    static final String WITHHELD = "[withheld]";

    private static final Set<String> SECRET = Set.of(
            "password", "passphrase", "secret", "token", "key", "hash", "cookie", "authorization", "credentials");
    private static final Set<String> OPEN = Set.of("keyid", "tokenid", "secretid", "keyname", "key", "publickey");
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int LONGEST_TEXT = 2_000;
    private static final int LARGEST = 16_384;

    private AuditFields() {}

    /** What {@code these} say that {@code those} do not say as well. */
    static JsonNode changed(Map<String, Object> these, Map<String, Object> those) {
        var fields = JsonNodeFactory.instance.objectNode();
        these.forEach((name, value) -> {
            if (!value.equals(those.get(name))) {
                fields.set(name, MAPPER.valueToTree(value));
            }
        });
        var safe = safe("", fields);
        return safe.toString().length() <= LARGEST ? safe : shortened();
    }

    private static JsonNode shortened() {
        return JsonNodeFactory.instance.objectNode().put("fields", WITHHELD + ": too large");
    }

    private static JsonNode safe(String name, JsonNode value) {
        if (value.isTextual()) {
            return JsonNodeFactory.instance.textNode(isSecret(name) ? WITHHELD : text(value.textValue()));
        }
        if (value instanceof ObjectNode fields) {
            fields.properties().forEach(field -> field.setValue(safe(field.getKey(), field.getValue())));
        }
        if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, safe(name, items.get(i)));
            }
        }
        return value;
    }

    /** PostgreSQL keeps no NUL in jsonb, and one would undo the change that is told of. */
    private static String text(String text) {
        var plain = StorableText.of(text);
        return plain.length() <= LONGEST_TEXT ? plain : StorableText.of(plain, LONGEST_TEXT) + "…";
    }

    static boolean isSecret(String name) {
        var words = WORDS.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return !OPEN.contains(String.join("", words)) && words.stream().anyMatch(SECRET::contains);
    }
}
