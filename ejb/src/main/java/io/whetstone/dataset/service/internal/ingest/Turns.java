package io.whetstone.dataset.service.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The turns of a conversation in order, checked: perhaps a system turn, then user and assistant in alternation. */
final class Turns {
    private static final Map<String, String> ROLES = Map.of(
            "system", "system",
            "user", "user",
            "human", "user",
            "prompter", "user",
            "assistant", "assistant",
            "gpt", "assistant",
            "chatgpt", "assistant",
            "bot", "assistant",
            "model", "assistant");

    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private final List<String> roles = new ArrayList<>();

    /** The turns of a list in ChatML (role, content) or ShareGPT (from, value) spelling. */
    static ObjectNode of(JsonNode list) throws BadRow {
        var turns = new Turns();
        for (var message : list) {
            turns.add(message);
        }
        return turns.row();
    }

    /** One question and its answer. */
    static ObjectNode of(String system, String user, String assistant) throws BadRow {
        var turns = new Turns();
        if (!system.isBlank()) {
            turns.add("system", system);
        }
        return turns.add("user", user).add("assistant", assistant).row();
    }

    private Turns add(String role, String content) {
        roles.add(role);
        messages.addObject().put("role", role).put("content", content);
        return this;
    }

    private void add(JsonNode message) throws BadRow {
        int number = roles.size() + 1;
        if (!message.isObject()) {
            throw new BadRow("turn %d is not an object".formatted(number));
        }
        var speaker = Fields.optional(message, message.has("role") ? "role" : "from");
        var role = ROLES.get(speaker.strip().toLowerCase(java.util.Locale.ROOT));
        if (role == null) {
            throw new BadRow("turn %d has the unknown role \"%s\"".formatted(number, speaker));
        }
        if (message.path("tool_calls").size() > 0 || message.hasNonNull("function_call")) {
            throw new BadRow("turn %d calls a tool, which cannot be trained on yet".formatted(number));
        }
        var content = content(message, number);
        if (content.isBlank()) {
            throw new BadRow("turn %d (%s) is empty".formatted(number, role));
        }
        add(role, content);
    }

    private static String content(JsonNode message, int number) throws BadRow {
        var field = message.has("content") ? "content" : "value";
        var content = message.path(field);
        if (!content.isArray()) {
            return Fields.optional(message, field);
        }
        var text = new StringBuilder();
        for (var part : content) {
            if (!part.path("type").asText().equals("text")) {
                throw new BadRow("turn %d has a part that is not text".formatted(number));
            }
            text.append(Fields.optional(part, "text"));
        }
        return text.toString();
    }

    private ObjectNode row() throws BadRow {
        if (roles.isEmpty()) {
            throw new BadRow("the conversation is empty");
        }
        if (!roles.contains("assistant")) {
            throw new BadRow("there is no assistant turn");
        }
        int first = roles.get(0).equals("system") ? 1 : 0;
        for (int i = first; i < roles.size(); i++) {
            var expected = (i - first) % 2 == 0 ? "user" : "assistant";
            if (!roles.get(i).equals(expected)) {
                throw new BadRow("turn %d is %s where %s is due: after the system turn, user and assistant alternate"
                        .formatted(i + 1, roles.get(i), expected));
            }
        }
        return JsonNodeFactory.instance.objectNode().set("messages", messages);
    }
}
